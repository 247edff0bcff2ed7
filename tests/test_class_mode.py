"""Class mode on the trainer's page: its clock right to the second, and what is noted kept.

The page is that of S1-07, with a plan and a rubric that stay when the lesson is edited: steps of 4,
5, 7, 20 and 7 minutes and 2 of slack, from 10:00 to 10:45.
"""

import json
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta

import pytest
from casebook import real_course
from chromium import PHONE
from parsed import parsed
from playwright.sync_api import Browser, Page, expect

from cunbo.making.project import Project

PLAN = [["开场", 4], ["案例", 5], ["示范", 7], ["对练", 20], ["收尾", 7]]
CRITERIA = ["三分钟", "自己的话", "村里那一句"]
WITH_PLAN = """
document.addEventListener('readystatechange', () => {
  if (document.readyState !== 'interactive') return
  const fit = (selector, wanted, dress) => {
    const all = [...document.querySelectorAll(selector)]
    all.slice(wanted.length).forEach(one => one.remove())
    wanted.forEach((want, at) =>
      dress(all[at] || all[0].parentNode.appendChild(all[0].cloneNode(true)), want))
  }
  document.querySelector('.run').dataset.minutes = 45
  fit('.run-row', PLAN, (row, [kind, minutes]) => {
    row.dataset.minutes = minutes
    row.querySelector('.kind').textContent = kind
  })
  fit('.rubric dt', CRITERIA, (dt, name) => { dt.textContent = name })
})
""".replace("PLAN", json.dumps(PLAN)).replace("CRITERIA", json.dumps(CRITERIA))
"""JavaScript: puts the plan and the rubric into the page before its own script reads them."""
START = datetime(2026, 11, 26, 2, 0, tzinfo=UTC)
WAKE = """
Object.defineProperty(document, 'hidden', { get: () => Boolean(window.asleep) })
window.locks = []
Object.defineProperty(navigator, 'wakeLock', { value: { request: () => {
  const lock = new EventTarget()
  lock.release = () => { lock.free = true; lock.dispatchEvent(new Event('release')) }
  window.locks.push(lock)
  return Promise.resolve(lock)
} } })
"""
NOTHING_KEPT = (
    "Object.defineProperty(window, 'localStorage', { get() { throw new Error('no store') } })"
)


class Class:
    """The trainer's page of S1-07 in a browser whose time stands still till it is moved."""

    def __init__(self, page: Page, site: Project) -> None:
        self.page = page
        self._address = (site.site / "trainer" / "S1-07.html").as_uri()
        self._now = START
        self.page.clock.install(time=START - timedelta(hours=1))

    def load(self) -> None:
        """Open the page, or open it again."""
        self.page.goto(self._address)
        self.page.clock.pause_at(self._now)

    def wait(self, seconds: float) -> None:
        """Let time pass with the page awake: what is due happens."""
        self._now += timedelta(seconds=seconds)
        self.page.clock.run_for(round(seconds * 1000))

    def set_forward(self, seconds: float) -> datetime:
        """The time of a device that somebody sets forward, without its being locked."""
        self._now += timedelta(seconds=seconds)
        return self._now

    def lock(self, seconds: float) -> None:
        """Let time pass with the screen locked and all timers asleep, then unlock."""
        self._now += timedelta(seconds=seconds)
        self._sleep("true")
        self.page.clock.set_system_time(self._now)
        self._sleep("false")

    def _sleep(self, asleep: str) -> None:
        changed = "document.dispatchEvent(new Event('visibilitychange'))"
        self.page.evaluate(f"window.asleep = {asleep}; {changed}")

    def beside(self) -> Page:
        """Another window with the same page, in the time that this one has now."""
        page = self.page.context.new_page()
        page.goto(self._address)
        return page

    def tap(self, name: str) -> None:
        self.page.get_by_role("button", name=name, exact=True).click()

    def next(self) -> None:
        self.page.get_by_role("button", name="下一步").click()

    def begin(self) -> None:
        self.tap("开始上课")
        self.tap("开始计时")

    def shown(self) -> tuple[str, str, str, str]:
        """Which step, the time left in it, the end, and how the class stands."""
        one, two, three, four = self.page.locator(".class-top > p").all_inner_texts()
        return two, one, three, four

    def heading(self) -> str:
        return self.page.locator(".class-mode h1").inner_text()


@pytest.fixture
def make_class(browser: Browser, course_built: Project) -> Iterator[Callable[..., Class]]:
    """A maker of classes; scripts that are given run before the page's own. Nothing may go wrong
    on any of the pages."""
    contexts, troubles = [], []

    def make(*scripts: str) -> Class:
        context = browser.new_context(viewport=PHONE, timezone_id="Asia/Shanghai", has_touch=True)
        contexts.append(context)
        page = context.new_page()
        page.on("pageerror", lambda error: troubles.append(str(error)))
        page.on("console", lambda message: troubles.append(message.text))
        for script in (WAKE, WITH_PLAN, *scripts):
            page.add_init_script(script)
        made = Class(page, course_built)
        made.load()
        return made

    yield make
    for context in contexts:
        context.close()
    assert troubles == []


def test_45_minutes_with_locks_reloads_and_a_late_step_are_right_to_the_second(make_class):
    it = make_class()
    it.begin()
    assert it.shown() == (
        "第 1/5 步 开场",
        "4:00",
        "10:45 下课 还有 45:00",
        "不早不晚，机动还有 2 分钟",
    )
    it.wait(150)
    assert it.shown()[1:3] == ("1:30", "10:45 下课 还有 42:30")
    it.lock(60)
    assert it.shown()[1:3] == ("0:30", "10:45 下课 还有 41:30")
    it.wait(30)
    assert it.shown()[:3] == ("第 1/5 步 到点了", "+0:00", "10:45 下课 还有 41:00")
    it.lock(180)
    late = ("第 1/5 步 到点了", "+3:00", "10:46 下课 还有 39:00", "拖了 3 分钟，下课推到 10:46")
    assert it.shown() == late
    it.next()
    assert it.shown() == ("第 2/5 步 案例", "5:00", *late[2:])
    it.wait(60)
    it.load()
    assert it.shown() == ("第 2/5 步 案例", "4:00", "10:46 下课 还有 38:00", late[3])
    it.tap("暂停")
    it.lock(119)
    it.wait(1)
    still = ("第 2/5 步 停着", "4:00", "10:48 下课 还有 38:00", "拖了 5 分钟，下课推到 10:48")
    assert it.shown() == still
    it.load()
    assert it.shown() == still
    it.tap("接着")
    it.wait(10)
    assert it.shown() == ("第 2/5 步 案例", "3:50", "10:48 下课 还有 37:50", still[3])
    it.next()
    early = "拖了 1 分钟，机动还有 0 分钟，照样 10:45 下课"
    assert it.shown() == ("第 3/5 步 示范", "7:00", "10:45 下课 还有 34:50", early)
    it.wait(5)
    it.tap("上一步")
    assert it.shown() == ("第 2/5 步 案例", "3:45", "10:48 下课 还有 37:45", still[3])
    it.lock(225)
    it.next()
    it.tap("+1 分钟")
    assert it.shown()[1:] == ("8:00", "10:49 下课 还有 35:00", "拖了 6 分钟，下课推到 10:49")
    it.lock(480)
    assert it.shown()[:3] == ("第 3/5 步 到点了", "+0:00", "10:49 下课 还有 27:00")
    it.next()
    it.wait(300)
    assert it.shown()[:3] == ("第 4/5 步 对练", "15:00", "10:49 下课 还有 22:00")
    it.next()
    assert it.shown()[1:] == ("7:00", "10:45 下课 还有 18:00", "快了 9 分钟，机动还有 11 分钟")
    it.lock(419)
    assert it.shown()[1:3] == ("0:01", "10:45 下课 还有 11:01")
    it.wait(1)
    assert it.shown()[1:3] == ("+0:00", "10:45 下课 还有 11:00")
    it.tap("下课")
    said = it.page.locator(".class-body").inner_text()
    assert "10:00 到 10:34，快了 9 分钟。" in said
    taken = [line.split("用了 ")[1] for line in said.splitlines() if "用了" in line]
    assert taken == ["7:00", "5:00", "8:00", "5:00", "7:00"]


def test_no_second_is_shown_late_where_step_and_lesson_turn_at_different_moments(make_class):
    it = make_class()
    it.begin()
    it.tap("暂停")
    it.wait(0.4)
    it.tap("接着")
    for look in range(1, 12):
        it.wait(0.7)
        left, to_end = 240 - 0.7 * look, 45 * 60 - 0.4 - 0.7 * look
        seconds = [-int(-round(one, 3) // 1) for one in (left, to_end)]
        step, lesson = (f"{one // 60}:{one % 60:02}" for one in seconds)
        assert it.shown()[1:3] == (step, f"10:45 下课 还有 {lesson}")


def test_a_step_is_shown_whole_with_its_words_large_and_what_comes_next(make_class):
    it = make_class()
    it.begin()
    rows, body = it.page.locator(".run-row"), it.page.locator(".class-body")
    words = "all => all.filter(one => !one.closest('.class-next')).map(one => one.textContent)"
    letters = "all => all.map(one => parseFloat(getComputedStyle(one).fontSize))"
    for at in range(5):
        row = rows.nth(at)
        assert it.heading() == row.locator("h3").text_content()
        for part in (".launch", ".say", ".run-do > p", ".guest", ".in-hand", ".run-notes"):
            assert body.locator(part).evaluate_all(words) == row.locator(part).all_text_contents()
        assert min(body.locator(".launch b, .say b").evaluate_all(letters), default=23) > 22
        if at < 4:
            following = rows.nth(at + 1).locator("h3").text_content()
            assert body.locator(".class-next h2").inner_text() == f"接下来：{following}"
            it.next()
    expect(body.locator(".class-next")).to_have_count(0)
    assert rows.locator(".launch").count() > 0
    assert rows.locator(".guest").count() > 0


def test_keys_run_the_class_and_focus_goes_in_and_comes_back(make_class):
    it = make_class()
    focused = "document.activeElement.textContent"
    it.begin()
    assert it.page.evaluate(focused) == it.heading()
    expect(it.page.locator(".page h1")).to_be_hidden()
    for key, state in [
        ("ArrowRight", "第 2/5 步 案例"),
        (" ", "第 2/5 步 停着"),
        (" ", "第 2/5 步 案例"),
        ("ArrowLeft", "第 1/5 步 开场"),
    ]:
        it.page.keyboard.press(key)
        assert it.shown()[0] == state
    it.tap("名单")
    it.page.get_by_label("一行写一个名字").press_sequentially("小 满")
    assert it.shown()[0] == "第 1/5 步 开场"
    it.page.keyboard.press("Escape")
    assert it.page.evaluate(focused) == "回到上课：第 1 步"
    expect(it.page.locator(".page h1")).to_be_visible()
    expect(it.page.locator(".class-mode")).to_have_count(0)


def test_a_screen_stays_on_while_a_class_is_on_and_is_let_go_afterwards(make_class):
    it = make_class()
    held = "window.locks.map(lock => !lock.free)"
    it.tap("开始上课")
    assert it.page.evaluate(held) == []
    it.tap("开始计时")
    assert it.page.evaluate(held) == [True]
    it.page.evaluate("window.locks[0].release()")
    it.lock(5)
    assert it.page.evaluate(held) == [False, True]
    it.tap("收起")
    assert it.page.evaluate(held) == [False, False]


def test_an_old_class_is_taken_up_where_it_was_or_begun_anew(make_class):
    it = make_class()
    it.begin()
    it.next()
    it.wait(60)
    it.lock(24 * 3600)
    assert it.heading() == "上回的课还在"
    it.load()
    expect(it.page.locator(".class-mode")).to_have_count(0)
    it.tap("开始上课")
    assert "11 月 26 日 10:00 开的课，上到第 2 步" in it.page.locator(".class-body").inner_text()
    it.tap("接着上次")
    assert it.shown() == (
        "第 2/5 步 案例",
        "5:00",
        "10:46 下课 还有 45:00",
        "快了 4 分钟，机动还有 6 分钟",
    )
    it.tap("收起")
    it.tap("回到上课：第 2 步")
    for _ in range(3):
        it.next()
    it.tap("下课")
    it.load()
    it.tap("开始上课")
    it.tap("重新开始")
    assert it.heading() == "上回的课还在"
    it.tap("再按一下，从头算")
    assert it.shown()[:3] == ("第 1/5 步 开场", "4:00", "10:46 下课 还有 45:00")


def ticked(it: Class) -> list[str]:
    return it.page.locator(".class-mode td [aria-pressed=true]").evaluate_all(
        "all => all.map(one => one.getAttribute('aria-label'))"
    )


def test_names_ticks_and_hands_are_kept_and_cleared_by_a_second_tap(make_class):
    it = make_class()
    it.tap("开始上课")
    it.tap("名单")
    it.page.get_by_label("一行写一个名字").fill("何大哥\n\n 小满 \n何大哥\n")
    it.tap("记下名单")
    rows = it.page.locator(".class-mode tbody tr")
    assert [rows.nth(at).locator("th").inner_text() for at in range(3)] == [
        "何大哥",
        "小满",
        "何大哥",
    ]
    rows.nth(1).get_by_role("button").nth(0).click()
    rows.nth(2).get_by_role("button").nth(2).click()
    assert ticked(it) == ["小满：三分钟", "何大哥：村里那一句"]
    assert it.page.locator("tfoot td").all_inner_texts() == ["1/3", "0/3", "1/3"]
    it.tap("小测")
    for name in [
        "第 1 题 A 多一个",
        "第 1 题 B 多一个",
        "第 1 题 B 多一个",
        "第 1 题 A 少一个",
        "第 1 题 A 少一个",
    ]:
        it.tap(name)
    it.load()
    it.tap("开始上课")
    it.tap("小测")
    assert it.page.locator("output").all_inner_texts()[:3] == ["0", "2", "0"]
    right = [f"{one}（对）" for one in it.page.locator(".answers strong").all_text_contents()]
    assert it.page.locator(".class-tally .right i").all_inner_texts() == right
    it.tap("名单")
    it.tap("改名单")
    it.page.get_by_label("一行写一个名字").fill("小满\n阿航")
    it.tap("记下名单")
    assert ticked(it) == ["小满：三分钟"]
    it.tap("清掉")
    it.tap("改名单")
    it.tap("记下名单")
    it.tap("清掉")
    expect(rows).to_have_count(2)
    it.tap("再按一下，全清掉")
    it.load()
    it.tap("开始上课")
    it.tap("名单")
    expect(it.page.get_by_label("一行写一个名字")).to_have_value("")
    it.tap("小测")
    assert it.page.locator("output").nth(1).inner_text() == "2"


CLIPBOARD = """
window.copied = []
Object.defineProperty(navigator, 'clipboard', { configurable: true, value: {
  writeText: text => window.copied.push(text) > 1 ? Promise.reject() : Promise.resolve() } })
"""
TRAP = "<img src=x onerror=alert(1)>"


def test_notes_are_copied_as_text_and_all_words_are_words(make_class):
    it = make_class(CLIPBOARD)
    trapped = ".run-row h3, .rubric dt:first-child, .answers .muted, .answers strong"
    it.page.evaluate(
        "([where, trap]) => document.querySelectorAll(where).forEach(one => "
        "{ one.textContent = one.textContent[0] + trap })",
        [trapped, TRAP],
    )
    it.begin()
    assert it.heading() == f"1{TRAP}"
    assert it.page.locator(".class-next h2").inner_text() == f"接下来：2{TRAP}"
    it.tap("小测")
    assert TRAP in it.page.locator(".class-tally").first.inner_text()
    it.tap("名单")
    it.page.get_by_label("一行写一个名字").fill(TRAP)
    it.tap("记下名单")
    it.page.locator(".class-mode td button").nth(1).click()
    it.tap("抄成文字")
    it.page.get_by_text("抄好了").wait_for()
    head, *lines = it.page.evaluate("window.copied[0]").split("\n")
    assert head.startswith("S1-07")
    assert lines[1:] == [f"{TRAP}\t—\t✓\t—"]
    it.tap("抄成文字")
    it.page.get_by_label("要抄的文字").wait_for()
    assert it.page.get_by_label("要抄的文字").input_value() == "\n".join([head, *lines])
    expect(it.page.locator(".class-mode [onerror]")).to_have_count(0)


def test_a_class_runs_where_nothing_can_be_kept(make_class):
    it = make_class(NOTHING_KEPT)
    it.begin()
    assert "存不住" in it.page.locator(".class-body").inner_text()
    it.wait(60)
    it.tap("收起")
    it.lock(60)
    it.tap("回到上课：第 1 步")
    assert it.shown()[1:3] == ("2:00", "10:45 下课 还有 43:00")
    it.tap("名单")
    it.page.get_by_label("一行写一个名字").fill("小满")
    it.tap("记下名单")
    it.tap("上课")
    it.tap("名单")
    assert it.page.locator(".class-mode tbody th").all_inner_texts() == ["小满"]


SIZES = [(320, 568, ""), (390, 844, ""), (844, 390, ""), (390, 844, "200%"), (844, 390, "200%")]


def test_every_button_can_be_hit_and_nothing_is_wider_than_the_screen(make_class):
    it = make_class()
    it.begin()
    it.tap("名单")
    it.page.get_by_label("一行写一个名字").fill("何大哥\n小满")
    it.tap("记下名单")
    faults = []
    for width, height, letters in SIZES:
        it.page.set_viewport_size({"width": width, "height": height})
        it.page.evaluate("size => document.documentElement.style.fontSize = size", letters)
        for place in ("上课", "名单", "小测"):
            it.tap(place)
            faults += [(width, height, letters, place, one) for one in it.page.evaluate(FAULTS)]
    assert faults == []


FAULTS = """() => {
  const small = [...document.querySelectorAll('.class-mode button')]
    .filter(one => one.offsetParent && (one.offsetWidth < 48 || one.offsetHeight < 48))
    .map(one => one.innerText)
  const wide = document.documentElement.scrollWidth - window.innerWidth
  const [head, bar] = ['top', 'bar'].map(one => document.querySelector('.class-' + one))
  const stay = one => getComputedStyle(one).position === 'sticky' ? one.offsetHeight : 0
  const read = window.innerHeight - stay(head) - stay(bar)
  return [...small, ...(wide > 0 ? [`${wide} px too wide`] : []), ...(read < 0 ? ['no room'] : [])]
}"""


def test_a_page_has_no_button_before_its_script_runs(course_built):
    page = parsed(course_built.site / "trainer" / "S1-07.html")
    assert page.css("main button") == []
    minutes = [row.attributes["data-minutes"] for row in page.css(".run-row")]
    steps = real_course().lessons["S1-07"].steps
    assert minutes == [str(step.minutes) for step in steps]


def test_a_device_set_back_takes_the_class_along(make_class):
    it = make_class()
    it.begin()
    it.wait(60)
    it.lock(-1800)
    assert it.shown() == (
        "第 1/5 步 开场",
        "3:00",
        "10:15 下课 还有 44:00",
        "不早不晚，机动还有 2 分钟",
    )
    it.wait(30)
    it.load()
    assert it.shown()[1:3] == ("2:30", "10:15 下课 还有 43:30")
    it.tap("暂停")
    it.page.close()


def test_a_device_set_forward_in_sight_takes_the_class_along_and_one_that_slept_does_not(
    make_class,
):
    it = make_class()
    it.begin()
    it.wait(60)
    it.page.clock.set_system_time(it.set_forward(3600))
    it.wait(1)
    assert it.shown()[1:3] == ("2:59", "11:45 下课 还有 43:59")
    it.lock(60)
    assert it.shown()[1:3] == ("1:59", "11:45 下课 还有 42:59")
    it.load()
    assert it.shown()[1:3] == ("1:59", "11:45 下课 还有 42:59")


def test_the_way_back_leaves_the_class_and_then_the_page(make_class):
    it = make_class()
    page = it.page
    page.goto(page.url.replace("S1-07", "S1-01"))
    it.load()
    it.begin()
    page.go_back()
    expect(page.locator(".class-mode")).to_have_count(0)
    assert page.url.endswith("S1-07.html")
    page.get_by_role("button", name="回到上课").click()
    it.load()
    expect(page.locator(".class-mode")).to_have_count(1)
    it.tap("收起")
    page.wait_for_function("!(history.state && history.state.over)")
    page.go_back()
    page.wait_for_url("**/S1-01.html")


SHAPES = [
    {"steps": [5]},
    {"began": 1, "steps": [[None, 0]], "paused": 0, "ended": 0},
    {"began": "x", "steps": [[1, 0]]},
    {"began": 1, "steps": [[1, 0]] * 9, "paused": 0, "ended": 0},
    5,
]


def test_what_another_version_kept_is_in_nobodys_way(make_class):
    it = make_class()
    for shape in SHAPES:
        kept = {"class": shape, "inClass": 1, "people": [["何大哥", [1]], 5, [1]], "hands": [7]}
        it.page.evaluate(
            "all => Object.keys(all).forEach(one => cunbo.kept.put(one, all[one]))", kept
        )
        it.load()
        it.tap("开始上课")
        it.tap("名单")
        assert ticked(it) == ["何大哥：三分钟"]
        it.tap("小测")
        it.tap("上课")
        assert it.page.get_by_role("button", name="开始计时").is_visible()


def double_tap(it: Class, name: str) -> None:
    """As a finger does that trembles: the second tap hits whatever is there by then."""
    box = it.page.get_by_role("button", name=name).bounding_box()
    it.page.mouse.dblclick(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)


def test_of_a_double_tap_only_the_first_counts(make_class):
    it = make_class()
    it.tap("开始上课")
    double_tap(it, "开始计时")
    assert it.shown()[:2] == ("第 1/5 步 开场", "4:00")
    double_tap(it, "下一步")
    assert it.shown()[0] == "第 2/5 步 案例"
    double_tap(it, "暂停")
    assert it.shown()[0] == "第 2/5 步 停着"
    it.tap("名单")
    it.page.get_by_label("一行写一个名字").fill("何大哥")
    it.tap("记下名单")
    double_tap(it, "清掉")
    assert it.page.locator(".class-mode tbody th").all_inner_texts() == ["何大哥"]
    it.tap("再按一下，全清掉")
    expect(it.page.locator(".class-mode tbody th")).to_have_count(0)


def test_two_windows_with_one_class_do_not_undo_each_other(make_class):
    it = make_class()
    it.begin()
    it.tap("名单")
    it.page.get_by_label("一行写一个名字").fill("何大哥")
    it.tap("记下名单")
    other = it.beside()
    for name in ("下一步", "名单", "改名单"):
        other.get_by_role("button", name=name).click()
    other.get_by_label("一行写一个名字").fill("何大哥\n小满")
    other.get_by_role("button", name="记下名单").click()
    names = it.page.locator(".class-mode tbody th")
    names.nth(1).wait_for()
    it.page.locator(".class-mode td button").first.click()
    it.tap("上课")
    assert it.shown()[0] == "第 2/5 步 案例"
    assert it.page.evaluate("cunbo.kept.get('people')") == [["何大哥", [1, 0, 0]], ["小满", []]]


def test_the_hand_is_never_left_in_the_air(make_class):
    it = make_class()
    focused = "document.activeElement.id || document.activeElement.className"
    it.begin()
    it.tap("名单")
    it.page.get_by_label("一行写一个名字").fill("何大哥")
    it.tap("记下名单")
    assert it.page.evaluate(focused) == "table"
    it.tap("改名单")
    assert it.page.evaluate(focused) == "class-names"
    composed = "new KeyboardEvent('keydown', { key: 'Escape', isComposing: true, bubbles: true })"
    it.page.evaluate(f"document.activeElement.dispatchEvent({composed})")
    assert it.page.evaluate(focused) == "class-names"
    it.tap("上课")
    it.page.locator(".class-body summary").first.focus()
    it.page.keyboard.press("ArrowRight")
    assert it.page.evaluate("document.activeElement.textContent") == it.heading()
