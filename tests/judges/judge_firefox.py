"""Every kind of page is whole in Firefox, opened from a folder, on a phone and on a desk."""

import time
from pathlib import Path
from urllib.parse import quote

import pytest
from kinds import DESKTOP, LAYOUT, PHONE, one_of_each_kind

from cunbo.making.project import Project
from judges.firefox import Firefox, firefox
from judges.programs import listed


@pytest.fixture(scope="module")
def window(tmp_path_factory: pytest.TempPathFactory):
    with firefox(tmp_path_factory.mktemp("firefox")) as opened:
        yield opened


def faults(window: Firefox, page: Path) -> list[str]:
    """What is wrong with a page at both sizes."""
    window.open(page.as_uri())
    found = []
    for size in (PHONE, DESKTOP):
        window.resize(size)
        found += [f"{page.name} at {size['width']} px: {one}" for one in window.evaluate(LAYOUT)]
    return found + [f"{page.name}: {trouble}" for trouble in window.troubles]


def test_every_kind_of_page_is_whole(window: Firefox, course_built: Project):
    pages = one_of_each_kind(course_built.site)
    assert len(pages) > 20
    assert listed(one for page in pages for one in faults(window, course_built.site / page)) == ""


def test_the_menu_of_a_phone_opens_without_a_script(window: Firefox, course_built: Project):
    window.resize(PHONE)
    window.open((course_built.site / "lessons" / "S1-07.html").as_uri())
    shown = (
        "() => [...document.querySelectorAll('.menu a')].filter(a => a.checkVisibility()).length"
    )
    assert window.evaluate(shown) == 0
    window.evaluate("() => { document.querySelector('.menu summary').click(); return true }")
    assert window.evaluate(shown) >= 6
    assert listed(window.evaluate(LAYOUT)) == ""


def until(window: Firefox, condition: str) -> None:
    """Wait till an expression is true on the page."""
    for _ in range(200):
        if window.evaluate(f"() => Boolean({condition})"):
            return
        time.sleep(0.05)
    raise AssertionError(f"never came: {condition}; {window.troubles}")


def tap(window: Firefox, words: str) -> None:
    """Tap the button with these words."""
    button = "[...document.querySelectorAll('button')]"
    window.evaluate(
        f"() => {{ {button}.find(one => one.textContent.startsWith('{words}')).click(); return 1 }}"
    )


def type_in(window: Firefox, selector: str, words: str) -> None:
    """Put words into a field, as if typed."""
    window.evaluate(
        f"() => {{ const one = document.querySelector('{selector}'); one.value = '{words}';"
        "one.dispatchEvent(new Event('input', { bubbles: true })); return 1 }"
    )


@pytest.fixture
def phone(window: Firefox):
    """The window as a phone; on what a test opens last, nothing may go wrong."""
    window.resize(PHONE)
    yield window
    assert window.troubles == []


def test_a_search_answers_and_leads_to_the_marked_place(phone: Firefox, course_built: Project):
    site = course_built.site.as_uri()
    phone.open(f"{site}/search.html?q={quote('花椒')}")
    until(phone, "cunbo.search.books && cunbo.search.read === cunbo.search.books")
    address = phone.evaluate("() => document.querySelector('.found ul a').href")
    assert "#" in address
    phone.open(address)
    until(phone, "document.querySelector('main mark') === document.activeElement")
    seen = "() => { const at = document.activeElement.getBoundingClientRect();"
    top = phone.evaluate(seen + " return [at.top, innerHeight - at.bottom] }")
    assert min(top) >= 0


def test_a_lesson_answers_and_keeps_what_is_written(phone: Firefox, course_built: Project):
    address = (course_built.site / "lessons" / "S1-07.html").as_uri()
    phone.open(address)
    tap(phone, "自己再做一遍")
    until(phone, "document.querySelector('.quiz .choices button')")
    phone.evaluate("() => document.querySelector('.quiz .choices button').click()  || 1")
    assert phone.evaluate("() => document.querySelector('.quiz .reply').textContent")
    type_in(phone, ".write-in textarea, td textarea", "写一句")
    phone.evaluate("() => document.querySelector('.did input').click() || 1")
    assert phone.troubles == []
    phone.open(address)
    kept = "() => [document.querySelector('.write-in textarea, td textarea').value,"
    assert phone.evaluate(f"{kept} document.querySelector('.did input').checked]") == [
        "写一句",
        True,
    ]


def test_a_class_runs_and_goes_on_after_a_reload(phone: Firefox, course_built: Project):
    address = (course_built.site / "trainer" / "S1-07.html").as_uri()
    state = "document.querySelector('.class-state').textContent"
    left = "document.querySelector('.class-time').textContent"
    phone.open(address)
    tap(phone, "开始上课")
    tap(phone, "开始计时")
    tap(phone, "下一步")
    before = phone.evaluate(f"() => {left}")
    until(phone, f"{left} !== '{before}'")
    assert phone.troubles == []
    phone.open(address)
    assert phone.evaluate(f"() => {state}").startswith("第 2/")
    assert phone.evaluate(f"() => {left}") < before


def test_the_tools_mark_and_move(phone: Firefox, course_built: Project):
    phone.open((course_built.site / "tools" / "red-lines.html").as_uri())
    until(phone, "document.getElementById('script')")
    type_in(phone, "#script", "我家的桃最甜。")
    until(phone, "document.querySelector('mark')")
    assert phone.evaluate("() => document.querySelector('mark').textContent") == "最甜"
    assert phone.troubles == []
    phone.open((course_built.site / "tools" / "prompter.html").as_uri())
    type_in(phone, "#script", "一二三四五六七八九十。" * 30)
    tap(phone, "打开提词")
    moved = "new DOMMatrix(document.querySelector('.prompt-text').style.transform).m42"
    assert phone.evaluate(f"() => {moved}") == 0
    tap(phone, "开始")
    until(phone, f"{moved} < -20")


def test_a_page_that_is_broken_would_be_noticed(window: Firefox, tmp_path: Path):
    page = tmp_path / "broken.html"
    page.write_text(
        "<!doctype html><meta charset='utf-8'><title>页</title><main><p style='width: 500px'>"
        "这一页太宽，手机上要左右拖着看，一行字的开头和末尾总有一头看不见，谁都不愿意看"
        "</p></main><script>throw new Error('stop')</script>",
        encoding="utf-8",
    )
    said = listed(faults(window, page))
    assert "the page is 508 px wide on a screen of 390" in said
    assert "stop" in said
