"""The law of the course, point by point, on as many pages as it needs."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from cunbo.pages import routes
from cunbo.pages.stretches import Stretch, parted
from cunbo.telling.edition import Edition
from cunbo.telling.law import LawGroup, law_booklet

_POINTS = 24
"""So many make a page of less than 12 KB compressed; a test holds the weight of all pages."""


def law_stretches(edition: Edition) -> tuple[Stretch[LawGroup], ...]:
    """The pages of the law, as many points on each."""
    booklet = law_booklet(edition)
    groups = [part for group in (booklet.groups if booklet else ()) for part in _cut(group)]
    return parted(routes.LAW, groups, lambda one: len(one.entries), _POINTS)


def _cut(group: LawGroup) -> Iterator[LawGroup]:
    for first in range(0, len(group.entries), _POINTS):
        yield replace(group, entries=group.entries[first : first + _POINTS])


def law_places(edition: Edition) -> Mapping[str, str]:
    """Where every point of law stands, by its id."""
    return {
        one.fact.id: f"{stretch.route}#{one.fact.id}"
        for stretch in law_stretches(edition)
        for group in stretch.groups
        for one in group.entries
    }
