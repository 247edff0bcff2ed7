"""What stands in the tables of sheets and pages has its template, and no template is forgotten."""

import inspect
import re

import yaml
from casebook import small_course
from conftest import ROOT

from cunbo.handouts.picture_orders import picture_orders
from cunbo.pages import lesson_page, routes, site_pages
from cunbo.pages.scripts import scripts, sent
from cunbo.pages.standing import STANDING_PAGES
from cunbo.telling.edition import Edition
from cunbo.telling.packs import LEARNERS
from cunbo.telling.sheet_table import COURSE_SHEETS, SHEETS
from cunbo.telling.shop import PRINT_LIST

PAGES = ROOT / "templates" / "pages"
HANDOUTS = ROOT / "templates" / "handouts"
ALL_SHEETS = (*SHEETS, *COURSE_SHEETS, LEARNERS, PRINT_LIST)
PARTS_OF_SHEETS = {
    "blocks",
    "booklet",
    "cells",
    "grids",
    "ink",
    "keep",
    "names",
    "page",
    "parts",
    "picture",
    "runs",
    "sheet",
}


def test_every_sheet_has_a_template():
    lacking = [sheet.template for sheet in ALL_SHEETS if not (HANDOUTS / sheet.template).is_file()]
    assert lacking == [], f"named in telling/sheet_table.py, not in templates/handouts: {lacking}"


def test_every_sheet_has_a_name_of_its_own():
    names = [sheet.name for sheet in ALL_SHEETS]
    assert len(set(names)) == len(names) >= 2, "two sheets of one name would be one file"


def test_no_template_of_a_sheet_is_forgotten():
    course = small_course()
    pictures = picture_orders(Edition(course, course.villages[course.settings.village]))
    named = {one.template.removesuffix(".typ") for one in (*ALL_SHEETS, *pictures)}
    found = {path.stem for path in HANDOUTS.glob("*.typ")}
    assert found - named - PARTS_OF_SHEETS == set(), (
        "set nowhere: add an entry to SHEETS in telling/sheet_table.py"
    )


def test_every_standing_page_has_a_template():
    lacking = [
        one.template for one in STANDING_PAGES if not (PAGES / f"{one.template}.html.j2").is_file()
    ]
    assert lacking == [], f"pages/standing.py names pages without templates/pages/{lacking}"


def test_no_template_of_a_page_is_forgotten():
    """A template that extends the frame is a page: of the table, or one a lesson, path or paper."""
    whole = {
        path.name.removesuffix(".html.j2")
        for path in PAGES.glob("*.html.j2")
        if path.read_text(encoding="utf-8").lstrip().startswith('{% extends "page.html.j2"')
    }
    makers = inspect.getsource(site_pages) + inspect.getsource(lesson_page)
    repeated = set(re.findall(r'"(\w+)"', makers))
    named = {one.template for one in STANDING_PAGES} | repeated
    assert len(whole) > 10
    assert whole - named == set(), (
        "set nowhere: add an entry to STANDING_PAGES in pages/standing.py"
    )


def test_every_page_of_the_menu_is_made():
    settings = yaml.safe_load((ROOT / "mkdocs.yml").read_text(encoding="utf-8"))
    menu = {file for entry in settings["nav"] for file in entry.values()}
    made = {routes.markdown_file(one.route) for one in STANDING_PAGES}
    assert menu - made == set(), "mkdocs.yml lists it under nav, but pages/standing.py has no entry"


def test_no_piece_of_a_script_is_forgotten():
    found = (ROOT / "templates" / "scripts").glob("*.js")
    pieces = {sent(path.read_text(encoding="utf-8")) for path in found}
    made = "".join(scripts(ROOT / "templates").values())
    assert pieces
    assert [one[:60] for one in pieces if one not in made] == [], (
        "on no page: name it in pages/scripts.py"
    )
