"""How wide the columns of a table are: a document says so for each, or WPS guesses."""

from collections.abc import Callable, Sequence

from cunbo.model.blocks import TableData

_PADDING = 260
"""What a cell keeps free at its sides, and a little."""
_SHORT, _LONG = 7, 16
_TO_FILL = (4, 12)
_NARROWEST = 1 / 15


def table_widths(
    data: TableData, width: int, points: float, said: Callable[[str], str]
) -> list[int]:
    """The columns' widths that an author asks for; else a column of short words takes what it
    needs, and the others share the rest, those to fill in more evenly than those to read.

    `said` makes of a sentence what is read.
    """
    if data.widths:
        least = sum(data.widths) * _NARROWEST
        return shared(width, [max(one, least) for one in data.widths])
    lengths = [_lengths(data, column, said) for column in range(len(data.head))]
    fixed = [_fixed(data, one, points) for one in lengths]
    shares = [0.0 if room else _share(data, one) for one, room in zip(lengths, fixed, strict=True)]
    if sum(fixed) > width * 0.8 or not any(shares):
        return shared(width, [max(one) for one in lengths])
    rest = shared(width - sum(fixed), shares)
    return [room or share for room, share in zip(fixed, rest, strict=True)]


def shared(width: int, shares: Sequence[float]) -> list[int]:
    """A width in parts, with nothing left over."""
    whole, parts, done = sum(shares), [], 0
    for taken in range(1, len(shares) + 1):
        end = round(width * sum(shares[:taken]) / whole)
        parts.append(end - done)
        done = end
    return parts


def _lengths(data: TableData, column: int, said: Callable[[str], str]) -> list[int]:
    """How many letters stand in the head and in each cell."""
    return [len(said(data.head[column])), *(len(said(row[column])) for row in data.rows)]


def _is_to_fill(data: TableData, lengths: list[int]) -> bool:
    return data.blank_rows > 0 or 0 in lengths[1:]


def _fixed(data: TableData, lengths: list[int], points: float) -> int:
    """What a column of short words takes; 0 for one that shares."""
    longest = max(lengths)
    if longest > _SHORT or _is_to_fill(data, lengths):
        return 0
    return round(longest * points * 20) + _PADDING


def _share(data: TableData, lengths: list[int]) -> float:
    if _is_to_fill(data, lengths):
        return min(max(*_TO_FILL[:1], max(lengths)), _TO_FILL[1]) + 3
    return min(max(lengths), _LONG)
