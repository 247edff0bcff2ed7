"""What building costs: clean, again, after one change, for a second village; MkDocs beside it."""

import json
import shutil
from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

from benchmarks.copies import Author
from benchmarks.cost import Cost, python, typical
from benchmarks.report import Report, Table, percent, seconds
from benchmarks.setting import SECOND_VILLAGE, Setting, lessons_in, tell

ROUNDS = 3
_STOCK = """
site_name: 村播课
docs_dir: build/docs
site_dir: build/{name}
use_directory_urls: false
theme: {{name: material, language: zh, font: false}}
plugins: [{plugins}]
"""
_ROWS = (
    "check",
    "check, one lesson changed",
    "clean build",
    "second build, nothing changed",
    "site anew, sheets ready",
    "of it the site",
    "one lesson changed",
    "a second village",
    "MkDocs, our theme",
    "MkDocs, stock Material, no search",
    "MkDocs, stock Material, search",
)
_NOTES = (
    "CPU and wall in seconds, of whole processes, start-up included; MB is the most that one "
    "process held. Medians of {rounds} rounds, the two courses in turn.",
    "The check comes after a build, which keeps what it read and found: where nothing has changed, "
    "no rule is asked again. The first check of all costs a third more than one after a change.",
    "Site anew: all that a build does but to print and draw. Of it the site: start, reading, "
    "pages, search data, single files, MkDocs, links, hashes; not the checks of the course, which "
    "no other program makes, nor the data of the sheets, which is printing. Stock MkDocs starts "
    "and reads, too, so the bar is on this one; the whole, checks and sheets' data included, is "
    "{whole} of stock Material with search.",
    "MkDocs runs by itself on the pages of the build. Ours checks every link as well; stock "
    "Material makes its own pages of the same Markdown, and with search its index.",
)

Costs = Mapping[str, Cost]


def build(project: Path, *more: str) -> Cost:
    """`cunbo build`."""
    return python("-m", "cunbo", "--course", str(project), "build", *more)


def check(project: Path) -> Cost:
    """`cunbo check`."""
    return python("-m", "cunbo", "--course", str(project), "check")


def measure(setting: Setting) -> Report:
    """Both courses, in turn."""
    courses = {"as it is": setting.as_it_is, "full": setting.full}
    found: dict[str, defaultdict[str, list[Cost]]] = {name: defaultdict(list) for name in courses}
    for number in range(setting.times(ROUNDS)):
        for name, make in courses.items():
            tell(f"building, {name}, round {number + 1}")
            for what, cost in _round(make, setting.scratch / "building").items():
                found[name][what].append(cost)
    costs = {
        name: {what: typical(several) for what, several in rows.items()}
        for name, rows in found.items()
    }
    lessons = lessons_in(setting.scratch / "building")
    return Report((_table(costs, lessons, setting.times(ROUNDS)),), _figures(costs["full"]))


def _round(make: Callable[[Path], Path], folder: Path) -> Costs:
    """Everything once, on a fresh copy."""
    project = make(folder)
    costs = {"clean build": build(project), "second build, nothing changed": build(project)}
    costs["check"] = check(project)
    _forget_the_site(project)
    costs["site anew, sheets ready"] = build(project)
    _forget_the_site(project)
    costs["of it the site"] = _without_sheets(
        python("-m", "benchmarks.inside", "site", str(project))
    )
    costs["MkDocs, our theme"] = python("-m", "benchmarks.inside", "mkdocs", str(project))
    costs["MkDocs, stock Material, no search"] = stock(project, "stock", "")
    costs["MkDocs, stock Material, search"] = stock(project, "stock-search", "search")
    author = Author(project)
    author.change()
    costs["check, one lesson changed"] = check(project)
    author.change()
    costs["one lesson changed"] = build(project)
    costs["a second village"] = build(project, "--village", SECOND_VILLAGE)
    return costs


def _forget_the_site(project: Path) -> None:
    """Leave of a build what was printed and drawn, so that the next makes all the rest."""
    for folder in ("site", "build/docs", "build/compiled", "build/read"):
        shutil.rmtree(project / folder)


def _without_sheets(whole: Cost) -> Cost:
    """What is left of a build without what is done for the sheets and the pictures."""
    phases = json.loads(whole.told)
    return replace(whole, cpu=whole.cpu - phases["sheets"] - phases["pictures"])


def stock(project: Path, name: str, plugins: str) -> Cost:
    """MkDocs with Material as it comes, on the pages of a build; the site is `build/NAME`."""
    settings = project / f"{name}.yml"
    settings.write_text(_STOCK.format(name=name, plugins=plugins), encoding="utf-8")
    return python("-m", "mkdocs", "build", "-q", "-f", str(settings))


def _table(costs: Mapping[str, Costs], lessons: int, rounds: int) -> Table:
    head = [""]
    for name in costs:
        shown = f"{name}, {lessons} lessons" if name == "full" else name
        head += [f"{shown}: CPU", "of clean", "wall", "MB"]
    rows = [
        (what, *(cell for found in costs.values() for cell in _cells(found, what)))
        for what in _ROWS
    ]
    full = costs["full"]
    whole = full["site anew, sheets ready"].cpu / full["MkDocs, stock Material, search"].cpu
    notes = tuple(note.format(rounds=rounds, whole=percent(whole)) for note in _NOTES)
    return Table("Building", tuple(head), tuple(rows), notes)


def _cells(found: Costs, what: str) -> tuple[str, str, str, str]:
    cost = found[what]
    share = percent(cost.cpu / found["clean build"].cpu)
    return seconds(cost.cpu), share, seconds(cost.wall), f"{cost.peak:.0f}"


def _figures(full: Costs) -> dict[str, float]:
    return {
        "check": full["check"].cpu,
        "check-changed": full["check, one lesson changed"].cpu,
        "changed": full["one lesson changed"].cpu,
        "second": full["second build, nothing changed"].cpu,
        "mkdocs": full["MkDocs, our theme"].cpu,
        "site": full["of it the site"].cpu / full["MkDocs, stock Material, search"].cpu,
        "village": full["a second village"].cpu / full["clean build"].cpu,
    }
