"""Prints packs, and keeps them for as long as nothing of what is in them changes."""

from collections.abc import Callable
from contextlib import suppress
from functools import cached_property
from pathlib import Path

from cunbo.handouts.booklets import Side
from cunbo.handouts.measured import Measured, as_json, from_json
from cunbo.handouts.measuring import measured
from cunbo.handouts.read_back import read_back
from cunbo.handouts.typst_sheets import SheetPrinter
from cunbo.making.files import Files, fingerprint, fingerprint_of, read_folder
from cunbo.making.freshness import tools
from cunbo.making.kept_sheets import KeptSheets
from cunbo.telling.sheets import Sheet

_PDF, _MEASURED = "pack.pdf", "measured.json"


class PackPrinter:
    """Prints what a folder for the shop is asked to hold, or finds it among what is `kept`.

    A pack is known by a hash of everything it comes from. All methods raise SheetError,
    BlankSheetError, OSError; same input, same bytes.
    """

    def __init__(self, templates: Path, kept: KeptSheets) -> None:
        self._templates = templates
        self._kept = kept
        self._keys: list[str] = []

    @cached_property
    def _printer(self) -> SheetPrinter:
        return SheetPrinter(self._templates)

    @cached_property
    def _made_with(self) -> str:
        return fingerprint_of(read_folder(self._templates)) + tools()

    def pack(self, pack: Sheet, data: bytes, epoch: int) -> tuple[bytes, Measured]:
        """Many sheets in one tagged PDF/UA-1, and what it turned out to be."""

        def made() -> Files:
            pdf = self._printer.print_pack(pack, data, epoch)
            return {_PDF: pdf, _MEASURED: as_json(measured(pdf, pack.file(None), pack.margin))}

        files = self._once(made, pack.template, data, str(epoch))
        with suppress(ValueError, KeyError, TypeError):
            return files[_PDF], from_json(files[_MEASURED])
        return files[_PDF], measured(files[_PDF], pack.file(None), pack.margin)

    def folded(self, pack: bytes, title: str, sides: tuple[Side, ...], epoch: int) -> bytes:
        """Pages of a pack, two on each side of A4."""
        return self._once(
            lambda: {_PDF: self._printer.fold(pack, title, sides, epoch)},
            *(title, pack, repr(sides), str(epoch)),
        )[_PDF]

    def sheet(self, sheet: Sheet, data: bytes, epoch: int = 0) -> bytes:
        """A sheet by itself, of no day if none is given."""

        def made() -> Files:
            pdf = self._printer.print_pdf(sheet, data, epoch)
            read_back(pdf, sheet.file(None))
            return {_PDF: pdf}

        return self._once(made, sheet.template, data, str(epoch))[_PDF]

    def keep_for(self, folder: Path) -> None:
        """Let go what neither this folder nor another that was filled of late holds."""
        self._kept.used(str(folder), self._keys)

    def _once(self, make: Callable[[], Files], *made_of: str | bytes) -> Files:
        key = fingerprint(self._made_with, *made_of)
        self._keys.append(key)
        ready = self._kept.get(key)
        if ready:
            return ready
        files = make()
        self._kept.put(key, files)
        return files
