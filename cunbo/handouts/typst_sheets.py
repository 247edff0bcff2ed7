"""The one module that knows Typst."""

import json
import shutil
import threading
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import typst

from cunbo.handouts.booklets import Side
from cunbo.handouts.data import with_entry
from cunbo.handouts.font_weights import fonts_folder, weights_folder
from cunbo.telling.sheets import Sheet

_KEPT_FOR = 11


class SheetError(Exception):
    """Typst could not set a sheet; the message is its diagnostic, with file and line."""


class SheetPrinter:
    """Prints sheets from the templates in one folder, from as many threads as like to.

    Each thread's compiler is opened with its first sheet and kept: it then has fonts and templates
    at hand. Typst works without Python's lock, so two threads print on two cores. It keeps what it
    has read, evaluated and laid out for as long as that comes of the same. Data that were an input
    of the program would void all of it; in a file under a name that never changes they void what
    was made of them and nothing else.
    """

    def __init__(self, templates: Path) -> None:
        self._templates = templates
        self._own = threading.local()

    def print_pdf(
        self, sheet: Sheet, data: bytes, epoch: int, sides: tuple[int, ...] = ()
    ) -> bytes:
        """A tagged PDF/UA-1. Same data, epoch (Unix seconds) and sides, same bytes.

        Raises SheetError.
        """
        return self._pdf(sheet.template, with_entry(data, "sides", sides), epoch)

    def print_pack(self, pack: Sheet, data: bytes, epoch: int) -> bytes:
        """Many sheets in one tagged PDF/UA-1. Same input, same bytes. Raises SheetError."""
        try:
            return self._pdf(pack.template, data, epoch)
        finally:
            self._forget()

    def _forget(self) -> None:
        """Typst keeps what it has set for so many compiles more: of a pack, hundreds of MB."""
        for _ in range(_KEPT_FOR):
            self._compiler.compile(b"", format="pdf")

    def fold(self, pack: bytes, title: str, sides: tuple[Side, ...], epoch: int) -> bytes:
        """Pages of a pack, two on each side of A4. Not tagged: what it shows are pictures of pages.

        Same input, same bytes. Raises SheetError, OSError.
        """
        told = json.dumps({"title": title, "sides": sides}, ensure_ascii=False).encode()
        with TemporaryDirectory() as folder:
            Path(folder, "pack.pdf").write_bytes(pack)
            shutil.copy(self._templates / "booklet.typ", folder)
            made = self._set("booklet.typ", told, Path(folder), pdf_tags=False, timestamp=epoch)
        return _one(made)

    def _pdf(self, template: str, data: bytes, epoch: int) -> bytes:
        return _one(self._set(template, data, pdf_standards=["ua-1"], timestamp=epoch))

    def png_pages(
        self, sheet: Sheet, data: bytes, ppi: float, sides: tuple[int, ...] = ()
    ) -> list[bytes]:
        """The same sheet as one PNG a page, `ppi` pixels per inch. Raises SheetError."""
        return self._pngs(sheet.template, with_entry(data, "sides", sides), ppi)

    def png(self, template: str, data: bytes, ppi: float) -> bytes:
        """A picture that is no sheet, of one page. Same data, same bytes. Raises SheetError."""
        (page,) = self._pngs(template, data, ppi)
        return page

    def _pngs(self, template: str, data: bytes, ppi: float) -> list[bytes]:
        pages = self._set(template, data, format="png", ppi=ppi)
        return pages if isinstance(pages, list) else [_one(pages)]

    def _set(
        self, template: str, data: bytes, root: Path | None = None, **how: Any
    ) -> bytes | list[bytes] | None:
        """What a template makes of the data; `how` is Typst's, `root` holds the templates."""
        files = {
            "main.typ": self._templates / "sheet.typ",
            "data.json": with_entry(data, "template", template),
        }
        how = {"format": "pdf", "root": root or self._templates} | how
        try:
            made: bytes | list[bytes] | None = self._compiler.compile(files, **how)
        except typst.TypstError as error:
            raise SheetError(error.diagnostic) from error
        return made

    @property
    def _compiler(self) -> Any:
        """This thread's compiler. That it takes several files, its types do not say."""
        if not hasattr(self._own, "compiler"):
            self._own.compiler = typst.Compiler(
                root=self._templates, font_paths=_fonts(), ignore_system_fonts=True
            )
        return self._own.compiler


@cache
def _fonts() -> typst.Fonts:
    """Noto Sans CJK and nothing else: sheets must not depend on the machine they are made on."""
    folders = [one for one in (weights_folder(), fonts_folder()) if one]
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=folders)


def _one(compiled: bytes | list[bytes] | None) -> bytes:
    """The single document that Typst hands back when no output file is named."""
    if not isinstance(compiled, bytes):
        raise SheetError("Typst gave back no document")
    return compiled
