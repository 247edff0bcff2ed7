"""Measures a printed sheet: opens its PDF once and reads all that is to be known of it."""

from collections.abc import Iterable, Iterator
from itertools import chain, pairwise
from typing import NamedTuple

import pypdfium2

from cunbo.handouts.blank_sheet import BlankSheetError
from cunbo.handouts.measured import Measured, PrintedHeading, Spot
from cunbo.handouts.page_faults import (
    closest_lines,
    faintest_path,
    nearest_words,
    smallest_words,
    strays,
)
from cunbo.handouts.page_ink import InkBox, InkWords, PageInk, page_ink, said
from cunbo.handouts.page_tags import drawing_named, row_cut

_MILLIMETRE = 72 / 25.4
_HEAD, _FOOT, _EDGE = 16.5 * _MILLIMETRE, 15 * _MILLIMETRE, 12 * _MILLIMETRE
"""What running head, foot and the free edge take of a page, in points."""
_HEADING = 46
"""Points from where a bookmark leads, a little above its heading, to below the heading's rule."""
_ABOVE = 6
"""Points from where a bookmark leads down to what is still above its heading."""


class _Side(NamedTuple):
    """A page with its number, from 1, its words as they are read, and its ink."""

    number: int
    page: pypdfium2.PdfPage
    text: pypdfium2.PdfTextPage
    ink: PageInk

    def spot(self, words: InkWords | None, points: float = 0) -> Spot:
        return Spot(self.number, said(words, self.text) if words else "", round(points, 2))


def measured(pdf: bytes, file: str, margin: float) -> Measured:
    """Measure a sheet on which nothing may reach nearer than `margin` millimetres to the paper's
    edge; `file` is how the author knows it.

    Raises BlankSheetError where a page has no letter: Typst leaves out, without a word, what it has
    no font for. Not for several threads at a time.
    """
    try:
        document = pypdfium2.PdfDocument(pdf)
        sides = [_side(number, page, file) for number, page in enumerate(document, 1)]
    except pypdfium2.PdfiumError as error:
        raise BlankSheetError(file) from error
    return Measured(
        tuple(sum(letter.isalnum() for letter in _body(side)) for side in sides),
        tuple(_headings(document, sides)),
        smallest=_least(map(_smallest, sides)),
        faintest=_least(map(_faintest, sides)),
        closest=_least(map(_closest, sides)),
        strays=tuple(_strays(sides, margin * _MILLIMETRE)),
        cut=tuple(_cut(sides)),
        size=len(pdf),
    )


def _side(number: int, page: pypdfium2.PdfPage, file: str) -> _Side:
    text = page.get_textpage()
    if text.count_chars() == 0:
        raise BlankSheetError(f"{file} 第 {number} 页")
    return _Side(number, page, text, page_ink(page))


def _body(side: _Side, above: float = _FOOT) -> str:
    """The words of a page's body that stand above a height in points."""
    width, height = side.ink.width, side.ink.height
    if above >= height - _HEAD:
        return ""
    words: str = side.text.get_text_bounded(_EDGE, above, width - _EDGE, height - _HEAD)
    return words


def _headings(document: pypdfium2.PdfDocument, sides: list[_Side]) -> Iterator[PrintedHeading]:
    for mark in document.get_toc():
        place = mark.get_dest() if mark.level > 0 else None
        if place is not None:
            side = sides[place.get_index()]
            top = place.get_view()[1][1]
            above = any(letter.isalnum() for letter in _body(side, top - _ABOVE))
            yield PrintedHeading(side.number, above, _lowest(side.ink) >= top - _HEADING)


def _lowest(ink: PageInk) -> float:
    """The lower edge of what stands lowest on a page, above its foot."""
    boxes = chain((one.box for one in ink.words), (one.box for one in ink.paths))
    bottoms = (box.bottom for box in boxes)
    return min((bottom for bottom in bottoms if bottom > _FOOT), default=ink.height)


def _least(spots: Iterable[Spot | None]) -> Spot | None:
    return min(filter(None, spots), key=lambda spot: spot.points, default=None)


def _smallest(side: _Side) -> Spot | None:
    words = smallest_words(side.ink)
    return side.spot(words, words.size) if words else None


def _faintest(side: _Side) -> Spot | None:
    path = faintest_path(side.ink)
    if path is None or not path.is_drawn:
        return _beside(side, path.box, path.strength) if path else None
    return Spot(side.number, drawing_named(side.page, path.number), round(path.strength, 2))


def _closest(side: _Side) -> Spot | None:
    found = closest_lines(side.ink)
    return _beside(side, found[1], found[0]) if found else None


def _beside(side: _Side, box: InkBox, points: float) -> Spot:
    return side.spot(nearest_words(side.ink, box), points)


def _strays(sides: list[_Side], margin: float) -> Iterator[Spot]:
    return (side.spot(words) for side in sides for words in strays(side.ink, margin))


def _cut(sides: list[_Side]) -> Iterator[Spot]:
    for side, after in pairwise(sides):
        ruled = any(path.stands for path in after.ink.paths)
        numbers = row_cut(side.page, after.page) if ruled else set()
        if numbers:
            yield after.spot(next((one for one in after.ink.words if one.number in numbers), None))
