"""Whatever is made to be read or taken along is reached by links from the first page."""

from functools import cache
from pathlib import Path
from urllib.parse import unquote, urldefrag

import pytest
from parsed import parsed, values

from cunbo.making.project import Project
from cunbo.pages.standing import STANDING_PAGES
from cunbo.telling.places import COURSE_CARD, SENT_ON

BY_ITSELF = {"404.html", COURSE_CARD}
"""What a server and a chat show of their own accord."""
TO_TAKE = (f"{SENT_ON}/*", "handouts/*", "figures/*.png")


@cache
def led_to(site: Path, page: str) -> frozenset[str]:
    """The files of the site that a page links to, or sends its form to."""
    file = site / page
    ways = (*values(file, "a", "href"), *values(file, "form[action]", "action"))
    hrefs = {urldefrag(one).url for one in ways}
    near = {unquote(one) for one in hrefs if one and "://" not in one}
    found = {(file.parent / one).resolve() for one in near}
    return frozenset(one.relative_to(site).as_posix() for one in found if one.is_relative_to(site))


def reached(site: Path) -> set[str]:
    """Every file that links lead to, however many there are in between."""
    seen, ahead = {"index.html"}, ["index.html"]
    while ahead:
        fresh = led_to(site, ahead.pop()) - seen
        seen |= fresh
        ahead += [one for one in fresh if one.endswith(".html") and not one.startswith(SENT_ON)]
    return seen


def made(site: Path, *patterns: str) -> set[str]:
    return {path.relative_to(site).as_posix() for one in patterns for path in site.rglob(one)}


@pytest.fixture(scope="module")
def site(course_built: Project) -> Path:
    return course_built.site.resolve()


def test_every_page_is_reached_from_the_first(site):
    pages = made(site, "*.html")
    assert len(pages) > 90
    alone = sorted(pages - reached(site) - BY_ITSELF)
    assert alone == [], (
        f"no link leads to {alone}: list it under nav in mkdocs.yml, or link it from another page, "
        "list it under not_in_nav and say in _DOORS of pages/routes.py which entry it belongs to"
    )


def test_every_file_to_take_is_offered_on_a_page(site):
    files = made(site, *TO_TAKE)
    assert len(files) > 200
    alone = sorted(files - reached(site) - BY_ITSELF)
    assert alone == [], f"made, and offered on no page: {alone}"


def test_every_page_shows_where_in_the_menu_it_is(site):
    """But for those that all pages lead to beside the menu."""
    routes = [one.route for one in STANDING_PAGES]
    everywhere = {
        one for one in routes if all(one in led_to(site, at) for at in routes if at != one)
    }
    marked = {one for one in routes if parsed(site / one).css("nav [aria-current]")}
    lost = sorted({*routes} - everywhere - marked)
    assert len(marked) > 15
    assert lost == [], (
        f"{lost} mark no entry of the menu: list them under nav in mkdocs.yml, or say in _DOORS of "
        "pages/routes.py which entry they belong to"
    )
