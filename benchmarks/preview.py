"""From save to seen: how long until the preview shows a change on the page and on the sheets."""

import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from tests.chromium import CHROMIUM_FLAGS, chromium

LESSON = "S1-07"
SAVES = 20
_PAUSE = 0.4
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


def saves(project: Path) -> list[float]:
    """Seconds from each of `SAVES` saves until page and sheets are painted anew in a browser.

    `project` is a copy of the course to work on. Each save puts a sentence into the lesson that it
    never had, so nothing can come from a cache; it is on the page and on the first sheet.
    """
    lesson = project / "curriculum" / "lessons" / f"{LESSON}.yml"
    whole = lesson.read_text(encoding="utf-8")
    try:
        with _served(project) as address, _browser() as page:
            page.goto(f"{address}?lesson={LESSON}")
            page.wait_for_function(_SHOWN, arg=LESSON)
            return [_save(page, lesson, whole, number) for number in range(SAVES)]
    finally:
        lesson.write_text(whole, encoding="utf-8")


def _save(page: Page, lesson: Path, whole: str, number: int) -> float:
    word = f"第{number}遍存盘"
    changed = re.sub(r"(?m)^title: (.*)$", rf"title: \1{word}", whole, count=1)
    time.sleep(_PAUSE)
    start = time.perf_counter()
    lesson.write_text(changed, encoding="utf-8")
    page.wait_for_function(_SHOWN, arg=word, polling="raf")
    page.evaluate(_NEXT_FRAME)
    return time.perf_counter() - start


@contextmanager
def _served(project: Path) -> Iterator[str]:
    command = [sys.executable, "-m", "cunbo", "--course", str(project), "serve", "--port", "0"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, encoding="utf-8") as serving:
        assert serving.stdout is not None
        address = re.search(r"http://\S+", serving.stdout.readline())
        if address is None:
            sys.exit("cunbo serve did not say where it listens")
        try:
            yield address[0]
        finally:
            serving.send_signal(signal.SIGINT)
            serving.communicate()


@contextmanager
def _browser() -> Iterator[Page]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=CHROMIUM_FLAGS)
        yield browser.new_page(viewport={"width": 1280, "height": 800})
        browser.close()
