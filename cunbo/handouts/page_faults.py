"""What on a printed page cannot be read or used: found in its ink, with the words it is near to."""

from collections.abc import Iterable, Iterator

from cunbo.handouts.page_ink import InkBox, InkPath, InkWords, PageInk

_MILLIMETRE = 72 / 25.4
_HEAD, _FOOT = 16.5 * _MILLIMETRE, 15 * _MILLIMETRE
"""What running head and foot take of a page; they are smaller than what is read."""
_LINE_TO_WRITE_ON = 30 * _MILLIMETRE
"""Shorter ones stand in a line of words."""
_FAR = 40 * _MILLIMETRE
"""Lines so far apart are not written on one below the other."""
_THICK = 4
"""Points within which lines meet."""
_TOUCHING = 2
"""Points by which words may reach over what they are beside."""


def smallest_words(page: PageInk) -> InkWords | None:
    """The first of the words set in the smallest type between head and foot."""
    body = (one for one in page.words if _FOOT < one.box.bottom < page.height - _HEAD)
    return min(body, key=lambda one: one.size, default=None)


def faintest_path(page: PageInk) -> InkPath | None:
    """The line or shape that a copier is first to lose."""
    return min(page.paths, key=lambda one: one.strength, default=None)


def strays(page: PageInk, margin: float) -> Iterator[InkWords]:
    """Words that reach nearer than `margin` (points) to the edge of the paper, over the line beside
    them, or over other words."""
    upright = [one.box for one in page.paths if one.stands]
    for one in page.words:
        if not _within(one.box, page, margin) or any(_cuts(line, one.box) for line in upright):
            yield one
    yield from _overprinted(page.words)


def _within(box: InkBox, page: PageInk, margin: float) -> bool:
    return (
        box.left >= margin
        and box.right <= page.width - margin
        and box.bottom >= margin / 2
        and box.top <= page.height - margin / 2
    )


def _cuts(line: InkBox, words: InkBox) -> bool:
    """Whether an upright line runs through words."""
    beside = words.left + _TOUCHING < line.left and line.right < words.right - _TOUCHING
    return beside and line.bottom < (words.bottom + words.top) / 2 < line.top


def _overprinted(words: Iterable[InkWords]) -> Iterator[InkWords]:
    """Words that are printed over others."""
    above: list[InkWords] = []
    for one in sorted(words, key=lambda one: -one.box.top):
        above = [other for other in above if other.box.bottom < one.box.top - _TOUCHING]
        if any(_overlap(one.box, other.box) for other in above):
            yield one
        above.append(one)


def _overlap(one: InkBox, other: InkBox) -> bool:
    return min(one.right, other.right) - max(one.left, other.left) > _TOUCHING


def closest_lines(page: PageInk) -> tuple[float, InkBox] | None:
    """How close a line to write on is to the one above it, in points, where that is closest; and
    the line. No word and no box to tick stands between the two."""
    body = (one.box for one in page.paths if one.lies and one.box.bottom > _FOOT)
    lines = sorted(body, key=lambda box: -box.top)
    upright = [one.box for one in page.paths if one.stands]
    filled = [one.box for one in page.words] + [one.box for one in page.paths if _is_shape(one)]
    gaps = (
        (gap, line)
        for number, line in enumerate(lines)
        if line.width >= _LINE_TO_WRITE_ON
        and (upper := _next_above(line, lines[:number])) is not None
        and (gap := upper.bottom - line.bottom) > _TOUCHING
        and gap < _FAR
        and _is_room(upper, line, upright, filled)
    )
    return min(gaps, key=lambda found: found[0], default=None)


def _is_shape(path: InkPath) -> bool:
    return not path.lies and not path.stands


def _next_above(line: InkBox, lines: list[InkBox]) -> InkBox | None:
    """The nearest of the lines above one that lies over most of it."""
    over = (one for one in reversed(lines) if _shared(one, line) > 0.5 * line.width)
    return next((one for one in over if one.bottom > line.top), None)


def _shared(one: InkBox, other: InkBox) -> float:
    return min(one.right, other.right) - max(one.left, other.left)


def _is_room(upper: InkBox, line: InkBox, upright: list[InkBox], filled: list[InkBox]) -> bool:
    """Whether two lines are written between: in a column of a table with nothing in it, if that is
    no head, or where both are no table's."""
    middle = (upper.bottom + line.top) / 2
    crossing = [one for one in upright if one.bottom < middle < one.top]
    if all(one.top < upper.top + _THICK for one in crossing) and any(
        _touch(one, line) or _touch(one, upper) for one in upright
    ):
        return False
    sides = [one.left for one in crossing]
    inside = sorted(side for side in sides if line.left < side < line.right)
    columns = zip((line.left, *inside), (*inside, line.right), strict=True)
    between = [box for box in filled if line.top - _TOUCHING < _middle(box) < upper.bottom]
    return any(
        right - left > _LINE_TO_WRITE_ON / 3
        and not any(box.left < right and left < box.right for box in between)
        for left, right in columns
    )


def _touch(upright: InkBox, line: InkBox) -> bool:
    """Whether an upright line ends or begins on a level one."""
    ends = min(abs(upright.top - line.top), abs(upright.bottom - line.bottom)) < _THICK
    return ends and line.left - _THICK < upright.left < line.right + _THICK


def _middle(box: InkBox) -> float:
    return (box.bottom + box.top) / 2


def nearest_words(page: PageInk, box: InkBox) -> InkWords | None:
    """The words that stand above a place, or else nearest to it."""
    return min(page.words, key=lambda one: _away(one.box, box), default=None)


def _away(words: InkBox, box: InkBox) -> tuple[bool, float]:
    return words.bottom < box.bottom, abs(words.bottom - box.top)
