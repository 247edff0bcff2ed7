"""The floor: pages are right in the CSS of Chrome 64, without a script."""

import re
from pathlib import Path

import pytest
from chromium import PHONE
from conftest import ROOT
from floor.__main__ import dress
from floor.chrome64 import Reading
from playwright.sync_api import Page

from cunbo.making.project import Project
from cunbo.pages.style import style_sheets

MAY_BE_MISSING = {
    "text-wrap": "lines of even length",
    "text-autospace": "a hair of space between Chinese and Latin letters",
    "text-spacing-trim": "half a blank less beside quotation marks",
    "text-underline-offset": "a line under a link closer to its letters",
    "text-decoration-thickness": "a thicker line under the pointer",
    "overflow-wrap: anywhere": "`word-break: break-word` says the same before it",
    "scroll-padding-top": "a little air above the place a link leads to",
    "scroll-margin-top": "a little air above the place a link leads to",
    "aspect-ratio": "room kept for a drawing before it is there",
    "color-scheme": "dark scroll bars",
    "accent-color": "a ticked box in the colour of the lesson",
    "@media prefers-color-scheme": "by day and by night it is day",
    "-webkit-text-size-adjust": "for iOS; Chrome reads text-size-adjust",
    ":focus-visible": "the browser's own ring",
    "::-webkit-details-marker": "known to Chrome 64, not to MDN",
    "::details-content": "a fold that is shut stays shut on paper",
    "print-color-adjust": "-webkit-print-color-adjust says the same before it",
}
"""What our style sheet asks for beyond Chrome 64, and what is lost without it."""
LATER_IN_FLEX_ROWS = """() => {
  const later = []
  for (const element of document.querySelectorAll('body *')) {
    const style = getComputedStyle(element)
    if (!style.display.includes('flex')) continue
    for (const name of ['rowGap', 'columnGap'])
      if (style[name] !== 'normal') later.push(`${element.className} ${name} ${style[name]}`)
    for (const name of ['alignItems', 'alignContent', 'justifyContent'])
      if (/^(start|end|left|right)$/.test(style[name])) later.push(`${element.className} ${name}`)
  }
  return later
}"""
"""A property can be old in a grid and new in a flex row: only a browser knows which it is in."""
MARKS_OVER_TEXT = """() => {
  const over = []
  for (const item of document.querySelectorAll('.steps li, .points li, .checklist li, .six li')) {
    const mark = getComputedStyle(item, '::before'), own = getComputedStyle(item)
    const right = parseFloat(mark.left) + parseFloat(mark.width)
    if (!(right < parseFloat(own.paddingLeft))) over.push(item.innerText)
  }
  return over
}"""


@pytest.fixture(scope="module")
def old(course_built: Project, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site in the CSS of Chrome 64."""
    site = tmp_path_factory.mktemp("old") / "site"
    dress(course_built.site, site)
    return site


def test_the_style_sheet_asks_for_nothing_more_that_counts(course_built):
    sheets = [path.read_text(encoding="utf-8") for path in course_built.site.glob("*.css")]
    assert len(sheets) == len(style_sheets(ROOT / "templates")) > 3
    assert set(Reading("\n".join(sheets)).unknown) == set(MAY_BE_MISSING)


def test_the_page_that_is_not_there_asks_for_nothing_more_either(course_built):
    page = (course_built.site / "404.html").read_text(encoding="utf-8")
    styles = re.findall(r"<style>(.*?)</style>", page, re.DOTALL)
    assert len(styles) == 1
    assert set(Reading(styles[0]).unknown) == {"color-scheme", "@media prefers-color-scheme"}


@pytest.mark.parametrize(
    ("css", "found"),
    [
        ("a { margin-inline: 1px 2px }", ["margin-inline"]),
        ("a { padding-block: 1px 2px }", ["padding-block"]),
        ("a { border-inline: 1px solid }", ["border-inline"]),
        ("a { margin-inline-start: 1px }", ["margin-inline-start"]),
        ("a { inset: 0 }", ["inset"]),
        ("a { display: flex; gap: 1em }", ["gap"]),
        ("a { display: grid; row-gap: 1em }", ["row-gap"]),
        ("a { aspect-ratio: 1 }", ["aspect-ratio"]),
        ("a { width: min(100%, 3px) }", ["min()"]),
        ("a { font-size: calc(1px + clamp(1px, 2vw, 3px)) }", ["clamp()"]),
        ("a { height: 100dvh }", ["the unit dvh"]),
        ("a { overflow: clip }", ["overflow: clip"]),
        ("a { text-decoration: underline 2px red }", ["text-decoration: a thickness"]),
        ("a { color: rgb(1 2 3 / 50%) }", ["rgb() without commas"]),
        ("a { background: linear-gradient(red 1% 5%, blue) }", ["a colour stop at two places"]),
        (":is(a, b) c { color: red }", [":is"]),
        ("a:not(.b, .c) { color: red }", [":not a list"]),
        ("a:not(:has(b)) { color: red }", [":has"]),
        ("a { b { color: red } }", ["{ b { color: red } }"]),
        ("@media (width >= 3px) { a { color: red } }", ["@media >", "@media ="]),
        ("@media print { a { inset: 0 } }", ["inset"]),
        ("@layer a { b { color: red } }", ["@layer"]),
        ("@supports (display: grid) { a { inset: 0 } }", ["inset"]),
        ("a { width: min(1px, 2px); width: 1px }", ["min()"]),
        ("a { margin: 0; margin-inline: 1px }", ["margin-inline"]),
    ],
)
def test_what_came_after_chrome_64_is_found(css, found):
    assert Reading(css).unknown == found


@pytest.mark.parametrize(
    ("css", "left"),
    [
        ("a { width: 1px; width: min(1px, 2px) }", "a { width: 1px }"),
        ("@supports (inset: 0) { a { inset: 0 } }", ""),
        ("a { --edge: min(1px, 2px); color: var(--edge) }", None),
        ("@media (min-width: 48rem) { a { grid-gap: 1px } }", None),
        ("a:not(.b)::before { clip-path: inset(50%); text-align: start }", None),
        ("@page { margin: 14mm }", None),
        ("a { background: linear-gradient(45deg, red 1%, red 5%, blue) }", None),
    ],
)
def test_what_chrome_64_knows_or_does_without_is_no_finding(css, left):
    reading = Reading(css)
    assert reading.unknown == []
    assert re.sub(r"\s+", "", reading.css) == re.sub(r"\s+", "", css if left is None else left)


def test_no_flex_row_leans_on_what_only_grids_had(page: Page, course_built):
    seen = 0
    for name in ("index.html", "map.html", "lessons/S1-07.html", "trainer/S1-07.html",
                 "for-trainers.html", "paths/A.html", "downloads.html", "authors/keys.html",
                 "authors/errors.html", "authors/slips.html", "404.html"):  # fmt: skip
        page.goto((course_built.site / name).as_uri())
        for width in (390, 1280):
            page.set_viewport_size({"width": width, "height": 800})
            seen += page.locator(".top-row").count()
            assert page.evaluate(LATER_IN_FLEX_ROWS) == [], name
    assert seen == 20


def test_a_flex_row_with_a_gap_would_be_noticed(page: Page):
    page.set_content("<p style='display: flex; column-gap: 1px; align-items: end'>一</p>")
    assert page.evaluate(LATER_IN_FLEX_ROWS) == [" columnGap 1px", " alignItems"]


@pytest.mark.parametrize("name", ["lessons/S1-07.html", "trainer/S1-07.html", "for-trainers.html"])
def test_no_mark_lies_over_text(page: Page, old, name):
    page.goto((old / name).as_uri())
    assert page.locator(".steps li, .points li, .checklist li, .six li").count() >= 3
    assert page.evaluate(MARKS_OVER_TEXT) == []


def test_what_must_not_be_said_is_struck(page: Page, old):
    page.goto((old / "lessons/S1-07.html").as_uri())
    lines = page.eval_on_selector_all(
        ".bad s", "all => all.map(one => getComputedStyle(one).textDecorationLine)"
    )
    assert lines == ["line-through"] * 2


def test_the_menu_is_as_wide_as_the_phone_and_the_skip_link_out_of_the_way(page: Page, old):
    page.goto((old / "lessons/S1-07.html").as_uri())
    page.locator("header summary").press("Enter")
    menu = page.locator("header .menu nav").bounding_box()
    skip = page.locator(".skip").bounding_box()
    assert menu is not None
    assert menu["width"] == PHONE["width"]
    assert skip is not None
    assert skip["x"] + skip["width"] < 0


@pytest.mark.parametrize("name", ["index.html", "lessons/S1-07.html", "trainer/S1-07.html"])
def test_text_keeps_off_the_edges(page: Page, old, name):
    page.goto((old / name).as_uri())
    lefts = page.eval_on_selector_all(
        "h1, h2, main p",
        """all => all.filter(one => one.offsetParent && one.innerText.trim())
                  .map(one => one.getBoundingClientRect().left)""",
    )
    assert len(lefts) > 5
    assert min(lefts) >= 16
