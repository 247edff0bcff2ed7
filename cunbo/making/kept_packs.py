"""Prints packs, and keeps them for as long as nothing of what is in them changes."""

from collections.abc import Callable
from functools import cached_property
from pathlib import Path

from cunbo.handouts.booklets import Side
from cunbo.handouts.read_back import read_back
from cunbo.handouts.typst_sheets import SheetPrinter
from cunbo.making.files import fingerprint, fingerprint_of, read_folder
from cunbo.making.freshness import tools
from cunbo.making.kept_sheets import KeptSheets
from cunbo.telling.sheets import Sheet

_PDF = "pack.pdf"


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

    def pack(self, pack: Sheet, data: bytes, epoch: int) -> bytes:
        """Many sheets in one tagged PDF/UA-1."""

        def made() -> bytes:
            pdf = self._printer.print_pack(pack, data, epoch)
            read_back(pdf, pack.file(None))
            return pdf

        return self._once(made, pack.template, data, str(epoch))

    def folded(self, pack: bytes, title: str, sides: tuple[Side, ...], epoch: int) -> bytes:
        """Pages of a pack, two on each side of A4."""
        return self._once(
            lambda: self._printer.fold(pack, title, sides, epoch),
            *(title, pack, repr(sides), str(epoch)),
        )

    def sheet(self, sheet: Sheet, data: bytes, epoch: int = 0) -> bytes:
        """A sheet by itself, of no day if none is given."""

        def made() -> bytes:
            pdf = self._printer.print_pdf(sheet, data, epoch)
            read_back(pdf, sheet.file(None))
            return pdf

        return self._once(made, sheet.template, data, str(epoch))

    def keep_for(self, folder: Path) -> None:
        """Let go what neither this folder nor another that was filled of late holds."""
        self._kept.used(str(folder), self._keys)

    def _once(self, make: Callable[[], bytes], *made_of: str | bytes) -> bytes:
        key = fingerprint(self._made_with, *made_of)
        self._keys.append(key)
        ready = self._kept.get(key)
        if ready:
            return ready[_PDF]
        pdf = make()
        self._kept.put(key, {_PDF: pdf})
        return pdf
