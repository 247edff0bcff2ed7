"""Nothing an author wrote is lost, however much of it there is: not on a page, not on paper."""

from collections import Counter
from collections.abc import Iterator
from functools import cache
from itertools import chain

import pypdfium2 as pdfium
import pytest
from casebook import SMALL, small_course
from conftest import ROOT
from inventing import Inventor
from parsed import words_of
from reading_back import (
    HEAD,
    letters,
    overprinted,
    owed,
    printed,
)

from cunbo.handouts.orders import course_orders, lesson_orders
from cunbo.handouts.typst_sheets import SheetPrinter
from cunbo.model.blocks import Figure, SayInstead, Script
from cunbo.model.course import Fact, Form
from cunbo.model.lesson import Lesson
from cunbo.pages import site_pages
from cunbo.telling.edition import Edition

TEMPLATES = ROOT / "templates"
OURS = {".typ", ".j2", ".yml", ".py"}


def unused() -> Iterator[str]:
    """Han characters that nothing but an invented text has."""
    folders = (TEMPLATES, SMALL, ROOT / "cunbo")
    ours = (path for folder in folders for path in folder.rglob("*") if path.suffix in OURS)
    used = set("".join(path.read_text(encoding="utf-8") for path in ours))
    return (letter for letter in map(chr, range(0x4E00, 0x9FA6)) if letter not in used)


class Invented:
    """An invented lesson with its form and its fact in the small course, set every way there is."""

    def __init__(self, turn: int) -> None:
        inventor = Inventor(unused(), turn)
        self.lesson = Lesson.model_validate({**inventor.part(Lesson), "id": "S1-01"})
        self.form = Form.model_validate({**inventor.part(Form), "id": "sheet"})
        self.fact = Fact.model_validate({**inventor.part(Fact), "id": "ad-words"})
        small = small_course()
        parts = {
            "lessons": {**small.lessons, "S1-01": self.lesson},
            "forms": {"sheet": self.form},
            "facts": {"ad-words": self.fact},
        }
        course = small.model_copy(update=parts)
        self.edition = Edition(course, course.villages["xiaocun"])
        printer = SheetPrinter(TEMPLATES / "handouts")
        self.sheets = {
            one.sheet.name: pdfium.PdfDocument(printer.print_pdf(one.sheet, one.data, one.epoch))
            for one in chain(
                lesson_orders(self.edition, self.lesson, course.figures),
                course_orders(self.edition),
            )
        }
        pages = site_pages.pages(self.edition, (), TEMPLATES)
        self.shown = {name: Counter(printed(pdf)) for name, pdf in self.sheets.items()} | {
            name: Counter(words_of(page)) for name, page in pages.items()
        }


@cache
def invented(turn: int) -> Invented:
    return Invented(turn)


@pytest.mark.parametrize("turn", range(2))
def test_every_word_of_a_lesson_is_read_on_page_and_paper(turn):
    course = invented(turn)
    expected = list(owed(course.edition, course.lesson))
    assert len(expected) > 500
    lost = [
        f"{where}: {'/'.join(map(str, path))}: {have} of {wanted}"
        for where, path, runs in expected
        if (have := course.shown[where][runs[0][0]]) < (wanted := "".join(runs).count(runs[0][0]))
    ]
    assert lost == []


def test_nothing_is_printed_over_something_else():
    for name, pdf in invented(1).sheets.items():
        for number, page in enumerate(pdf, 1):
            assert overprinted(page) == [], f"{name}, page {number}"


ROW = "—" * 10
"""In a row of dashes no line may end."""


def test_a_row_of_signs_keeps_to_its_column():
    steps = list(small_course().lessons["S1-01"].steps)
    swap = {"instead_of": ROW, "say": "慢慢说，说得清楚"}
    line = {"who": "主播", "line": f"{ROW}慢慢说"}
    blocks = (
        SayInstead.model_validate({"say_instead": [swap]}),
        Script.model_validate({"script": [line, line]}),
    )
    figure = Figure.model_validate({"figure": {"src": "figures/hand.svg", "alt": "一只手"}})
    steps[0] = steps[0].model_copy(update={"learner": (figure, *blocks)})
    for pdf in sheets_with(steps=tuple(steps)):
        for page in pdf:
            assert overprinted(page) == []
            assert max(box[2] for box in letters(page)) < page.get_width()


TALL = """<svg xmlns="http://www.w3.org/2000/svg" width="100" height="800" viewBox="0 0 100 800">
<rect x="2" y="2" width="96" height="796" fill="none" stroke="#000" stroke-width="4"/></svg>"""


def sheets_with(**changed: object) -> Iterator[pdfium.PdfDocument]:
    """The sheets of the small lesson with some of its keys changed, and a drawing that is tall."""
    small = small_course()
    lesson = small.lessons["S1-01"].model_copy(update=changed)
    village = small.villages["xiaocun"].model_copy(
        update={"name": "某省某市某县某镇某某某村民委员会某组"}
    )
    edition = Edition(
        small.model_copy(update={"lessons": {**small.lessons, lesson.id: lesson}}), village
    )
    printer = SheetPrinter(TEMPLATES / "handouts")
    figures = dict.fromkeys(small.figures, TALL)
    for one in lesson_orders(edition, lesson, figures):
        yield pdfium.PdfDocument(printer.print_pdf(one.sheet, one.data, one.epoch))


def test_a_tall_drawing_is_scaled_to_fit_its_page():
    handout, *_ = sheets_with()
    lowest = [min(one.get_bounds()[1] for one in page.get_objects()) for page in handout]
    assert min(lowest) > 0
    assert any(top - bottom > 150 for page in handout for _, bottom, _, top in shapes_of(page))


def shapes_of(page: pdfium.PdfPage) -> Iterator[tuple[float, float, float, float]]:
    return (one.get_bounds() for one in page.get_objects())


def test_a_running_head_keeps_to_one_line_whatever_the_names():
    for pdf in sheets_with(title="一个五十五个字长的课名" * 5):
        for page in list(pdf)[1:]:
            top = page.get_height() - HEAD
            head = {round(box[1]) for box in letters(page) if box[1] > top}
            assert max(head) - min(head) < 8, "letters of a single line stand about level"
            assert "…" in page.get_textpage().get_text_range()
