"""About how high paragraphs and tables will be: Word tells nobody before it sets them."""

import math
from collections.abc import Iterable

from cunbo.documents.word_file import LINE
from cunbo.documents.wordml import Element, w

_EMU = 635
"""In a twentieth of a point."""
_CELL = 216
"""What a cell keeps free at its sides."""
_LIST = 480
"""What an item of a list is set in."""


def height(made: Iterable[Element], width: int, points: float) -> int:
    """The height of elements set in a room so wide, with type of so many points."""
    return sum(_height(one, width, points) for one in made)


def _height(one: Element, width: int, points: float) -> int:
    if one.tag == w("tbl"):
        widths = [int(column.get(w("w"))) for column in one.find(w("tblGrid"))]
        return sum(_row(row, widths, points) for row in one.iterfind(w("tr")))
    pictures = [int(size.get("cy")) // _EMU for size in one.iter("{*}extent")]
    if pictures:
        return max(pictures) + _spaced(one)
    if _style(one) == "Gap":
        return 120
    text = "".join(letters.text or "" for letters in one.iter(w("t")))
    line = points * 20 * LINE
    room = max(width - _indent(one), 1)
    return round(math.ceil(_wide(text) * points * 20 / room or 1) * line) + _spaced(one)


def _row(row: Element, widths: list[int], points: float) -> int:
    told = row.find(w("trPr")).find(w("trHeight"))
    least = int(told.get(w("val"))) if told is not None else 0
    cells = zip(row.iterfind(w("tc")), widths, strict=True)
    return max(least, *(height(list(cell)[1:], width - _CELL, points) for cell, width in cells))


def _wide(text: str) -> float:
    """In squares: two Latin letters take about as much as one sign of Chinese."""
    return sum(0.55 if letter < "\u2000" else 1 for letter in text)


def _style(one: Element) -> str | None:
    found = one.find(f"{w('pPr')}/{w('pStyle')}")
    return None if found is None else found.get(w("val"))


def _indent(one: Element) -> int:
    found = one.find(f"{w('pPr')}/{w('ind')}")
    if found is not None:
        return int(found.get(w("left")))
    return _LIST if _style(one) in ("Steps", "Points", "Ticks") else 0


def _spaced(one: Element) -> int:
    return 80 if _style(one) in ("Cell", "Middle") else 200 if _style(one) == "Warned" else 40
