"""`cunbo serve` as an author meets it: a process, a browser, and files that change."""

import io
import re
import shutil
import socket
from collections.abc import Iterator
from pathlib import Path

import pypdfium2 as pdfium
import pytest
from playwright.sync_api import Browser, Page, expect
from serving import Serving

from cunbo.making.files import read_folder
from cunbo.project import Project

DESKTOP = {"width": 1280, "height": 800}
LESSON = "lessons/S1-01.yml"


@pytest.fixture
def serving(small: Project) -> Iterator[Serving]:
    running = Serving(small, "--port", "0")
    yield running
    assert running.stop() == 0
    assert "Traceback" not in "".join(running.said)


@pytest.fixture(scope="module")
def idle(small_built: Project) -> Iterator[Serving]:
    """One for the tests that change no file."""
    running = Serving(small_built, "--port", "0")
    yield running
    assert running.stop() == 0


@pytest.fixture
def tab(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport=DESKTOP)
    yield context.new_page()
    context.close()


@pytest.fixture
def at_lesson(serving: Serving, tab: Page) -> Page:
    return opened(tab, serving, "S1-01")


def opened(tab: Page, serving: Serving, lesson: str) -> Page:
    tab.goto(f"{serving.url}?lesson={lesson}")
    expect(tab.locator("body[data-number]")).to_be_attached(timeout=15_000)
    return tab


def change(project: Project, name: str, old: str, new: str) -> None:
    path = project.root / name
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def web_page(tab: Page):
    return tab.frame_locator("#page").locator("body")


def sheets(tab: Page) -> list[str]:
    return tab.eval_on_selector_all("#sheets img", "all => all.map(one => one.src)")


def pdf_text(tab: Page) -> str:
    address = tab.evaluate("document.getElementById('pdf').href")
    pdf = pdfium.PdfDocument(io.BytesIO(tab.request.get(address).body()))
    return re.sub(r"\s+", "", "".join(page.get_textpage().get_text_range() for page in pdf))


def add_outline(project: Project, lesson: str) -> Path:
    text = (project.curriculum / "lessons" / "C1-01.yml").read_text(encoding="utf-8")
    path = project.curriculum / "lessons" / f"{lesson}.yml"
    path.write_text(text.replace("C1-01", lesson).replace("还没写的", "后加的"), encoding="utf-8")
    return path


def test_a_saved_change_shows_on_the_page_and_on_the_sheets(at_lesson, small):
    before = sheets(at_lesson)
    change(small, "curriculum/" + LESSON, "听老师念", "听邻居念")
    expect(web_page(at_lesson)).to_contain_text("听邻居念")
    expect(at_lesson.locator("body")).to_have_attribute("data-number", "2")
    assert len(before) == len(sheets(at_lesson)) > 0
    assert sheets(at_lesson)[0] != before[0]
    assert "听邻居念" in pdf_text(at_lesson)
    painted = "all => all.every(one => one.complete && one.naturalWidth > 800)"
    assert at_lesson.eval_on_selector_all("#sheets img", painted)


def test_both_panes_stay_where_they_were_scrolled_to(at_lesson, small):
    frame = at_lesson.frames[1]
    frame.evaluate("document.scrollingElement.scrollTop = 400")
    at_lesson.evaluate("document.getElementById('sheets').scrollTop = 300")
    change(small, "curriculum/" + LESSON, "听老师念", "听邻居念")
    expect(at_lesson.locator("body")).to_have_attribute("data-number", "2")
    assert frame.evaluate("document.scrollingElement.scrollTop") == 400
    assert at_lesson.evaluate("document.getElementById('sheets').scrollTop") == 300


def test_a_mistake_is_listed_and_the_last_good_version_stays(at_lesson, small):
    before = sheets(at_lesson)
    change(small, "curriculum/" + LESSON, "scene: 第一次", "scen: 第二次")
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
    change(small, "curriculum/" + LESSON, "scen: 第二次", "scene: 第三次")
    expect(at_lesson.locator("#trouble")).to_be_hidden()
    expect(web_page(at_lesson)).to_contain_text("第三次开口")


def test_a_mend_is_made_by_a_click_and_the_mistake_goes_away(at_lesson, small):
    path = small.curriculum / LESSON
    whole = path.read_text(encoding="utf-8")
    change(small, "curriculum/" + LESSON, "homework: 念", "homework：念")
    mistake = at_lesson.locator("#mistakes li").first
    expect(mistake.locator(".mended")).to_have_text("  homework: 念给家里人听。")
    mistake.get_by_role("button", name="照这样改").click()
    expect(at_lesson.locator("#trouble")).to_be_hidden()
    assert path.read_text(encoding="utf-8") == whole


def test_a_course_wrong_from_the_start_shows_its_mistakes_and_then_the_lesson(small, tab):
    change(small, "curriculum/" + LESSON, "scene:", "scen:")
    running = Serving(small, "--port", "0")
    opened(tab, running, "S1-01")
    expect(tab.locator("#mistakes li").first).to_contain_text("S1-01.yml:11:1")
    expect(tab.locator("#no-page")).to_be_visible()
    change(small, "curriculum/" + LESSON, "scen:", "scene:")
    expect(web_page(tab)).to_contain_text("第一次开口")
    assert running.stop() == 0


def test_lesson_page_and_sheet_are_chosen(idle, tab):
    at_lesson = opened(tab, idle, "S1-01")
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


def test_a_link_to_a_lesson_leads_there_with_its_sheets(idle, tab):
    at_lesson = opened(tab, idle, "S1-01")
    web_page(at_lesson).get_by_role("link", name="下一课").click()
    expect(at_lesson.locator("#lesson")).to_have_value("C1-01")
    expect(web_page(at_lesson).locator("h1")).to_have_text("还没写的一课")


def test_for_a_tab_that_looks_elsewhere_nothing_is_made(at_lesson, serving, small):
    at_lesson.locator("#lesson").select_option("C1-01")
    expect(web_page(at_lesson).locator("h1")).to_have_text("还没写的一课")
    change(small, "curriculum/lessons/C1-01.yml", "还没写的", "还在写的")
    expect(web_page(at_lesson).locator("h1")).to_have_text("还在写的一课")
    made = [line.split()[0] for line in serving.said if "的网页和" in line]
    assert made == ["S1-01", "C1-01", "C1-01"]


def test_a_deleted_lesson_that_others_need_is_a_mistake(at_lesson, small):
    path = small.curriculum / LESSON
    text = path.read_bytes()
    path.unlink()
    expect(at_lesson.locator("#mistakes li").first).to_contain_text("没有这一课：S1-01")
    expect(web_page(at_lesson)).to_contain_text("第一次开口")
    path.write_bytes(text)
    expect(at_lesson.locator("#trouble")).to_be_hidden()


def test_a_renamed_lesson_is_told_and_can_be_chosen_anew(serving, tab, small):
    path = add_outline(small, "C1-02")
    opened(tab, serving, "C1-02")
    expect(web_page(tab)).to_contain_text("后加的一课")
    add_outline(small, "C1-03")
    path.unlink()
    expect(tab.locator("#trouble-title")).to_contain_text("C1-02 不在课程里了")
    expect(web_page(tab)).to_contain_text("后加的一课")
    tab.locator("#lesson").select_option("C1-03")
    expect(tab.locator("#trouble")).to_contain_text("哪条学习路径里都没有 C1-03")
    expect(tab.locator("#trouble-title")).to_be_empty()
    expect(web_page(tab)).to_contain_text("C1-03")


@pytest.mark.parametrize(
    ("template", "old", "new"),
    [
        ("pages/lesson.html.j2", "{% endblock %}", "{% nonsense %}"),
        ("pages/lesson.html.j2", '<div class="first">', "<div>{{ 1 + 'a' }}"),
        ("theme/main.html", "<article", "{{ nobody.knows.this }}<article"),
        ("handouts/learner.typ", "#import", "#nonsense\n#import"),
    ],
    ids=["syntax", "type", "theme", "typst"],
)
def test_a_broken_template_is_told_and_the_last_good_version_stays(
    at_lesson, small, template, old, new
):
    file = small.templates / template
    whole = file.read_text(encoding="utf-8")
    before, found, _ = whole.partition(old)
    assert found, f"{template} has no {old} to break"
    file.write_text(whole.replace(old, new, 1), encoding="utf-8")
    place = f"templates/{template}:{before.count(chr(10)) + 1}:"
    expect(at_lesson.locator("#mistakes li").first).to_contain_text(place)
    expect(at_lesson.locator("#mistakes li").first).to_contain_text("模板出错")
    expect(web_page(at_lesson)).to_contain_text("第一次开口")
    assert sheets(at_lesson)
    file.write_text(whole, encoding="utf-8")
    expect(at_lesson.locator("#trouble")).to_be_hidden()


def test_a_changed_style_sheet_is_worn_at_once(at_lesson, small):
    change(
        small, "templates/theme/styles/base.css", "margin: 0; background", "margin: 7px; background"
    )
    expect(web_page(at_lesson)).to_have_css("margin-top", "7px")


def test_a_curriculum_taken_away_and_brought_back(at_lesson, small):
    away = shutil.copytree(small.curriculum, small.root / "away")
    shutil.rmtree(small.curriculum)
    expect(at_lesson.locator("#mistakes li").first).to_contain_text("少了")
    shutil.copytree(away, small.curriculum)
    expect(at_lesson.locator("#trouble")).to_be_hidden()
    change(small, "curriculum/" + LESSON, "听老师念", "听邻居念")
    expect(web_page(at_lesson)).to_contain_text("听邻居念")


def test_a_port_in_use_gives_way_to_the_next(small):
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        running = Serving(small, "--port", str(port))
        assert running.stop() == 0
    assert running.port > port
    assert f"端口 {port} 有别的程序在用，换成了 {running.port}" in "".join(running.said)


def test_ctrl_c_stops_within_seconds_while_a_tab_looks_on(small, tab):
    running = Serving(small, "--port", "0")
    opened(tab, running, "S1-01")
    assert running.stop() == 0
    said = "".join(running.said)
    assert "Traceback" not in said
    assert said.endswith("预览停了。\n")
    expect(tab.locator("#state")).to_contain_text("预览停了")


def test_it_works_on_a_full_disk_and_writes_nothing(small, tab):
    before = read_folder(small.root)
    running = Serving(small, "--port", "0", full_disk=True)
    opened(tab, running, "S1-01")
    expect(web_page(tab)).to_contain_text("第一次开口")
    assert "听老师念" in pdf_text(tab)
    assert running.stop() == 0
    assert read_folder(small.root) == before


@pytest.mark.parametrize("part", ["lessons/S1-01.html", "sheets/*"])
def test_after_an_answer_that_did_not_come_the_next_change_is_shown(at_lesson, small, part):
    address = f"**/site/{part}"
    at_lesson.route(address, lambda route: route.abort(), times=1)
    change(small, "curriculum/" + LESSON, "听老师念", "听邻居念")
    expect(at_lesson.locator("#state")).to_have_text("这一次没显示出来，再存一次")
    before = sheets(at_lesson)
    change(small, "curriculum/" + LESSON, "听邻居念", "听奶奶念")
    expect(web_page(at_lesson)).to_contain_text("听奶奶念")
    expect(at_lesson.locator("#state")).to_contain_text("更新于")
    assert sheets(at_lesson)[0] != before[0]


def test_a_page_that_did_not_open_opens_with_the_next_change(at_lesson, small):
    at_lesson.route("**/site/lessons/C1-01.html", lambda route: route.abort(), times=1)
    at_lesson.locator("#lesson").select_option("C1-01")
    expect(at_lesson.locator("#state")).to_have_text("这一次没显示出来，再存一次")
    change(small, "curriculum/lessons/C1-01.yml", "还没写的", "还在写的")
    expect(web_page(at_lesson).locator("h1")).to_have_text("还在写的一课")


def test_nothing_is_asked_of_another_host(idle, tab):
    asked = []
    tab.on("request", lambda request: asked.append(request.url))
    opened(tab, idle, "S1-01")
    assert len(asked) > 5
    assert [url for url in asked if not url.startswith(idle.url)] == []
