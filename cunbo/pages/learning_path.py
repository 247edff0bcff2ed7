"""A learning path as its page shows it."""

from dataclasses import dataclass
from itertools import groupby

from cunbo.model.course import Layer, LearningPath, Track
from cunbo.pages.cards import Card, Cards, hours_of, pick
from cunbo.telling.edition import Edition


@dataclass(frozen=True)
class TrackHours:
    """How many 课时 of a path belong to one track."""

    track: Track
    hours: int


@dataclass(frozen=True)
class Stop:
    """A lesson on the way. `needs` are the lessons that come before it; `waivable` means 免修."""

    number: int
    card: Card
    needs: tuple[Card, ...]
    waivable: bool


@dataclass(frozen=True)
class Stage:
    """Neighbouring stops of one layer; a path may come back to a layer."""

    layer: Layer
    hours: int
    stops: tuple[Stop, ...]


@dataclass(frozen=True)
class PathPage:
    """A path with everything its page needs; `written` are the lessons to be taught today."""

    path: LearningPath
    shares: tuple[TrackHours, ...]
    stages: tuple[Stage, ...]
    electives: tuple[Card, ...]
    waived: tuple[Card, ...]
    written: tuple[Card, ...]


def path_page(edition: Edition, path: LearningPath, cards: Cards) -> PathPage:
    """Lay out one path."""
    taught = pick(cards, path.lessons)
    stops = tuple(_stop(n, card, edition, path, cards) for n, card in enumerate(taught, 1))
    return PathPage(
        path=path,
        shares=tuple(_share(track, taught) for track in edition.tracks.values()),
        stages=tuple(_stages(stops)),
        electives=pick(cards, path.electives),
        waived=pick(cards, path.waived),
        written=tuple(card for card in taught if not card.head.outline),
    )


def _stop(number: int, card: Card, edition: Edition, path: LearningPath, cards: Cards) -> Stop:
    needs = edition.course.lessons[card.head.id].requires
    return Stop(number, card, pick(cards, needs), card.head.id in path.waived)


def _share(track: Track, cards: tuple[Card, ...]) -> TrackHours:
    return TrackHours(track, hours_of(card for card in cards if card.head.track == track))


def _stages(stops: tuple[Stop, ...]) -> list[Stage]:
    runs = groupby(stops, key=lambda stop: stop.card.head.layer)
    together = ((layer, tuple(inside)) for layer, inside in runs)
    return [Stage(layer, hours_of(stop.card for stop in run), run) for layer, run in together]
