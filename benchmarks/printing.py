"""How many sheets a second: Typst against WeasyPrint and headless Chromium, on the same handout."""

import re
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from os import cpu_count
from pathlib import Path
from statistics import median

from playwright.sync_api import sync_playwright
from weasyprint import HTML

from cunbo.handouts.orders import Order, orders
from cunbo.handouts.typst_sheets import SheetPrinter, page_count
from cunbo.model.base import Sentence
from cunbo.model.course import Course, Village
from cunbo.telling.edition import Edition
from cunbo.telling.sheet_table import SHEETS
from tests.chromium import CHROMIUM_FLAGS, chromium

LESSON = "S1-07"
ROUNDS = 5
VILLAGES = 24
_ONLY_ON_SCREEN = re.compile(
    r'<(nav|details|section class="on-paths")[ >].*?</(nav|details|section)>', re.DOTALL
)
_AS_A_SHEET = """<style>
@page { size: A4; margin: 16mm 16mm 15mm 24mm }
html { font-size: 14pt } body { font-family: "Noto Sans CJK SC", sans-serif }
</style></head>"""


@dataclass(frozen=True)
class Printer:
    """A way to print, with the seconds it takes for one handout and the pages it makes of it."""

    name: str
    seconds: float
    pages: int


def printers(course: Course, templates: Path, site: Path) -> Iterator[Printer]:
    """The same lesson, printed four ways.

    The HTML printers get the lesson's page of the site in its print style, without what is only
    for the screen; they print it again and again. Typst prints the handout for another village
    each time, so that it never sees the same words twice.
    """
    work = [_handout(course, number) for number in range(VILLAGES)]
    press = SheetPrinter(templates / "handouts")
    first = _print(press, _handout(course, VILLAGES))
    pages = page_count(first)
    yield Printer("Typst, one thread", median(_each(press, work)), pages)
    yield Printer(f"Typst, {cpu_count()} threads (as built)", _together(press, work), pages)
    html = _as_sheet(site)
    yield _measured("WeasyPrint", lambda: _weasyprint(html, site))
    yield from _chromium(html, site)


def _handout(course: Course, number: int) -> Order:
    """The learner's handout for an invented village."""
    sample = course.villages[course.settings.village]
    slots = {name: Sentence(f"{words}{number}") for name, words in sample.slots.items()}
    village = Village(id="bench", name=f"第{number}村", sample=False, slots=slots)
    found = orders(Edition(course, village), course.figures)
    return next(one for one in found if (one.lesson_id, one.sheet) == (LESSON, SHEETS[0]))


def _print(press: SheetPrinter, order: Order) -> bytes:
    return press.print_pdf(order.sheet, order.data, order.epoch)


def _each(press: SheetPrinter, work: list[Order]) -> Iterator[float]:
    for order in work:
        start = time.perf_counter()
        _print(press, order)
        yield time.perf_counter() - start


def _together(press: SheetPrinter, work: list[Order]) -> float:
    with ThreadPoolExecutor(cpu_count()) as threads:
        list(threads.map(lambda order: _print(press, order), work[: cpu_count()]))
        start = time.perf_counter()
        list(threads.map(lambda order: _print(press, order), work))
        return (time.perf_counter() - start) / len(work)


def _as_sheet(site: Path) -> str:
    page = (site / "lessons" / f"{LESSON}.html").read_text(encoding="utf-8")
    return _ONLY_ON_SCREEN.sub("", page).replace("</head>", _AS_A_SHEET)


def _measured(name: str, work: Callable[[], bytes]) -> Printer:
    times, pdf = [], work()
    for _ in range(ROUNDS):
        start = time.perf_counter()
        pdf = work()
        times.append(time.perf_counter() - start)
    return Printer(name, median(times), page_count(pdf))


def _weasyprint(html: str, site: Path) -> bytes:
    pdf: bytes = HTML(string=html, base_url=str(site / "lessons")).write_pdf(pdf_variant="pdf/ua-1")
    return pdf


def _chromium(html: str, site: Path) -> Iterator[Printer]:
    sheet = site / "lessons" / "bench.html"
    sheet.write_text(html, encoding="utf-8")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=CHROMIUM_FLAGS)
        page = browser.new_page()

        def work() -> bytes:
            page.goto(sheet.as_uri())
            return page.pdf(format="A4", tagged=True)

        yield _measured("Chromium, kept open", work)
        browser.close()
    sheet.unlink()
