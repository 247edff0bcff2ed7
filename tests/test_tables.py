"""What stands in the tables of sheets and pages has its template, and no template is forgotten."""

import inspect
import re
from collections.abc import Iterable
from dataclasses import replace

import yaml
from casebook import small_course
from conftest import ROOT

from cunbo.handouts.picture_orders import picture_orders
from cunbo.pages import lesson_page, routes, site_pages
from cunbo.pages.scripts import scripts, sent
from cunbo.pages.standing import STANDING_PAGES
from cunbo.pages.style import pieces
from cunbo.telling.edition import Edition
from cunbo.telling.packs import LEARNERS, UNBOUND
from cunbo.telling.sheet_codes import LETTERS_HAD, SIGNS
from cunbo.telling.sheet_table import COURSE_SHEETS, SHEETS
from cunbo.telling.sheets import LooseSheet, Reader, Sheet
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
    "lesson_picture",
    "names",
    "page",
    "parts",
    "picture",
    "runs",
    "sheet",
}


def pictures() -> dict[str, str]:
    """The templates of all pictures, each with the place of one that it draws."""
    course = small_course()
    drawn = picture_orders(Edition(course, course.villages[course.settings.village]))
    return {one.template: one.file for one in drawn}


def test_every_sheet_has_a_template():
    lacking = [sheet.template for sheet in ALL_SHEETS if not (HANDOUTS / sheet.template).is_file()]
    assert lacking == [], f"named in telling/sheet_table.py, not in templates/handouts: {lacking}"


def for_nobody_knows_how_many(sheets: Iterable[Sheet]) -> list[str]:
    """Sheets for learners that do not say so: a class would be given one."""
    return [one.name for one in sheets if one.reader is Reader.LEARNER and not one.serves]


def test_a_sheet_for_learners_that_no_pack_binds_says_for_how_many_it_is():
    unsaid = for_nobody_knows_how_many(UNBOUND)
    assert unsaid == [], f"say `serves` in telling/sheet_table.py: {unsaid}"
    mute = replace(UNBOUND[0], reader=Reader.LEARNER, serves=None)
    assert for_nobody_knows_how_many([mute, replace(mute, serves=1)]) == [mute.name]


def test_the_first_words_of_the_downloads_name_every_sheet_for_learners():
    text = (PAGES / "downloads.html.j2").read_text(encoding="utf-8")
    lead = text.partition('<p class="lead">')[2].partition("</p>")[0]
    names = [one.name for one in SHEETS if one.reader is Reader.LEARNER]
    unsaid = [one for one in names if one not in lead]
    assert len(names) > 1
    assert unsaid == [], f"say in templates/pages/downloads.html.j2 what it is for: {unsaid}"


def test_every_picture_has_a_template():
    lacking = [template for template in pictures() if not (HANDOUTS / template).is_file()]
    assert lacking == [], (
        "named in telling/pictures.py or handouts/picture_orders.py, not in templates/handouts: "
        f"{lacking}"
    )


def test_every_sheet_has_a_letter_of_its_own():
    known = {LooseSheet.letter: "loose forms"}
    for sheet in (*SHEETS, *COURSE_SHEETS):
        where = f"{sheet.name} in telling/sheet_table.py:"
        assert len(sheet.letter) == 1, (
            f"{where} it has no letter, which tells it in the codes of sheets"
        )
        assert sheet.letter in SIGNS, (
            f"{where} {sheet.letter} is none of SIGNS in telling/sheet_codes.py"
        )
        assert sheet.letter not in LETTERS_HAD, (
            f"{where} a sheet that is no more had {sheet.letter}"
        )
        other = known.setdefault(sheet.letter, sheet.name)
        assert other == sheet.name, f"{where} {sheet.letter} is the letter of {other}"
    free = sorted({*SIGNS} - {*LETTERS_HAD} - known.keys())
    assert len(free) > 3, "soon there is no letter left: sheets will need two"


def test_every_sheet_has_a_name_of_its_own():
    names = [sheet.name for sheet in ALL_SHEETS]
    assert len(set(names)) == len(names) >= 2, "two sheets of one name would be one file"


def test_no_template_of_a_sheet_is_forgotten():
    named = {one.template for one in ALL_SHEETS} | pictures().keys()
    forgotten = {path.name for path in HANDOUTS.glob("*.typ")} - named
    forgotten -= {f"{part}.typ" for part in PARTS_OF_SHEETS}
    assert forgotten == set(), (
        f"templates/handouts/ has {forgotten}, which nothing sets: a sheet is an entry of SHEETS "
        "in telling/sheet_table.py, a picture one of PICTURES in telling/pictures.py; what others "
        "share is one of PARTS_OF_SHEETS in tests/test_tables.py"
    )


def test_every_standing_page_has_a_template():
    templates = [f"{one.template}.html.j2" for one in STANDING_PAGES]
    lacking = [one for one in templates if not (PAGES / one).is_file()]
    assert lacking == [], f"named in pages/standing.py, not in templates/pages: {lacking}"


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
    forgotten = {f"{one}.html.j2" for one in whole - named}
    assert forgotten == set(), (
        f"templates/pages/ has {forgotten}, which nothing sets: add an entry to STANDING_PAGES in "
        "pages/standing.py"
    )


def test_every_page_of_the_menu_is_made():
    settings = yaml.safe_load((ROOT / "mkdocs.yml").read_text(encoding="utf-8"))
    menu = {file for entry in settings["nav"] for file in entry.values()}
    made = {routes.markdown_file(one.route) for one in STANDING_PAGES}
    assert menu - made == set(), "mkdocs.yml lists it under nav, but pages/standing.py has no entry"


def test_every_page_is_in_the_menu_or_said_not_to_be():
    settings = yaml.safe_load((ROOT / "mkdocs.yml").read_text(encoding="utf-8"))
    menu = {file for entry in settings["nav"] for file in entry.values()}
    outside = tuple(one.removeprefix("/") for one in settings["not_in_nav"].split())
    made = {routes.markdown_file(one.route) for one in STANDING_PAGES}
    unsaid = {one for one in made - menu if not one.startswith(outside)}
    assert unsaid == set(), f"list {unsaid} in mkdocs.yml, under nav or under not_in_nav"


def test_no_piece_of_style_is_forgotten():
    found = {path.stem for path in (ROOT / "templates" / "theme" / "styles").glob("*.css")}
    forgotten = sorted(found - pieces())
    assert len(found) > 10
    assert forgotten == [], (
        f"templates/theme/styles/ has {forgotten}, which no page wears: name them in PIECES of "
        "pages/style.py or, for pages of some templates alone, in _OWN"
    )


def test_no_piece_of_a_script_is_forgotten():
    found = (ROOT / "templates" / "scripts").glob("*.js")
    pieces = {sent(path.read_text(encoding="utf-8")) for path in found}
    made = "".join(scripts(ROOT / "templates").values())
    assert pieces
    assert [one[:60] for one in pieces if one not in made] == [], (
        "on no page: name it in pages/scripts.py"
    )
