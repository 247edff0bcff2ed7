"""`cunbo serve` in a browser: what a tab shows, and what it keeps, while files change."""

import io
import re
from collections.abc import Iterator
from pathlib import Path

import pypdfium2 as pdfium
import pytest
from playwright.sync_api import Browser, Page, Request, expect
from serving import change, serving, serving_here

from cunbo.making.project import Project
from cunbo.preview.server import PreviewServer

DESKTOP = {"width": 1280, "height": 800}
LESSON = "curriculum/lessons/S1-01.yml"
OUTLINE = "curriculum/lessons/C1-01.yml"


@pytest.fixture
def said() -> list[str]:
    """What the preview has said on the terminal."""
    return []


@pytest.fixture
def server(small: Project, said: list[str]) -> Iterator[PreviewServer]:
    with serving_here(small, said.append) as running:
        yield running


@pytest.fixture(scope="module")
def window(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport=DESKTOP)
    yield context.new_page()
    context.close()


@pytest.fixture
def tab(window: Page) -> Iterator[Page]:
    """A tab that shows nothing yet. Every preview has an address of its own."""
    yield window
    window.unroute_all()
    window.goto("about:blank")


@pytest.fixture
def at_lesson(server: PreviewServer, tab: Page) -> Page:
    return opened(tab, server.server_port)


def opened(tab: Page, port: int, lesson: str = "S1-01") -> Page:
    tab.goto(f"http://127.0.0.1:{port}/?lesson={lesson}")
    expect(tab.locator("body[data-number]")).to_be_attached()
    return tab


def web_page(tab: Page):
    return tab.frame_locator("#page").locator("body")


def sheets(tab: Page) -> list[str]:
    return tab.eval_on_selector_all("#sheets img", "all => all.map(one => one.src)")


def pdf_text(tab: Page) -> str:
    address = tab.evaluate("document.getElementById('pdf').href")
    pdf = pdfium.PdfDocument(io.BytesIO(tab.request.get(address).body()))
    return re.sub(r"\s+", "", "".join(page.get_textpage().get_text_range() for page in pdf))


def add_outline(project: Project, lesson: str) -> Path:
    text = (project.root / OUTLINE).read_text(encoding="utf-8")
    path = project.curriculum / "lessons" / f"{lesson}.yml"
    path.write_text(text.replace("C1-01", lesson).replace("还没写的", "后加的"), encoding="utf-8")
    return path


def test_a_saved_change_shows_and_ctrl_c_stops_within_seconds_while_a_tab_looks_on(small, tab):
    with serving(small, "--port", "0") as running:
        opened(tab, running.port)
        before = sheets(tab)
        change(small, LESSON, "听老师念", "听邻居念")
        expect(web_page(tab)).to_contain_text("听邻居念")
        expect(tab.locator("body")).to_have_attribute("data-number", "2")
        assert len(before) == len(sheets(tab)) > 0
        assert sheets(tab)[0] != before[0]
        assert "听邻居念" in pdf_text(tab)
        painted = "all => all.every(one => one.complete && one.naturalWidth > 800)"
        assert tab.eval_on_selector_all("#sheets img", painted)
        assert running.stop() == 0
        told = "".join(running.said)
        assert "Traceback" not in told
        assert told.endswith("预览停了。\n")
        expect(tab.locator("#state")).to_contain_text("预览停了")


def test_a_mend_is_made_by_a_click_and_the_mistake_goes_away(small, tab):
    path = small.root / LESSON
    whole = path.read_text(encoding="utf-8")
    change(small, LESSON, "homework: 念", "homework：念")
    with serving(small, "--port", "0") as running:
        opened(tab, running.port)
        mistake = tab.locator("#mistakes li").first
        expect(mistake.locator(".mended")).to_have_text("  homework: 念给家里人听。")
        mistake.get_by_role("button", name="照这样改").click()
        expect(tab.locator("#trouble")).to_be_hidden()
        assert path.read_text(encoding="utf-8") == whole
        assert running.stop() == 0
        assert "照网页上点的，改了 curriculum/lessons/S1-01.yml 第 92 行" in "".join(running.said)


def test_a_mend_that_is_refused_says_why_beside_its_button(server, tab, small):
    change(small, LESSON, "homework: 念", "homework：念", server)
    opened(tab, server.server_port)
    change(small, LESSON, "听老师念", "听邻居念")
    tab.get_by_role("button", name="照这样改").click()
    expect(tab.locator("#mistakes .said")).to_contain_text("刚才又有人改过，没有动它")
    expect(tab.get_by_role("button", name="照这样改")).to_be_enabled()


def test_both_panes_stay_where_they_were_scrolled_to(at_lesson, server, small):
    frame = at_lesson.frames[1]
    frame.evaluate("document.scrollingElement.scrollTop = 400")
    at_lesson.evaluate("document.getElementById('sheets').scrollTop = 300")
    change(small, LESSON, "听老师念", "听邻居念", server)
    expect(at_lesson.locator("body")).to_have_attribute("data-number", "2")
    assert frame.evaluate("document.scrollingElement.scrollTop") == 400
    assert at_lesson.evaluate("document.getElementById('sheets').scrollTop") == 300


def test_a_mistake_is_listed_and_the_last_good_version_stays(at_lesson, server, small):
    before = sheets(at_lesson)
    change(small, LESSON, "scene: 第一次", "scen: 第二次", server)
    mistake = at_lesson.locator("#mistakes li").first
    expect(mistake).to_contain_text("curriculum/lessons/S1-01.yml:11:1")
    expect(mistake).to_contain_text("这个键不认识：scen，是不是 scene？")
    expect(mistake.locator(".line")).to_contain_text("scen: 第二次开口")
    expect(mistake.locator("mark")).to_have_text("s")
    expect(web_page(at_lesson)).to_contain_text("第一次开口")
    assert sheets(at_lesson) == before
    at_lesson.locator("#lesson").select_option("C1-01")
    expect(web_page(at_lesson).locator("h1")).to_have_text("还没写的一课")
    at_lesson.locator("#lesson").select_option("S1-01")
    change(small, LESSON, "scen: 第二次", "scene: 第三次", server)
    expect(at_lesson.locator("#trouble")).to_be_hidden()
    expect(web_page(at_lesson)).to_contain_text("第三次开口")


def test_a_course_wrong_from_the_start_shows_its_mistakes_and_then_the_lesson(small, tab):
    change(small, LESSON, "scene:", "scen:")
    with serving_here(small) as server:
        opened(tab, server.server_port)
        expect(tab.locator("#mistakes li").first).to_contain_text("S1-01.yml:11:1")
        expect(tab.locator("#no-page")).to_be_visible()
        change(small, LESSON, "scen:", "scene:", server)
        expect(web_page(tab)).to_contain_text("第一次开口")


def test_lesson_page_and_sheet_are_chosen_and_a_link_leads_on(server, tab):
    asked = []

    def note(request: Request) -> None:
        asked.append(request.url)

    tab.on("request", note)
    at_lesson = opened(tab, server.server_port)
    assert at_lesson.locator("#lesson option").all_inner_texts() == [
        "S1-01 说一句话",
        "C1-01 还没写的一课（编写中）",
    ]
    learner = sheets(at_lesson)
    at_lesson.get_by_role("button", name="培训员页").click()
    expect(web_page(at_lesson)).to_contain_text("暗号甲")
    at_lesson.get_by_role("button", name="教案").click()
    expect(at_lesson.locator("#pdf")).to_have_attribute("href", re.compile(r"%E6%95%99"))
    assert "暗号甲" in pdf_text(at_lesson)
    assert set(sheets(at_lesson)).isdisjoint(learner)
    at_lesson.locator("#lesson").select_option("C1-01")
    expect(web_page(at_lesson)).to_contain_text("还没写完")
    expect(at_lesson.locator("#sheets")).to_have_text("这一课还在编写中，没有讲义和教案。")
    at_lesson.locator("#lesson").select_option("S1-01")
    at_lesson.get_by_role("button", name="学员页").click()
    expect(web_page(at_lesson).locator(".page.lesson .quiz")).to_be_visible()
    web_page(at_lesson).get_by_role("link", name="下一课").click()
    expect(at_lesson.locator("#lesson")).to_have_value("C1-01")
    expect(web_page(at_lesson).locator("h1")).to_have_text("还没写的一课")
    tab.remove_listener("request", note)
    own = f"http://127.0.0.1:{server.server_port}/"
    assert len(asked) > 5
    assert [url for url in asked if not url.startswith(own)] == [], "another host was asked"


def test_for_a_tab_that_looks_elsewhere_nothing_is_made(at_lesson, server, said, small):
    at_lesson.locator("#lesson").select_option("C1-01")
    expect(web_page(at_lesson).locator("h1")).to_have_text("还没写的一课")
    change(small, OUTLINE, "还没写的", "还在写的", server)
    expect(web_page(at_lesson).locator("h1")).to_have_text("还在写的一课")
    made = [line.split()[0] for line in said if "的网页和" in line]
    assert made == ["S1-01", "C1-01", "C1-01"]


def test_a_renamed_lesson_is_told_and_can_be_chosen_anew(server, tab, small):
    path = add_outline(small, "C1-02")
    server.preview.refresh({"C1-02"})
    opened(tab, server.server_port, "C1-02")
    expect(web_page(tab)).to_contain_text("后加的一课")
    add_outline(small, "C1-03")
    path.unlink()
    server.preview.refresh({"C1-02", "C1-03"})
    expect(tab.locator("#trouble-title")).to_contain_text("C1-02 不在课程里了")
    expect(web_page(tab)).to_contain_text("后加的一课")
    tab.locator("#lesson").select_option("C1-03")
    expect(tab.locator("#trouble")).to_contain_text("哪条学习路径里都没有 C1-03")
    expect(tab.locator("#trouble-title")).to_be_empty()
    expect(web_page(tab)).to_contain_text("C1-03")


def test_a_changed_style_sheet_is_worn_at_once(at_lesson, server, small):
    style = "templates/theme/styles/frame.css"
    change(small, style, ".foot { ", ".foot { margin-top: 7px; ", server)
    expect(web_page(at_lesson).locator(".foot")).to_have_css("margin-top", "7px")


@pytest.mark.parametrize("part", ["lessons/S1-01.html", "sheets/*"])
def test_after_an_answer_that_did_not_come_the_next_change_is_shown(at_lesson, server, small, part):
    at_lesson.route(f"**/site/{part}", lambda route: route.abort())
    change(small, LESSON, "听老师念", "听邻居念", server)
    expect(at_lesson.locator("#state")).to_have_text("这一次没显示出来，再存一次")
    at_lesson.unroute(f"**/site/{part}")
    before = sheets(at_lesson)
    change(small, LESSON, "听邻居念", "听奶奶念", server)
    expect(web_page(at_lesson)).to_contain_text("听奶奶念")
    expect(at_lesson.locator("#state")).to_contain_text("更新于")
    assert sheets(at_lesson)[0] != before[0]


def test_a_page_that_did_not_open_opens_with_the_next_change(at_lesson, server, small):
    at_lesson.route("**/site/lessons/C1-01.html", lambda route: route.abort(), times=1)
    at_lesson.locator("#lesson").select_option("C1-01")
    expect(at_lesson.locator("#state")).to_have_text("这一次没显示出来，再存一次")
    change(small, OUTLINE, "还没写的", "还在写的", server)
    expect(web_page(at_lesson).locator("h1")).to_have_text("还在写的一课")
