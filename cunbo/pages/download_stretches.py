"""What there is to download, lesson by lesson, on as many pages as it needs."""

from collections.abc import Iterable, Iterator
from itertools import groupby

from cunbo.pages import routes
from cunbo.pages.cards import Card
from cunbo.pages.stretches import Stretch, parted

_LESSONS = 28
"""So many make a page of less than 12 KB compressed; a test holds the weight of all pages."""


def download_stretches(written: Iterable[Card]) -> tuple[Stretch[tuple[Card, ...]], ...]:
    """Layer by layer, as many lessons on each page."""
    return parted(routes.DOWNLOADS, tuple(_layers(written)), len, _LESSONS)


def _layers(written: Iterable[Card]) -> Iterator[tuple[Card, ...]]:
    for _, found in groupby(written, key=lambda card: card.head.layer.number):
        cards = tuple(found)
        for first in range(0, len(cards), _LESSONS):
            yield cards[first : first + _LESSONS]
