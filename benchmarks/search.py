"""The search on a slow phone: ready, a key pressed, the titles over a weak signal.

CPU is that of the page's main thread, as the browser's own clock for it tells, six times as much
as here. The browser itself slows a page down by the clock on the wall: it then counts six times
whatever other programs on this machine take from it.
"""

from dataclasses import dataclass
from gzip import compress
from pathlib import Path
from statistics import median
from urllib.parse import quote

from playwright.sync_api import Browser, CDPSession, Page

from benchmarks.building import build
from benchmarks.report import Report, Table
from benchmarks.setting import Setting, lessons_in, tell
from benchmarks.weak_phone import SLOWER, opened, phone, served, slow_down, weaken_signal

TIMES = 5
ROUNDS = 3
BETWEEN_KEYS = 300
"""Milliseconds in which a thumb does nothing: what the last key has found is drawn meanwhile."""
KEYS = (
    "花",
    "花椒",
    "花椒 退",
    "直播",
    "播间",
    "老",
    "老人",
    "手机",
    "一",
    "的",
    "退货",
    "没有这话",
)
_WHOLE = """() => new Promise(done => {
  const look = () => window.cunbo && cunbo.search.books && cunbo.search.read === cunbo.search.books
    ? done() : setTimeout(look, 20)
  look()
})"""
_NEXT_FRAME = "() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))"
_TYPE = """word => new Promise(done => setTimeout(() => {
  const box = document.getElementById('q')
  box.value = word
  box.dispatchEvent(new Event('input'))
  done(document.querySelector('.found').getBoundingClientRect().height)
}))"""
_NOTHING = "() => new Promise(done => setTimeout(done))"
_SHOWN_AT = """() => new Promise(done => {
  const look = () => document.querySelector('.found > li')
    ? done(performance.now()) : setTimeout(look, 20)
  look()
})"""
_NOTES = (
    f"Main thread of a page opened from a folder: CPU ms, times {SLOWER}.",
    "Ready: from opening the page until all texts are there. A key: what is found, drawn and laid "
    f"out, less what asking the browser costs; the median of {ROUNDS} rounds for the typical key "
    "and for the dearest, and the very first key.",
    "Titles: from opening the page to the first results, wall, 400 kbit/s, 400 ms, nothing kept.",
    "The browser is running and has a page of the site open before.",
)


def measure(setting: Setting) -> Report:
    """The search of both courses."""
    rows, worst = [], {"search-ready": 0.0, "search-key": 0.0, "search-titles": 0.0}
    for name, make in (("as it is", setting.as_it_is), ("full", setting.full)):
        project = make(setting.scratch / "search")
        build(project)
        tell(f"searching, {name}")
        row, figures = _one(project / "site", setting.times(TIMES))
        rows.append((f"{name}, {lessons_in(project)} lessons", *row))
        worst = {key: max(value, figures[key]) for key, value in worst.items()}
    costs = ("ready", "a key", "dearest", "the first", "titles shown")
    head = ("", "titles, KB gz", "texts, KB gz", *costs)
    return Report((Table("Search", head, tuple(rows), _NOTES),), worst)


@dataclass(frozen=True)
class _Cost:
    """CPU milliseconds on a slow phone: until ready, the very first key, and each key."""

    ready: float
    first: float
    keys: tuple[float, ...]


def _one(site: Path, times: int) -> tuple[tuple[str, ...], dict[str, float]]:
    with opened() as browser:
        costs = [_from_folder(browser, site) for _ in range(times)]
        shown = median(_over_weak_signal(browser, site) for _ in range(times))
    keys = [median(one) for one in zip(*(cost.keys for cost in costs), strict=True)]
    ready, first = median(one.ready for one in costs), median(one.first for one in costs)
    figures = {"search-ready": ready, "search-key": max(keys), "search-titles": shown / 1000}
    told = (f"{value:.0f} ms" for value in (ready, median(keys), max(keys), first))
    return (*_sizes(site), *told, f"{shown / 1000:.2f} s"), figures


def _sizes(site: Path) -> tuple[str, str]:
    sizes = {one.stem: len(compress(one.read_bytes())) for one in (site / "search").glob("*.js")}
    titles = sizes.pop("titles")
    return f"{titles / 1000:.0f}", f"{sum(sizes.values()) / 1000:.0f} in {len(sizes)}"


def _busy(session: CDPSession) -> float:
    """CPU milliseconds of the page's main thread so far, but for answers to the bench."""
    metrics = session.send("Performance.getMetrics")["metrics"]
    spent = {one["name"]: 1000 * float(one["value"]) for one in metrics}
    return spent["TaskDuration"] - spent["DevToolsCommandDuration"]


def _from_folder(browser: Browser, site: Path) -> _Cost:
    """What it costs until all texts are there, and each key, typed in turn some rounds long."""
    with phone(browser) as (page, session):
        session.send("Performance.enable", {"timeDomain": "threadTicks"})
        page.goto((site / "404.html").as_uri())
        before = _busy(session)
        page.goto((site / "search.html").as_uri(), wait_until="commit")
        page.evaluate(_WHOLE)
        ready = _busy(session) - before
        typed = [[_cost(page, session, _TYPE, key) for key in KEYS] for _ in range(ROUNDS)]
        asking = median(_cost(page, session, _NOTHING, "") for _ in KEYS)
        keys = [SLOWER * (median(one) - asking) for one in zip(*typed, strict=True)]
        return _Cost(SLOWER * ready, SLOWER * (typed[0][0] - asking), tuple(keys))


def _cost(page: Page, session: CDPSession, function: str, argument: str) -> float:
    page.wait_for_timeout(BETWEEN_KEYS)
    page.evaluate(_NEXT_FRAME)
    before = _busy(session)
    page.evaluate(function, argument)
    return _busy(session) - before


def _over_weak_signal(browser: Browser, site: Path) -> float:
    """Milliseconds until the first titles are shown."""
    with served(site) as server, phone(browser) as (page, session):
        page.goto(f"{server.address}/404.html")
        slow_down(session)
        weaken_signal(session)
        page.goto(f"{server.address}/search.html?q={quote('直播')}", wait_until="commit")
        return float(page.evaluate(_SHOWN_AT))
