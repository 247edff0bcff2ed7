"""Whether cost grows with the course, or faster: the same work at 72, 144 and 288 lessons."""

from collections.abc import Mapping
from itertools import pairwise
from math import log
from pathlib import Path
from statistics import linear_regression, median

from benchmarks.building import build, check
from benchmarks.copies import Author
from benchmarks.cost import Cost, typical
from benchmarks.preview import saves
from benchmarks.report import Report, Table, seconds
from benchmarks.setting import Setting, lessons_in, tell

FACTORS = (1, 2, 4)
"""Of a quick run too: what grows faster than the course shows at four times its size first."""
CLEAN_BUILDS = 2
ROUNDS = 3
SAVES = 6
_BY_THE_CLOCK = "save → seen (wall)"
_NOTES = (
    "CPU seconds of whole processes, start-up included; the bar is on CPU.",
    "Exponent: the slope of a straight line through log(cost) over log(lessons); 1 is cost in step "
    "with the course. Last step: the same from the last size but one to the last, where what grows "
    "faster shows first.",
)


def measure(setting: Setting) -> Report:
    """Each size of the full course, smallest first."""
    sizes: dict[int, Mapping[str, float]] = {}
    for factor in FACTORS:
        tell(f"growth, {factor} × the full course")
        folder = setting.scratch / "growth"
        found = _at(setting, folder, factor)
        sizes[lessons_in(folder)] = found
    rows = {what: [found[what] for found in sizes.values()] for what in found}
    exponents = {what: exponent(list(sizes), costs) for what, costs in rows.items()}
    worst = max(power for what, power in exponents.items() if what != _BY_THE_CLOCK)
    return Report((_table(list(sizes), rows, exponents),), {"growth": worst})


def exponent(sizes: list[int], costs: list[float]) -> float:
    """The power of the size that the costs grow with, fitted over all sizes."""
    return linear_regression([log(size) for size in sizes], [log(cost) for cost in costs]).slope


def _at(setting: Setting, folder: Path, factor: int) -> Mapping[str, float]:
    def cpu(costs: list[Cost]) -> float:
        return typical(costs).cpu

    clean = [build(setting.full(folder, factor)) for _ in range(setting.times(CLEAN_BUILDS))]
    times = range(setting.times(ROUNDS))
    second = [build(folder) for _ in times]
    author, checks, changed = Author(folder), [], []
    for _ in times:
        author.change()
        checks.append(check(folder))
    for _ in range(setting.times(2)):
        author.change()
        changed.append(build(folder))
    seen = saves(setting.full(folder, factor), setting.times(SAVES))
    return {
        "check, one lesson changed": cpu(checks),
        "clean build": cpu(clean),
        "second build, nothing changed": cpu(second),
        "one lesson changed": cpu(changed),
        _BY_THE_CLOCK: median(seen.walls),
        "save → seen, server's CPU": seen.cpu,
    }


def _table(
    sizes: list[int], rows: Mapping[str, list[float]], exponents: Mapping[str, float]
) -> Table:
    head = ("", *(f"{size} lessons" for size in sizes), "exponent", "last step")
    shown = []
    for what, costs in rows.items():
        *_, last = (exponent(list(two), list(cost)) for two, cost in _steps(sizes, costs))
        shown.append((what, *map(seconds, costs), f"{exponents[what]:.2f}", f"{last:.2f}"))
    return Table("Growth", head, tuple(shown), _NOTES)


def _steps(
    sizes: list[int], costs: list[float]
) -> list[tuple[tuple[int, int], tuple[float, float]]]:
    return list(zip(pairwise(sizes), pairwise(costs), strict=True))
