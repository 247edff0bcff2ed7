"""The one module that knows Typst."""

import json
import shutil
import threading
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import manimgx_fonts_cjk
import pypdfium2
import typst

from cunbo.handouts.booklets import Side
from cunbo.telling.sheets import Sheet

_KEPT_FOR = 11


class SheetError(Exception):
    """Typst could not set a sheet; the message is its diagnostic, with file and line."""


class BlankSheetError(Exception):
    """A page was printed without a letter: the font could not be read, or memory ran out; the
    message says which."""


class SheetPrinter:
    """Prints sheets from the templates in one folder, from as many threads as like to.

    Each thread's compiler is opened with its first sheet and kept: it then has fonts and templates
    at hand. Typst works without Python's lock, so two threads print on two cores.
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
        return self._pdf(sheet.template, _inputs(data, sides), epoch)

    def print_pack(self, pack: Sheet, data: bytes, epoch: int) -> bytes:
        """Many sheets in one tagged PDF/UA-1. Same input, same bytes. Raises SheetError."""
        try:
            return self._pdf(pack.template, {"pack": data.decode()}, epoch)
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
        told = json.dumps({"title": title, "sides": sides}, ensure_ascii=False)
        with TemporaryDirectory() as folder:
            Path(folder, "pack.pdf").write_bytes(pack)
            template = Path(shutil.copy(self._templates / "booklet.typ", folder))
            try:
                pdf = typst.compile(
                    template,
                    root=Path(folder),
                    font_paths=_fonts(),
                    ignore_system_fonts=True,
                    format="pdf",
                    sys_inputs={"booklet": told},
                    pdf_tags=False,
                    timestamp=epoch,
                )
            except typst.TypstError as error:
                raise SheetError(error.diagnostic) from error
        return _one(pdf)

    def _pdf(self, template: str, inputs: dict[str, str], epoch: int) -> bytes:
        try:
            pdf = self._compiler.compile(
                self._templates / template,
                format="pdf",
                sys_inputs=inputs,
                pdf_standards=["ua-1"],
                timestamp=epoch,
            )
        except typst.TypstError as error:
            raise SheetError(error.diagnostic) from error
        return _one(pdf)

    def png_pages(
        self, sheet: Sheet, data: bytes, ppi: float, sides: tuple[int, ...] = ()
    ) -> list[bytes]:
        """The same sheet as one PNG a page, `ppi` pixels per inch. Raises SheetError."""
        return self._pngs(sheet.template, _inputs(data, sides), ppi)

    def png(self, template: str, data: bytes, ppi: float) -> bytes:
        """A picture that is no sheet, of one page. Same data, same bytes. Raises SheetError."""
        (page,) = self._pngs(template, {"data": data.decode()}, ppi)
        return page

    def _pngs(self, template: str, inputs: dict[str, str], ppi: float) -> list[bytes]:
        try:
            pages = self._compiler.compile(
                self._templates / template, format="png", ppi=ppi, sys_inputs=inputs
            )
        except typst.TypstError as error:
            raise SheetError(error.diagnostic) from error
        return pages if isinstance(pages, list) else [_one(pages)]

    @property
    def _compiler(self) -> typst.Compiler:
        """This thread's compiler."""
        if not hasattr(self._own, "compiler"):
            self._own.compiler = typst.Compiler(
                root=self._templates, font_paths=_fonts(), ignore_system_fonts=True
            )
        compiler: typst.Compiler = self._own.compiler
        return compiler


def page_count(pdf: bytes) -> int:
    """How many pages a PDF has."""
    return len(pypdfium2.PdfDocument(pdf))


def read_back(pdf: bytes, file: str) -> None:
    """Raise BlankSheetError unless every page of a PDF has letters that can be read again; `file`
    is how the author knows it.

    Typst leaves out, without a word, what it has no font for. Not for several threads at a time.
    """
    try:
        for number, page in enumerate(pypdfium2.PdfDocument(pdf), 1):
            if page.get_textpage().count_chars() == 0:
                raise BlankSheetError(f"{file} 第 {number} 页")
    except pypdfium2.PdfiumError as error:
        raise BlankSheetError(file) from error


@cache
def _fonts() -> typst.Fonts:
    """Noto Sans CJK and nothing else: sheets must not depend on the machine they are made on."""
    folder = Path(manimgx_fonts_cjk.__file__).parent
    return typst.Fonts(
        include_system_fonts=False, include_embedded_fonts=False, font_paths=[folder]
    )


def _inputs(data: bytes, sides: tuple[int, ...]) -> dict[str, str]:
    """What a template finds in `sys.inputs`."""
    return {"data": data.decode(), "sides": json.dumps(sides)}


def _one(compiled: bytes | list[bytes] | None) -> bytes:
    """The single document that Typst hands back when no output file is named."""
    if not isinstance(compiled, bytes):
        raise SheetError("Typst gave back no document")
    return compiled
