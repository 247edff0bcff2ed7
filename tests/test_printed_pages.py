"""What a browser prints of a page: its words and drawings, and nothing that is to be tapped."""

from pathlib import Path

from parsed import texts, values
from playwright.sync_api import Page
from pypdfium2 import PdfDocument

from cunbo.making.project import Project

TO_TAP = (
    "菜单", "回到顶上", "存到手机", "跳到正文", "讲义PDF", "开始上课", "做过了", "自己再做一遍",
    "清掉", "带到别的手机", "点这里写", "发给别人",
)  # fmt: skip
SCRIPT = "我家的最甜。\n先看货，再说话。"


def printed(page: Page) -> str:
    """The words that the browser prints of the page as it is, without blanks and ends of lines."""
    sheets = PdfDocument(page.pdf(format="A4", prefer_css_page_size=True))
    words = "".join(sheet.get_textpage().get_text_range() for sheet in sheets)
    told = "".join(words.split())
    assert [one for one in TO_TAP if one in told] == []
    return told


def opened(page: Page, site: Path, address: str) -> Page:
    page.goto(f"{site.as_uri()}/{address}")
    return page


def close(words: str) -> str:
    return "".join(words.split())


def test_a_lesson_is_printed_with_what_was_written_and_its_drawings(
    page: Page, small_built: Project
):
    asked: list[str] = []
    page.on("requestfinished", lambda request: asked.append(request.url.rsplit("/", 1)[1]))
    opened(page, small_built.site, "lessons/S1-01.html")
    page.locator("textarea").first.fill("今天卖的是花椒")
    page.get_by_role("button", name="自己再做一遍").click()
    page.locator(".choices button").first.click()
    page.locator(".term").first.click()
    words = printed(page)
    assert "今天卖的是花椒" in words
    lesson = small_built.site / "lessons/S1-01.html"
    for one in texts(lesson, "h1, .step h2, .choices li, .steps li"):
        assert close(one) in words, one
    assert {Path(src).name for src in values(lesson, "figure img", "src")} <= set(asked)
    assert "不对，是" not in words


def test_a_plan_is_printed_whole_while_a_class_is_held(page: Page, small_built: Project):
    plan = printed(opened(page, small_built.site, "trainer/S1-01.html"))
    page.get_by_role("button", name="开始上课").click()
    page.get_by_role("button", name="开始计时").click()
    assert printed(page) == plan
    told = "h1, h3, .say b, .launch b, .in-hand summary"
    for one in texts(small_built.site / "trainer/S1-01.html", told):
        assert close(one) in plan, one


def test_the_map_is_printed_with_every_lesson_on_few_sheets(page: Page, course_built: Project):
    words = printed(opened(page, course_built.site, "map.html"))
    found = texts(course_built.site / "map.html", ".chip-title")
    titles = [one.partition("（")[0] for one in found]
    assert len(titles) > 50
    assert [one for one in titles if close(one) not in words] == []
    assert len(PdfDocument(page.pdf(format="A4", prefer_css_page_size=True))) <= 4


def test_what_was_found_is_printed_under_what_was_looked_for(page: Page, small_built: Project):
    opened(page, small_built.site, "search.html?q=暗号")
    page.get_by_text("找到").wait_for()
    words = printed(page)
    assert words.index("搜索") < words.index("暗号") < words.index("找到")
    found = page.locator(".found-page b").all_inner_texts()
    assert found
    assert [one for one in found if close(one) not in words] == []


def test_a_script_is_printed_from_the_stage_and_what_is_wrong_with_it(
    page: Page, small_built: Project
):
    opened(page, small_built.site, "tools/prompter.html").locator("#script").fill(SCRIPT * 30)
    page.get_by_role("button", name="打开提词").click()
    assert printed(page) == close(SCRIPT * 30)
    opened(page, small_built.site, "tools/red-lines.html").locator("#script").fill(SCRIPT)
    page.locator("mark").wait_for()
    words = printed(page)
    assert "标出1处" in words
    assert words.count("先看货，再说话。") == 1
