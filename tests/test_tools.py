"""The two tools a learner has for a script: 红线检查 and 提词."""

import random
import re
from collections.abc import Iterator

import pytest
from casebook import real_course
from conftest import ROOT
from parsed import texts, values
from playwright.sync_api import Browser, Page, expect
from said import CLAIMS, NO_CLAIMS

from cunbo.checks.red_lines import is_theirs, over_red_lines
from cunbo.making.project import Project
from cunbo.model.watched import WatchedWords
from cunbo.pages.scripts import scripts
from cunbo.pages.tool_data import SPEAKER, tool_data
from cunbo.telling.edition import Edition

PROMPTER, RED_LINES = "tools/prompter.html", "tools/red-lines.html"
COURSE = real_course()
WORDS = COURSE.settings.words
SCRIPTS = [
    *(text for text, _ in CLAIMS),
    *NO_CLAIMS,
    "全村最 好，１００％ 真。",
    "最　好吃的就是它，最\u200b甜。",
    "🍠🍠它是 第 一 名，零　添 加！",
    "第 一 步看货，最 好先放冰箱。",
    "“全县最好”",
    "「老人吃了 关节不疼」。",
    '"绝对"没有。',
    "他问：“最甜吗？”我说不敢说是 最 甜 的。",
    "观众：是不是全县最好？",
    "弹幕: 能治病不？",
    "观众朋友们：这是全县最好的。",
    "好处：最甜，纯天然",
    "反面例子：全县最好",
    "不治。不治病？不治咳嗽",
    "最好、最最好、最好最好，第一，第一第一。",
    "<b>最好</b> & 最甜 {最低} [顶级] \\万能",
    "",
    "　　",
    "“没关上的引号，最好。",
    "最好”还在。第一、先看秤",
]
HOSTILE = "<img src=x onerror='window.hit = 1'>最好 </script><script>window.hit = 1</script>"


def places(script: str, words: WatchedWords) -> tuple[list[tuple[int, str, int, int]], list[int]]:
    """What `check` says of each line as if it stood in a lesson, and the lines it passes over.
    Places are counted as a browser counts."""
    found, unread = [], []
    for row, text in enumerate(script.split("\n")):
        speaker = re.match(SPEAKER, text)
        if speaker and is_theirs([speaker[0]], words):
            unread.append(row)
            continue
        found += [
            (row, line.key, *(len(text[:at].encode("utf-16-le")) // 2 for at in place))
            for line, claim in over_red_lines(text, words)
            for place in [(claim.start, claim.end)]
        ]
    return sorted(found), unread


@pytest.fixture(scope="module")
def reader(browser: Browser) -> Iterator[Page]:
    """A page with the real course's red lines and nothing else."""
    page = browser.new_page()
    page.set_content("<html data-root='' data-page='x' data-village='x'><body>")
    page.evaluate(scripts(ROOT / "templates")["scripts/red_lines.js"])
    data = tool_data(Edition(COURSE, COURSE.villages[COURSE.settings.village]))
    page.evaluate(data["tools/red-lines-data.js"])
    known = "cunbo.load('tools/red-lines-data.js')"
    page.evaluate(f"{known}.then(known => {{ window.read = cunbo.redLineReader(known) }})")
    yield page
    page.close()


def read_by(page: Page, script: str) -> tuple[list[tuple[int, str, int, int]], list[int]]:
    claims, unread = page.evaluate(
        """script => {
          const found = read(script)
          const told = found.claims.map(one => [one.row, one.line.key, one.from, one.to])
          return [told, found.unread]
        }""",
        script,
    )
    return sorted(tuple(one) for one in claims), unread


def test_the_page_finds_what_check_finds_and_where(reader):
    script = "\n".join(SCRIPTS)
    found, unread = places(script, WORDS)
    assert len(SCRIPTS) > 60
    assert len(found) > 40
    assert {key for _, key, _, _ in found} == {"absolute", "medical", "unproven"}
    assert len(unread) == 3
    assert read_by(reader, script) == (found, unread)


def test_the_page_and_check_agree_on_whatever_is_put_together(reader):
    """Pieces that decide, in any order: the expressions mean the same to both engines."""
    some = random.Random(7)
    pieces = [*WORDS.absolute, *WORDS.medical, *WORDS.unproven, *WORDS.harmless]
    bits = [
        *'不没别，。：“”「」"？ 　的是说讲问假错最好治１％第一',
        "不敢",
        "特别",
        "收回",
        "🍠",
        "观众",
    ]
    lines = [
        "".join(
            some.choice(some.choice((pieces, bits, bits))) for _ in range(some.randrange(2, 14))
        )
        for _ in range(1500)
    ]
    script = "\n".join(lines)
    found, unread = places(script, WORDS)
    assert len(found) > 1000
    assert read_by(reader, script) == (found, unread)


def opened(page: Page, site: Project, route: str, script: str = "") -> Page:
    page.goto((site.site / route.partition("?")[0]).as_uri() + "".join(route.partition("?")[1:]))
    if script:
        page.locator("#script").fill(script)
    return page


def test_a_script_is_marked_while_it_is_typed_and_the_caret_stays(page, small_built):
    opened(page, small_built, RED_LINES, "我家的最甜。\n观众：最好吗？\n纯 天 然，先看货。")
    expect(page.get_by_role("status")).to_have_text(
        "标出 2 处：说到顶的话 1 处，没凭据的话 1 处。有 1 行写着是别人说的，没有查。"
    )
    assert page.locator("mark").all_inner_texts() == ["最甜", "纯 天 然"]
    group = page.locator("#check section").first
    assert "“最甜”第 1 行" in group.inner_text()
    assert "换成\n说看得见的" in group.inner_text()
    law = group.get_by_role("link", name="《某广告规定》")
    assert (law.get_attribute("href") or "").endswith("trainer/law.html#ad-words")
    script = page.locator("#script")
    script.evaluate("one => one.setSelectionRange(3, 3)")
    page.keyboard.type("不是")
    expect(page.get_by_role("status")).to_contain_text("标出 1 处")
    assert script.evaluate("one => one.selectionStart") == 5
    expect(script).to_be_focused()
    page.get_by_role("button", name="清掉").click()
    expect(page.get_by_role("status")).to_have_text("")
    expect(page.locator("mark")).to_have_count(0)


def test_what_is_not_marked_is_not_called_right(page, small_built):
    opened(page, small_built, RED_LINES, "一份二十五块，秤给您看。")
    expect(page.get_by_role("status")).to_have_text("没标出词来。没标出来，不等于没事。")


@pytest.mark.parametrize("route", [RED_LINES, PROMPTER])
def test_strange_words_stay_words_are_kept_and_go_nowhere(page, small_built, route):
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    opened(page, small_built, route, HOSTILE)
    if route == RED_LINES:
        expect(page.locator("mark")).to_have_text("最好")
        assert page.locator(".marked").inner_text() == HOSTILE
    else:
        page.get_by_role("button", name="打开提词").click()
        assert page.locator(".prompt-text").inner_text().strip() == HOSTILE
    page.reload()
    expect(page.locator("#script")).to_have_value(HOSTILE)
    assert page.evaluate("window.hit") is None
    expect(page.locator("img")).to_have_count(0)
    assert [url for url in asked if not url.startswith(small_built.site.as_uri())] == []
    assert [url for url in asked if "onerror" in url or "%E6%9C%80" in url] == []


@pytest.mark.parametrize("route", [RED_LINES, PROMPTER])
def test_where_nothing_can_be_kept_the_page_works_and_says_so(page, small_built, route):
    page.add_init_script(
        "Object.defineProperty(window, 'localStorage', { get() { throw new Error('no') } })"
    )
    opened(page, small_built, route, "我家的最甜。")
    expect(page.locator("main")).to_contain_text("关了页面就没了")
    if route == RED_LINES:
        expect(page.locator("mark")).to_have_text("最甜")
    else:
        page.get_by_role("button", name="打开提词").click()
        expect(page.get_by_role("dialog")).to_be_visible()


SPEECH = "一二三四五六七八九十。\n" * 20
"""Two hundred characters: a minute at the usual speed."""


def on_stage(page: Page, site: Project, speech: str = SPEECH, *ticked: str) -> None:
    """Bring a speech on the stage with time standing still."""
    page.clock.install(time=0)
    opened(page, site, PROMPTER, speech)
    page.clock.pause_at(60_000)
    for name in ticked:
        page.get_by_label(name).check()
    page.get_by_role("button", name="打开提词").click()


def height(page: Page) -> float:
    """How far the text has run, in pixels."""
    moved = page.locator(".prompt-text").evaluate("one => new DOMMatrix(one.style.transform).m42")
    return -float(moved)


def line_top(page: Page, number: int) -> float:
    return float(page.locator(".prompt-text p").nth(number).evaluate("one => one.offsetTop"))


def test_the_script_runs_by_the_clock(page, small_built):
    on_stage(page, small_built)
    time = page.locator(".prompt-time")
    expect(time).to_have_text("还剩 1 分，一分钟 200 字")
    page.keyboard.press("Space")
    page.clock.run_for(30_000)
    expect(time).to_have_text("还剩 30 秒，一分钟 200 字")
    assert height(page) == pytest.approx(line_top(page, 10), abs=2)
    page.keyboard.press("Space")
    page.clock.run_for(600_000)
    expect(time).to_have_text("还剩 30 秒，一分钟 200 字")
    page.get_by_role("button", name="快一点").click()
    page.get_by_role("button", name="开始").click()
    page.clock.run_for(20_000)
    expect(time).to_have_text("还剩 8 秒，一分钟 220 字")
    page.clock.run_for(8_000)
    expect(time).to_have_text("讲完了，一分钟 220 字")
    page.get_by_role("button", name="从头").click()
    expect(time).to_have_text("还剩 55 秒，一分钟 220 字")


def test_a_tap_on_the_words_starts_and_stops_and_a_hidden_page_stops(page, small_built):
    on_stage(page, small_built)
    screen, main = page.locator(".prompt-screen"), page.locator(".prompt-main")
    screen.click()
    expect(main).to_have_text("停住")
    screen.click()
    expect(main).to_have_text("开始")
    screen.click()
    page.evaluate(
        """Object.defineProperty(document, 'hidden', { value: true })
        document.dispatchEvent(new Event('visibilitychange'))"""
    )
    expect(main).to_have_text("开始")


def test_the_keyboard_steps_back_and_on_changes_speed_and_leaves(page, small_built):
    on_stage(page, small_built)
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    assert height(page) == pytest.approx(line_top(page, 2), abs=2)
    page.keyboard.press("ArrowUp")
    assert height(page) == pytest.approx(line_top(page, 1), abs=2)
    page.keyboard.press("ArrowRight")
    expect(page.locator(".prompt-time")).to_have_text("还剩 52 秒，一分钟 220 字")
    for name in ("开始", "退一句", "慢一点", "快一点", "字小一点", "字大一点", "收起"):
        page.keyboard.press("Tab")
        expect(page.get_by_role("button", name=name)).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_have_count(0)
    expect(page.get_by_role("button", name="打开提词")).to_be_focused()
    expect(page.get_by_label("快慢：一分钟")).to_have_value("220")
    page.reload()
    expect(page.get_by_label("快慢：一分钟")).to_have_value("220")


def test_the_way_back_leaves_the_stage_before_the_page(page, small_built):
    page.goto((small_built.site / "for-trainers.html").as_uri())
    on_stage(page, small_built)
    page.go_back()
    expect(page.locator(".prompt")).to_have_count(0)
    assert page.url.endswith("prompter.html")
    assert page.get_by_role("button", name="打开提词").evaluate(
        "one => one === document.activeElement"
    )
    page.get_by_role("button", name="打开提词").click()
    page.keyboard.press("Escape")
    page.wait_for_function("!(history.state && history.state.over)")
    page.go_back()
    page.wait_for_url("**/for-trainers.html")


def test_a_mirror_turns_the_words_and_the_night_is_black(page, small_built):
    on_stage(page, small_built, SPEECH, "左右反着", "黑底白字")
    turned = page.locator(".prompt-mirror").evaluate("one => getComputedStyle(one).transform")
    assert turned.startswith("matrix(-1, 0, 0, 1")
    ground = page.get_by_role("dialog").evaluate("one => getComputedStyle(one).backgroundColor")
    assert ground == "rgb(0, 0, 0)"


def test_who_wants_no_motion_gets_line_by_line(page, small_built):
    page.emulate_media(reduced_motion="reduce")
    on_stage(page, small_built, "一二三四五六七八九十一二三四五六七八九十。\n末了。")
    page.keyboard.press("Space")
    seen = []
    for _ in range(20):
        page.clock.run_for(250)
        seen.append(height(page))
    assert len(set(seen)) == 3, "a line of twenty characters is three rows of a phone"
    assert seen == sorted(seen)


def test_the_screen_stays_on_while_the_stage_is_open(page, small_built):
    page.add_init_script(
        """window.locks = 0
        const lock = { addEventListener() {}, release() { window.locks -= 1 } }
        const wakeLock = { request: () => { window.locks += 1; return Promise.resolve(lock) } }
        Object.defineProperty(navigator, 'wakeLock', { value: wakeLock })"""
    )
    on_stage(page, small_built)
    assert page.evaluate("window.locks") == 1
    page.keyboard.press("Escape")
    assert page.evaluate("window.locks") == 0


def test_the_reminders_of_the_lesson_stand_above_its_script(page, small_built):
    lesson = small_built.site / "lessons" / "S1-01.html"
    href = next(one for one in values(lesson, "a", "href") if "prompter" in one)
    assert href == "../tools/prompter.html?lesson=S1-01"
    card = texts(lesson, ".keep-card li")
    opened(page, small_built, "tools/prompter.html?lesson=S1-01", SPEECH)
    expect(page.locator(".beside")).to_contain_text(card[0])
    assert page.locator(".beside li").filter(has_text="分钟").count() > 0
    page.get_by_role("button", name="打开提词").click()
    for one in card:
        expect(page.locator(".prompt-top")).to_contain_text(one)


def test_a_lesson_that_is_not_there_brings_nothing(page, small_built):
    opened(page, small_built, "tools/prompter.html?lesson=S3-99", SPEECH)
    expect(page.get_by_role("button", name="打开提词")).to_be_enabled()
    expect(page.locator(".beside")).to_be_hidden()


def test_without_scripts_the_list_is_there_to_read(small_built):
    page = small_built.site / RED_LINES
    assert texts(page, "main h2") == [
        "没标出来，不等于没事", "说到顶的话", "治病养生的话", "没凭据的话"
    ]  # fmt: skip
    assert texts(page, ".watched span") == [
        "最好", "最甜", "第一", "国家级", "治", "祛湿", "纯天然", "绝对", "有机"
    ]  # fmt: skip
    assert values(page, ".told a", "href")[0] == "../trainer/law.html#ad-words"
    assert texts(page, "main button, main textarea, main input") == []


def test_without_scripts_the_prompter_says_so_and_tells_how_to_do_it_on_paper(small_built):
    page = small_built.site / PROMPTER
    assert "没有跑起来" in texts(page, "#prompter")[0]
    assert any("长纸条" in one for one in texts(page, "main li"))
    assert texts(page, "main button, main textarea, main input") == []


def test_the_tools_are_found_from_where_scripts_are_written(small_built):
    for name in ("index.html", "for-trainers.html", "lessons/S1-01.html"):
        leads = " ".join(values(small_built.site / name, "main a", "href"))
        assert PROMPTER in leads, name
        assert RED_LINES in leads, name


def test_a_word_after_a_long_clause_is_judged_by_what_stands_near_it(reader):
    far = "这条路弯弯绕绕走到头" * 12
    lines = [
        f"{head}{far}{tail}"
        for head in ("不说", "特别", "")
        for tail in (
            "最好",
            "不说最好",
            "没错最好",
            "别提特别最好",
            "没有最好",
            "不" + far + "最好",
        )
    ]
    lines += [f"{'特别' * at}不敢保证最好" for at in range(40)]
    script = "\n".join(lines)
    found, unread = places(script, WORDS)
    assert len(found) > 5
    assert read_by(reader, script) == (found, unread)


BOOK = "今天的桃最甜，全县最好，纯天然。\n" * 1000


def test_a_book_that_is_pasted_is_marked_and_told_in_short(page, small_built):
    opened(page, small_built, RED_LINES)
    page.evaluate(
        """book => {
          const box = document.getElementById('script')
          box.value = book
          box.dispatchEvent(new Event('input'))
        }""",
        BOOK,
    )
    expect(page.get_by_role("status")).to_contain_text("标出 3000 处")
    expect(page.locator("mark")).to_have_count(3000)
    assert page.locator("#check dd").first.inner_text().count("第 ") == 50
    counted = "cunbo.redLineReader(known)('最好'.repeat(100000)).claims.length"
    data = "cunbo.load('tools/red-lines-data.js')"
    assert page.evaluate(f"{data}.then(known => {counted})") == 100_000


@pytest.mark.parametrize("route", [RED_LINES, PROMPTER])
def test_a_window_that_is_shut_leaves_what_another_has_written(page, small_built, route):
    opened(page, small_built, route)
    other = page.context.new_page()
    opened(other, small_built, route, "在那边写的")
    other.wait_for_function("cunbo.kept.get('script')")
    page.goto((small_built.site / "index.html").as_uri())
    other.reload()
    expect(other.locator("#script")).to_have_value("在那边写的")
    other.locator("#script").fill("刚打的")
    other.reload()
    expect(other.locator("#script")).to_have_value("刚打的")


@pytest.mark.parametrize("route", [RED_LINES, PROMPTER])
def test_what_another_version_kept_is_in_nobodys_way(page, small_built, route):
    opened(page, small_built, route)
    for name, value in (("script", {"a": 1}), ("speed", "x"), ("size", -5), ("night", "x")):
        page.evaluate("([name, value]) => cunbo.kept.put(name, value)", [name, value])
    page.reload()
    expect(page.locator("#script")).to_have_value("")
    if route == PROMPTER:
        expect(page.get_by_label("快慢：一分钟")).to_have_value("200")


def test_what_the_tools_know_may_not_come(page, small_built):
    page.route("**/tools/*.js", lambda route: route.abort())
    opened(page, small_built, RED_LINES)
    expect(page.locator("#check")).to_contain_text("没取到")
    opened(page, small_built, "tools/prompter.html?lesson=S1-01", SPEECH)
    expect(page.get_by_role("button", name="打开提词")).to_be_enabled()
    expect(page.locator(".beside")).to_be_hidden()
