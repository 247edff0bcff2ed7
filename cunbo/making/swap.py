"""Puts a finished folder in the place of an old one, so that a kill never leaves half a site."""

import ctypes
import os
import shutil
import sys
from pathlib import Path

_AT_FDCWD = -100
_EXCHANGE = 2


def swap_in(new: Path, old: Path, parking: Path) -> None:
    """Make `new` stand where `old` stands; what stood there is deleted.

    On Linux the two change names in one system call. Elsewhere `old` is first moved to `parking`;
    if the machine dies between the two moves, `recover` puts it back. All three must be on one
    disk. Raises OSError if the folders cannot be moved (on Windows: a file is open in `old`).
    """
    shutil.rmtree(parking, ignore_errors=True)
    if not old.exists():
        new.rename(old)
    elif _exchange(new, old):
        shutil.rmtree(new, ignore_errors=True)
    else:
        old.rename(parking)
        try:
            new.rename(old)
        except OSError:
            parking.rename(old)
            raise
        shutil.rmtree(parking, ignore_errors=True)


def recover(old: Path, parking: Path) -> None:
    """Undo a swap that was cut off in the middle."""
    if parking.exists() and not old.exists():
        parking.rename(old)


def _exchange(one: Path, other: Path) -> bool:
    """Exchange two names at once with renameat2(2); False where the system has no such call."""
    if not sys.platform.startswith("linux"):
        return False
    rename = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None)
    if rename is None:
        return False
    first, second = os.fsencode(one), os.fsencode(other)
    return bool(rename(_AT_FDCWD, first, _AT_FDCWD, second, _EXCHANGE) == 0)
