"""Whether a PDF that was printed can be read again."""

import pypdfium2

from cunbo.handouts.blank_sheet import BlankSheetError


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
