"""The search on a slow phone: ready, a key pressed, the titles over a weak signal.

CPU is that of the page's main thread, slowed down six times, as the browser's own clock for it
tells; waits for other programs on this machine are not in it.
"""

import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import partial
from gzip import compress
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from statistics import median
from urllib.parse import quote

from playwright.sync_api import Browser, CDPSession, Page, sync_playwright

from benchmarks.building import build
from benchmarks.report import Report, Table
from benchmarks.setting import Setting, lessons_in, tell
from tests.chromium import CHROMIUM_FLAGS, chromium

TIMES = 5
SLOWER = 6
SIGNAL = {"downloadThroughput": 50_000, "uploadThroughput": 50_000, "latency": 400}
"""400 kbit/s in bytes a second, and a round trip in milliseconds."""
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
_PHONE = {"width": 390, "height": 844}
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
    f"Main thread of a page opened from a folder, slowed down {SLOWER} times: CPU ms.",
    "Ready: from opening the page to all texts looked through once. A key: what is found, drawn "
    "and laid out, less what asking the browser costs; the typical key and the dearest.",
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
    head = ("", "titles, KB gz", "texts, KB gz", "ready", "a key", "dearest key", "titles shown")
    return Report((Table("Search", head, tuple(rows), _NOTES),), worst)


def _one(site: Path, times: int) -> tuple[tuple[str, ...], dict[str, float]]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=CHROMIUM_FLAGS)
        ready, keys = zip(*(_from_folder(browser, site, times) for _ in range(times)), strict=True)
        shown = median(_over_weak_signal(browser, site) for _ in range(times))
        browser.close()
    pressed = [median(one) for one in zip(*keys, strict=True)]
    figures = {
        "search-ready": median(ready),
        "search-key": max(pressed),
        "search-titles": shown / 1000,
    }
    titles, texts = _sizes(site)
    costs = (f"{value:.0f} ms" for value in (median(ready), median(pressed), max(pressed)))
    return (titles, texts, *costs, f"{shown / 1000:.2f} s"), figures


def _sizes(site: Path) -> tuple[str, str]:
    sizes = {one.stem: len(compress(one.read_bytes())) for one in (site / "search").glob("*.js")}
    titles = sizes.pop("titles")
    return f"{titles / 1000:.0f}", f"{sum(sizes.values()) / 1000:.0f} in {len(sizes)}"


@contextmanager
def _slow_page(browser: Browser) -> Iterator[tuple[Page, CDPSession]]:
    context = browser.new_context(viewport=_PHONE)
    page = context.new_page()
    session = context.new_cdp_session(page)
    session.send("Performance.enable", {"timeDomain": "threadTicks"})
    yield page, session
    context.close()


def _slow_down(session: CDPSession) -> None:
    """Slow down the process that the page is in; a page from elsewhere may get another."""
    session.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})


def _busy(session: CDPSession) -> float:
    """CPU milliseconds of the page's main thread so far, but for answers to the bench."""
    metrics = session.send("Performance.getMetrics")["metrics"]
    spent = {one["name"]: 1000 * float(one["value"]) for one in metrics}
    return spent["TaskDuration"] - spent["DevToolsCommandDuration"]


def _from_folder(browser: Browser, site: Path, rounds: int) -> tuple[float, list[float]]:
    """What it costs until all texts are there, and each key, typed in turn some rounds long."""
    with _slow_page(browser) as (page, session):
        page.goto((site / "404.html").as_uri())
        _slow_down(session)
        before = _busy(session)
        page.goto((site / "search.html").as_uri(), wait_until="commit")
        page.evaluate(_WHOLE)
        ready = _busy(session) - before
        typed = [[_cost(page, session, _TYPE, key) for key in KEYS] for _ in range(rounds)]
        asking = median(_cost(page, session, _NOTHING, "") for _ in KEYS)
        return ready, [median(one) - asking for one in zip(*typed, strict=True)]


def _cost(page: Page, session: CDPSession, function: str, argument: str) -> float:
    page.evaluate(_NEXT_FRAME)
    before = _busy(session)
    page.evaluate(function, argument)
    return _busy(session) - before


def _over_weak_signal(browser: Browser, site: Path) -> float:
    """Milliseconds until the first titles are shown."""
    with _served(site) as address, _slow_page(browser) as (page, session):
        page.goto(f"{address}/404.html")
        _slow_down(session)
        session.send("Network.enable")
        session.send("Network.emulateNetworkConditions", {"offline": False, **SIGNAL})
        page.goto(f"{address}/search.html?q={quote('直播')}", wait_until="commit")
        return float(page.evaluate(_SHOWN_AT))


class _Packed(SimpleHTTPRequestHandler):
    """Sends what a web server sends: text compressed."""

    def do_GET(self) -> None:
        path = Path(self.translate_path(self.path))
        if not path.is_file():
            self.send_error(404)
            return
        data = compress(path.read_bytes(), mtime=0)
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(path)))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        with suppress(ConnectionError):  # the page is shut before the last book has come
            self.wfile.write(data)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@contextmanager
def _served(site: Path) -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(_Packed, directory=str(site))) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
