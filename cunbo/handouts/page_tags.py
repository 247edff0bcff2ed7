"""What the tags of a page say of its ink: which row of a table it is in, which drawing it is of.

PDFium shows of the tags of a document those that have something on one page. Every tag has the same
place among its neighbours on every page, so a row that is met on two of them is told by its path.
"""

import ctypes
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, TypeAlias

import pypdfium2
import pypdfium2.raw as pdfium

TagPath: TypeAlias = tuple[int, ...]


def row_cut(page: pypdfium2.PdfPage, after: pypdfium2.PdfPage) -> set[int]:
    """The numbers of the ink on the page `after` that belongs to a row which begins on `page`; none
    where no row is cut."""
    begins = _row_at(after, last=False)
    ends = _row_at(page, last=True) if begins else None
    return begins[1] if begins and ends and begins[0] == ends[0] else set()


def drawing_named(page: pypdfium2.PdfPage, number: int) -> str:
    """What is said of the drawing to which ink of this number belongs, to who cannot see it."""
    with _tree(page) as tops:
        for top in filter(None, tops):
            for tag in _all(top):
                if number in _numbers(tag) and (text := _alternative(tag)):
                    return text
    return ""


def _row_at(page: pypdfium2.PdfPage, last: bool) -> tuple[TagPath, set[int]] | None:
    with _tree(page) as tops:
        path: list[int] = []
        tags = _shown(tops)
        while tags:
            place, tag = tags[-1 if last else 0]
            path.append(place)
            if _kind(tag) == "TR":
                return tuple(path), {one for inner in _all(tag) for one in _numbers(inner)}
            tags = _shown(_below(tag))
    return None


def _shown(tags: list[Any]) -> list[tuple[int, Any]]:
    """Those tags that have something on the page, each with its place among its neighbours."""
    return [(place, tag) for place, tag in enumerate(tags) if tag]


@contextmanager
def _tree(page: pypdfium2.PdfPage) -> Iterator[list[Any]]:
    tree = pdfium.FPDF_StructTree_GetForPage(page.raw)
    count = pdfium.FPDF_StructTree_CountChildren(tree) if tree else 0
    try:
        yield [pdfium.FPDF_StructTree_GetChildAtIndex(tree, place) for place in range(count)]
    finally:
        if tree:
            pdfium.FPDF_StructTree_Close(tree)


def _below(tag: Any) -> list[Any]:
    """The tags inside one, None for those with nothing on this page."""
    count = pdfium.FPDF_StructElement_CountChildren(tag)
    return [pdfium.FPDF_StructElement_GetChildAtIndex(tag, place) for place in range(count)]


def _all(tag: Any) -> Iterator[Any]:
    yield tag
    for one in filter(None, _below(tag)):
        yield from _all(one)


def _numbers(tag: Any) -> set[int]:
    """The numbers of the ink that is directly in a tag."""
    count = pdfium.FPDF_StructElement_CountChildren(tag)
    ask = pdfium.FPDF_StructElement_GetChildMarkedContentID
    return {number for place in range(count) if (number := ask(tag, place)) >= 0}


def _kind(tag: Any) -> str:
    return _told(pdfium.FPDF_StructElement_GetType, tag)


def _alternative(tag: Any) -> str:
    return _told(pdfium.FPDF_StructElement_GetAltText, tag)


def _told(ask: Any, tag: Any) -> str:
    letters = ctypes.create_string_buffer(ask(tag, None, 0))
    ask(tag, letters, len(letters))
    return letters.raw.decode("utf-16-le", errors="replace").rstrip("\0")
