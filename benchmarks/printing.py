"""What a handout costs to print: Typst, WeasyPrint and Chromium, with the same words and boxes.

Each printer is kept open and warm, has one core to itself, and prints the same handouts for one
village after another, so that none of them sees a sheet twice. They take turns, sheet by sheet.
"""

import json
import os
import time
from collections import defaultdict
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from benchmarks import full_course
from benchmarks.inside import Handout, handouts
from benchmarks.lean_html import page
from benchmarks.print_run import Run, run
from benchmarks.printers import Printer, Sheet, printers
from benchmarks.readback import difference, lines_of, page_count, text_of
from benchmarks.report import Report, Table
from benchmarks.setting import Setting, tell

LESSONS = ("S1-04", "S1-07", "S1-09", "C1-04", "X1-01", "S2-13")
VILLAGES = 5
RUN_VILLAGES = 40
RUN_SHEETS = 5_000
_RIVALS = ("WeasyPrint", "Chromium, kept open")
_NOTES = (
    "{sheets} handouts: {lessons} lessons, each for {villages} villages; medians of a sheet, sums "
    "a page. One core for each printer, kept open and warm; a printing before is not counted.",
    "Equal: the words, read back from the PDFs (blanks aside), tables, tick boxes, lines to write "
    "on, drawings, A4, margins, sizes of type, running heads and feet, tags; HTML is made of the "
    "JSON that Typst is given, before the clock starts.",
    "Not equal: Typst and WeasyPrint make PDF/UA-1, Chromium a tagged PDF; Typst measures how many "
    "lines still fit and how wide columns should be, HTML has fixed ones; Typst has two weights "
    "cut out of the variable font, the others the system's Noto Sans CJK; a break that falls "
    "elsewhere repeats a head of a table or of a page, hence the few characters apart.",
    "Its words alone: the lines of the handout as paragraphs in one weight, without anything else.",
)
_RUN_NOTES = (
    "All sheets of the written lessons, lesson by lesson, each for all villages in turn, in one "
    "process on one core; means, with the first of each lesson in them. The data are made before.",
)


@dataclass(frozen=True)
class Printed:
    """One sheet, printed: seconds, pages, bytes, and how many characters stand on it."""

    cpu: float
    wall: float
    pages: int
    size: int
    characters: int
    apart: int
    """Characters that only this sheet or only Typst's has."""


def measure(setting: Setting) -> Report:
    """All handouts, by all printers."""
    tell("printing")
    villages = range(setting.times(VILLAGES) + 1)
    project = setting.as_it_is(setting.scratch / "printing")
    for number in villages:
        full_course.write_village(project / "curriculum", number)
    found: defaultdict[str, list[Printed]] = defaultdict(list)
    printing = _run(setting, project)
    with _one_core(), printers(project, setting.scratch) as open_printers:
        for number in villages:
            for handout in _handouts(project, number):
                printed = _print(open_printers, handout)
                if number:
                    for printer, one in zip(open_printers, printed, strict=True):
                        found[printer.name].append(one)
    sheets = len(LESSONS) * (len(villages) - 1)
    notes = (
        note.format(sheets=sheets, lessons=len(LESSONS), villages=len(villages) - 1)
        for note in _NOTES
    )
    tables = (_table(found, tuple(notes)), _run_table(printing, found))
    return Report(tables, _figures(printing, found), _sentences(found))


def _run(setting: Setting, project: Path) -> Run:
    """Before the others are opened: a process that is measured takes over its parent's peak."""
    names = tuple(map(full_course.village_name, range(1, 2 + setting.times(RUN_VILLAGES - 1))))
    for number in range(1, len(names) + 1):
        full_course.write_village(project / "curriculum", number)
    tell("a run of printing")
    with _one_core():
        return run(project, names, LESSONS, 60 if setting.quick else RUN_SHEETS)


def _figures(printing: Run, found: dict[str, list[Printed]]) -> dict[str, float]:
    single, *_ = found.values()
    rival = min(_cpu(found[name]) for name in _RIVALS)
    return {
        "single": _cpu(single) / rival,
        "run": printing.of("讲义", LESSONS) / rival,
        "run-sheet": 1000 / printing.rate,
        "run-memory": max(printing.memory),
        "run-growth": printing.growth,
        "handout": max(one.size for one in single) / 1000,
    }


def _run_table(printing: Run, found: dict[str, list[Printed]]) -> Table:
    handout = printing.of("讲义", LESSONS)
    rows = (
        ("sheets of all kinds", f"{len(printing.cpu):,}"),
        ("sheets a second of CPU", f"{printing.rate:.1f}"),
        ("CPU ms a sheet", f"{1000 / printing.rate:.1f}"),
        ("CPU ms a handout, the same lessons as above", f"{handout * 1000:.1f}"),
        *((f"{name}'s CPU of that", f"{_cpu(found[name]) / handout:.1f} ×") for name in _RIVALS),
        ("MB, at most", f"{max(printing.memory):.0f}"),
        ("MB, at most, of the first fifth's", f"{printing.growth:.2f} ×"),
    )
    return Table("Printing a run for 40 villages", ("", "Typst, as built"), rows, _RUN_NOTES)


def _handouts(project: Path, village: int) -> Iterable[Handout]:
    return handouts(project, full_course.village_name(village), LESSONS).values()


def _print(open_printers: list[Printer], handout: Handout) -> list[Printed]:
    """One handout by each printer; the others are held to the words of Typst's."""
    typst, *others = open_printers
    first, pdf = _timed(typst, Sheet(handout))
    text = text_of(pdf)
    printed = [_described(first, pdf, text)]
    sheet = Sheet(handout, page(json.loads(handout.data)), lines_of(pdf))
    for other in others:
        used, pdf = _timed(other, sheet)
        printed.append(_described(used, pdf, text))
    return printed


def _timed(printer: Printer, sheet: Sheet) -> tuple[tuple[float, float], bytes]:
    cpu, wall = printer.cpu(), time.perf_counter()
    pdf = printer.print_pdf(sheet)
    return (printer.cpu() - cpu, time.perf_counter() - wall), pdf


def _described(used: tuple[float, float], pdf: bytes, typst: str) -> Printed:
    text = text_of(pdf)
    return Printed(*used, page_count(pdf), len(pdf), len(text), difference(text, typst))


@contextmanager
def _one_core() -> Iterator[None]:
    """Keep this process, and what it starts meanwhile, to one core."""
    before = os.sched_getaffinity(0)
    os.sched_setaffinity(0, {max(before)})
    try:
        yield
    finally:
        os.sched_setaffinity(0, before)


def _table(found: dict[str, list[Printed]], notes: tuple[str, ...]) -> Table:
    head = (
        *("", "CPU ms a sheet", "wall ms", "CPU ms a page", "pages"),
        *("characters", "apart", "kB", "× Typst's CPU"),
    )
    base = _cpu(next(iter(found.values())))
    rows = tuple(
        (
            name,
            f"{_cpu(sheets) * 1000:.0f}",
            f"{median(one.wall for one in sheets) * 1000:.0f}",
            f"{_a_page(sheets) * 1000:.1f}",
            f"{sum(one.pages for one in sheets)}",
            f"{sum(one.characters for one in sheets):,}",
            f"{sum(one.apart for one in sheets):,}",
            f"{median(one.size for one in sheets) / 1000:.0f}",
            f"{_cpu(sheets) / base:.1f}",
        )
        for name, sheets in found.items()
    )
    return Table("Printing, like for like", head, rows, notes)


def _sentences(found: dict[str, list[Printed]]) -> tuple[str, ...]:
    typst = next(iter(found.items()))
    others = [(name, found[name]) for name in _RIVALS]
    apart = max(_share_apart(sheets) for _, sheets in others)
    told = " and ".join(_compared(name, sheets, typst[1]) for name, sheets in others)
    return (
        f"Printing the same words ({1 - apart:.1%} of the characters, read back), one core each: "
        f"{told} the CPU time that Typst takes ({_cpu(typst[1]) * 1000:.0f} ms a handout).",
    )


def _compared(name: str, sheets: list[Printed], typst: list[Printed]) -> str:
    times, a_page = _cpu(sheets) / _cpu(typst), _a_page(sheets) / _a_page(typst)
    return f"{name.split(',')[0]} {times:.1f} × ({a_page:.1f} × a page)"


def _share_apart(sheets: list[Printed]) -> float:
    return sum(one.apart for one in sheets) / sum(one.characters for one in sheets)


def _cpu(sheets: list[Printed]) -> float:
    return median(one.cpu for one in sheets)


def _a_page(sheets: list[Printed]) -> float:
    return sum(one.cpu for one in sheets) / sum(one.pages for one in sheets)
