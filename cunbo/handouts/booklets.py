"""Booklets of A5: which pages are in which, and where they stand on the paper."""

from collections.abc import Sequence

MOST_PAGES = 48
"""Twelve sheets: more will not stay folded, nor does the long stapler of a shop get through."""

Side = tuple[int, int]
"""The pages to the left and to the right on one side of a sheet; 0 is none."""


def booklets(starts: Sequence[int], pages: int) -> tuple[range, ...]:
    """Cut a pack of so many pages, counted from 1, into booklets: as few as can be, and about as
    thick as each other. Each but the first begins where a lesson does; only a lesson that is longer
    by itself makes one of more than `MOST_PAGES`."""
    fewest = len(_cut(starts, pages, MOST_PAGES))
    ways = (_cut(starts, pages, most) for most in range(4, MOST_PAGES + 1, 4))
    return next(cut for cut in ways if len(cut) == fewest)


def _cut(starts: Sequence[int], pages: int, most: int) -> tuple[range, ...]:
    found, first = [], 1
    for start, following in zip(starts, (*starts[1:], pages + 1), strict=True):
        if start > first and following - first > most:
            found.append(range(first, start))
            first = start
    return (*found, range(first, pages + 1))


def folded(pages: range) -> tuple[Side, ...]:
    """The sides to print, front and back by turns. Printed on both sides, turned over the short
    edge, put one in the other and folded, they are read in order; blanks come last."""
    size = -(-len(pages) // 4) * 4
    shown = [*pages, *[0] * (size - len(pages))]
    sides: list[Side] = []
    for outer in range(0, size // 2, 2):
        inner = size - 1 - outer
        sides.append((shown[inner], shown[outer]))
        sides.append((shown[outer + 1], shown[inner - 1]))
    return tuple(sides)
