"""What was printed in this run already, whichever test and process asked for it."""

import os
import pickle
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from pypdfium2 import PdfDocument
from reading_back import printed

from cunbo.handouts import measuring, typst_sheets
from cunbo.handouts.typst_sheets import SheetPrinter
from cunbo.making.files import fingerprint, fingerprint_of, read_folder

_real = SheetPrinter._set
_real_measured = measuring.measured


class Prints:
    """Takes the place of Typst for what has been set from the same templates, data and fonts. Many
    tests build the small course, and nearly all a build does is to set its sheets."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        folder.mkdir(parents=True, exist_ok=True)

    def take_over(self, patch: pytest.MonkeyPatch) -> None:
        patch.setattr(SheetPrinter, "_set", lambda printer, jobs: self._set(printer, [*jobs]))
        patch.setattr(measuring, "measured", cache(_real_measured))

    def _set(self, printer: SheetPrinter, jobs: list[Any]) -> Iterator[Any]:
        kept = [self._folder / _key(printer, job) for job in jobs]
        there = [path.exists() for path in kept]
        fresh = iter(_real(printer, _without(jobs, there)))
        for path, is_there in zip(kept, there, strict=True):
            if not is_there:
                made = next(fresh)
                draft = path.with_suffix(f".{os.getpid()}")
                draft.write_bytes(pickle.dumps(made))
                draft.replace(path)
                yield made
            else:
                yield pickle.loads(path.read_bytes())


def print_anew(patch: pytest.MonkeyPatch) -> None:
    """Let Typst set everything, as it does for everybody else."""
    patch.setattr(SheetPrinter, "_set", _real)
    patch.setattr(measuring, "measured", _real_measured)


def _without(jobs: Iterable[Any], there: Iterable[bool]) -> Iterator[Any]:
    return (job for job, is_there in zip(jobs, there, strict=True) if not is_there)


def _key(printer: SheetPrinter, job: Any) -> str:
    """A hash of all that a job is made from."""
    folders = filter(None, (printer._templates, job.root))
    read = (fingerprint_of(read_folder(folder)) for folder in folders)
    how = repr(sorted(job.how.items()))
    fonts = map(str, typst_sheets._fonts())
    return fingerprint(job.template, job.data, how, *read, *fonts)


@cache
def words_printed(pdf: bytes) -> str:
    """What can be read between head and foot of a sheet."""
    return printed(PdfDocument(pdf))
