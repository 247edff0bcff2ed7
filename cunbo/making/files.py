"""Folders as mappings: relative name → bytes. Compare by content, write only what differs."""

import hashlib
import os
import stat
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from types import MappingProxyType

from cunbo.reading.dropped import is_dropped

Files = Mapping[str, bytes]

_NOTHING: Files = MappingProxyType({})

_BACKUP_ENDS = (".bak", ".orig")
"""What somebody who works on a template calls the state it was in before."""


def fingerprint(*parts: bytes | str) -> str:
    """A hash of the parts and of where each ends."""
    digest = hashlib.sha256()
    for part in parts:
        data = part.encode(errors="surrogateescape") if isinstance(part, str) else part
        digest.update(len(data).to_bytes(8, "big") + data)
    return digest.hexdigest()


def is_link(path: Path | os.DirEntry[str]) -> bool:
    """Whether the path leads elsewhere: a symbolic link, or a junction of Windows."""
    if isinstance(path, os.DirEntry) and os.name != "nt":
        return path.is_symlink()  # known without asking the disk
    try:
        found = os.lstat(path)
    except (FileNotFoundError, NotADirectoryError):
        return False
    junction = getattr(stat, "IO_REPARSE_TAG_MOUNT_POINT", None)
    return stat.S_ISLNK(found.st_mode) or (
        junction is not None and getattr(found, "st_reparse_tag", 0) == junction
    )


def is_source(name: str) -> bool:
    """Whether a file of this name belongs to a folder of templates or of code.

    What Python compiles and what other programs leave beside a file do not.
    """
    parts = Path(name).parts
    others = any(is_dropped(part) or part == "__pycache__" for part in parts)
    return not others and "." in parts[-1] and not name.endswith(_BACKUP_ENDS)


def read_folder(
    root: Path, wanted: Callable[[str], bool] = lambda name: True, known: Files = _NOTHING
) -> dict[str, bytes]:
    """Every file below `root` whose name is wanted, by name relative to it with slashes, in a fixed
    order. What stands in those `known` is not read. A file that goes while the folder is read is
    not there. Raises OSError."""
    found = {}
    for name in sorted(filter(wanted, _names(root))):
        try:
            found[name] = known.get(name) or Path(root, name).read_bytes()
        except FileNotFoundError:
            continue
    return found


def _names(root: Path | str, lead: str = "") -> Iterator[str]:
    """Every file below `root`, what links lead to included; a folder behind a link is not."""
    try:
        entries = list(os.scandir(root))
    except FileNotFoundError:
        return
    for entry in entries:
        if entry.is_dir(follow_symlinks=False):
            yield from _names(entry.path, f"{lead}{entry.name}/")
        elif entry.is_file(follow_symlinks=False) or Path(entry).is_file():
            yield lead + entry.name


def fingerprint_of(files: Files) -> str:
    """A hash of names and contents."""
    return fingerprint(*(part for name in sorted(files) for part in (name, files[name])))


def make_like(root: Path, files: Files) -> None:
    """Make `root` hold exactly `files`. A file whose content is right already is not touched.

    What a link leads to is left alone; `root` itself must be none. Raises OSError.
    """
    root.mkdir(parents=True, exist_ok=True)
    _clear(root, files)
    folders: set[Path] = set()
    for name, data in files.items():
        path = root / name
        if path.parent not in folders:
            path.parent.mkdir(parents=True, exist_ok=True)
            folders.add(path.parent)
        if path.exists():
            write_if_changed(path, data)
        else:  # half of it would not pass for the whole: it is compared the next time
            path.write_bytes(data)


def _clear(folder: Path | str, wanted: Files, lead: str = "") -> bool:
    """Remove what is below the folder and none of the `wanted` files; whether anything is left."""
    left = False
    for entry in list(os.scandir(folder)):
        name, is_folder = lead + entry.name, entry.is_dir(follow_symlinks=False)
        if is_link(entry) or not (is_folder or name in wanted):
            os.unlink(entry)
        elif is_folder and not _clear(entry.path, wanted, f"{name}/"):
            os.rmdir(entry)
        else:
            left = True
    return left


def write_if_changed(path: Path, data: bytes) -> None:
    """Write whole or not at all, and only if the content differs."""
    if path.is_file() and path.read_bytes() == data:
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_name(path.name + ".part")
    draft.write_bytes(data)
    draft.replace(path)
