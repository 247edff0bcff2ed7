"""What a printed sheet turned out to be: letters and headings by side, read from the PDF."""

import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass

import pypdfium2

_POINTS = 72 / 25.4
_HEAD, _FOOT, _EDGE = 16.5 * _POINTS, 15 * _POINTS, 12 * _POINTS
"""What running head, foot and the free edge take of a page, in points."""
_HEADING = 46
"""Points from where a bookmark leads, a little above its heading, to below the heading's rule."""
_ABOVE = 6
"""Points from where a bookmark leads down to what is still above its heading."""


@dataclass(frozen=True)
class PrintedHeading:
    """A heading below the title: the side it stands on, from 1; whether text stands above it on
    that side, and whether nothing at all stands below it."""

    side: int
    has_text_above: bool
    is_last: bool


@dataclass(frozen=True)
class Measured:
    """`letters` counts letters and figures of each side, without head, foot and signs."""

    letters: tuple[int, ...]
    headings: tuple[PrintedHeading, ...]

    @property
    def sides(self) -> tuple[int, ...]:
        """On which side each heading stands; the first are those of the steps."""
        return tuple(heading.side for heading in self.headings)


def as_json(sheet: Measured) -> bytes:
    """The measurements, to be kept beside the sheet."""
    return json.dumps(asdict(sheet)).encode()


def from_json(kept: bytes) -> Measured:
    """What `as_json` kept. Raises ValueError, TypeError, KeyError where it is something else."""
    known = json.loads(kept)
    headings = tuple(PrintedHeading(**one) for one in known["headings"])
    return Measured(tuple(known["letters"]), headings)


def measured(pdf: bytes) -> Measured:
    """Measure a sheet. Not for several threads at a time."""
    document = pypdfium2.PdfDocument(pdf)
    pages = list(document)
    return Measured(
        tuple(sum(letter.isalnum() for letter in _text(page)) for page in pages),
        tuple(_headings(document, pages)),
    )


def _text(page: pypdfium2.PdfPage, above: float = _FOOT) -> str:
    """The words of a page's body that stand above a height in points."""
    width, height = page.get_size()
    if above >= height - _HEAD:
        return ""
    words: str = page.get_textpage().get_text_bounded(_EDGE, above, width - _EDGE, height - _HEAD)
    return words


def _headings(
    document: pypdfium2.PdfDocument, pages: list[pypdfium2.PdfPage]
) -> Iterator[PrintedHeading]:
    for mark in document.get_toc():
        place = mark.get_dest() if mark.level > 0 else None
        if place is not None:
            number = place.get_index()
            top = place.get_view()[1][1]
            page = pages[number]
            above = any(letter.isalnum() for letter in _text(page, top - _ABOVE))
            yield PrintedHeading(number + 1, above, _lowest_ink(page) >= top - _HEADING)


def _lowest_ink(page: pypdfium2.PdfPage) -> float:
    """The lower edge of what stands lowest on a page, above its foot."""
    bottoms: Iterator[float] = (thing.get_bounds()[1] for thing in page.get_objects(max_depth=1))
    return min((bottom for bottom in bottoms if bottom > _FOOT), default=page.get_height())
