"""The site in a real browser: from a folder and from a server, on a phone and on a desktop."""

import re
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from itertools import product
from pathlib import Path
from urllib.parse import unquote, urldefrag, urlsplit

import pytest
from casebook import CASES, real_course
from chromium import PHONE
from kinds import one_of_each_kind
from parsed import parsed, texts, values
from playwright.sync_api import Browser, Page, Route, expect

from cunbo.making.project import Project
from cunbo.model.choices import TrackId
from cunbo.model.course import Course, Week

SMALL_PHONE = {"width": 320, "height": 640}
LYING = {"width": 844, "height": 390}
DESKTOP = {"width": 1280, "height": 900}
LOOKED_AT_BY_NIGHT = ("index.html", "lessons/S1-07.html", "trainer/S1-07.html", "map.html")
HEAVIEST_PAGE = 60_000


TO_TAP = "main a:not(.term), main summary, main button"
TOO_SMALL_TO_TAP = """all => all
    .filter(one => one.getClientRects().length)
    .filter(one => getComputedStyle(one).display !== 'inline'
      || one.textContent.trim() === one.parentElement.textContent.trim())
    .map(one => [one.innerText, one.getBoundingClientRect().height])
    .filter(([text, height]) => height < 44)"""
"""Of what is to be tapped, all that is no part of a sentence and not as high as a thumb is wide. A
word that is explained belongs to its sentence even where that is nothing else."""


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


def noting(page: Page) -> Page:
    """The page, which notes in `asked` what it asks for, in `troubles` whatever goes wrong."""
    page.asked, page.troubles = [], []
    page.on("request", lambda request: page.asked.append(request.url))
    page.on("console", lambda message: page.troubles.append(message.text)
            if message.type in ("error", "warning") else None)  # fmt: skip
    page.on("pageerror", lambda error: page.troubles.append(str(error)))
    page.on("requestfailed", lambda request: page.troubles.append(request.url)
            if request.failure != "net::ERR_ABORTED" else None)  # fmt: skip
    return page


@dataclass
class Visit:
    """What was seen of a page that was opened once from a folder: its width for size of letters and
    of the screen, what is too small for a thumb, and text of poor contrast by day and by night."""

    asked: list[str]
    troubles: list[str]
    widths: dict[tuple[str, int], int]
    small: list[list[object]]
    poor: dict[str, list[object]]


@pytest.fixture(scope="module")
def visits(browser: Browser, course_built: Project) -> dict[str, Visit]:
    """A page of each kind, looked at from all sides while it is open."""
    page, seen = noting(browser.new_page(viewport=PHONE)), {}
    for name in sorted({*one_of_each_kind(course_built.site), *LOOKED_AT_BY_NIGHT}):
        page.goto((course_built.site / name).as_uri())
        poor = contrast(page) if name in LOOKED_AT_BY_NIGHT else {}
        page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true })")
        small = page.eval_on_selector_all(TO_TAP, TOO_SMALL_TO_TAP)
        seen[name] = Visit(page.asked, page.troubles, widths(page), small, poor)
        page.asked, page.troubles = [], []
    page.close()
    return seen


def contrast(page: Page) -> dict[str, list[object]]:
    poor = {}
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        poor[scheme] = page.evaluate(CONTRAST)
    page.emulate_media(color_scheme="light")
    return poor


def widths(page: Page) -> dict[tuple[str, int], int]:
    found = {}
    for letters, size in (
        ("", SMALL_PHONE),
        ("", LYING),
        ("", DESKTOP),
        ("", PHONE),
        ("200%", PHONE),
        ("200%", SMALL_PHONE),
    ):
        page.set_viewport_size(size)
        page.evaluate("size => document.documentElement.style.fontSize = size", letters)
        width = page.evaluate("document.documentElement.scrollWidth")
        found[letters, size["width"]] = width
    return found


def all_pages(site: Path) -> list[str]:
    return sorted(path.relative_to(site).as_posix() for path in site.rglob("*.html"))


def test_the_browser_draws_chinese_so_that_what_is_measured_is_what_readers_see(page):
    page.set_content("<span style='font: 20px sans-serif'>村播课</span>")
    assert page.evaluate("document.querySelector('span').getBoundingClientRect().width") == 60


def test_no_page_of_a_folder_asks_another_host_for_anything(visits, course_built):
    folder = course_built.site.as_uri()
    asked = [url for visit in visits.values() for url in visit.asked]
    assert len(asked) > len(visits) > 30
    assert [url for url in asked if not url.startswith((folder, "data:"))] == []
    assert [one for visit in visits.values() for one in visit.troubles] == []


def test_no_page_of_a_server_asks_another_host_for_anything(phone, server, course_built):
    page = noting(phone.new_page())
    names = one_of_each_kind(course_built.site)
    for name in names:
        page.goto(f"{server}/{name}")
    assert len(page.asked) > len(names)
    assert [url for url in page.asked if not url.startswith((server, "data:"))] == []
    assert page.troubles == []


@pytest.mark.parametrize("width", [960, 1600])
def test_on_a_desk_the_menu_is_one_row_beside_the_name(page, course_built, width):
    page.set_viewport_size({"width": width, "height": 800})
    page.goto((course_built.site / "map.html").as_uri())
    rows = page.eval_on_selector_all(
        ".brand, .wide-menu a",
        "all => [...new Set(all.map(one => Math.round(one.getBoundingClientRect().bottom / 20)))]",
    )
    assert len(rows) == 1, "the menu has no room for so many entries, or for so long ones"


def test_what_stands_by_itself_is_large_enough_for_a_thumb(visits):
    small = {name: visit.small for name, visit in visits.items() if visit.small}
    assert small == {}, "less than 44 px high, and no part of a sentence"


def test_every_link_on_every_page_leads_somewhere(course_built):
    site = course_built.site
    names = [name for name in all_pages(site) if name != "404.html"]
    assert len(names) > 90
    anchors = {(site / name).resolve(): set(values(site / name, "[id]", "id")) for name in names}
    hrefs = {(name, href) for name in names for href in values(site / name, "a", "href")}
    links = {(name, href) for name, href in hrefs if not href.startswith("https://")}
    assert len(links) > 1000
    assert [link for link in sorted(links) if not leads_somewhere(site, *link, anchors)] == []


def leads_somewhere(site: Path, name: str, href: str, anchors: dict[Path, set[str]]) -> bool:
    """Whether a link of a page names a file of the site, and a place that the file has."""
    address, fragment = urldefrag(href)
    parts = urlsplit(address)
    if parts.scheme or parts.netloc:
        return False
    there = (site / name).parent / unquote(parts.path) if parts.path else site / name
    if not (there.is_file() and there.resolve().is_relative_to(site.resolve())):
        return False
    return not fragment or unquote(fragment) in anchors.get(there.resolve(), set())


@pytest.mark.parametrize(
    ("href", "leads"),
    [
        ("S1-07.html", True),
        ("../index.html", True),
        ("../trainer/S1-07.html#answers", True),
        ("../handouts/S1-07-%E8%AE%B2%E4%B9%89.pdf", True),
        ("S9-99.html", False),
        ("../trainer/S1-07.html#nowhere", False),
        ("../../outside.html", False),
        ("http://a.cn/", False),
        ("//a.cn/index.html", False),
        ("../handouts/S1-07-%E8%AE%B2%E4%B9%89.pdf#page", False),
    ],
)
def test_a_dead_link_would_be_noticed(course_built, href, leads):
    site = course_built.site
    (site.parent / "outside.html").write_text("x", encoding="utf-8")
    trainer = site / "trainer" / "S1-07.html"
    anchors = {trainer.resolve(): set(values(trainer, "[id]", "id"))}
    assert leads_somewhere(site, "lessons/S1-04.html", href, anchors) is leads


def test_the_page_that_is_not_there_leads_home_and_to_the_search(course_built):
    page = course_built.site / "404.html"
    assert values(page, "a", "href") == ["/index.html"]
    assert values(page, "form", "action") == ["/search.html"]


def test_it_leads_there_from_any_depth_of_any_folder(page, course_built):
    def answer(route: Route) -> None:
        within = urlsplit(route.request.url).path.removeprefix(folder)
        file = course_built.site / within
        if file.is_file():
            route.fulfill(path=file)
        else:
            route.fulfill(status=404, path=course_built.site / "404.html")

    page.route("http://cun.test/**", answer)
    for folder, lost in product(
        ("/", "/cun/", "/a/b/"), ("lost.html", "lessons/S9-99.html", "no/such/folder/")
    ):
        page.goto(f"http://cun.test{folder}{lost}")
        search = f"document.querySelector('form').action.endsWith('{folder}search.html')"
        page.wait_for_function(search)
        page.get_by_role("link").click()
        assert page.url == f"http://cun.test{folder}index.html"
        assert page.get_by_role("heading", name="您是谁").count() == 1


def test_no_page_is_wider_than_its_screen_nor_with_letters_twice_as_large(visits):
    assert {len(visit.widths) for visit in visits.values()} == {6}
    assert [
        (name, letters, screen, width)
        for name, visit in visits.items()
        for (letters, screen), width in visit.widths.items()
        if width > screen
    ] == []


def test_a_page_that_is_too_wide_would_be_noticed(page):
    page.set_content("<body style='margin: 0'><p style='width: 20em'>一")
    page.evaluate("document.documentElement.style.fontSize = '200%'")
    assert page.evaluate("document.documentElement.scrollWidth") == 640


def test_a_page_outside_the_menu_marks_the_entry_it_belongs_to(course_built):
    belongs = {
        "lessons/S1-07.html": "课程地图",
        "trainer/S1-07.html": "培训员",
        "paths/A.html": "学习路径",
        "sources/cui2025.html": "论文依据",
        "authors/keys.html": "编写",
    }
    marked = "header nav.wide-menu [aria-current]"
    for name, entry in belongs.items():
        assert texts(course_built.site / name, marked) == [entry], name


def test_the_menu_of_a_phone_says_how_to_shut_it(page, course_built):
    page.set_viewport_size(PHONE)
    page.goto((course_built.site / "lessons/S1-07.html").as_uri())
    summary = page.locator("header summary")
    assert summary.inner_text() == "菜单"
    summary.press("Enter")
    expect(summary).to_have_text("收起", use_inner_text=True)
    expect(page.locator("header .menu nav")).to_be_visible()
    summary.press("Enter")
    expect(page.locator("header .menu nav")).to_be_hidden()


def test_a_path_keeps_the_order_in_which_it_is_taught(course_built):
    course = real_course()
    for name, path in course.paths.items():
        shown = texts(course_built.site / "paths" / f"{name}.html", ".stops > li .seal")
        weeks = [
            sorted(week.lessons, key=lambda one: not one.startswith("S")) for week in path.weeks
        ]
        assert shown == [one for week in weeks for one in week], name


def test_the_list_of_paths_shows_the_hours_of_each_track_in_each_week(course_built):
    course = real_course()
    page = parsed(course_built.site / "paths" / "index.html")
    for path in (one for one in course.paths.values() if one.standard):
        rows = page.css(f"[aria-labelledby=weeks-{path.id}] tbody tr")
        shown = [[one.text().strip() for one in row.css("td")] for row in rows]
        assert shown == [
            [str(hours_of(course, week, track.id) or "") for week in path.weeks]
            for track in course.settings.tracks
        ], path.id


def hours_of(course: Course, week: Week, track: TrackId) -> int:
    lessons = (course.lessons[one] for one in week.lessons)
    return sum(lesson.hours for lesson in lessons if lesson.track is track)


def test_a_lesson_names_the_paths_that_teach_and_those_that_offer_it(course_built):
    shown = texts(course_built.site / "lessons" / "C1-04.html", ".on-paths li")
    taught = [one for one in shown if "选修" not in one]
    offered = [one for one in shown if "选修" in one]
    course = real_course()
    paths = course.paths.items()
    assert [one[0] for one in taught] == [key for key, path in paths if "C1-04" in path.lessons]
    assert [one[0] for one in offered] == [key for key, path in paths if "C1-04" in path.electives]
    assert offered


def test_nobody_is_sent_from_lesson_to_lesson_into_one_that_is_not_written(course_built):
    written = {path.stem for path in (course_built.site / "trainer").glob("[SCX]*.html")}
    lessons = (course_built.site / "lessons").glob("*.html")
    seen = [Path(href).stem for one in lessons for href in values(one, ".neighbours a", "href")]
    assert set(seen) == written


def test_every_page_has_its_frame(course_built):
    names = all_pages(course_built.site)
    assert len(names) > 90
    for name in names:
        page = parsed(course_built.site / name)
        assert page.css_first("html").attributes["lang"] == "zh-CN", name
        assert len(page.css_first("title").text()) >= 3, name
        assert len(page.css("h1")) == 1, name
        assert page.css("img:not([alt])") == [], name
        assert page.css("a:not([href])") == [], name
        assert "示例" in page.css_first("body").text() or name == "404.html", name


def test_pages_are_light(course_built):
    heavy = [(name, size) for name in all_pages(course_built.site)
             if (size := (course_built.site / name).stat().st_size) > HEAVIEST_PAGE
             and not name.startswith(("sources/", "share/"))]  # fmt: skip
    assert heavy == [], "fewer lessons on a page: pages/download_stretches.py and the like"


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


def test_text_has_enough_contrast_on_a_phone_by_day_and_by_night(visits):
    poor = {name: visits[name].poor for name in LOOKED_AT_BY_NIGHT}
    assert poor == {name: {"light": [], "dark": []} for name in LOOKED_AT_BY_NIGHT}


def test_poor_contrast_would_be_noticed_by_day_and_by_night(page):
    page.set_content(
        "<style>b { color: #ccc; background: #fff }"
        "@media (prefers-color-scheme: dark) { i { color: #333; background: #000 } }</style>"
        "<b>一</b><i>二</i>"
    )
    poor = {scheme: [text for _, text, _ in found] for scheme, found in contrast(page).items()}
    assert poor == {"light": ["一"], "dark": ["一", "二"]}


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


def test_a_long_name_leaves_its_words_room_on_a_telephone(page, small_built):
    page.set_viewport_size(SMALL_PHONE)
    page.goto((small_built.site / "lessons" / "S1-01.html").as_uri())
    page.evaluate("document.querySelector('.script dt').textContent = '站在最后一排的培训员助手'")
    name, words = (page.locator(f".script {kind}").first.bounding_box() for kind in ("dt", "dd"))
    assert words["width"] > 150
    assert words["y"] >= name["y"] + name["height"]
    beside = [page.locator(f".script {kind}").nth(1).bounding_box() for kind in ("dt", "dd")]
    assert beside[0]["y"] == beside[1]["y"]
