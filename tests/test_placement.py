"""The sheet by which a learner finds a path, with what the paths waive."""

import re

import pypdfium2 as pdfium
from casebook import real_course, small_course, told_at_home
from conftest import ROOT
from parsed import parsed
from reading_back import printed
from selectolax.lexbor import LexborHTMLParser

from cunbo.handouts.orders import course_orders
from cunbo.pages.site_pages import pages
from cunbo.telling.edition import Edition
from cunbo.telling.placement import placement

SHEET = "摸底定位表"


def placed(**paths: list[str]) -> Edition:
    """The small course with a placement form, and the paths named waiving these lessons."""
    course = small_course()
    [known] = course.paths.values()
    settings = course.settings.model_copy(update={"placement": "sheet"})
    waiving = {
        name: known.model_copy(update={"id": name, "waived": tuple(lessons)})
        for name, lessons in paths.items()
    }
    return told_at_home(course.model_copy(update={"settings": settings, "paths": waiving}))


def rows(edition: Edition) -> list[tuple[str, ...]]:
    sheet = placement(edition)
    assert sheet is not None
    return [tuple(map(str, row)) for row in sheet.waivers.table.rows] if sheet.waivers else []


def test_each_waived_lesson_stands_once_with_what_is_shown_for_it_and_its_paths():
    edition = placed(A=["S1-01"], B=["C1-01", "S1-01"], C=[])
    lessons = edition.course.lessons
    assert rows(edition) == [
        (paths, lessons[name].deliverable.name, "", f"{name} {lessons[name].title_parts[0]}")
        for name, paths in (("S1-01", "A、B"), ("C1-01", "B"))
    ]


def test_a_course_that_waives_nothing_has_the_form_alone_and_one_without_a_form_has_no_sheet():
    alone = placement(placed(A=[]))
    assert alone is not None
    assert alone.waivers is None
    plain = told_at_home(small_course())
    assert placement(plain) is None
    assert SHEET not in [one.sheet.name for one in course_orders(plain)]
    assert (
        LexborHTMLParser(pages(plain, (), ROOT / "templates")["paths/index.md"]).css("#placement")
        == []
    )


def test_the_form_leads_to_every_path_of_the_course_and_to_no_other():
    course = real_course()
    form = course.forms[course.settings.placement or ""]
    led = re.findall(r"→ ([A-Z])", form.model_dump_json())
    assert sorted(led) == sorted(course.paths)


def test_the_sheet_is_two_sides_that_name_every_waiver(course_built):
    edition = told_at_home(real_course())
    pdf = pdfium.PdfDocument(course_built.site / "handouts" / f"{SHEET}.pdf")
    text = re.sub(r"\s", "", printed(pdf))
    waived = {one for path in edition.course.paths.values() for one in path.waived}
    assert len(pdf) == 2
    assert len(waived) > 10
    assert [one for one in sorted(waived) if one not in text] == []


def test_it_is_reached_from_the_page_of_paths(course_built):
    page = parsed(course_built.site / "paths" / "index.html")
    [link] = page.css("#placement a")
    assert SHEET in link.text()


def test_a_path_that_waives_lessons_leads_to_it(course_built):
    for path in real_course().paths.values():
        page = parsed(course_built.site / "paths" / f"{path.id}.html")
        led = [one.attributes["href"] for one in page.css("#waived ~ p a")]
        assert ("../paths/index.html#placement" in led) == bool(path.waived), path.id
