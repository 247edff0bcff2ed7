"""Where tests write, and how a folder gets there: some hundred thousand small files in a run.

A disk takes several times as long over each of them as memory does.
"""

import os
import re
import tempfile
from functools import cache
from pathlib import Path

MEMORY = Path("/dev/shm")
ROOM = 4 << 30
"""Bytes that have to be free; a run takes a quarter of them."""

Tree = dict[str, "bytes | Path | Tree"]
"""A folder: its files, its links and its folders by name."""

_lasting: set[Path] = set()


def write_in_memory() -> None:
    """Let everything temporary be written into memory, unless somebody said where, or it is
    short."""
    if "TMPDIR" not in os.environ and _has_room():
        os.environ["TMPDIR"] = tempfile.tempdir = str(MEMORY)


def _has_room() -> bool:
    try:
        disk = os.statvfs(MEMORY)
        found = re.search(r"^MemAvailable: +(\d+) kB$", Path("/proc/meminfo").read_text(), re.M)
    except (OSError, AttributeError):
        return False
    usable = os.access(MEMORY, os.W_OK | os.X_OK) and not disk.f_flag & os.ST_NOEXEC
    free = min(disk.f_bavail * disk.f_frsize, int(found[1]) << 10 if found else 0)
    return usable and free >= ROOM


def lasts(folder: Path) -> None:
    """Of a folder that stays as it is as long as tests run: to be copied, it is read once."""
    _lasting.add(folder)


def copied(folder: Path, to: Path) -> Path:
    """The files of a folder at `to`; their rights and times stay behind."""
    _put(_held(folder) if folder in _lasting else _tree(folder), to)
    return to


@cache
def _held(folder: Path) -> Tree:
    return _tree(folder)


def _tree(folder: Path | str) -> Tree:
    with os.scandir(folder) as entries:
        return {entry.name: _content(entry) for entry in entries}


def _content(entry: os.DirEntry[str]) -> "bytes | Path | Tree":
    if entry.is_symlink():
        return Path(os.readlink(entry))
    return _tree(entry.path) if entry.is_dir() else Path(entry).read_bytes()


def _put(tree: Tree, to: Path | str) -> None:
    os.makedirs(to)
    for name, content in tree.items():
        path = f"{to}{os.sep}{name}"
        if isinstance(content, dict):
            _put(content, path)
        elif isinstance(content, Path):
            os.symlink(content, path)
        else:
            with open(path, "xb", buffering=0) as file:
                file.write(content)
