"""The XML that a Word document is made of. Text is data: it is only ever the text of an element.

Lengths are twentieths of a point, type sizes half points, as Word counts them.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

from lxml import etree

from cunbo.documents.clean import clean

Element: TypeAlias = Any
"""An element of lxml, which has no types."""

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_EAST_ASIAN = re.compile("[‘-‟—…·×①-⑳■-◿]")
"""Signs that Word takes from the Latin font unless it is told."""
MILLIMETRE = 1440 / 25.4


def mm(length: float) -> int:
    """So many millimetres."""
    return round(length * MILLIMETRE)


def w(name: str) -> str:
    """A name of Word's own."""
    return _W + name


def el(tag: str, *children: Element | None, **attributes: object) -> Element:
    """An element of Word's own with its children; None is left out."""
    element = etree.Element(_W + tag)
    for name, value in attributes.items():
        element.set(_W + name, str(value))
    element.extend([child for child in children if child is not None])
    return element


def run(
    text: str, *, bold: bool | None = None, size: int | None = None, label: bool = False
) -> Element:
    """A stretch of text in one look; a line break in it is one in the document. A `label` is
    framed. Unless it is said whether it is `bold`, its paragraph decides."""
    look = el("rPr")
    if label:
        look.append(el("rStyle", val="Label"))
    if _EAST_ASIAN.search(text):
        look.append(el("rFonts", hint="eastAsia"))
    if bold is not None:
        look.extend((el("b", val=int(bold)), el("bCs", val=int(bold))))
    if size is not None:
        look.extend((el("sz", val=size), el("szCs", val=size)))
    return el("r", look if len(look) else None, *_letters(clean(text)))


def _letters(text: str) -> Iterator[Element]:
    for number, line in enumerate(text.replace("\r", "").split("\n")):
        if number:
            yield el("br")
        for place, piece in enumerate(line.split("\t")):
            if place:
                yield el("tab")
            letters = el("t")
            letters.text = piece
            letters.set(_SPACE, "preserve")
            yield letters


def paragraph(
    *runs: Element,
    style: str | None = None,
    keep: bool = False,
    page: bool = False,
    number: int | None = None,
    tabs: Sequence[int] = (),
    hanging: int = 0,
    align: str | None = None,
) -> Element:
    """A paragraph. One that is to `keep` stays with the next; one with `page` begins a page; one
    with a `number` is an item of that list; `align` is `right` or `center`."""
    look = el(
        "pPr",
        el("pStyle", val=style) if style else None,
        el("keepNext") if keep else None,
        el("pageBreakBefore") if page else None,
        el("numPr", el("ilvl", val=0), el("numId", val=number)) if number is not None else None,
        el("tabs", *(el("tab", val="left", pos=at) for at in tabs)) if tabs else None,
        el("ind", left=hanging, hanging=hanging) if hanging else None,
        el("jc", val=align) if align else None,
    )
    return el("p", look if len(look) else None, *runs)


def gap() -> Element:
    """A narrow space: two tables with nothing between them would be one."""
    return paragraph(style="Gap")


@dataclass(frozen=True)
class GridRow:
    """A row of a table: the paragraphs of each cell. It is at least so `high`, or `exact` so; a
    `head` is repeated on every page. `keep` holds it on one page with the next. The last cell of a
    `field` has a line to write on. Words are `inset` at the sides by more than usual."""

    cells: tuple[tuple[Element, ...], ...]
    high: int = 0
    exact: bool = False
    head: bool = False
    keep: bool = False
    field: bool = False
    inset: int = 0


def table(
    widths: Sequence[int], rows: Iterable[GridRow], style: str = "Ruled", centred: bool = False
) -> Element:
    """A table with these widths of its columns. No row is broken across pages."""
    look = el(
        "tblPr",
        el("tblStyle", val=style),
        el("tblW", w=sum(widths), type="dxa"),
        el("jc", val="center") if centred else None,
        el("tblLayout", type="fixed"),
    )
    grid = el("tblGrid", *(el("gridCol", w=width) for width in widths))
    return el("tbl", look, grid, *(_row(widths, row) for row in rows))


def _row(widths: Sequence[int], row: GridRow) -> Element:
    look = el("trPr", el("cantSplit"))
    if row.high:
        look.append(el("trHeight", val=row.high, hRule="exact" if row.exact else "atLeast"))
    if row.head:
        look.append(el("tblHeader"))
    last = len(widths) - 1
    cells = (
        _cell(width, cell, row, underlined=row.field and n == last)
        for n, (width, cell) in enumerate(zip(widths, row.cells, strict=True))
    )
    made = el("tr", look, *cells)
    if row.keep:
        for one in made.iter(_W + "p"):
            keep_with_next(one)
    return made


def _cell(width: int, paragraphs: tuple[Element, ...], row: GridRow, underlined: bool) -> Element:
    line = el("bottom", val="single", sz=8, space=0, color="auto")
    sides = [el(side, w=row.inset, type="dxa") for side in ("left", "right")]
    look = el(
        "tcPr",
        el("tcW", w=width, type="dxa"),
        el("tcBorders", line) if underlined else None,
        el("tcMar", *sides) if row.inset else None,
        el("vAlign", val="bottom" if row.field else "center"),
    )
    return el("tc", look, *(paragraphs or (paragraph(style="Cell"),)))


def keep_with_next(made: Element) -> None:
    """Hold a paragraph on the page of the next."""
    look = made.find(_W + "pPr")
    if look is None:
        look = el("pPr")
        made.insert(0, look)
    if look.find(_W + "keepNext") is None:
        look.insert(1 if look.find(_W + "pStyle") is not None else 0, el("keepNext"))


def set_lines_apart(made: Element, factor: float, usual: int) -> None:
    """Set lines so much further apart as words are larger than `usual` (half points); not where
    they stand on one line."""
    for one in made.iter(_W + "p"):
        size = max((int(size.get(_W + "val")) for size in one.iter(_W + "sz")), default=0)
        look = one.find(_W + "pPr")
        if size <= usual or (look is not None and _is_on_one_line(look)):
            continue
        if look is None:
            look = el("pPr")
            one.insert(0, look)
        line = el("spacing", line=round(size * 10 * factor), lineRule="atLeast")
        later = [look.index(part) for part in look if part.tag in (_W + "ind", _W + "jc")]
        look.insert(min(later, default=len(look)), line)


def _is_on_one_line(look: Element) -> bool:
    style = look.find(_W + "pStyle")
    return style is not None and style.get(_W + "val") in ("Heading1", "Heading2", "Middle")


def field(code: str) -> Iterator[Element]:
    """What the program counts itself: PAGE or NUMPAGES."""
    yield el("r", el("fldChar", fldCharType="begin"))
    instruction = el("instrText")
    instruction.text = f" {code} "
    instruction.set(_SPACE, "preserve")
    yield el("r", instruction)
    yield el("r", el("fldChar", fldCharType="separate"))
    yield run("1")
    yield el("r", el("fldChar", fldCharType="end"))
