"""How large the words of a slide may be, and what of them must go to another slide."""

import math
from collections.abc import Iterator, Sequence

from cunbo.documents.slide_blocks import Shown, SlideGrid
from cunbo.documents.slide_file import SlideLine

_POINT = 25.4 / 72
_SIZES = (44, 40, 36, 32, 28, 24)
"""Points; what is smaller is not read from the last row."""
_LINE = 1.3
_CELL = (6.0, 4.0)
"""What a cell keeps free, in millimetres, across and down."""


def fitted(told: Sequence[Shown], width: float, height: float) -> Iterator[tuple[list[Shown], int]]:
    """What stands on each slide in so many millimetres, and in how many points."""
    for points in _SIZES:
        if sum(_height(one, width, points) for one in told) <= height:
            yield list(told), points
            return
    points = _SIZES[-2]
    for part in _parted(told, width, height, points):
        yield part, points


def _parted(
    told: Sequence[Shown], width: float, height: float, points: int
) -> Iterator[list[Shown]]:
    part: list[Shown] = []
    left = height
    for one in _pieces(told, width, height, points):
        high = _height(one, width, points)
        if part and high > left:
            yield part
            part, left = [], height
        part.append(one)
        left -= high
    yield part


def _pieces(told: Sequence[Shown], width: float, height: float, points: int) -> Iterator[Shown]:
    """Tables that are too high in parts, each with its head."""
    for one in told:
        if isinstance(one, SlideLine) or _height(one, width, points) <= height:
            yield one
            continue
        head, *rows = one.rows
        taken: list[tuple[SlideLine, ...]] = []
        for row in rows:
            if taken and _height(SlideGrid((head, *taken, row)), width, points) > height:
                yield SlideGrid((head, *taken))
                taken = []
            taken.append(row)
        yield SlideGrid((head, *taken))


def height_of(told: Sequence[Shown], width: float, points: int) -> float:
    """About how high it is, in millimetres."""
    return sum(_height(one, width, points) for one in told)


def _height(one: Shown, width: float, points: int) -> float:
    if isinstance(one, SlideLine):
        size = points * one.scale
        return _lines(one.text, width - 5, size) * size * _LINE * _POINT + points * 0.25 * _POINT
    widths = grid_widths(one, width)
    return sum(_row(row, widths, points) for row in one.rows)


def _row(row: tuple[SlideLine, ...], widths: Sequence[float], points: int) -> float:
    lines = max(
        _lines(cell.text, room - _CELL[0], points) for cell, room in zip(row, widths, strict=True)
    )
    return lines * points * _LINE * _POINT + _CELL[1]


def grid_widths(grid: SlideGrid, width: float) -> list[float]:
    """Columns share the width by their longest words, none much less than another."""
    longest = [max(len(cell.text) for cell in column) for column in zip(*grid.rows, strict=True)]
    shares = [min(max(one, 4), 30) for one in longest]
    return [width * share / sum(shares) for share in shares]


def _lines(text: str, width: float, points: float) -> int:
    room = max(width / (points * _POINT), 1)
    return sum(math.ceil(_wide(line) / room) or 1 for line in text.split("\n"))


def _wide(text: str) -> float:
    return sum(0.55 if letter < "\u2000" else 1 for letter in text)
