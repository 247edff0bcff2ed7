"""A learning path as its page shows it."""

from dataclasses import dataclass

from cunbo.model.base import Sentence
from cunbo.model.choices import TrackId
from cunbo.model.course import LearningPath, Week
from cunbo.model.settings import Track
from cunbo.pages.cards import Card, Cards, hours_of, pick
from cunbo.telling.edition import Edition


@dataclass(frozen=True)
class TrackHours:
    """How many 课时 of a path belong to one track."""

    track: Track
    hours: int


@dataclass(frozen=True)
class Stop:
    """A lesson on the way. `needs` are the lessons that come before it; `waivable` means 免修.

    `unfit` is a written lesson without pages for elders in a class of elders.
    """

    number: int
    card: Card
    needs: tuple[Card, ...]
    waivable: bool
    unfit: bool


@dataclass(frozen=True)
class WeekPlan:
    """What is taught in a week: the skills on one side, culture and integration on the other.
    `shares` are its hours by track, in the order of `course.yml`."""

    number: int
    hours: int
    shares: tuple[TrackHours, ...]
    reason: Sentence | None
    skills: tuple[Stop, ...]
    culture: tuple[Stop, ...]


@dataclass(frozen=True)
class PathPage:
    """A path with everything its page needs; `written` are the lessons to be taught today,
    `has_sheet` is whether the course has one by which a learner finds a path."""

    path: LearningPath
    shares: tuple[TrackHours, ...]
    weeks: tuple[WeekPlan, ...]
    electives: tuple[Card, ...]
    waived: tuple[Card, ...]
    written: tuple[Card, ...]
    has_sheet: bool


def path_page(edition: Edition, path: LearningPath, cards: Cards) -> PathPage:
    """Lay out one path."""
    taught = pick(cards, path.lessons)
    stops = {card.head.id: _stop(n, card, edition, path, cards) for n, card in enumerate(taught, 1)}
    return PathPage(
        path=path,
        shares=_shares(edition, taught),
        weeks=tuple(_week(edition, n, week, stops) for n, week in enumerate(path.weeks, 1)),
        electives=pick(cards, path.electives),
        waived=pick(cards, path.waived),
        written=tuple(card for card in taught if not card.head.outline),
        has_sheet=edition.course.settings.placement is not None,
    )


def _stop(number: int, card: Card, edition: Edition, path: LearningPath, cards: Cards) -> Stop:
    head = card.head
    return Stop(
        number=number,
        card=card,
        needs=pick(cards, edition.course.lessons[head.id].requires),
        waivable=head.id in path.waived,
        unfit=path.elders and not head.outline and not head.for_elders,
    )


def _shares(edition: Edition, cards: tuple[Card, ...]) -> tuple[TrackHours, ...]:
    return tuple(
        TrackHours(track, hours_of(card for card in cards if card.head.track == track))
        for track in edition.tracks.values()
    )


def _week(edition: Edition, number: int, week: Week, stops: dict[str, Stop]) -> WeekPlan:
    taught = [stops[one] for one in week.lessons]
    shares = _shares(edition, tuple(stop.card for stop in taught))
    skills = tuple(one for one in taught if one.card.head.track.id is TrackId.SKILLS)
    culture = tuple(one for one in taught if one not in skills)
    hours = sum(share.hours for share in shares)
    return WeekPlan(number, hours, shares, week.reason, skills, culture)
