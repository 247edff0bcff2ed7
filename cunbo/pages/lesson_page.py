"""What surrounds a lesson on its page: neighbours, sheets, practice, where a fact is cited."""

from collections.abc import Mapping
from dataclasses import dataclass

from cunbo.model.choices import HANDS_ON
from cunbo.model.walk import facts_named
from cunbo.pages.cards import Card, Cards, pick
from cunbo.telling.views import LearnerLesson


@dataclass(frozen=True)
class Surroundings:
    """The card of a lesson, the written lessons before and after it, the minutes of practice.

    `cited_in` tells in which step a fact is first pointed to, by the fact's id.
    """

    card: Card
    before: Card | None
    after: Card | None
    hands_on: int
    cited_in: Mapping[str, int]


def surroundings(lesson: LearnerLesson, cards: Cards) -> Surroundings:
    """What stands around a lesson, in course order."""
    order = list(cards)
    place = order.index(lesson.head.id)
    before, after = pick(cards, reversed(order[:place])), pick(cards, order[place + 1 :])
    return Surroundings(
        card=cards[lesson.head.id],
        before=next(filter(_is_written, before), None),
        after=next(filter(_is_written, after), None),
        hands_on=sum(step.minutes for step in lesson.steps if step.kind in HANDS_ON),
        cited_in={
            name: step.number
            for step in reversed(lesson.steps)
            for name in facts_named(step.blocks)
        },
    )


def _is_written(card: Card) -> bool:
    return not card.head.outline
