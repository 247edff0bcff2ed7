"""What a page weighs on the way to a phone, and how soon it has words."""

import gzip
from pathlib import Path

import pytest
from chromium import PHONE
from parsed import parsed, values
from playwright.sync_api import Browser, Page

from cunbo.making.project import Project

FIRST_VISIT, REQUESTS, FURTHER_PAGE = 45_000, 6, 12_000
STYLE = 10_000
OF_LEARNERS = {
    *("index.html", "map.html", "paths", "lessons", "downloads.html", "downloads", "share"),
    *("glossary.html", "offline.html", "sources", "404.html"),
}
"""Pages and folders whose pages are never to ask for a second style sheet."""
IN_FIRST_SCREEN = """() => [...document.querySelectorAll('body *')]
  .filter(one => !one.closest('.menu nav') && one.getClientRects().length)
  .map(one => [one.tagName, one.className, one.getBoundingClientRect()])
  .filter(([, , box]) => box.top < innerHeight && box.bottom > 0 && box.width && box.height)
  .map(([tag, name, box]) => [tag, name, box.left, box.top, box.width,
    Math.min(box.bottom, innerHeight)].join(' '))"""
"""Where everything stands that is seen without scrolling."""


def on_the_way(path: Path) -> int:
    """Bytes of a file as a server sends it."""
    data = path.read_bytes()
    return len(data if path.suffix in {".pdf", ".png"} else gzip.compress(data, 9, mtime=0))


def first_visit(browser: Browser, site: Path, name: str) -> list[Path]:
    """The files a phone asks for when it comes to a page from outside and does not scroll."""
    asked: list[Path] = []
    page = browser.new_page(viewport=PHONE)
    page.on("request", lambda request: asked.append(Path(request.url.removeprefix("file://"))))
    page.goto((site / name).as_uri())
    page.close()
    return [path for path in asked if path.is_file()]


def heaviest_lessons(site: Path) -> list[str]:
    """The lesson with most letters and the two with most drawings."""
    lessons = sorted((site / "lessons").glob("*.html"))
    drawings = sorted(lessons, key=lambda path: len(parsed(path).css("img")))[-2:]
    found = {max(lessons, key=on_the_way), *drawings}
    return sorted(path.relative_to(site).as_posix() for path in found)


def test_a_first_visit_is_light(browser: Browser, course_built: Project, record_property):
    site = course_built.site
    rows = []
    for name in heaviest_lessons(site):
        files = first_visit(browser, site, name)
        rows.append((name, len(files), sum(map(on_the_way, files))))
    record_property("page weights, first visit", rows)
    assert len(rows) >= 2
    assert [row for row in rows if row[1] > REQUESTS or row[2] > FIRST_VISIT] == []


def test_style_is_light_and_no_page_of_learners_has_a_second_sheet(
    course_built: Project, record_property
):
    site = course_built.site
    weights = {path.name: on_the_way(path) for path in site.glob("*.css")}
    rows = [(name, 1, size) for name, size in sorted(weights.items())]
    record_property("page weights, style", rows)
    assert weights["style.css"] <= STYLE
    second = {
        path.relative_to(site).as_posix().partition("/")[0]
        for path in site.rglob("*.html")
        if len(set(values(path, "link[rel=stylesheet]", "href"))) > 1
    }
    assert len(second) > 3
    assert second & OF_LEARNERS == set()


def test_each_further_page_is_light(course_built: Project, record_property):
    site = course_built.site
    names = sorted(path.relative_to(site).as_posix() for path in site.rglob("*.html"))
    weights = {name: on_the_way(site / name) for name in names if not name.startswith("share/")}
    heaviest = sorted(weights.items(), key=lambda one: -one[1])
    record_property("page weights, further page", [(name, 1, size) for name, size in heaviest[:12]])
    assert len(weights) > 90
    heavy = {name: size for name, size in weights.items() if size > FURTHER_PAGE}
    assert heavy == {}, (
        f"over {FURTHER_PAGE} bytes: let it go on on further pages, pages/stretches.py"
    )


@pytest.mark.parametrize("name", ["index.html", "lessons/S1-07.html", "lessons/C1-04.html"])
def test_nothing_on_the_first_screen_moves_when_the_style_sheet_comes(
    page: Page, course_built: Project, name: str
):
    page.route("**/style.css", lambda route: route.abort())
    page.goto((course_built.site / name).as_uri())
    before = page.evaluate(IN_FIRST_SCREEN)
    page.unroute("**/style.css")
    page.goto((course_built.site / name).as_uri())
    after = page.evaluate(IN_FIRST_SCREEN)
    assert len(before) > 20
    assert before == after


def test_a_drawing_keeps_its_place_until_it_is_there(page: Page, course_built: Project):
    page.route("**/figures/*.svg", lambda route: route.abort())
    page.goto((course_built.site / "lessons/S1-07.html").as_uri())
    boxes = page.eval_on_selector_all(
        "figure img", "all => all.map(one => one.clientHeight / one.clientWidth)"
    )
    assert len(boxes) >= 3
    assert min(boxes) > 0.55
    assert max(boxes) < 0.7
