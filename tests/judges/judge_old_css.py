"""Every kind of page keeps its layout in the CSS of Chrome 64: text, numbers, menu, margins."""

from pathlib import Path

import pytest
from floor.__main__ import dress
from kinds import DESKTOP, LAYOUT, PHONE, one_of_each_kind
from playwright.sync_api import Browser, Page

from cunbo.making.project import Project
from judges.programs import listed


@pytest.fixture(scope="module")
def old(course_built: Project, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site in the CSS of Chrome 64."""
    site = tmp_path_factory.mktemp("old") / "site"
    dress(course_built.site, site)
    return site


@pytest.fixture
def page(browser: Browser):
    context = browser.new_context()
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("size", [PHONE, DESKTOP], ids=["phone", "desktop"])
def test_every_kind_of_page_keeps_its_layout(page: Page, old: Path, size):
    page.set_viewport_size(size)
    faults = []
    for name in one_of_each_kind(old):
        page.goto((old / name).as_uri())
        page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true })")
        faults += [f"{name}: {one}" for one in page.evaluate(LAYOUT)]
    assert listed(faults) == ""


@pytest.mark.parametrize(
    ("css", "fault"),
    [
        (".steps > li { padding-left: 0 }", "a mark of"),
        (".menu nav { width: 3em }", "the menu is"),
        (".content { margin: 0; padding: 0; width: 100% }", "runs to the edge"),
        (".content { width: 500px }", "the page is"),
        (".content { width: 90px; padding: 0 }", "stands in a column of"),
        (".content { display: none }", "characters of text are shown"),
    ],
)
def test_a_layout_that_breaks_would_be_noticed(page: Page, old: Path, css: str, fault: str):
    page.set_viewport_size(PHONE)
    page.goto((old / "lessons/S1-07.html").as_uri())
    page.evaluate("document.querySelector('.menu').open = true")
    page.add_style_tag(content=css.replace(" }", " !important }").replace(";", " !important;"))
    assert fault in listed(page.evaluate(LAYOUT))
