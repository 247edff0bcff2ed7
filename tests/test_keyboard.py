"""Who has no mouse: Tab comes to everything on a page, in the order of the page, and is seen."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from cunbo.making.project import Project

CONTROLS = "a[href], button, input, select, textarea, summary, [tabindex='0']"
WATCH = """controls => {
  const shown = one => one.getClientRects().length && getComputedStyle(one).visibility === 'visible'
    && !one.disabled && one.tabIndex >= 0
    && !folded(one.tagName === 'SUMMARY' ? one.parentNode : one)
  const folded = one => one.parentElement && one.parentElement.closest('details:not([open])')
  const called = one =>
    `${one.tagName} ${one.getAttribute('aria-label') || one.innerText || one.id}`
  window.expected = Array.from(document.querySelectorAll(controls)).filter(shown)
  window.walked = []
  window.unseen = []
  document.addEventListener('focusin', event => {
    const ring = getComputedStyle(event.target)
    const seen = ring.outlineStyle !== 'none' && parseFloat(ring.outlineWidth) >= 2
    if (!seen) unseen.push(called(event.target))
    walked.push(event.target)
  })
  const start = document.createElement('i')
  start.tabIndex = -1
  start.style.setProperty('display', 'block', 'important')
  document.body.insertBefore(start, document.body.firstChild)
  start.focus()
  walked.pop()
  unseen.pop()
  start.remove()
  window.report = () => ({
    unseen,
    walked: walked.slice(0, expected.length).map(called),
    expected: expected.map(called),
    left: expected.filter(one => !walked.includes(one)).map(called),
  })
  return expected.length
}"""
"""JavaScript: begin at the top; how many controls are to be come to, and in which order."""


def nothing(page: Page) -> None:
    """The page as it is opened."""


def answer(page: Page) -> None:
    page.get_by_role("button", name="自己再做一遍").click()
    page.locator(".choices button").first.click()
    page.locator(".term").first.click()
    page.get_by_text("我写的：带到别的手机").click()


def class_mode(page: Page) -> None:
    page.get_by_role("button", name="开始上课").click()
    page.get_by_role("button", name="开始计时").click()


def names(page: Page) -> None:
    class_mode(page)
    page.get_by_role("button", name="名单").click()


def script(page: Page) -> None:
    page.locator("#script").fill("我家的最甜。")
    page.locator(".sum:not(:empty)").wait_for()


def stage(page: Page) -> None:
    script(page)
    page.get_by_role("button", name="打开提词").click()


def menu(page: Page) -> None:
    page.locator("header summary").press("Enter")


def walk(page: Page) -> dict[str, list[str]]:
    """Press Tab as often as there are controls; what was come to, and what was to be."""
    for _ in range(page.evaluate(WATCH, CONTROLS)):
        page.keyboard.press("Tab")
    found: dict[str, list[str]] = page.evaluate("report()")
    return found


@pytest.mark.parametrize(
    ("address", "first", "least"),
    [
        ("index.html", menu, 25),
        ("lessons/S1-01.html", answer, 30),
        ("trainer/S1-01.html", nothing, 20),
        ("trainer/S1-01.html", class_mode, 6),
        ("trainer/S1-01.html", names, 5),
        ("search.html?q=暗号", nothing, 15),
        ("tools/red-lines.html", script, 15),
        ("tools/prompter.html", script, 15),
        ("tools/prompter.html", stage, 5),
        ("offline.html", nothing, 12),
        ("downloads.html", nothing, 15),
        ("drawings.html", nothing, 15),
    ],
)
def test_tab_comes_to_everything_once_in_its_order_and_is_seen(
    page: Page, small_built: Project, address: str, first: Callable[[Page], None], least: int
):
    page.goto(f"{small_built.site.as_uri()}/{address}")
    first(page)
    found = walk(page)
    assert len(found["expected"]) >= least
    assert found["left"] == []
    assert found["walked"] == found["expected"]
    assert found["unseen"] == []


def test_what_is_left_out_out_of_order_or_unseen_would_be_noticed(page: Page):
    page.set_content(
        "<style>a { outline: 0 } button:focus { outline: 2px solid }</style><a href='#'>无框</a>"
        "<button>后</button><button tabindex='1'>先</button><input aria-label='空' disabled>"
    )
    found = walk(page)
    assert found["unseen"] == ["A 无框"]
    assert found["expected"] == ["A 无框", "BUTTON 后", "BUTTON 先"]
    assert found["walked"] != found["expected"]
