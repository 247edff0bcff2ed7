"""The sheet of questions to be asked before a course begins."""

import pytest
from casebook import real_course, small_course, told_at_home
from conftest import ROOT
from parsed import parsed, values
from selectolax.lexbor import LexborHTMLParser

from cunbo.model.base import Sentence
from cunbo.model.course import Course
from cunbo.model.lesson import AskFirst
from cunbo.pages.cards import cards_of
from cunbo.pages.page_setter import PageSetter
from cunbo.pages.routes import ASK_FIRST
from cunbo.pages.standing import STANDING_PAGES, Contents
from cunbo.telling.edition import Edition


def squeezed(text: str) -> str:
    return "".join(text.split())


def page_of(told: Edition) -> str:
    """What the page of questions says of an edition."""
    templates = ROOT / "templates"
    [one] = [page for page in STANDING_PAGES if page.route == ASK_FIRST]
    contents = Contents(told, cards_of(told, (), {}), templates, (), {})
    return PageSetter(told, templates).html(
        one.route, one.template, one.title, **one.view(contents)
    )


def asking(course: Course, *questions: tuple[str, str, str]) -> Course:
    """The course with only these questions: lesson, whom, what."""
    lessons = {
        name: lesson.model_copy(
            update={
                "ask_first": tuple(
                    AskFirst(who=Sentence(who), ask=Sentence(ask))
                    for asked_in, who, ask in questions
                    if asked_in == name
                )
            }
        )
        for name, lesson in course.lessons.items()
    }
    return course.model_copy(update={"lessons": lessons})


def test_every_question_of_a_written_lesson_stands_on_it_with_room_for_the_answer(course_built):
    edition = told_at_home(real_course())
    page = parsed(course_built.site / "trainer" / "ask-first.html")
    told = {squeezed(one.text()): one for one in page.css(".questions > li")}
    asked = [(lesson, one) for lesson in edition.written for one in lesson.ask_first]
    assert len(asked) > 5
    for lesson, one in asked:
        what = squeezed(edition.plain(one.ask))
        [item] = [item for text, item in told.items() if text.startswith(what)]
        links = [link.attributes["href"] for link in item.css("a")]
        assert f"../trainer/{lesson.id}.html" in links
        assert [dt.text() for dt in item.css("dt")] == ["怎么说", "谁答的", "哪天"]
    heads = [squeezed(one.text()) for one in page.css("h2")]
    assert len(heads) == len({*heads}) == len({one.who for _, one in asked})


def test_trainers_are_led_to_it_from_their_door_and_from_every_plan(course_built):
    site = course_built.site
    assert "trainer/ask-first.html" in values(site / "for-trainers.html", "main a", "href")
    plans = sorted((site / "trainer").glob("[SCX]*.html"))
    assert len(plans) > 5
    for plan in plans:
        assert "../trainer/ask-first.html" in values(plan, "main a", "href"), plan.name


@pytest.mark.parametrize(
    ("questions", "told"),
    [
        ((), []),
        (
            [("S1-01", "村医", "疼不疼？"), ("S1-02", "村医", "疼不疼？")],
            [("村医", [("疼不疼？", ["S1-01", "S1-02"])])],
        ),
        (
            [("S1-01", "村医", "疼不疼？"), ("S1-02", "村长", "疼不疼？")],
            [("村医", [("疼不疼？", ["S1-01"])]), ("村长", [("疼不疼？", ["S1-02"])])],
        ),
        ([("C1-01", "村医", "大纲也问？")], []),
    ],
    ids=["nothing", "one person once", "two persons", "an outline does not ask"],
)
def test_a_person_is_asked_once_for_all_lessons(questions, told):
    course = told_at_home(small_course()).course
    second = course.lessons["S1-01"].model_copy(update={"id": "S1-02"})
    course = course.model_copy(update={"lessons": {**course.lessons, "S1-02": second}})
    page = LexborHTMLParser(page_of(told_at_home(asking(course, *questions))))
    found = [
        (
            squeezed(section.css_first("h2").text()).removeprefix("问"),
            [
                (
                    squeezed(item.css_first(".ask-what").text()),
                    [link.text()[:5] for link in item.css(".ask-for a")],
                )
                for item in section.css(".questions > li")
            ],
        )
        for section in page.css("section")
    ]
    assert found == told


@pytest.mark.parametrize(
    ("village", "asked"),
    [("shikan", True), ("yangwu", True), ("zhubei", True), ("ruoxi", False)],
)
def test_a_village_of_crafts_does_not_ask_about_food(village, asked):
    course = told_at_home(real_course()).whole
    told = Edition(course, course.villages[village])
    page = page_of(told)
    assert ("腌的、熏的" in page) is asked
    assert ("承诺达标合格证" in page) is asked
    assert "【" not in page
