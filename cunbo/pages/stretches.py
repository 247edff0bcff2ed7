"""Pages that would be too long go on on further ones: a phone at the edge of a cell fetches a page
as fast as any other, and a place that was looked up is still found where it was."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from cunbo.pages import routes

Group = TypeVar("Group")


@dataclass(frozen=True)
class Stretch(Generic[Group]):
    """What of a long page stands on one of its pages; the first has the number 1."""

    number: int
    route: str
    groups: tuple[Group, ...]


def titled(title: str, number: int) -> str:
    """The title of one page of a long one."""
    return title if number == 1 else f"{title}，第 {number} 页"


def parted(
    route: str, groups: Sequence[Group], length: Callable[[Group], int], most: int
) -> tuple[Stretch[Group], ...]:
    """The pages of a long one, at least one: whole groups on each, and no more than `most` entries
    in all where a group allows it."""
    pages: list[list[Group]] = [[]]
    for group in groups:
        if pages[-1] and sum(map(length, pages[-1])) + length(group) > most:
            pages.append([])
        pages[-1].append(group)
    return tuple(
        Stretch(number, routes.further(route, number), tuple(page))
        for number, page in enumerate(pages, 1)
    )
