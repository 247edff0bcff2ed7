"""What a learner's sheet may take: counted on the printed page, told with the lesson's lines."""

from pathlib import Path

import pytest
import typst
from casebook import OF_THE_BUDGET, as_printed, small_reading, with_says
from conftest import ROOT

from cunbo.handouts.measured import Measured, PrintedHeading
from cunbo.handouts.measuring import measured
from cunbo.handouts.orders import lesson_orders
from cunbo.handouts.typst_sheets import SheetPrinter
from cunbo.making.budget import over_budget
from cunbo.making.told import keep_told, told_before
from cunbo.model.base import Sentence
from cunbo.model.blocks import Blank, Text, WriteIn
from cunbo.model.lesson import Lesson, Option
from cunbo.problems.codes import Code
from cunbo.telling.edition import Edition

MANUAL = ROOT / "templates" / "manual"
SOURCE = small_reading().sources["lessons/S1-01"]
LONG = "这是写给学员看的一句话，" * 40


def small_lesson() -> Lesson:
    course = small_reading().course
    assert course is not None
    return course.lessons["S1-01"]


def handout(lesson: Lesson) -> Measured:
    """The lesson's handout in the small course, printed and measured."""
    course = small_reading().course
    assert course is not None
    edition = Edition(course, course.villages["xiaocun"])
    order = next(iter(lesson_orders(edition, lesson, course.figures)))
    printer = SheetPrinter(ROOT / "templates" / "handouts")
    return measured(printer.print_pdf(order.sheet, order.data, order.epoch), order.file, 12)


def with_first_step(*blocks: object) -> Lesson:
    lesson = small_lesson()
    first, *others = lesson.steps
    changed = first.model_copy(update={"learner": blocks})
    return lesson.model_copy(update={"steps": (changed, *others)})


def with_a_long_quiz() -> Lesson:
    lesson = small_lesson()
    longer = tuple(Option(text=Sentence(LONG[:110])) for _ in range(5))
    quiz = tuple(one.model_copy(update={"choices": longer}) for one in lesson.quiz)
    return lesson.model_copy(update={"quiz": (*quiz, quiz[0])})


LINES = WriteIn(write_in=Blank(label=Sentence("写"), lines=20))
PRINTED = {
    Code.TOO_MANY_SIDES: with_first_step(LINES, LINES, LINES),
    Code.CROWDED_SIDE: with_first_step(Text(text=Sentence(LONG))),
    Code.SPLIT_QUIZ: with_a_long_quiz(),
}


@pytest.mark.parametrize("code", PRINTED, ids=lambda code: code.value)
def test_what_is_too_much_for_the_paper_is_told_with_its_line(code, golden):
    lesson = PRINTED[code]
    told = [one for one in over_budget(SOURCE, lesson, handout(lesson)) if one.code is code]
    assert told
    path = MANUAL / f"{code.value}.yml"
    golden(path, with_says(path, as_printed(told)))


def test_a_heading_alone_at_the_foot_is_told(golden):
    alone = (*[PrintedHeading(1, True, False)] * 3, PrintedHeading(1, True, True))
    sheet = Measured((100, 100), (*alone, *[PrintedHeading(2, True, False)] * 4))
    told = list(over_budget(SOURCE, small_lesson(), sheet))
    path = MANUAL / "lone-heading.yml"
    golden(path, with_says(path, as_printed(told)))
    assert {one.code for one in told} == {Code.LONE_HEADING} == OF_THE_BUDGET - PRINTED.keys()


def test_headings_are_found_where_they_stand(tmp_path):
    """Alone at the foot, at the top of a side, and below some words."""
    source = tmp_path / "headings.typ"
    source.write_text(
        '#set page(paper: "a4", margin: 16.5mm)\n= T\n== one\nwords\n#v(1fr)\n== two\n'
        "#pagebreak()\n== three\nwords\n== four\n#rect(width: 5cm, height: 5cm)\n",
        encoding="utf-8",
    )
    pdf = typst.compile(source)
    assert isinstance(pdf, bytes)
    found = measured(pdf, "headings.pdf", 12)
    assert found.headings == (
        PrintedHeading(1, True, False),
        PrintedHeading(1, True, True),
        PrintedHeading(2, False, False),
        PrintedHeading(2, True, False),
    )
    assert found.letters == (len("Tonewordstwo"), len("threewordsfour"))


def test_the_small_course_keeps_within_its_paper():
    sheet = handout(small_lesson())
    assert list(over_budget(SOURCE, small_lesson(), sheet)) == []


def test_what_was_told_is_told_again_by_a_build_that_makes_nothing(tmp_path: Path):
    kept, lesson = tmp_path / "told.json", PRINTED[Code.TOO_MANY_SIDES]
    told = list(over_budget(SOURCE, lesson, handout(lesson)))
    keep_told(kept, "mark", told)
    assert told_before(kept, "mark") == told != []
