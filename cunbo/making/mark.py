"""The mark a build leaves in a folder it has made: what the folder was made from, and its files.

It lies inside, so that it goes with the folder in the one step that publishes it. By it the next
build knows what it may replace, and whether anything was damaged meanwhile.
"""

import hashlib
import json
import os
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path

from cunbo.making.files import Files, is_link, write_if_changed
from cunbo.reading.dropped import DROPPED

NAME = ".cunbo.json"
_SAYS = "这个文件夹是 cunbo 做的。下一次做，只换下面列出的文件；有别的文件在，就不做。"


@dataclass(frozen=True)
class Mark:
    """`made_from` is a hash of the inputs; `files` maps each name to the SHA-256 of its content."""

    made_from: str
    pages: int
    sheets: int
    files: Mapping[str, str]


def listed(files: Files) -> dict[str, str]:
    """Each file with the hash of its content, in a fixed order."""
    return {name: hashlib.sha256(files[name]).hexdigest() for name in sorted(files)}


def leave_mark(folder: Path, mark: Mark) -> None:
    """Put the mark into the folder. Raises OSError."""
    text = json.dumps({"_": _SAYS, **asdict(mark)}, ensure_ascii=False, indent=1)
    write_if_changed(folder / NAME, f"{text}\n".encode(errors="surrogateescape"))


def read_mark(folder: Path) -> Mark | None:
    """The folder's mark; None where there is none that can be read."""
    try:
        text = (folder / NAME).read_bytes().decode(errors="surrogateescape")
        found = json.loads(text)
        mark = Mark(**{key: found[key] for key in Mark.__annotations__})
    except (OSError, ValueError, TypeError, KeyError, RecursionError):
        return None
    return mark if isinstance(mark.files, dict) else None


def intact(folder: Path, hashes: Mapping[str, str]) -> Iterator[tuple[str, bytes | None]]:
    """Each of the files with its content; None for one that is missing or was changed."""
    for name, known in hashes.items():
        try:
            data = (folder / name).read_bytes()
        except OSError:
            yield name, None
        else:
            yield name, data if hashlib.sha256(data).hexdigest() == known else None


def is_whole(folder: Path, mark: Mark) -> bool:
    """Whether every file that the mark lists is there with its content."""
    return all(data is not None for _, data in intact(folder, mark.files))


def strangers(folder: Path, mark: Mark | None) -> list[str]:
    """What lies in the folder and was not put there by the build that left the mark.

    A link counts, wherever it leads, and so does a folder that none of the listed files needs.
    """
    files = {NAME, *mark.files} if mark else set()
    folders = {parent.as_posix() for name in files for parent in Path(name).parents}
    return sorted(
        name
        for name, path in _entries(folder)
        if path.name.lower() not in DROPPED
        and (is_link(path) or name not in (folders if path.is_dir() else files))
    )


def _entries(folder: Path) -> Iterator[tuple[str, Path]]:
    """Everything below the folder by its name there; what links lead to is not looked at."""
    for path in map(Path, sorted(os.scandir(folder), key=lambda entry: entry.name)):
        yield path.name, path
        if path.is_dir() and not is_link(path):
            yield from ((f"{path.name}/{name}", below) for name, below in _entries(path))
