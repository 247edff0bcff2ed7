"""Reads documents for Word back, as Word would: what stands in them, and where."""

import re
import zipfile
from collections.abc import Iterator, Mapping
from functools import cache
from io import BytesIO

from casebook import told_at_home
from conftest import ROOT
from docx import Document
from docx.document import Document as Opened
from docx.oxml.ns import qn
from lxml import etree
from PIL import Image

from cunbo.documents.word_sheets import has_document, word_document
from cunbo.handouts.orders import lesson_orders
from cunbo.model.course import Course
from cunbo.model.lesson import Lesson
from cunbo.telling.course_forms import form_sheets
from cunbo.telling.edition import Edition
from cunbo.telling.sheet_codes import SheetCode
from cunbo.telling.sheet_table import COURSE_SHEETS, SHEETS

BLANK = ROOT / "templates" / "documents" / "word"
CODE = SheetCode("S101J", "AB", "CDE", None)


def _dot() -> bytes:
    file = BytesIO()
    Image.new("L", (300, 200), 255).save(file, "PNG")
    return file.getvalue()


class Dots(dict[str, bytes]):
    """The same picture for every drawing: what is on it is tested elsewhere."""

    dot = _dot()

    def __missing__(self, src: str) -> bytes:
        return self.dot


def documents(edition: Edition, lesson: Lesson, pictures: Mapping[str, bytes]) -> dict[str, bytes]:
    """The documents of a lesson, by the names of their sheets."""
    codes = {one.sheet: one.code for one in lesson_orders(edition, lesson, edition.course.figures)}
    views = ((sheet, sheet.view(edition, lesson)) for sheet in SHEETS)
    return {
        sheet.name: word_document(edition, sheet, view, codes[sheet], pictures, BLANK)
        for sheet, view in views
        if view is not None and has_document(sheet)
    }


def forms(course: Course) -> dict[str, bytes]:
    """The documents of all that is of no lesson."""
    edition = told_at_home(course)
    views = ((sheet, sheet.view(edition)) for sheet in (*COURSE_SHEETS, *form_sheets(edition)))
    return {
        sheet.file(None).removesuffix(".pdf"): word_document(
            edition, sheet, view, CODE, Dots(), BLANK
        )
        for sheet, view in views
        if view is not None and has_document(sheet)
    }


@cache
def opened(document: bytes) -> Opened:
    """Read only: it is opened once."""
    return Document(BytesIO(document))


@cache
def words(document: bytes) -> str:
    """Every letter of the body in the order in which it is read, without blanks and signs."""
    return squeezed("".join(_texts(document)))


def whole_text(document: bytes) -> str:
    """The text of every part of a document or of slides, as another program would read it."""
    with zipfile.ZipFile(BytesIO(document)) as parts:
        names = [name for name in parts.namelist() if name.endswith(".xml")]
        trees = (etree.fromstring(parts.read(name)) for name in names)
        return "".join("".join(tree.itertext()) for tree in trees)


def squeezed(text: str) -> str:
    return re.sub(r"[\W_]+", "", text)


def _texts(document: bytes) -> Iterator[str]:
    for one in opened(document).element.body.iter(qn("w:t")):
        yield one.text or ""
