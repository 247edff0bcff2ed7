"""The bars on speed: CPU seconds on the full course, unless a bar says otherwise."""

from collections.abc import Mapping
from dataclasses import dataclass

from benchmarks.report import Table


@dataclass(frozen=True)
class Bar:
    """`limit` is the most that `what` may be; `shown` formats a figure of it."""

    what: str
    limit: float
    shown: str = "{:.2f} s"


BARS: Mapping[str, Bar] = {
    "check": Bar("check", 0.8),
    "check-changed": Bar("check, one lesson changed", 0.8),
    "save": Bar("save → seen (wall)", 0.5),
    "changed": Bar("build, one lesson changed", 3.0),
    "second": Bar("second build, nothing changed", 1.1),
    "mkdocs": Bar("MkDocs' share of a build", 0.7),
    "site": Bar("the site's share of a build, of MkDocs + Material with search", 0.5, "{:.0%}"),
    "words": Bar("first words on a slow phone (wall)", 1.2),
    "words-share": Bar("the same, of stock Material's", 0.7, "{:.0%}"),
    "village": Bar("a second village's build, of the first's", 0.4, "{:.0%}"),
    "single": Bar("a single handout, of WeasyPrint's or Chromium's CPU", 1 / 12, "{:.1%}"),
    "run": Bar("a handout in a run for 40 villages, of the same", 1 / 18, "{:.1%}"),
    "run-sheet": Bar("a sheet in such a run", 25, "{:.1f} ms"),
    "run-memory": Bar("its memory", 180, "{:.0f} MB"),
    "run-growth": Bar("its memory after 5,000 sheets, of that early on", 1.1, "{:.2f}"),
    "handout": Bar("the heaviest of six handouts", 120, "{:.0f} kB"),
    "growth": Bar("growth from 72 lessons on, largest exponent", 1.05, "{:.2f}"),
    "help": Bar("--help", 0.1),
    "search-ready": Bar("search ready, from a folder, six times its CPU", 300, "{:.0f} ms"),
    "search-key": Bar("search, the dearest key, six times its CPU", 20, "{:.0f} ms"),
    "search-titles": Bar("search, titles over a weak signal (wall)", 2.0),
}


def bars_table(figures: Mapping[str, float]) -> Table:
    """The bars that were measured, each beside its figure."""
    rows = tuple(_row(bar, figures[key]) for key, bar in BARS.items() if key in figures)
    return Table("Bars, full course, CPU", ("", "measured", "at most", "holds"), rows)


def _row(bar: Bar, figure: float) -> tuple[str, str, str, str]:
    holds = "yes" if figure <= bar.limit else "NO"
    return bar.what, bar.shown.format(figure), bar.shown.format(bar.limit), holds
