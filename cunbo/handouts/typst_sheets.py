"""Sheets, packs and pictures, set by Typst in a process of its own."""

import json
import shutil
from collections import deque
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple

from cunbo.handouts.booklets import Side
from cunbo.handouts.data import with_entry
from cunbo.handouts.font_weights import fonts_folder, weights_folder
from cunbo.handouts.press import Made, SheetError, press_with
from cunbo.telling.sheets import Sheet

_AHEAD = 16
"""So many jobs are sent before the first is asked for: the press always has the next at hand."""


class _Job(NamedTuple):
    """A template to set with data; `how` is Typst's, `root` the folder of what else it reads."""

    template: str
    data: bytes
    how: dict[str, Any]
    root: Path | None = None


class SheetPrinter:
    """Prints sheets from the templates in one folder, from as many threads as like to.

    All printers share one press, which keeps what it has read and set. All methods raise
    SheetError where a template cannot be set, PressError where the press did not get done.
    """

    def __init__(self, templates: Path) -> None:
        self._templates = templates

    def print_pdfs(
        self, sheets: Iterable[tuple[Sheet, bytes, int, tuple[int, ...]]]
    ) -> Iterator[bytes]:
        """Of each sheet with its data, epoch (Unix seconds) and sides a tagged PDF/UA-1, in their
        order, several printed at a time. Same input, same bytes."""
        jobs = (_tagged(one, with_entry(data, "sides", at), on) for one, data, on, at in sheets)
        return map(_one, self._set(jobs))

    def print_pdf(
        self, sheet: Sheet, data: bytes, epoch: int, sides: tuple[int, ...] = ()
    ) -> bytes:
        """One sheet by itself."""
        (pdf,) = self.print_pdfs([(sheet, data, epoch, sides)])
        return pdf

    def print_pack(self, pack: Sheet, data: bytes, epoch: int) -> bytes:
        """Many sheets in one tagged PDF/UA-1. Same input, same bytes."""
        try:
            return _one(self._made(_tagged(pack, data, epoch)))
        finally:
            press_with(_fonts()).end()  # of what it has set it would keep hundreds of MB

    def fold(self, pack: bytes, title: str, sides: tuple[Side, ...], epoch: int) -> bytes:
        """Pages of a pack, two on each side of A4. Not tagged: what it shows are pictures of pages.

        Same input, same bytes. Raises OSError.
        """
        told = json.dumps({"title": title, "sides": sides}, ensure_ascii=False).encode()
        how = {"format": "pdf", "pdf_tags": False, "timestamp": epoch}
        with TemporaryDirectory() as folder:
            Path(folder, "pack.pdf").write_bytes(pack)
            shutil.copy(self._templates / "booklet.typ", folder)
            return _one(self._made(_Job("booklet.typ", told, how, Path(folder))))

    def png_pages(
        self, sheet: Sheet, data: bytes, ppi: float, sides: tuple[int, ...] = ()
    ) -> list[bytes]:
        """The same sheet as one PNG a page, `ppi` pixels per inch."""
        pages = self._made(_drawn(sheet.template, with_entry(data, "sides", sides), ppi))
        return pages if isinstance(pages, list) else [_one(pages)]

    def pngs(self, pictures: Iterable[tuple[str, bytes]], ppi: float) -> Iterator[bytes]:
        """Of each template with its data a PNG of one page, in their order, several drawn at a
        time. Same data, same bytes."""
        return map(_one, self._set(_drawn(template, data, ppi) for template, data in pictures))

    def _made(self, job: _Job) -> Made:
        (made,) = self._set([job])
        return made

    def _set(self, jobs: Iterable[_Job]) -> Iterator[Made]:
        """What comes of each job, in their order."""
        press, sent = press_with(_fonts()), deque[int]()
        for job in jobs:
            sent.append(press.send(job.root or self._templates, self._files(job), job.how))
            if len(sent) > _AHEAD:
                yield press.made(sent.popleft())
        yield from map(press.made, sent)

    def _files(self, job: _Job) -> dict[str, bytes | Path]:
        return {
            "main.typ": self._templates / "sheet.typ",
            "data.json": with_entry(job.data, "template", job.template),
        }


def _tagged(sheet: Sheet, data: bytes, epoch: int) -> _Job:
    how = {"format": "pdf", "pdf_standards": ["ua-1"], "timestamp": epoch}
    return _Job(sheet.template, data, how)


def _drawn(template: str, data: bytes, ppi: float) -> _Job:
    return _Job(template, data, {"format": "png", "ppi": ppi})


@cache
def _fonts() -> tuple[Path, ...]:
    """Noto Sans CJK and nothing else: sheets must not depend on the machine they are made on."""
    return tuple(one for one in (weights_folder(), fonts_folder()) if one)


def _one(made: Made) -> bytes:
    """The single document that Typst hands back; of a picture, its single page."""
    match made:
        case bytes() | [bytes()]:
            return made if isinstance(made, bytes) else made[0]
    raise SheetError("Typst gave back no document")
