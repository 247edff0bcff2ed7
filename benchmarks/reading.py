"""How soon a phone with a weak signal has words: our lesson page and stock Material's, in turn."""

import gzip
import threading
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from statistics import median

from playwright.sync_api import Browser, sync_playwright

from benchmarks.building import build, stock
from benchmarks.report import Report, Table, seconds
from benchmarks.setting import Setting, tell
from tests.chromium import CHROMIUM_FLAGS, chromium

ROUNDS = 7
_PAGE = "lessons/S1-07.html"
_CPU, _LATENCY, _BYTES_A_SECOND = 6, 400, 50_000
_PHONE = {"width": 390, "height": 844}
_ALL_HERE = 120_000
_FIRST_WORDS = """() => new Promise(done => {
  const look = () => {
    const found = performance.getEntriesByName('first-contentful-paint')[0]
    if (found) done(found.startTime / 1000)
    else setTimeout(look, 50)
  }
  look()
})"""
_NOTES = (
    f"A phone of {_PHONE['width']} px, CPU ×{_CPU}, 400 kbit/s and {_LATENCY} ms a request; "
    "nothing kept from before; the server compresses what can be compressed.",
    "First words: first contentful paint, median. Bytes: what came until the page was loaded.",
)


class _Compressing(SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    sent = 0

    def log_message(self, *said: object) -> None:
        """Say nothing."""

    def do_GET(self) -> None:
        path = Path(self.translate_path(self.path))
        if not path.is_file():
            self.send_error(404)
            return
        kind, data = self.guess_type(str(path)), path.read_bytes()
        text = kind.startswith("text/") or kind.endswith(("javascript", "xml", "json"))
        data = gzip.compress(data) if text else data
        self.send_response(200)
        self.send_header("Content-Type", f"{kind}; charset=utf-8" if text else kind)
        if text:
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        with suppress(BrokenPipeError):  # the phone left before the rest had come
            self.wfile.write(data)
        type(self).sent += len(data)


def measure(setting: Setting) -> Report:
    """First words of the course as it is."""
    tell("first words on a slow phone")
    project = setting.as_it_is(setting.scratch / "reading")
    build(project)
    stock(project, "stock-search", "search")
    sites = {
        "ours": project / "site",
        "stock Material with search": project / "build/stock-search",
    }
    walls: defaultdict[str, list[float]] = defaultdict(list)
    sizes: dict[str, int] = {}
    with _browser() as browser:
        for _ in range(setting.times(ROUNDS)):
            for name, site in sites.items():
                wall, sizes[name] = _visit(browser, site)
                walls[name].append(wall)
    ours, theirs = (median(walls[name]) for name in sites)
    rows = [(name, seconds(median(walls[name])), f"{sizes[name]:,}") for name in sites]
    table = Table(f"First words of {_PAGE}", ("", "first words, s", "bytes"), tuple(rows), _NOTES)
    return Report((table,), {"words": ours, "words-share": ours / theirs})


def _visit(browser: Browser, site: Path) -> tuple[float, int]:
    """Seconds until there are words, and bytes sent until the page was loaded."""
    _Compressing.sent = 0
    with _served(site) as address:
        context = browser.new_context(viewport=_PHONE)
        page = context.new_page()
        wires = context.new_cdp_session(page)
        wires.send("Network.enable")
        speed = {"downloadThroughput": _BYTES_A_SECOND, "uploadThroughput": _BYTES_A_SECOND}
        wires.send(
            "Network.emulateNetworkConditions", {"offline": False, "latency": _LATENCY, **speed}
        )
        wires.send("Emulation.setCPUThrottlingRate", {"rate": _CPU})
        page.goto(f"{address}/{_PAGE}", timeout=_ALL_HERE)
        wall = float(page.evaluate(_FIRST_WORDS))
        context.close()
    return wall, _Compressing.sent


@contextmanager
def _served(site: Path) -> Iterator[str]:
    handler = partial(_Compressing, directory=str(site))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


@contextmanager
def _browser() -> Iterator[Browser]:
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=chromium(), args=CHROMIUM_FLAGS)
        yield browser
        browser.close()
