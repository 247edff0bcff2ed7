"""What stands on a printed sheet, read back from the PDF."""

import unicodedata
from collections import Counter

import pypdfium2


def page_count(pdf: bytes) -> int:
    """How many pages a PDF has."""
    return len(pypdfium2.PdfDocument(pdf))


def text_of(pdf: bytes) -> str:
    """All that stands in the PDF, without blanks."""
    document = pypdfium2.PdfDocument(pdf)
    text = "".join(page.get_textpage().get_text_range() for page in document)
    return without_blanks(text)


def lines_of(pdf: bytes) -> tuple[str, ...]:
    """The lines of its pages."""
    document = pypdfium2.PdfDocument(pdf)
    pages = (page.get_textpage().get_text_range() for page in document)
    return tuple(line for page in pages for line in page.splitlines() if line.strip())


def without_blanks(text: str) -> str:
    """The text as `text_of` would read it: no blanks, no signs that print nothing."""
    signs = unicodedata.normalize("NFKC", text)
    return "".join(one for one in signs if unicodedata.category(one)[0] not in "ZC")


def difference(one: str, other: str) -> int:
    """How many characters only one of two texts has, wherever they stand."""
    first, second = Counter(one), Counter(other)
    return ((first - second) + (second - first)).total()
