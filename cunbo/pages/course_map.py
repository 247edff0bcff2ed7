"""The course map: three layers down, the tracks across."""

from dataclasses import dataclass

from cunbo.model.settings import Layer, Track
from cunbo.pages.cards import Card, Cards, hours_of
from cunbo.telling.edition import Edition


@dataclass(frozen=True)
class Field:
    """The lessons of one track in one layer."""

    track: Track
    cards: tuple[Card, ...]


@dataclass(frozen=True)
class Row:
    """One layer of the map."""

    layer: Layer
    hours: int
    fields: tuple[Field, ...]


def rows(edition: Edition, cards: Cards) -> tuple[Row, ...]:
    """The map from the lowest layer up."""
    return tuple(_row(edition, layer, cards) for layer in edition.layers.values())


def _row(edition: Edition, layer: Layer, cards: Cards) -> Row:
    here = tuple(card for card in cards.values() if card.head.layer == layer)
    fields = (
        Field(track, tuple(card for card in here if card.head.track == track))
        for track in edition.tracks.values()
    )
    return Row(layer, hours_of(here), tuple(fields))
