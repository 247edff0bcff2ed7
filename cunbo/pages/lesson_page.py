"""What surrounds a lesson on its page: neighbours, sheets and the share of practice."""

from collections.abc import Mapping
from dataclasses import dataclass

from cunbo.audience import LearnerLesson
from cunbo.model.course import Confidence
from cunbo.model.lesson import HANDS_ON
from cunbo.pages.shelf import Card, Shelf

CONFIDENCE_NOTES: Mapping[Confidence, str] = {
    Confidence.FULL: "",
    Confidence.SECONDARY: "据转载，用前对照官网",
    Confidence.RECALLED: "凭记忆，请以当地最新规定为准",
}


@dataclass(frozen=True)
class Surroundings:
    """The card of a lesson, the lessons before and after it on the map, minutes of practice."""

    card: Card
    before: Card | None
    after: Card | None
    hands_on: int


def surroundings(lesson: LearnerLesson, shelf: Shelf) -> Surroundings:
    """What stands around a lesson, in course order."""
    order = list(shelf.values())
    place = list(shelf).index(lesson.head.id)
    return Surroundings(
        card=order[place],
        before=order[place - 1] if place else None,
        after=order[place + 1] if place + 1 < len(order) else None,
        hands_on=sum(step.minutes for step in lesson.steps if step.kind in HANDS_ON),
    )
