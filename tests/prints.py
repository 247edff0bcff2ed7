"""What was printed already for a test, in this run or in one before."""

import os
import pickle
from collections.abc import Iterable, Iterator
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from pypdfium2 import PdfDocument
from reading_back import printed

from cunbo.handouts import measuring, press, typst_sheets
from cunbo.handouts.typst_sheets import SheetPrinter
from cunbo.making.files import fingerprint, fingerprint_of, read_folder
from cunbo.making.freshness import tools

MOST = 400_000_000
"""Bytes that are kept from run to run: those of a few runs. What was used least of late goes."""

_real = SheetPrinter._set
_real_measured = measuring.measured


class Prints:
    """Takes the place of Typst for what has been set from the same templates, data and fonts. Many
    tests build the small course, and nearly all a build does is to set its sheets."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        folder.mkdir(parents=True, exist_ok=True)
        code = (Path(press.__file__), Path(press.__file__).with_name("typst_process.py"))
        self._made_by = fingerprint(tools(), *(path.read_bytes() for path in code))

    def take_over(self, patch: pytest.MonkeyPatch) -> None:
        patch.setattr(SheetPrinter, "_set", lambda printer, jobs: self._set(printer, [*jobs]))
        patch.setattr(measuring, "measured", cache(_real_measured))

    def _set(self, printer: SheetPrinter, jobs: list[Any]) -> Iterator[Any]:
        places = [self._folder / self._key(printer, job) for job in jobs]
        kept = [_read(place) for place in places]
        fresh = iter(_real(printer, (job for job, had in zip(jobs, kept, strict=True) if not had)))
        for place, had in zip(places, kept, strict=True):
            if had:
                yield pickle.loads(had)
            else:
                made = next(fresh)
                _write(place, pickle.dumps(made))
                yield made

    def _key(self, printer: SheetPrinter, job: Any) -> str:
        """A hash of all that a job is made from."""
        folders = filter(None, (printer._templates, job.root))
        read = (fingerprint_of(read_folder(folder)) for folder in folders)
        how, fonts = repr(sorted(job.how.items())), _fonts_in(typst_sheets._fonts())
        return fingerprint(self._made_by, job.template, job.data, how, *read, fonts)


def print_anew(patch: pytest.MonkeyPatch) -> None:
    """Let Typst set everything, as it does for everybody else."""
    patch.setattr(SheetPrinter, "_set", _real)
    patch.setattr(measuring, "measured", _real_measured)


def let_go(folder: Path) -> None:
    """Remove what is more than is kept. Another run may do so at the same time."""
    left = MOST
    for path, state in sorted(_kept(folder), key=lambda one: one[1].st_mtime, reverse=True):
        left -= state.st_size
        if left < 0:
            path.unlink(missing_ok=True)


def _kept(folder: Path) -> Iterator[tuple[Path, os.stat_result]]:
    for path in folder.iterdir():
        with suppress(FileNotFoundError):
            yield path, path.stat()


def _read(place: Path) -> bytes:
    """What is kept in a place, which is then used of late; nothing where nothing is."""
    try:
        data = place.read_bytes()
        os.utime(place)
    except FileNotFoundError:
        return b""
    return data


def _write(place: Path, data: bytes) -> None:
    draft = place.with_suffix(f".{os.getpid()}")
    draft.write_bytes(data)
    draft.replace(place)


@cache
def _fonts_in(folders: Iterable[Path]) -> str:
    """The font files of folders, with size and time: they are too large to be read each time."""
    files = sorted(path for folder in folders for path in folder.glob("*.[ot]t[fc]"))
    states = ((path, path.stat()) for path in files)
    return repr([(str(path), state.st_size, state.st_mtime_ns) for path, state in states])


@cache
def words_printed(pdf: bytes) -> str:
    """What can be read between head and foot of a sheet."""
    return printed(PdfDocument(pdf))
