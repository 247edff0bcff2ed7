"""Puts a finished folder in the place of an old one, so that a kill never leaves half a site."""

import ctypes
import os
import shutil
import sys
from pathlib import Path

_AT_FDCWD = -100
_EXCHANGE = 2


class SiteLostError(OSError):
    """The new folder could not be put in place, nor the old one back: it stays parked."""


def swap_in(new: Path, old: Path, parking: Path) -> None:
    """Make `new` stand where `old` stands; what stood there is deleted.

    On Linux the two change names in one system call. Elsewhere `old` is first moved to `parking`;
    if the machine dies between the two moves, `recover` puts it back. All three must be on one
    disk. Raises OSError if the folders cannot be moved (on Windows: a file is open in `old`), and
    SiteLostError if `old` is left at `parking` by that.
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
        except OSError as error:
            _put_back(parking, old, error)
            raise
        shutil.rmtree(parking, ignore_errors=True)


def _put_back(parking: Path, old: Path, cause: OSError) -> None:
    try:
        parking.rename(old)
    except OSError:
        raise SiteLostError(cause.errno, cause.strerror, str(old)) from cause


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
