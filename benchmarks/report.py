"""What a part of the benchmarks found, and how it is shown: tables that Markdown reads too."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Table:
    """`rows` have as many cells as `head`. `notes` say how the figures are to be read."""

    title: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    notes: tuple[str, ...] = ()

    def __str__(self) -> str:
        lines = [self.head, *self.rows]
        widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
        rule = "|".join(["", *("-" * (width + 2) for width in widths), ""])
        shown = [_line(line, widths) for line in lines]
        notes = [f"- {note}" for note in self.notes]
        table = [shown[0], rule, *shown[1:]]
        return "\n".join([f"### {self.title}", "", *table, *([""] if notes else []), *notes, ""])


@dataclass(frozen=True)
class Report:
    """`figures` are what the bars ask for, by key; `sentences` sum a part up in words."""

    tables: tuple[Table, ...]
    figures: Mapping[str, float] = field(default_factory=dict)
    sentences: tuple[str, ...] = ()


def _line(cells: tuple[str, ...], widths: list[int]) -> str:
    first, *others = (
        cell.rjust(width) if number else cell.ljust(width)
        for number, (cell, width) in enumerate(zip(cells, widths, strict=True))
    )
    return f"| {' | '.join([first, *others])} |"


def seconds(value: float) -> str:
    return f"{value:.2f}"


def percent(share: float) -> str:
    return f"{share:.0%}"
