"""What a trainer finds of a lesson, what an elder finds, and what is said of one without elders."""

from datetime import date

import pytest
from casebook import real_course, told_at_home
from conftest import ROOT
from parsed import parsed, texts
from selectolax.lexbor import LexborHTMLParser

from cunbo.model.base import Sentence
from cunbo.model.course import Course
from cunbo.model.lesson import Elder, ElderPage, Lesson, Trial
from cunbo.pages.lesson_page import lesson_pages
from cunbo.pages.page_setter import PageSetter
from cunbo.pages.site_pages import pages
from cunbo.telling.next_time import next_times
from cunbo.telling.views import for_trainer

WHOLE = real_course()
EDITION = told_at_home(WHOLE)
COURSE = EDITION.course
WRITTEN = [lesson.id for lesson in EDITION.written]


def with_lesson(lesson: Lesson) -> Course:
    return COURSE.model_copy(update={"lessons": {**COURSE.lessons, lesson.id: lesson}})


def page_of(lesson: Lesson, folder: str) -> LexborHTMLParser:
    setter = PageSetter(told_at_home(with_lesson(lesson)), ROOT / "templates")
    return LexborHTMLParser(lesson_pages(setter, lesson, ())[f"{folder}/{lesson.id}.md"])


def squeezed(text: str) -> str:
    return "".join(text.split())


def said(page: LexborHTMLParser, selector: str) -> list[str]:
    return [squeezed(one.text()) for one in page.css(selector)]


@pytest.mark.parametrize("name", WRITTEN)
def test_a_plan_begins_with_what_is_to_be_taught(course_built, name):
    page = parsed(course_built.site / "trainer" / f"{name}.html")
    aims = [squeezed(EDITION.plain(one.can)) for one in COURSE.lessons[name].objectives]
    assert said(page, ".aims li") == aims
    assert page.css(".page > section")[0].attributes["class"] == "aims"


@pytest.mark.parametrize("name", WRITTEN)
def test_each_step_shows_its_launch_line_large_and_what_learners_have_in_hand(course_built, name):
    page = parsed(course_built.site / "trainer" / f"{name}.html")
    rows = page.css(".run-row")
    steps = for_trainer(EDITION, COURSE.lessons[name]).steps
    assert len(rows) == len(steps)
    for row, step in zip(rows, steps, strict=True):
        launches = [] if step.launch is None else [squeezed(EDITION.plain(step.launch))]
        assert [squeezed(one.text()) for one in row.css(".launch b")] == launches
        in_hand = "".join(one.text() for one in row.css(".in-hand > summary"))
        assert all(kind in in_hand for kind in step.in_hand)
        assert bool(in_hand) is bool(step.learner)
    assert page.css(".launch")


def test_words_said_in_a_step_of_listening_are_no_launch_line():
    for name in WRITTEN:
        for step, row in zip(
            COURSE.lessons[name].steps,
            for_trainer(EDITION, COURSE.lessons[name]).steps,
            strict=True,
        ):
            doing = step.kind.value in {"practice", "role_play", "field_work"}
            assert (row.launch is not None) is doing


@pytest.mark.parametrize("name", WRITTEN)
def test_homework_and_what_the_next_lessons_want_stand_on_the_plan(course_built, name):
    page = parsed(course_built.site / "trainer" / f"{name}.html")
    lesson = COURSE.lessons[name]
    assert lesson.after is not None
    [section] = said(page, ".set")
    assert squeezed(EDITION.plain(lesson.after.homework)) in section
    for one in next_times(COURSE, name):
        assert one.id in section
        assert all(squeezed(EDITION.plain(thing)) in section for thing in one.bring)


def test_next_time_is_what_follows_on_each_path_and_two_alike_are_one():
    alike = {path.id: path for path in COURSE.paths.values()}
    for name in WRITTEN:
        found = {letter: one.id for one in next_times(COURSE, name) for letter in one.paths}
        for letter, path in alike.items():
            after = path.lessons[path.lessons.index(name) + 1 :] if name in path.lessons else ()
            assert found.get(letter) == (after[0] if after else None)
        following = [one.id for one in next_times(COURSE, name)]
        assert len(following) == len({*following})


def test_a_lesson_that_cannot_be_read_is_no_next_time():
    name = next(one for one in WRITTEN if next_times(COURSE, one))
    following = {one.id for one in next_times(COURSE, name)}
    left = {one: lesson for one, lesson in COURSE.lessons.items() if one not in following}
    assert next_times(COURSE.model_copy(update={"lessons": left}), name) == ()


def test_a_trial_is_told_only_where_one_was_held():
    lesson = COURSE.lessons[WRITTEN[0]].model_copy(update={"tried": ()})
    assert said(page_of(lesson, "trainer"), ".tried li") == []
    assert len(said(page_of(lesson, "trainer"), ".to-fill dt")) == 5
    trial = Trial(
        where="柳树村夜校",
        held_on=date(2026, 11, 3),
        learners=9,
        minutes_over=6,
        stumbled=Sentence("称不够用"),
    )
    tried = lesson.model_copy(update={"tried": (trial,)})
    [line] = said(page_of(tried, "trainer"), ".tried li")
    assert line == "柳树村夜校，2026-11-03，来了9个人，拖了6分钟卡在称不够用"
    assert "柳树村夜校" not in page_of(tried, "lessons").html


@pytest.mark.parametrize("name", WRITTEN)
def test_elders_get_their_pages_or_the_lesson_says_it_is_not_for_them(course_built, name):
    page = course_built.site / "lessons" / f"{name}.html"
    elder = COURSE.lessons[name].elder
    leaves = texts(page, ".leaves > li:not(.last) > p:not(.how)")
    if elder is None:
        assert leaves == []
        assert "不适合老人班" in "".join(texts(page, ".unfit"))
        return
    assert [*map(squeezed, leaves)] == [squeezed(EDITION.plain(one.text)) for one in elder.pages]
    assert texts(page, ".unfit") == []
    circled = texts(page, ".to-circle")
    assert circled == [choice for one in elder.pages for choice in one.choices]
    assert len(texts(page, ".leaves > .last li")) == len(COURSE.lessons[name].card)


def test_a_class_of_elders_is_told_which_written_lesson_is_not_for_them():
    path = COURSE.paths["D"]
    taught = [COURSE.lessons[one] for one in path.lessons if one in WRITTEN]
    picture = next(one for name in WRITTEN if (one := COURSE.lessons[name].elder)).pages[0].picture
    page = ElderPage(picture=picture, text=Sentence("摸一摸"), answer="do")
    elder = Elder(helper=Sentence("同桌帮"), pages=(page,))
    fit, unfit = (
        taught[0].model_copy(update={"elder": elder}),
        taught[1].model_copy(update={"elder": None}),
    )
    course = with_lesson(unfit).model_copy(
        update={
            "lessons": {**COURSE.lessons, fit.id: fit, unfit.id: unfit},
            "paths": {"D": path.model_copy(update={"elders": True})},
        }
    )
    html = LexborHTMLParser(pages(told_at_home(course), (), ROOT / "templates")["paths/D.md"])
    stops = {one.css_first(".seal").text(): one.text() for one in html.css(".stops > li")}
    assert "不适合老人班" in stops[unfit.id]
    assert "不适合老人班" not in stops[fit.id]
