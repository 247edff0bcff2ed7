"""Every kind of page is right in the eyes of axe, a checker of accessibility."""

import pytest
from kinds import DESKTOP, PHONE, one_of_each_kind
from playwright.sync_api import Browser, Page

from cunbo.making.project import Project
from judges.programs import NODE, listed

AXE = NODE / "axe-core" / "axe.min.js"
VIOLATIONS = """async rules => {
  const options = rules ? { runOnly: { type: 'rule', values: rules } } : {}
  const found = await axe.run(document, { ...options, resultTypes: ['violations'] })
  return found.violations.flatMap(one => one.nodes.map(node =>
    `${one.id}: ${one.help} ${node.target.join(' ')} ${node.html.slice(0, 120)}`))
}"""
LOOKS = [
    (PHONE, "light", None),
    (DESKTOP, "light", None),
    (PHONE, "dark", ["color-contrast"]),
    (DESKTOP, "dark", ["color-contrast"]),
]
"""A size, a scheme, and the rules that can tell another thing than before; None for all."""

STATES = [
    ("search.html?q=老人", ".found mark"),
    ("search.html?q=没有人说过", "#search .points"),
    ("lessons/S1-07.html?q=老人", "main mark"),
]
"""What a page can be opened as, and what is there once it is."""


@pytest.fixture
def page(browser: Browser):
    context = browser.new_context(bypass_csp=True)
    yield context.new_page()
    context.close()


def violations(page: Page) -> list[str]:
    """What axe finds on the page that is open, in every look."""
    page.add_script_tag(path=AXE)
    found = []
    for size, scheme, rules in LOOKS:
        page.set_viewport_size(size)
        page.emulate_media(color_scheme=scheme)
        said = page.evaluate(VIOLATIONS, rules)
        found += [f"{size['width']} px, {scheme}: {one}" for one in said]
    return found


def test_no_kind_of_page_is_in_anybodys_way(page: Page, course_built: Project):
    pages = one_of_each_kind(course_built.site)
    assert len(pages) > 20
    faults = []
    for name in pages:
        page.goto((course_built.site / name).as_uri())
        faults += [f"{name}: {one}" for one in violations(page)]
    assert listed(faults) == ""


@pytest.mark.parametrize(("address", "opened"), STATES)
def test_no_page_is_in_anybodys_way_once_it_is_used(
    page: Page, course_built: Project, address: str, opened: str
):
    page.goto(f"{course_built.site.as_uri()}/{address}")
    page.wait_for_selector(opened)
    assert listed(violations(page)) == ""


def test_class_mode_is_in_nobodys_way(page: Page, course_built: Project):
    page.goto((course_built.site / "trainer/S1-07.html").as_uri())
    faults = []
    for name in ("开始上课", "开始计时", "名单", "记下名单", "小测", "上课", "暂停"):
        if name == "记下名单":
            page.get_by_label("一行写一个名字").fill("何大哥\n小满")
        page.get_by_role("button", name=name, exact=True).click()
        faults += [f"{name}: {one}" for one in violations(page)]
    assert listed(faults) == ""


SCRIPT = "这是最甜的花椒。\n谢谢大家。"


def test_the_tools_are_in_nobodys_way_while_they_work(page: Page, course_built: Project):
    faults = []
    for route, shown in (("red-lines", ".marked mark"), ("prompter", "button:enabled")):
        page.goto((course_built.site / f"tools/{route}.html").as_uri())
        page.locator("textarea").fill(SCRIPT)
        page.wait_for_selector(shown)
        faults += [f"{route}: {one}" for one in violations(page)]
    page.get_by_role("button", name="打开提词").click()
    faults += [f"stage: {one}" for one in violations(page)]
    assert listed(faults) == ""


LEARNING = """() => {
  document.querySelectorAll('details').forEach(one => { one.open = true })
  document.querySelectorAll('a.term').forEach(one => one.click())
  document.querySelector('.quiz .button').click()
}"""


def test_a_lesson_that_is_being_worked_at_is_in_nobodys_way(page: Page, course_built: Project):
    page.goto((course_built.site / "lessons" / "S2-13.html").as_uri())
    page.evaluate(LEARNING)
    for choice in page.locator(".choices li:nth-child(2) button").all():
        choice.click()
    page.get_by_label("做过了").first.check()
    page.get_by_role("button", name="清掉").click()
    assert listed(violations(page)) == ""


def test_a_violation_would_be_found_by_night_too(page: Page):
    page.set_content(
        "<html lang='zh-CN'><title>页</title><main><h1>页</h1><img src='x.png'>"
        "<style>p { color: #777; background: #fff }"
        "@media (prefers-color-scheme: dark) { p { color: #666; background: #555 } }</style>"
        "<p>看不清</p></main>"
    )
    said = listed(violations(page))
    assert "390 px, light: image-alt" in said
    assert "1280 px, dark: color-contrast" in said
