"""Three ways to print a handout, each kept open and asked on one thread."""

import json
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from os import getpid
from pathlib import Path
from shutil import copy

from playwright.sync_api import sync_playwright
from weasyprint import HTML

from benchmarks.inside import Handout, printer, printing_cpu, run_printer
from benchmarks.processes import cpu_of, descendants, named
from tests.chromium import CHROMIUM_FLAGS, chromium

_BARE = Path(__file__).parent / "bare" / "bare.typ"


@dataclass(frozen=True)
class Sheet:
    """One handout for one village: as Typst is given it, as HTML, and the lines of its pages."""

    handout: Handout
    html: str = ""
    lines: tuple[str, ...] = ()


@dataclass(frozen=True)
class Printer:
    """`print_pdf` makes a PDF; `cpu` are the seconds its process has used until now."""

    name: str
    print_pdf: Callable[[Sheet], bytes]
    cpu: Callable[[], float]


@contextmanager
def printers(project: Path, scratch: Path) -> Iterator[list[Printer]]:
    """Typst, WeasyPrint and Chromium, opened; the browser is closed in the end."""
    typst = printer(project)
    with ExitStack() as open_until_the_end:
        print_page, browser_cpu = open_until_the_end.enter_context(_browser(scratch))
        yield [
            Printer("Typst, as built", lambda sheet: typst(sheet.handout), printing_cpu),
            Printer("Typst, its words alone", _bare(project, scratch), printing_cpu),
            Printer("WeasyPrint", _weasyprint, time.process_time),
            Printer("Chromium, kept open", print_page, browser_cpu),
        ]


def _bare(project: Path, scratch: Path) -> Callable[[Sheet], bytes]:
    """Typst without our templates. Since it takes its turn with each handout, Typst has let go what
    it laid out of a lesson when that comes again: a single sheet gains nothing from others."""
    folder = scratch / "bare"
    folder.mkdir(exist_ok=True)
    for template in (project / "templates/handouts/sheet.typ", _BARE):
        copy(template, folder)
    typst = run_printer(folder)
    return lambda sheet: typst(_BARE.name, json.dumps({"lines": sheet.lines}).encode())


def _weasyprint(sheet: Sheet) -> bytes:
    pdf: bytes = HTML(string=sheet.html).write_pdf(pdf_variant="pdf/ua-1")
    return pdf


@contextmanager
def _browser(
    scratch: Path,
) -> Iterator[tuple[Callable[[Sheet], bytes], Callable[[], float]]]:
    file = scratch / "handout.html"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=CHROMIUM_FLAGS)
        page = browser.new_page()

        def print_page(sheet: Sheet) -> bytes:
            file.write_text(sheet.html, encoding="utf-8")
            page.goto(file.as_uri())
            return page.pdf(prefer_css_page_size=True, tagged=True, print_background=True)

        # Without what stands between us and the browser: no printing needs Playwright.
        yield print_page, lambda: cpu_of(named(descendants(getpid()), "chrom"))
        browser.close()
