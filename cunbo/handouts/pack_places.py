"""Where in a printed pack its sheets and their headings stand, read from its bookmarks."""

from dataclasses import dataclass
from itertools import pairwise

import pypdfium2


@dataclass(frozen=True)
class PagePlace:
    """The page a sheet begins on, counted from 1, and each heading in it with its page."""

    page: int
    headings: tuple[tuple[str, int], ...]


def places(pdf: bytes, front: bool = True) -> tuple[PagePlace, ...]:
    """The places of a pack's sheets, in order; the contents in its `front` are none. Not for
    several threads at a time."""
    document = pypdfium2.PdfDocument(pdf)
    marks = [
        (mark.level, mark.get_title(), place.get_index() + 1)
        for mark in document.get_toc()
        if (place := mark.get_dest()) is not None
    ]
    tops = [index for index, (level, _, _) in enumerate(marks) if level == 0]
    return tuple(
        PagePlace(
            marks[top][2], tuple((title, page) for _, title, page in marks[top + 1 : following])
        )
        for top, following in pairwise((*tops, len(marks)))
    )[front:]
