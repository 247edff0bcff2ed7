"""What is done about a finding: an outline and an unbuilt practice are plans and answer nothing."""

import re

import pytest
from casebook import SMALL
from conftest import ROOT
from parsed import texts, values

from cunbo.model.course import Course
from cunbo.pages.paper_stretches import paper_stretches
from cunbo.reading.curriculum import read_curriculum
from cunbo.telling.balance import balance
from cunbo.telling.edition import Edition
from cunbo.telling.replies import Reply, Standing, replies

SPEAK = "wen2025-speak"


def course_in(folder) -> Course:
    course = read_curriculum(folder).course
    assert course is not None
    return course


@pytest.fixture(scope="module")
def small() -> Course:
    return course_in(SMALL)


def reply(course: Course, *, step: dict, built: bool = True, without: str = "") -> Reply:
    """What is said of one finding, when the written lesson's only mention of it is `step`."""
    written = course.lessons["S1-01"]
    first, *rest = (one.model_copy(update={"answers": (), "touches": ()}) for one in written.steps)
    written = written.model_copy(update={"steps": (first.model_copy(update=step), *rest)})
    lessons = [one for one in (course.lessons["C1-01"], written) if one.id != without]
    practice = course.practices[0].model_copy(update={"built": built, "derives_from": (SPEAK,)})
    return replies(lessons, [practice])[SPEAK]


def test_a_step_answers_or_touches_and_says_where(small):
    answered = reply(small, step={"answers": (SPEAK,)})
    assert answered.standing is Standing.ANSWERED
    assert [(one.lesson.id, one.number) for one in answered.answered] == [("S1-01", 1)]
    touched = reply(small, step={"touches": (SPEAK,)})
    assert touched.standing is Standing.TOUCHED
    assert [one.lesson.id for one in touched.touched] == ["S1-01"]
    assert touched.answered == []


def test_what_is_listed_and_taught_nowhere_is_a_plan(small):
    planned = reply(small, step={}, built=False)
    assert [one.id for one in planned.planned] == ["C1-01", "S1-01"]
    assert planned.standing is Standing.PLANNED
    only_written = reply(small, step={}, built=False, without="C1-01")
    assert [one.id for one in only_written.planned] == ["S1-01"]
    assert only_written.standing is Standing.PLANNED


def test_an_outline_answers_nothing_whoever_else_lists_the_finding(small):
    answered = reply(small, step={"answers": (SPEAK,)})
    assert [one.id for one in answered.planned] == ["C1-01"]


@pytest.mark.parametrize(
    ("built", "standing"), [(True, Standing.BUILT), (False, Standing.DESIGNED)]
)
def test_a_practice_counts_once_it_is_built(small, built, standing):
    practice = small.practices[0].model_copy(update={"built": built})
    known = replies([], [practice])
    assert {known[one].standing for one in practice.derives_from} == {standing}


def test_the_pages_of_the_papers_say_what_the_table_says(course_built):
    """Counted again from the entries of each page, against `check --stats`."""
    course = course_in(ROOT / "curriculum")
    told = {one.name: one.by_standing for one in balance(course).papers}
    for paper in course.papers.values():
        pages = [course_built.site / one.route for one in paper_stretches(paper)]
        entries = [one for page in pages for one in texts(page, ".entries > li > .standing")]
        shown = [entry.split() for entry in entries]
        counted = {one: sum(one.value in entry for entry in shown) for one in Standing}
        assert counted == told[paper.cite]
        summary = "".join(texts(pages[0], ".about dd"))
        for standing, number in told[paper.cite].items():
            assert (f"{standing.value} {number} 条" in summary) is bool(number)


def test_every_answer_leads_to_a_step_that_is_there(course_built):
    course = course_in(ROOT / "curriculum")
    village = course.villages[course.settings.village]
    known = replies(Edition(course, village).in_order, course.practices)
    places = [place for one in known.values() for place in (*one.answered, *one.touched)]
    linked = []
    pages = [one.route for paper in course.papers.values() for one in paper_stretches(paper)]
    for page in pages:
        hrefs = values(course_built.site / page, ".entries a", "href")
        linked += [found for href in hrefs if (found := re.search(r"(\S{5}).html#step-(\d)", href))]
    assert sorted((one[1], int(one[2])) for one in linked) == sorted(
        (place.lesson.id, place.number) for place in places
    )
    assert len(linked) > 30
