"""Slides: what stands on each of a lesson, whoever sets them, and in the bookmarks."""

import pypdfium2 as pdfium
import pytest
from casebook import real_course, small_course, told_at_home
from test_leak import secrets, squeezed

from cunbo.handouts.data import sheet_data
from cunbo.model.blocks import Figure
from cunbo.model.lesson import Lesson
from cunbo.telling.edition import Edition
from cunbo.telling.sheet_table import SHEETS
from cunbo.telling.slides import Deck, deck
from cunbo.telling.views import head

EDITION = told_at_home(real_course())


def told_as_slides(edition: Edition, lesson: Lesson) -> Deck:
    return deck(head(edition, lesson), edition.course, lesson)


def small_deck() -> Deck:
    course = small_course()
    return told_as_slides(told_at_home(course), course.lessons["S1-01"])


def test_a_question_is_asked_before_its_answer_is_marked():
    asked = [(one.number, one.right) for one in small_deck().questions]
    assert asked == [(1, None), (1, "B"), (2, None), (2, "A")]


def test_a_drawing_and_what_needs_the_width_begin_a_slide_of_their_own():
    told = [
        (one.number, one.part, one.picture is not None, [block.kind for block in one.blocks])
        for one in small_deck().steps
    ]
    assert told == [
        (1, 1, False, ["text"]),
        (2, 1, False, ["key_characters", "points"]),
        (2, 2, True, []),
        (3, 1, False, ["script", "warning"]),
        (4, 1, False, ["steps"]),
        (4, 2, False, ["say_instead", "write_in"]),
        (5, 1, False, ["checklist"]),
        (5, 2, False, ["table", "text"]),
    ]


@pytest.mark.parametrize("lesson", EDITION.written, ids=lambda one: one.id)
def test_slides_hold_all_that_learners_see_of_the_steps_and_nothing_of_the_trainers(lesson):
    told = told_as_slides(EDITION, lesson)
    for number, step in enumerate(lesson.steps, 1):
        slides = [one for one in told.steps if one.number == number]
        assert [one.part for one in slides] == [*range(1, slides[0].parts + 1)]
        shown = [one.picture for one in slides if one.picture]
        assert shown == [one.figure for one in step.learner if isinstance(one, Figure)]
        words = [block for one in slides for block in one.blocks]
        assert words == [one for one in step.learner if not isinstance(one, Figure)]
    said = squeezed(sheet_data(EDITION, SHEETS[0], told, {}).words)
    assert squeezed(EDITION.plain(lesson.deliverable.name)) in said
    assert [one for one in secrets(lesson) if one in said] == []


def test_a_slide_is_told_in_the_bookmarks_once(course_built):
    lesson = EDITION.course.lessons["S1-07"]
    document = pdfium.PdfDocument(course_built.site / "handouts" / "S1-07-幻灯片.pdf")
    marks = [mark.get_title() for mark in document.get_toc()]
    steps = [f"{n} {EDITION.plain(one.title)}" for n, one in enumerate(lesson.steps, 1)]
    quiz = [f"小测 {n}" for n in range(1, len(lesson.quiz) + 1)]
    wanted = ["开口三分钟 说自己的话", *steps, *quiz, "记住这几句", "回家做", "下回"]
    assert [squeezed(mark) for mark in marks] == [squeezed(one) for one in wanted]
