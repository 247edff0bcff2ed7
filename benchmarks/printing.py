"""How many sheets a second: Typst against WeasyPrint and headless Chromium, on the same handout."""

import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

from playwright.sync_api import sync_playwright
from weasyprint import HTML

from tests.chromium import CHROMIUM_FLAGS, chromium
from benchmarks.sheet_as_html import as_html
from cunbo.handouts.gather import Order
from cunbo.handouts.typst_sheets import Press, page_count

ROUNDS = 5


def seconds_each(work: Callable[[], bytes], rounds: int = ROUNDS) -> tuple[float, int]:
    """The median seconds of one call, and the pages of the PDF it gave."""
    times, pdf = [], b""
    for _ in range(rounds):
        start = time.perf_counter()
        pdf = work()
        times.append(time.perf_counter() - start)
    return median(times), page_count(pdf)


def typst_seconds(templates: Path, orders: tuple[Order, ...]) -> tuple[float, float]:
    """Seconds a sheet: the whole course printed once from cold, and each sheet on a warm press.

    Warm means fonts and templates are read; every sheet printed is one the press has not seen.
    """
    start = time.perf_counter()
    press = Press(templates)
    for order in orders:
        press.print_pdf(order.kind, order.data, order.epoch)
    cold = (time.perf_counter() - start) / len(orders)
    warm = []
    for round_ in range(ROUNDS):
        for order in orders:
            unseen = order.data.replace("课".encode(), f"课{round_}".encode())
            start = time.perf_counter()
            press.print_pdf(order.kind, unseen, order.epoch)
            warm.append(time.perf_counter() - start)
    return cold, median(warm)


def weasyprint_seconds(order: Order) -> tuple[float, int]:
    html = as_html(order.data)
    return seconds_each(lambda: HTML(string=html).write_pdf(pdf_variant="pdf/ua-1"))


def chromium_seconds(order: Order) -> tuple[float, int]:
    """Seconds to load the page and print it in a browser that is already running."""
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        path = Path(folder) / "sheet.html"
        path.write_text(as_html(order.data), encoding="utf-8")
        browser = playwright.chromium.launch(executable_path=chromium(), args=CHROMIUM_FLAGS)
        page = browser.new_page()

        def work() -> bytes:
            page.goto(path.as_uri())
            return page.pdf(format="A4", tagged=True)

        found = seconds_each(work)
        browser.close()
    return found
