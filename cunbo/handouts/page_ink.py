"""What ink lies on a page of a PDF: words, lines, drawings, each with its box in points.

A page that is set by Typst says of every piece whether it belongs to the words that are read (then
it has a number, by which the tags name it) or is only there to be seen, as the line of a table is.
"""

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, NamedTuple

import pypdfium2
import pypdfium2.raw as pdfium

_NO_NUMBER = -1
_THIN = 4
"""Points. A path that is no higher, or no wider, is a line."""
_WHITE = 250
_EDGES = tuple(ctypes.c_float() for _ in range(4))
_MATRIX = pdfium.FS_MATRIX()
"""Where PDFium writes what it is asked for; not made anew for each piece of ink."""


class InkBox(NamedTuple):
    """Edges in points from the lower left corner of the page."""

    left: float
    bottom: float
    right: float
    top: float

    @property
    def width(self) -> float:
        return self.right - self.left

    @property
    def height(self) -> float:
        return self.top - self.bottom


class InkWords(NamedTuple):
    """Words of one size (points) that stand on one line, by the `number` the tags know."""

    box: InkBox
    number: int
    size: float
    source: Any


class InkPath(NamedTuple):
    """A line or shape. `strength` is the width of its stroke in points, less the lighter it is:
    that of a black line is its width. A shape without a stroke is as strong as it is thick."""

    box: InkBox
    number: int
    strength: float

    @property
    def is_drawn(self) -> bool:
        """Whether it is part of a drawing."""
        return self.number != _NO_NUMBER

    @property
    def lies(self) -> bool:
        """Whether it is a level line of the page itself."""
        return not self.is_drawn and self.box.height <= _THIN < self.box.width

    @property
    def stands(self) -> bool:
        """Whether it is an upright line of the page itself."""
        return not self.is_drawn and self.box.width <= _THIN < self.box.height


@dataclass(frozen=True)
class PageInk:
    """All ink of a page of this `width` and `height` (points), in the order it is printed."""

    width: float
    height: float
    words: tuple[InkWords, ...]
    paths: tuple[InkPath, ...]


def page_ink(page: pypdfium2.PdfPage) -> PageInk:
    """Read a page. What is white leaves no ink. Not for several threads at a time."""
    words: list[InkWords] = []
    paths: list[InkPath] = []
    for index in range(pdfium.FPDFPage_CountObjects(page.raw)):
        thing = pdfium.FPDFPage_GetObject(page.raw, index)
        kind = pdfium.FPDFPageObj_GetType(thing)
        if kind == pdfium.FPDF_PAGEOBJ_TEXT:
            words.append(InkWords(_box(thing), _number(thing), _size(thing), thing))
        elif kind == pdfium.FPDF_PAGEOBJ_PATH:
            paths.extend(_path(thing))
    width, height = page.get_size()
    return PageInk(width, height, tuple(words), tuple(paths))


def said(words: InkWords, text: pypdfium2.PdfTextPage) -> str:
    """The words themselves; `text` is that of their page."""
    room = pdfium.FPDFTextObj_GetText(words.source, text.raw, None, 0)
    letters = ctypes.create_string_buffer(room)
    into = ctypes.cast(letters, ctypes.POINTER(ctypes.c_ushort))
    pdfium.FPDFTextObj_GetText(words.source, text.raw, into, room)
    return letters.raw.decode("utf-16-le", errors="replace").rstrip("\0")


def _path(thing: Any) -> Iterator[InkPath]:
    """A path, if it leaves ink."""
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    pdfium.FPDFPath_GetDrawMode(thing, fill, stroke)
    box = _box(thing)
    if stroke.value:
        shade, thick = _shade(thing, pdfium.FPDFPageObj_GetStrokeColor), _stroke(thing)
        # PDFium lets the box of a stroked path reach out by its whole width.
        half = thick / 2
        box = InkBox(box[0] + half, box[1] + half, box[2] - half, box[3] - half)
    else:
        shade, thick = _shade(thing, pdfium.FPDFPageObj_GetFillColor), min(box.width, box.height)
    if shade < _WHITE and (stroke.value or fill.value):
        yield InkPath(box, _number(thing), thick * (255 - shade) / 255)


def _box(thing: Any) -> InkBox:
    left, bottom, right, top = _EDGES
    pdfium.FPDFPageObj_GetBounds(thing, left, bottom, right, top)
    return InkBox(left.value, bottom.value, right.value, top.value)


def _number(thing: Any) -> int:
    return int(pdfium.FPDFPageObj_GetMarkedContentID(thing))


def _size(thing: Any) -> float:
    size = ctypes.c_float()
    pdfium.FPDFTextObj_GetFontSize(thing, size)
    return round(size.value * _scale(thing), 1)


def _stroke(thing: Any) -> float:
    width = ctypes.c_float()
    pdfium.FPDFPageObj_GetStrokeWidth(thing, width)
    return width.value * _scale(thing)


def _scale(thing: Any) -> float:
    """How many times larger than it is written a thing is printed."""
    matrix = _MATRIX
    pdfium.FPDFPageObj_GetMatrix(thing, matrix)
    return float(abs(matrix.a * matrix.d - matrix.b * matrix.c) ** 0.5)


def _shade(thing: Any, ask: Any) -> float:
    """From 0, black, to 255, white, as a copier sees a colour."""
    red, green, blue, cover = (ctypes.c_uint() for _ in range(4))
    ask(thing, red, green, blue, cover)
    shade = 0.299 * red.value + 0.587 * green.value + 0.114 * blue.value
    return 255 - (255 - shade) * cover.value / 255
