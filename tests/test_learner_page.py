"""What a learner can do on a lesson's page, in a real browser, opened from a folder."""

import re
from collections.abc import Iterator

import pytest
from parsed import texts
from playwright.sync_api import Browser, Page, expect

from cunbo.project import Project

PHONE = {"width": 390, "height": 844}
LESSON = "lessons/S1-01.html"


@pytest.fixture
def page(browser: Browser, small_built: Project) -> Iterator[Page]:
    """The page of a small lesson, on a phone that has never been there."""
    context = browser.new_context(viewport=PHONE)
    page = context.new_page()
    troubles: list[str] = []
    page.on("pageerror", lambda error: troubles.append(str(error)))
    page.set_default_timeout(10_000)
    page.goto((small_built.site / LESSON).as_uri())
    yield page
    context.close()
    assert troubles == []


def open_quiz(page: Page) -> None:
    page.get_by_role("button", name="自己再做一遍").press("Enter")
    expect(page.locator(".quiz button").first).to_be_focused()


def test_the_quiz_tells_at_once_whether_and_why(page):
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    assert page.locator(".quiz .choices button").count() == 0
    open_quiz(page)
    assert [url.rsplit("/", 1)[1] for url in asked if url.endswith(".js")] == ["S1-01.js"]
    question = page.get_by_role("group", name="观众问打没打药，怎么说？")
    said = question.get_by_role("status")
    expect(said).to_have_text("")
    question.get_by_role("button", name="不知道").click()
    expect(said).to_have_text("不对，是 B。如实说，拿得出凭据。暗号己")
    assert question.get_by_role("button").all_inner_texts() == [
        "A\n绝对没有", "B\n打过，检测单在这儿\n✓ 对", "C\n不知道\n✗ 不对"
    ]  # fmt: skip
    question.get_by_role("button", name="打过").click()
    expect(said).to_have_text("对。如实说，拿得出凭据。暗号己")
    assert question.get_by_role("button", pressed=True).all_inner_texts() == [
        "B\n打过，检测单在这儿\n✓ 对"
    ]
    assert question.locator("em").count() == 1


def test_the_quiz_is_answered_by_keyboard_and_nothing_on_the_way(page):
    open_quiz(page)
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    expect(page.locator(".quiz .choices button").nth(2)).to_be_focused()
    assert page.locator(".quiz .reply:not(:empty)").count() == 0
    page.keyboard.press("Space")
    expect(page.locator(".quiz .reply").first).to_contain_text("不对，是 B。")


def test_answers_that_do_not_come_are_told(page):
    page.evaluate("where = cunbo.address; cunbo.address = route => where('nowhere/' + route)")
    page.get_by_role("button", name="自己再做一遍").click()
    expect(page.locator(".quiz [role=status]")).to_contain_text("没有取到")
    page.evaluate("cunbo.address = where")
    open_quiz(page)
    expect(page.locator(".quiz .choices button")).to_have_count(5)


def test_before_the_tap_the_page_shows_nothing_that_only_works_with_scripts(small_built):
    assert texts(small_built.site / LESSON, "main button, main input, main textarea") == []
    page = (small_built.site / LESSON).read_text(encoding="utf-8")
    assert not re.search(r"quiz/|暗号己|拿得出凭据。暗号", page)
