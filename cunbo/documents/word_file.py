"""The one module that knows python-docx: a Word document on our own blank one."""

from collections.abc import Iterable
from datetime import UTC, date, datetime, time
from io import BytesIO
from pathlib import Path
from typing import Any

from docx import Document
from docx.oxml.shape import CT_Inline
from docx.shared import Mm
from lxml.etree import XMLSyntaxError

from cunbo.documents.blank import BlankDocumentError, blank_document
from cunbo.documents.clean import clean
from cunbo.documents.still import without_moment
from cunbo.documents.wordml import Element, el, set_lines_apart, w

LINE, _BELOW = 1.36, 0.12
"""From line to line, and below a paragraph, in the size of its type; see `room`."""
_HEADINGS = {"Heading1": 1.7, "Heading2": 1.14}
"""How much larger than the words they are."""
_TICK = 1.25
"""How much larger boxes to tick are than the words behind them."""
_STEPS = 2
"""The list in `numbering.xml` that counts."""
_FIRST_DAY = date(1980, 1, 1)


class WordFile:
    """A document that is being written.

    `templates` is the folder with the parts of the blank one, `points` the size of the type. Raises
    BlankDocumentError.
    """

    def __init__(self, templates: Path, points: float) -> None:
        self.points = points
        self._document = _opened(templates)
        self._end = self._document.element.body.sectPr
        self._pictures = 0
        self._set_type(points)

    def _set_type(self, points: float) -> None:
        styles = {one.get(w("styleId")): one for one in self._document.styles.element.style_lst}
        for name, factor in {"Normal": 1.0, **_HEADINGS}.items():
            size = round(2 * points * factor)
            look = styles[name].get_or_add_rPr()
            look.extend((el("sz", val=size), el("szCs", val=size)))
        numbering = self._document.part.numbering_part.element
        (tick,) = numbering.xpath("w:abstractNum[@w:abstractNumId=1]//w:sz")
        tick.set(w("val"), str(round(2 * points * _TICK)))
        room = {"line": round(20 * points * LINE), "after": round(20 * points * _BELOW)}
        styles["Normal"].get_or_add_pPr().append(el("spacing", **room, lineRule="atLeast"))

    def add(self, made: Iterable[Element]) -> None:
        """Put paragraphs and tables at the end."""
        for one in made:
            set_lines_apart(one, LINE, round(2 * self.points))
            self._end.addprevious(one)

    def new_list(self) -> int:
        """The number of a list that counts from 1."""
        numbering = self._document.part.numbering_part.element
        added = numbering.add_num(_STEPS)
        added.append(el("lvlOverride", el("startOverride", val=1), ilvl=0))
        return int(added.numId)

    def picture(self, png: bytes, alt: str, widest: float, highest: float) -> Element:
        """A run that shows a picture as large as these millimetres allow."""
        part = self._document.part
        relation, image = part.get_or_add_image(BytesIO(png))
        scale = min(widest / image.px_width, highest / image.px_height)
        size = (Mm(image.px_width * scale), Mm(image.px_height * scale))
        self._pictures += 1
        name = f"picture{self._pictures}.png"
        drawn = CT_Inline.new_pic_inline(self._pictures, relation, name, *size)
        drawn.docPr.set("descr", clean(alt))
        return el("r", el("drawing", drawn))

    def run_with(self, first: Element, others: Element, foot: Iterable[Element]) -> None:
        """Set what stands above the first page, above the others, and below all: paragraphs."""
        (section,) = self._document.sections
        _fill(section.first_page_header, first)
        _fill(section.header, others)
        one, same = foot
        _fill(section.first_page_footer, one)
        _fill(section.footer, same)

    def finished(self, title: str, day: date | None) -> bytes:
        """The document. Its dates are those of the review, so that it stays as it is."""
        self._narrow_end()
        told = self._document.core_properties
        moment = datetime.combine(day or _FIRST_DAY, time(), UTC)
        told.title, told.author, told.last_modified_by = clean(title), "", ""
        told.language, told.comments, told.revision = "zh-CN", "", 1
        told.created = told.modified = moment
        file = BytesIO()
        self._document.save(file)
        return without_moment(file.getvalue())

    def _narrow_end(self) -> None:
        """The gap below a table must not be a page of its own."""
        for style in self._end.getprevious().iterfind(f"{w('pPr')}/{w('pStyle')}"):
            if style.get(w("val")) == "Gap":
                style.set(w("val"), "End")


def _opened(templates: Path) -> Any:
    try:
        return Document(BytesIO(blank_document(templates)))
    except XMLSyntaxError as error:
        raise BlankDocumentError(str(error)) from error


def _fill(place: Element, made: Element) -> None:
    place.is_linked_to_previous = False
    for one in list(place._element):
        place._element.remove(one)
    place._element.append(made)
