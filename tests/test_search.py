"""The search: complete, from a folder too, and it leads to the place it has shown."""

import random
import shutil
from dataclasses import replace
from functools import cache
from gzip import compress
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from casebook import real_course, told_at_home
from found_rows import FoundRow, folded, found_rows, shelf_of
from parsed import parsed, values
from playwright.sync_api import Page, expect

from cunbo.pages.search_data import search_scripts
from cunbo.pages.search_rows import FoundPage, FoundPlace, search_pages
from cunbo.pages.standing import named_pages

WRITTEN_QUERIES = [
    "老人", "播间", "品卡", "花椒", "退货", "直播", "合作社", "广告法", "理由退", "口三分",
    "教案", "佣金", "手机", "一句话", "样东西", "38元", "５～８天", "１０", "微信群", "溯源",
]  # fmt: skip
FIND = """queries => queries.map(query => cunbo.search.find(query).map(entry => [
  entry.page.route, entry.places().map(cunbo.search.place).map(
    one => [one.page.route, one.anchor, one.heading])]))"""
WHOLE = "window.cunbo && cunbo.search.books > 0 && cunbo.search.read === cunbo.search.books"


def open_search(page: Page, site: Path, query: str = "") -> None:
    page.goto(f"{(site / 'search.html').as_uri()}?q={quote(query)}")
    page.wait_for_function(WHOLE)


def queries_from(rows: list[FoundRow]) -> list[str]:
    """Two to six signs out of any sentence, wherever words begin and end; and some written ones."""
    dice = random.Random(10)
    lines = [line for row in rows for line in row.words.split("\n") if len(line) > 8]
    drawn: list[str] = []
    while len(drawn) < 40 - len(WRITTEN_QUERIES):
        line, length = dice.choice(lines), dice.randint(2, 6)
        start = dice.randrange(len(line) - length)
        piece = line[start : start + length]
        if not any(sign.isspace() for sign in piece):
            drawn.append(piece)
    return WRITTEN_QUERIES + drawn


class PlainScan:
    """The same by looking through every text: entries that have all words somewhere, and their
    places with any of them."""

    def __init__(self, site: Path) -> None:
        self.rows = [(row, folded(row.words)) for row in found_rows(site)]
        self.said: dict[str, list[str]] = {}
        for number, (route, title, _, entry, _) in enumerate(shelf_of(site)):
            if number == entry:
                self.said[route] = [folded(title)]
        for row, text in self.rows:
            self.said[row.entry].append(text)

    def find(self, query: str) -> dict[str, set[Any]]:
        words = [folded(word) for word in query.split()]
        found: dict[str, set[Any]] = {
            entry: set()
            for entry, texts in self.said.items()
            if all(any(word in text for text in texts) for word in words)
        }
        for row, text in self.rows:
            if row.entry in found and any(word in text for word in words):
                found[row.entry].add((row.route, row.anchor, row.heading))
        return found


def answers(page: Page, queries: list[str]) -> list[dict[str, set[Any]]]:
    found = page.evaluate(FIND, queries)
    return [{route: {tuple(one) for one in places} for route, places in told} for told in found]


def with_data(site: Path, to: Path, pages: tuple[FoundPage, ...]) -> Path:
    """The search page of a site with other data."""
    for name in ("scripts", "search"):
        shutil.copytree(site / name, to / name)
    for name in ("search.html", "style.css"):
        shutil.copy(site / name, to)
    for name, text in search_scripts(pages).items():
        (to / name).write_text(text, encoding="utf-8")
    return to


@cache
def pages_of_the_course() -> tuple[FoundPage, ...]:
    return search_pages(told_at_home(real_course()), named_pages())


def four_times() -> tuple[FoundPage, ...]:
    return tuple(
        replace(one, route=f"{copy}/{one.route}", entry=f"{copy}/{one.entry}")
        for copy in range(4)
        for one in pages_of_the_course()
    )


@pytest.mark.parametrize("times", [1, 4])
def test_all_is_found_that_a_plain_scan_finds(page, course_built, tmp_path, times):
    site = course_built.site
    if times > 1:
        site = with_data(site, tmp_path / "site", four_times())
    scan = PlainScan(site)
    queries = queries_from([row for row, _ in scan.rows])
    assert len(queries) == 40
    queries += ["花椒 退", "老人 手机 字"]
    open_search(page, site)
    told = answers(page, queries)
    asked = zip(queries, told, strict=True)
    assert [query for query, found in asked if found != scan.find(query)] == []
    assert len(scan.rows) > 500 * times
    assert sum(bool(found) for found in told) >= 35


def test_data_say_what_the_pages_do(course_built):
    """They are folded, and unfold to the very same."""
    told = [row.words for row in found_rows(course_built.site)]
    said = [f"{one.heading}\n{one.text}" for page in pages_of_the_course() for one in page.places]
    assert told == said
    assert sum(folded(text) != text for text in said) > 100


def test_words_are_one_however_they_are_typed(page, course_built):
    open_search(page, course_built.site)
    same = [
        ("10", "１０"),
        ("38 元", "38元"),
        ("老人 手机", "手机　老人"),
        ("S1-07", "ｓ１-０７"),
    ]
    for one, other in same:
        first, second = answers(page, [one, other])
        assert first, one
        if one != "38 元":  # two words, the other is one: it finds no more
            assert first == second
        else:
            assert set(second) <= set(first)
    assert answers(page, ["", "   "]) == [{}, {}]


def test_every_place_in_the_data_is_a_place_of_the_site(course_built):
    site = course_built.site
    rows = found_rows(site)
    anchors = {name: set(values(site / name, "[id]", "id")) for name in {row.route for row in rows}}
    assert [row for row in rows if row.anchor and row.anchor not in anchors[row.route]] == []
    assert [one[0] for one in shelf_of(site) if not (site / one[0]).is_file()] == []
    assert {row.route for row in rows} >= {
        path.relative_to(site).as_posix()
        for folder in ("lessons", "trainer", "paths", "sources")
        for path in (site / folder).glob("*.html")
        if path.stem not in ("index",)
    }


def test_books_are_small_and_learners_come_first(course_built):
    site = course_built.site
    sizes = [len(compress(path.read_bytes())) for path in sorted((site / "search").glob("*.js"))]
    assert max(sizes) < 56_000
    assert len(compress((site / "search" / "titles.js").read_bytes())) < 25_000
    order = [row.route.split("/")[0] for row in found_rows(site)]
    assert order.index("trainer") > max(
        at for at, folder in enumerate(order) if folder == "lessons"
    )
    assert set(order[-10:]) == {"sources"}


def test_titles_answer_before_any_text_is_there(page, course_built):
    page.route("**/search/text-*.js", lambda route: None)
    address = (course_built.site / "search.html").as_uri() + "?q=" + quote("开口三分钟")
    page.goto(address, wait_until="domcontentloaded")
    expect(page.locator(".found > li").first).to_contain_text("开口三分钟")
    expect(page.locator(".reading")).to_have_text("还在翻：第 1 册，共 4 册")
    page.get_by_role("searchbox").fill("找不到的话")
    assert "没找到" not in page.locator("main").inner_text()


@pytest.mark.parametrize("script", ["titles.js", "text-2.js"])
def test_what_does_not_come_is_asked_for_again(page, course_built, script):
    page.route(f"**/search/{script}", lambda route: route.abort())
    page.goto((course_built.site / "search.html").as_uri() + "?q=" + quote("老人"))
    expect(page.locator(".reading")).to_contain_text("没取到")
    assert (page.locator(".found > li").count() > 0) is (script != "titles.js")
    page.unroute(f"**/search/{script}")
    page.get_by_role("button", name="搜").click()
    page.wait_for_function(WHOLE)
    assert page.locator(".reading").inner_text() == ""


def test_a_lesson_stands_once_with_its_best_two_places(page, course_built):
    open_search(page, course_built.site, "老人")
    expect(page.get_by_role("status")).to_contain_text("找到 ")
    shown = page.locator(".found > li:not(.more)")
    first = shown.first
    assert "听老人讲" in first.locator(".found-page").inner_text()
    assert first.locator(".found-page a").last.get_attribute("href").startswith("./trainer/C1-03")
    assert [one.locator("ul > li").count() <= 2 for one in shown.all()].count(False) == 0
    heads = page.locator(".found-page > a:first-child").all_inner_texts()
    assert len(heads) == len(set(heads)) == 10
    page.get_by_role("button", name="接着看").click()
    assert shown.count() > 10
    marks = set(page.locator(".found mark").all_inner_texts())
    assert marks == {"老人"}


def test_trainers_words_are_marked_and_lead_to_their_page(page, course_built):
    row = next(
        row
        for row in found_rows(course_built.site)
        if row.audience == "t" and row.anchor == "prepare"
    )
    words = row.text.split("\n")[0][:6]
    open_search(page, course_built.site, words)
    link = page.locator(".found ul a", has=page.locator(".tag")).first
    assert link.locator(".tag").inner_text() == "教案"
    assert link.get_attribute("href").startswith("./trainer/")


def test_keys_and_address(page, course_built):
    open_search(page, course_built.site)
    box = page.get_by_role("searchbox")
    expect(box).to_be_focused()
    assert page.locator(".found > li").count() == 0
    box.press_sequentially("花椒")
    box.press("Enter")
    expect(page.locator(".found a").first).to_be_focused()
    found = page.get_by_role("status").inner_text()
    page.wait_for_function("location.search === '?q=' + encodeURIComponent('花椒')")
    page.reload()
    page.wait_for_function(WHOLE)
    assert page.get_by_role("status").inner_text() == found
    box.press("Escape")
    expect(box).to_have_value("")
    expect(page.locator(".found > li")).to_have_count(0)
    box.fill("没有人说过的话")
    expect(page.get_by_role("status")).to_have_text("没找到“没有人说过的话”，试试：")
    expect(page.locator("#search .points")).to_be_visible()


TYPED = """words => new Promise(done => {
  const box = document.getElementById('q')
  const type = word => {
    box.value = word
    box.dispatchEvent(new Event('input'))
  }
  type(words[0])
  const drawn = document.querySelectorAll('.found *').length
  setTimeout(() => {
    type(words[1])
    done(drawn)
  }, 160)
})"""
"""The second word is typed while the places of the first are being drawn."""


def test_a_key_draws_a_few_titles_and_breaks_off_what_the_last_still_draws(page, course_built):
    open_search(page, course_built.site)
    assert 3 <= page.evaluate(TYPED, ["的", "花椒"]) <= 24
    page.wait_for_function("location.search === '?q=' + encodeURIComponent('花椒')")
    page.wait_for_function("document.querySelector('.found > .more')")
    assert set(page.locator(".found mark").all_inner_texts()) == {"花椒"}
    heads = page.locator(".found-page > a:first-child").all_inner_texts()
    assert len(heads) == len(set(heads)) == 10
    assert page.locator(".found > li > ul").count() == 10


def test_words_that_lie_folded_are_marked_unfolded_and_in_sight(page, course_built):
    """The form of a lesson lies folded on its page."""
    name = "lessons/S1-07.html"
    rows = [row for row in found_rows(course_built.site) if row.route == name]
    said = {row.anchor: row.words for row in rows}
    folded_away = [line[:6] for line in said.pop("form").split("\n")[2:] if len(line) > 6]
    shown = "".join(said.values())
    words = next(one for one in folded_away if one not in shown and len(one.split()) == 1)
    page.goto(f"{(course_built.site / name).as_uri()}?q={quote(words)}")
    mark = page.locator("#form details mark").first
    expect(mark).to_be_in_viewport()
    expect(mark).to_be_focused()
    assert folded(words).startswith(folded(mark.inner_text()))


def test_a_result_leads_to_the_words_at_its_place(page, course_built):
    page.goto(f"{(course_built.site / 'lessons/S1-07.html').as_uri()}?q={quote('三分钟')}#card")
    expect(page.locator("#card mark").first).to_be_focused()
    expect(page.locator("h1 mark")).to_have_count(1)


def test_marks_go_over_bold_words_and_only_over_those_asked_for(page, course_built):
    page.goto(f"{(course_built.site / 'lessons/S1-07.html').as_uri()}?q=" + quote("Ｓ1-04 产品卡"))
    expect(page.locator("mark").first).to_be_in_viewport()
    told = {folded(one) for one in page.locator("mark").all_text_contents()}
    assert told <= {"产品卡", "s1-04", "产品", "卡"}
    assert {"产品卡", "s1-04"} <= told


def test_a_page_that_nobody_searched_for_asks_for_no_more(page, course_built):
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto((course_built.site / "lessons" / "S1-07.html").as_uri())
    assert [url for url in asked if "found.js" in url or "/search/" in url] == []
    expect(page.locator("mark")).to_have_count(0)


def test_the_box_of_every_page_needs_no_script(browser, course_built):
    context = browser.new_context(
        viewport={"width": 1280, "height": 800}, java_script_enabled=False
    )
    page = context.new_page()
    page.goto((course_built.site / "trainer" / "S1-07.html").as_uri())
    page.get_by_role("searchbox").fill("花椒")
    page.get_by_role("button", name="搜索").click()
    assert page.url.endswith("/search.html?q=" + quote("花椒"))
    told = page.locator("#search").inner_text()
    context.close()
    assert "脚本没打开" in told
    assert "在页面中查找" in told
    assert parsed(course_built.site / "search.html").css("main input, main button") == []
    hrefs = values(course_built.site / "search.html", "#search a", "href")
    assert hrefs == ["map.html", "glossary.html"]


def test_the_head_of_a_page_is_one_line_on_a_small_phone(page, course_built):
    page.set_viewport_size({"width": 320, "height": 640})
    page.goto((course_built.site / "lessons" / "S1-07.html").as_uri())
    assert page.locator("header .top-row").bounding_box()["height"] < 64
    button = page.get_by_role("button", name="搜索").bounding_box()
    assert min(button["width"], button["height"]) >= 44


def test_words_of_the_data_stay_words(page, course_built, tmp_path):
    trap = "</script><img src=x onerror='window.caught=1'>\u2028`${1}`\\\"'恶"
    place = FoundPlace("aims", trap, f"{trap}\n{trap}")
    pages = (FoundPage("map.html", trap, pages_of_the_course()[0].audience, (place,), "map.html"),)
    site = with_data(course_built.site, tmp_path / "site", pages)
    open_search(page, site, "恶")
    shown = page.locator(".found").text_content()
    assert shown.count(trap) >= 2
    expect(page.locator(".found img, .found script")).to_have_count(0)
    assert page.evaluate("window.caught") is None


@pytest.mark.parametrize("place", ["#%E4%", "#%", "#nowhere"])
def test_an_address_that_was_cut_off_still_leads_to_the_words(page, course_built, place):
    troubles = []
    page.on("pageerror", lambda error: troubles.append(str(error)))
    page.goto((course_built.site / "lessons/S1-07.html").as_uri() + f"?q={quote('话')}{place}")
    expect(page.locator("mark").first).to_be_focused()
    assert troubles == []


QUERIES = ["(", "[一]+", "\\", "$&", "%E0%A4%A", "𠮷", "<b>"]


def test_signs_of_all_kinds_are_only_signs(page, course_built, tmp_path):
    """Rare letters are two of a text: neither a mark nor the end of a line goes through one."""
    troubles = []
    page.on("pageerror", lambda error: troubles.append(str(error)))
    audience = pages_of_the_course()[0].audience
    long = ["𠮷" * 90, "一" + "𠮷" * 90, "𠮷" * 50 + "找" + "𠮷" * 50, "(一)[一]+\\$&%E0%A4%A<b>找"]
    place = FoundPlace("aims", "地方", "\n".join(long))
    rows = (FoundPage("map.html", "题目", audience, (place,), "map.html"),)
    open_search(page, with_data(course_built.site, tmp_path / "site", rows))
    box = page.get_by_role("searchbox")
    for query in [*QUERIES, "找", "一", "𠮷 找"]:
        box.fill(query)
        expect(page.locator(".found > li")).to_have_count(1)
        halves = "t => Array.from(t).filter(one => /^[\\ud800-\\udfff]$/.test(one)).length"
        assert page.locator(".found").evaluate(f"one => ({halves})(one.textContent)") == 0, query
    page.evaluate(
        """() => {
          const box = document.getElementById('q')
          box.value = String.fromCharCode(0xd842)
          box.dispatchEvent(new Event('input'))
        }"""
    )
    expect(page.locator(".found a").first).to_have_attribute("href", "./map.html?q=%EF%BF%BD")
    assert troubles == []


def test_a_page_pasted_into_the_box_asks_for_no_more_than_can_be_found(page, course_built):
    open_search(page, course_built.site)
    assert page.evaluate("cunbo.wordsOf('话 '.repeat(100000)).length") == 100
    page.get_by_role("searchbox").fill("话" * 5000)
    assert len(page.get_by_role("searchbox").input_value()) == 200


def test_what_comes_later_takes_nothing_from_under_a_readers_hand(page, course_built):
    waiting = []
    page.route("**/search/text-2.js", lambda route: waiting.append(route))
    address = (course_built.site / "search.html").as_uri() + "?q=" + quote("话")
    page.goto(address, wait_until="domcontentloaded")
    expect(page.locator(".reading")).to_have_text("还在翻：第 2 册，共 4 册")
    page.get_by_role("button", name="接着看").click()
    seen = page.locator(".found > li:not(.more)").count()
    assert seen > 10
    link = page.locator(".found a:focus")
    where = link.get_attribute("href")
    page.wait_for_function("scrollY > 0")
    waiting[0].continue_()
    page.wait_for_function(WHOLE)
    assert page.locator(".found > li:not(.more)").count() >= seen
    assert link.get_attribute("href") == where
    assert page.evaluate("scrollY") > 0


def test_whoever_goes_to_the_box_finds_the_titles_there_already(page, course_built):
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    page.set_viewport_size({"width": 1280, "height": 800})
    page.goto((course_built.site / "lessons" / "S1-07.html").as_uri())
    assert page.locator("link[rel=prefetch]").count() == 0
    page.get_by_role("searchbox").click()
    page.get_by_role("button", name="搜索").focus()
    expect(page.locator("link[rel=prefetch]")).to_have_count(1)
    assert page.locator("link[rel=prefetch]").get_attribute("href") == "../search/titles.js"


def test_a_mark_in_a_button_is_read_as_the_button_is(page, course_built):
    page.goto((course_built.site / "lessons/S1-07.html").as_uri() + f"?q={quote('讲义')}")
    mark = page.locator(".button mark").first
    colors = "one => [one, one.closest('.button')].map(it => getComputedStyle(it).color)"
    one, other = mark.evaluate(colors)
    assert one == other


def test_large_letters_do_not_widen_a_lesson_on_a_small_phone(page, course_built):
    page.set_viewport_size({"width": 320, "height": 640})
    page.goto((course_built.site / "lessons/S1-07.html").as_uri())
    page.evaluate("document.documentElement.style.fontSize = '200%'")
    assert page.evaluate("document.documentElement.scrollWidth") == 320
