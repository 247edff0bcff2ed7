"""Notices when files of a course change. The one module that knows watchfiles."""

import time
from collections.abc import Iterable, Iterator
from pathlib import Path

from watchfiles import watch

from cunbo.making.project import Project

_QUIET = 50
"""Milliseconds without another change before one is told: an editor saves in several steps."""
_LONGEST = 400
_TICK = 1000
_ANYTHING = frozenset({"curriculum"})
"""Told where files may have changed while nobody watched."""


def changes(project: Project) -> Iterator[frozenset[str]]:
    """Names of changed files below the project; an empty set every second without a change.

    A watched folder may vanish and come back. Where the system cannot watch (a network drive, too
    many watches), files are looked at several times a second; where that fails too, once a second
    the folder is said to have changed. Ends with KeyboardInterrupt only.
    """
    polling = unsure = False
    while True:
        try:
            folders = _folders(project)
            for batch in _watch(folders, polling):
                names = frozenset(_name(project, path) for path in batch)
                yield names or (_ANYTHING if unsure else names)
                unsure = _is_new_ground(folders, batch) or folders != _folders(project)
                if unsure:
                    break
        except OSError as error:
            polling = polling or not isinstance(error, FileNotFoundError)
            time.sleep(_TICK / 1000)
            yield _ANYTHING
            unsure = True


def _watch(folders: dict[Path, int], polling: bool) -> Iterator[set[str]]:
    if not folders:
        time.sleep(_TICK / 1000)
        yield set()
        return
    for batch in watch(
        *folders,
        step=_QUIET,
        debounce=_LONGEST,
        rust_timeout=_TICK,
        yield_on_timeout=True,
        force_polling=polling,
    ):
        yield {path for _, path in batch}


def _is_new_ground(folders: Iterable[Path], batch: set[str]) -> bool:
    """Whether a watched folder itself was taken away or put there, or none is watched.

    A new folder in the place of an old one may bear the number of the old.
    """
    watched = {str(folder) for folder in folders}
    return not watched or not watched.isdisjoint(batch)


def _folders(project: Project) -> dict[Path, int]:
    """The folders to watch that are there, each with the number the disk knows it by."""
    wanted = (project.curriculum, project.templates)
    return {folder: folder.stat().st_ino for folder in wanted if folder.is_dir()}


def _name(project: Project, path: str) -> str:
    changed = Path(path)
    inside = changed.is_relative_to(project.root)
    return changed.relative_to(project.root).as_posix() if inside else changed.name
