"""The law of the course in order: what holds, then what begins to hold on a day to come."""

import re
from datetime import date

import pypdfium2 as pdfium
import pytest
from casebook import real_course, small_course, told_at_home
from conftest import ROOT
from parsed import parsed, values
from reading_back import printed
from selectolax.lexbor import LexborHTMLParser

from cunbo.handouts.orders import course_orders
from cunbo.model.course import Fact
from cunbo.pages.law_stretches import law_stretches
from cunbo.pages.site_pages import pages
from cunbo.telling.edition import Edition
from cunbo.telling.law import law_booklet, law_pointers

LOOKED = date(2026, 11, 1)
MARCH, JANUARY = date(2027, 3, 16), date(2027, 1, 1)


def with_law(checked: date = LOOKED, **days: date | None) -> Edition:
    """The small course with these facts beside its own, by the day from which they hold."""
    course = small_course()
    known = course.facts["ad-words"]
    more = {
        name: known.model_copy(update={"id": name, "in_force": day, "checked": checked})
        for name, day in days.items()
    }
    return told_at_home(course.model_copy(update={"facts": {**more, **course.facts}}))


def order(edition: Edition) -> list[tuple[date | None, list[str]]]:
    booklet = law_booklet(edition)
    assert booklet is not None
    return [(one.since, [entry.fact.id for entry in one.entries]) for one in booklet.groups]


def test_what_holds_comes_first_and_what_is_to_come_stands_under_its_day():
    edition = with_law(label=MARCH, mark=JANUARY, weight=LOOKED, custom=None)
    assert order(edition) == [
        (None, ["ad-words", "weight", "custom"]),
        (JANUARY, ["mark"]),
        (MARCH, ["label"]),
    ]


@pytest.mark.parametrize(
    ("checked", "waiting"),
    [
        (date(2026, 12, 31), [JANUARY, MARCH]),
        (JANUARY, [MARCH]),
        (date(2027, 3, 15), [MARCH]),
        (MARCH, []),
    ],
)
def test_law_that_has_begun_moves_once_somebody_has_looked_again(checked, waiting):
    edition = with_law(checked, label=MARCH, mark=JANUARY)
    assert [since for since, _ in order(edition)] == [None, *waiting]


def test_a_course_without_law_that_holds_has_only_days_to_come():
    course = small_course()
    later = course.facts["ad-words"].model_copy(update={"in_force": MARCH})
    assert order(told_at_home(course.model_copy(update={"facts": {"ad-words": later}}))) == [
        (MARCH, ["ad-words"])
    ]
    assert law_booklet(told_at_home(course.model_copy(update={"facts": {}, "lessons": {}}))) is None


def test_numbers_run_through_and_plans_point_to_them():
    edition = with_law(aaa=LOOKED, **{"zzz": MARCH})
    booklet = law_booklet(edition)
    entries = [one for group in booklet.groups for one in group.entries]
    assert [one.number for one in entries] == [1, 2, 3]
    numbers = {one.fact.id: one.number for one in entries}
    pointed = [one for lesson in edition.written for one in law_pointers(edition, lesson)]
    assert pointed
    assert all(numbers[one.id] == one.number for one in pointed)


def test_no_clock_enters_the_sheet():
    [first] = [one for one in course_orders(with_law(label=MARCH)) if one.sheet.name == "法规册"]
    [again] = [one for one in course_orders(with_law(label=MARCH)) if one.sheet.name == "法规册"]
    assert (first.data, first.epoch) == (again.data, again.epoch)
    assert "2027年3月16日" in first.data.decode()


def test_the_page_shows_the_days_as_headings():
    page = LexborHTMLParser(
        pages(with_law(label=MARCH, mark=JANUARY), (), ROOT / "templates")["trainer/law.md"]
    )
    assert [one.text(strip=True) for one in page.css("h2")] == [
        "管用的",
        "2027年1月1日起",
        "2027年3月16日起",
    ]
    assert [one.attributes["id"] for one in page.css(".law-list > li")] == [
        "ad-words",
        "mark",
        "label",
    ]


def test_booklet_and_page_tell_every_fact_of_the_course_in_one_order(course_built):
    edition = told_at_home(real_course())
    booklet = law_booklet(edition)
    pages = [parsed(course_built.site / one.route) for one in law_stretches(edition)]
    paper = re.sub(
        r"\s", "", printed(pdfium.PdfDocument(course_built.site / "handouts" / "法规册.pdf"))
    )
    shown = [one.attributes["id"] for page in pages for one in page.css(".law-list > li")]
    assert shown == [one.fact.id for group in booklet.groups for one in group.entries]
    assert sorted(shown) == sorted(edition.course.facts)
    for group in booklet.groups[1:]:
        day = f"{group.since.year}年{group.since.month}月{group.since.day}日起"
        at = paper.index(day)
        assert all(paper.index(begin(edition, one.fact)) > at for one in group.entries)


def begin(edition: Edition, fact: Fact) -> str:
    return re.sub(r"\s", "", edition.plain(fact.says))[:20]


def test_trainers_are_led_to_it_from_their_door(course_built):
    assert "trainer/law.html" in values(course_built.site / "for-trainers.html", "main a", "href")
