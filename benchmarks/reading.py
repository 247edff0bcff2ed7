"""How soon a phone with a weak signal has words: our lesson page and stock Material's, in turn."""

from collections import defaultdict
from pathlib import Path
from statistics import median

from playwright.sync_api import Browser

from benchmarks.building import build, stock
from benchmarks.report import Report, Table, seconds
from benchmarks.setting import Setting, tell
from benchmarks.weak_phone import SLOWER, opened, phone, served, slow_down, weaken_signal

ROUNDS = 7
_PAGE = "lessons/S1-07.html"
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
    f"A phone, CPU ×{SLOWER}, 400 kbit/s and 400 ms a request; nothing kept from before; the "
    "server compresses what can be compressed.",
    "First words: first contentful paint, median. Bytes: what came until the page was loaded.",
)


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
    with opened() as browser:
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
    with served(site) as server, phone(browser) as (page, wires):
        weaken_signal(wires)
        slow_down(wires)
        page.goto(f"{server.address}/{_PAGE}", timeout=_ALL_HERE)
        return float(page.evaluate(_FIRST_WORDS)), server.sent
