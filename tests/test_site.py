"""The site in a real browser: from a folder and from a server, on a phone and on a desktop."""

import re
import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import unquote, urldefrag, urlsplit

import pytest
from conftest import CASES, ROOT
from playwright.sync_api import Browser, Page

from cunbo.project import Project
from cunbo.reading.curriculum import read_curriculum

PHONE = {"width": 390, "height": 844}
SMALL_PHONE = {"width": 320, "height": 640}
DESKTOP = {"width": 1280, "height": 900}
ONE_OF_EACH_KIND = [
    "index.html", "map.html", "paths/index.html", "paths/A.html", "lessons/S1-07.html",
    "lessons/S2-13.html", "lessons/S1-01.html", "trainer/S1-07.html", "for-trainers.html",
    "for-authors.html", "authors/first-lesson.html", "authors/errors.html", "downloads.html",
    "glossary.html", "sources/index.html",
    "sources/yang2025.html", "404.html",
]  # fmt: skip
HEAVIEST_PAGE = 60_000


class _Quiet(SimpleHTTPRequestHandler):
    def log_request(self, code: object = "-", size: object = "-") -> None:
        """Say nothing."""


@pytest.fixture(scope="module")
def server(course_built: Project) -> Iterator[str]:
    handler = partial(_Quiet, directory=str(course_built.site))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as httpd:
        threading.Thread(target=httpd.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{httpd.server_port}"
        httpd.shutdown()


@pytest.fixture(params=["folder", "server"])
def base(request: pytest.FixtureRequest, course_built: Project) -> str:
    """Where the site is opened from: a USB stick, or a server."""
    if request.param == "folder":
        return course_built.site.as_uri()
    return str(request.getfixturevalue("server"))


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport=PHONE)
    page = context.new_page()
    page.troubles = []
    page.on("console", lambda message: page.troubles.append(message.text)
            if message.type in ("error", "warning") else None)  # fmt: skip
    page.on("pageerror", lambda error: page.troubles.append(str(error)))
    page.on("requestfailed", lambda request: page.troubles.append(request.url)
            if request.failure != "net::ERR_ABORTED" else None)  # fmt: skip
    yield page
    context.close()


def all_pages(site: Path) -> list[str]:
    return sorted(path.relative_to(site).as_posix() for path in site.rglob("*.html"))


def test_the_browser_draws_chinese_so_that_what_is_measured_is_what_readers_see(page):
    page.set_content("<span style='font: 20px sans-serif'>村播课</span>")
    assert page.evaluate("document.querySelector('span').getBoundingClientRect().width") == 60


def test_no_page_asks_another_host_for_anything(page, base, course_built):
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    for name in ONE_OF_EACH_KIND:
        page.goto(f"{base}/{name}")
    assert len(asked) > len(ONE_OF_EACH_KIND)
    assert [url for url in asked if not url.startswith((base, "data:"))] == []
    assert page.troubles == []


def test_every_link_on_every_page_leads_somewhere(page, course_built):
    site = course_built.site
    names = all_pages(site)
    assert len(names) > 90
    anchors, links = {}, set()
    for name in names:
        page.goto((site / name).as_uri())
        anchors[(site / name).as_uri()] = set(
            page.eval_on_selector_all("[id]", "all => all.map(one => one.id)")
        )
        hrefs = page.eval_on_selector_all("a[href]", "all => all.map(one => one.href)")
        links |= {(name, href) for href in hrefs if name != "404.html"}
    assert len(links) > 1000
    dead = []
    for name, href in sorted(links):
        address, fragment = urldefrag(href)
        if not address.startswith("file:"):
            dead += [] if address.startswith("https://") else [(name, href)]
            continue
        there = Path(unquote(urlsplit(address).path)).is_file()
        known = anchors.get(address, {unquote(fragment)})
        if not there or (fragment and unquote(fragment) not in known):
            dead.append((name, href))
    assert dead == []


def test_the_page_that_is_not_there_leads_home_from_any_depth(course_built):
    page = (course_built.site / "404.html").read_text(encoding="utf-8")
    assert re.findall(r'href="([^"]*)"', page) == ["/index.html"]


@pytest.mark.parametrize("size", [PHONE, SMALL_PHONE, DESKTOP], ids=["390", "320", "1280"])
def test_no_page_is_wider_than_its_screen(page, course_built, size):
    page.set_viewport_size(size)
    wide = []
    for name in ONE_OF_EACH_KIND:
        page.goto((course_built.site / name).as_uri())
        width = page.evaluate("document.documentElement.scrollWidth")
        if width > size["width"]:
            wide.append((name, width))
    assert wide == []


def test_no_page_is_wider_than_a_phone_when_letters_are_twice_as_large(page, course_built):
    page.set_viewport_size(PHONE)
    wide = []
    for name in ONE_OF_EACH_KIND:
        page.goto((course_built.site / name).as_uri())
        page.add_style_tag(content="html { font-size: 200% }")
        width = page.evaluate("document.documentElement.scrollWidth")
        if width > PHONE["width"]:
            wide.append((name, width))
    assert wide == []


def test_a_page_outside_the_menu_marks_the_entry_it_belongs_to(page, course_built):
    belongs = {
        "lessons/S1-07.html": "课程地图",
        "trainer/S1-07.html": "培训员",
        "paths/A.html": "学习路径",
        "sources/cui2025.html": "论文依据",
        "authors/keys.html": "编写",
    }
    for name, entry in belongs.items():
        page.goto((course_built.site / name).as_uri())
        marked = page.locator("header nav.wide-menu [aria-current]")
        assert marked.all_text_contents() == [entry], name


def test_the_menu_of_a_phone_says_how_to_shut_it(page, course_built):
    page.set_viewport_size(PHONE)
    page.goto((course_built.site / "lessons/S1-07.html").as_uri())
    summary = page.locator("header summary")
    assert summary.inner_text() == "菜单"
    summary.press("Enter")
    assert summary.inner_text() == "收起"
    assert page.locator("header .menu nav").is_visible()
    summary.press("Enter")
    assert not page.locator("header .menu nav").is_visible()


def test_a_path_keeps_the_order_in_which_it_is_taught(page, course_built):
    course = read_curriculum(ROOT / "curriculum").course
    assert course is not None
    for name, path in course.paths.items():
        page.goto((course_built.site / "paths" / f"{name}.html").as_uri())
        shown = page.locator(".stops > li .seal").all_text_contents()
        assert shown == list(path.lessons), name


def test_a_lesson_names_the_paths_that_teach_and_those_that_offer_it(page, course_built):
    page.goto((course_built.site / "lessons" / "C1-04.html").as_uri())
    taught = page.locator(".on-paths li", has_not_text="选修").all_text_contents()
    offered = page.locator(".on-paths li", has_text="选修").all_text_contents()
    course = read_curriculum(ROOT / "curriculum").course
    assert course is not None
    paths = course.paths.items()
    assert [one[0] for one in taught] == [key for key, path in paths if "C1-04" in path.lessons]
    assert [one[0] for one in offered] == [key for key, path in paths if "C1-04" in path.electives]
    assert offered


def test_nobody_is_sent_from_lesson_to_lesson_into_one_that_is_not_written(page, course_built):
    written = {path.stem for path in (course_built.site / "trainer").glob("*.html")}
    seen = set()
    for name in all_pages(course_built.site / "lessons"):
        page.goto((course_built.site / "lessons" / name).as_uri())
        hrefs = page.eval_on_selector_all(".neighbours a", "all => all.map(one => one.href)")
        seen |= {Path(urlsplit(href).path).stem for href in hrefs}
    assert seen == written


def test_every_page_has_its_frame(page, course_built):
    for name in all_pages(course_built.site):
        page.goto((course_built.site / name).as_uri())
        assert page.get_attribute("html", "lang") == "zh-CN", name
        assert len(page.title()) >= 3, name
        assert page.locator("h1").count() == 1, name
        assert page.locator("img:not([alt])").count() == 0, name
        assert page.locator("a:not([href])").count() == 0, name
        stamped = page.locator("body", has_text="示例").count() == 1
        assert stamped or name == "404.html", name


def test_pages_are_light(course_built):
    heavy = [(name, size) for name in all_pages(course_built.site)
             if (size := (course_built.site / name).stat().st_size) > HEAVIEST_PAGE
             and not name.startswith("sources/")]  # fmt: skip
    assert heavy == []


def test_a_learner_finds_the_way_from_the_front_door_to_a_handout(page, base, course_built):
    page.goto(f"{base}/index.html")
    page.get_by_role("link", name="学员").first.click()
    page.get_by_role("link", name="留守妇女").first.click()
    page.get_by_role("link", name="开口三分钟").first.click()
    assert page.locator("h1").inner_text().startswith("开口三分钟")
    href = page.get_by_role("link", name="讲义").first.get_attribute("href")
    assert href is not None
    sheet = (course_built.site / "lessons" / unquote(href)).resolve()
    assert sheet.read_bytes().startswith(b"%PDF-")


def test_touch_targets_of_a_lesson_are_large_enough(page, course_built):
    page.goto((course_built.site / "lessons" / "S1-07.html").as_uri())
    small = page.eval_on_selector_all(
        "main a.button, main .actions a, header a, header label",
        """all => all.filter(one => one.offsetParent !== null)
                    .map(one => [one.innerText, one.getBoundingClientRect().height])
                    .filter(([text, height]) => height < 44)""",
    )
    assert small == []


def test_text_has_enough_contrast_on_a_phone_by_day_and_by_night(browser, course_built):
    for scheme in ("light", "dark"):
        context = browser.new_context(viewport=PHONE, color_scheme=scheme)
        page = context.new_page()
        for name in ("index.html", "lessons/S1-07.html", "trainer/S1-07.html", "map.html"):
            page.goto((course_built.site / name).as_uri())
            assert page.evaluate(CONTRAST) == [], (scheme, name)
        context.close()


def test_a_golden_page(small_built, golden):
    page = (small_built.site / "lessons" / "S1-01.html").read_text(encoding="utf-8")
    start, end = page.index("<main"), page.index("</main>")
    body = re.sub(r"\d+ KB", "… KB", page[start:end])
    golden(CASES / "golden" / "lesson-page.html", body + "</main>\n")


CONTRAST = """() => {
  const parse = text => (text.match(/[\\d.]+/g) || []).map(Number)
  const light = ([r, g, b]) => {
    const part = [r, g, b].map(v => v / 255)
      .map(v => v <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4)
    return 0.2126 * part[0] + 0.7152 * part[1] + 0.0722 * part[2]
  }
  const ground = element => {
    for (let at = element; at; at = at.parentElement) {
      const colour = parse(getComputedStyle(at).backgroundColor)
      if (colour.length === 3 || colour[3] === 1) return colour
    }
    return [255, 255, 255]
  }
  const poor = []
  for (const element of document.querySelectorAll('body *')) {
    const own = [...element.childNodes].some(node => node.nodeType === 3 && node.data.trim())
    if (!own || element.offsetParent === null) continue
    const style = getComputedStyle(element)
    if (style.visibility === 'hidden' || style.clip !== 'auto') continue
    const [one, two] = [light(parse(style.color)), light(ground(element))]
    const ratio = (Math.max(one, two) + 0.05) / (Math.min(one, two) + 0.05)
    if (ratio < 4.5) poor.push([element.tagName, element.innerText.slice(0, 20), ratio])
  }
  return poor
}"""
