"""From save to seen: how long until the preview shows a change on the page and on the sheets."""

import re
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from playwright.sync_api import Page, sync_playwright

from benchmarks.copies import CHANGED, Author
from benchmarks.cost import AS_INSTALLED, ROOT
from benchmarks.processes import cpu_of, descendants
from benchmarks.report import Report, Table, seconds
from benchmarks.setting import Setting, lessons_in, tell
from tests.chromium import CHROMIUM_FLAGS, chromium

SAVES = 20
QUICK_SAVES = 3
_PAUSE = 0.4
_LONGEST = 180_000
_SHOWN = """word => {
  const page = document.getElementById('page').contentDocument
  const sheets = [...document.querySelectorAll('#sheets img')]
  const old = window.lastSheet
  if (!page?.body?.innerText.includes(word) || !sheets.length || sheets[0].src === old) return false
  if (!sheets.every(one => one.complete && one.naturalWidth)) return false
  window.lastSheet = sheets[0].src
  return true
}"""
_NEXT_FRAME = "() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))"


@dataclass(frozen=True)
class Saves:
    """`walls` are seconds from each save until page and sheets are painted anew; `cpu` is what the
    server used for one, on average, in seconds."""

    walls: tuple[float, ...]
    cpu: float


def measure(setting: Setting) -> Report:
    """Save → seen on both courses."""
    number = QUICK_SAVES if setting.quick else SAVES
    rows, typical = [], 0.0
    for name, make in (("as it is", setting.as_it_is), ("full", setting.full)):
        tell(f"saving in the preview, {name}")
        project = make(setting.scratch / "preview")
        found = saves(project, number)
        typical = median(found.walls)
        shown = f"{name}, {lessons_in(project)} lessons"
        rows.append((shown, seconds(typical), seconds(max(found.walls)), seconds(found.cpu)))
    head = ("", "median, wall s", "slowest, wall s", "server's CPU s a save")
    note = f"{number} saves; each puts new words on the page and the first sheet of {CHANGED}; a "
    note += "browser has painted both when the clock stops."
    return Report((Table("Save → seen", head, tuple(rows), (note,)),), {"save": typical})


def saves(project: Path, number: int) -> Saves:
    """Save `number` times in a copy of the course, and look."""
    author = Author(project)
    with _served(project) as (address, pid), _browser() as page:
        page.goto(f"{address}?lesson={CHANGED}")
        page.wait_for_function(_SHOWN, arg=CHANGED)
        start = _cpu(pid)
        walls = tuple(_save(page, author) for _ in range(number))
        return Saves(walls, (_cpu(pid) - start) / number)


def _save(page: Page, author: Author) -> float:
    time.sleep(_PAUSE)
    start = time.perf_counter()
    words = author.change()
    page.wait_for_function(_SHOWN, arg=words, polling="raf")
    page.evaluate(_NEXT_FRAME)
    return time.perf_counter() - start


def _cpu(pid: int) -> float:
    return cpu_of({pid, *descendants(pid)})


@contextmanager
def _served(project: Path) -> Iterator[tuple[str, int]]:
    command = [sys.executable, "-m", "cunbo", "--course", str(project), "serve", "--port", "0"]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, encoding="utf-8", cwd=ROOT, env=AS_INSTALLED
    ) as serving:
        assert serving.stdout is not None
        address = re.search(r"http://\S+", serving.stdout.readline())
        if address is None:
            sys.exit("cunbo serve did not say where it listens")
        try:
            yield address[0], serving.pid
        finally:
            # Not by Ctrl-C's signal: a bench put in the background hands down that it is ignored.
            serving.terminate()
            serving.communicate()


@contextmanager
def _browser() -> Iterator[Page]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=CHROMIUM_FLAGS)
        page = browser.new_page(viewport={"width": 1280, "height": 800})
        page.set_default_timeout(_LONGEST)
        yield page
        browser.close()
