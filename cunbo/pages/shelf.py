"""Lessons and printed sheets, looked up by the pages that list them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from cunbo.model.base import Sentence
from cunbo.model.lesson import Lesson
from cunbo.telling.edition import Edition
from cunbo.telling.sheets import Printable, SheetKind
from cunbo.telling.views import Head, head


@dataclass(frozen=True)
class Card:
    """A lesson as it is shown in a list: its head, what it leaves in the hand, its sheets."""

    head: Head
    deliverable: Sentence
    learner_sheet: Printable | None
    trainer_sheet: Printable | None


Shelf = Mapping[str, Card]
"""Lesson id → card, in the order of the course map."""


def stock(edition: Edition, printables: tuple[Printable, ...]) -> Shelf:
    """A card for every lesson of the course."""
    sheets = {(one.lesson_id, one.kind): one for one in printables}
    return {lesson.id: _card(edition, lesson, sheets) for lesson in edition.in_order}


def pick(shelf: Shelf, lesson_ids: Iterable[str]) -> tuple[Card, ...]:
    """The cards of some lessons, in the order asked for."""
    return tuple(shelf[one] for one in lesson_ids)


def hours_of(cards: Iterable[Card]) -> int:
    """课时 of several lessons together."""
    return sum(card.head.hours for card in cards)


def _card(
    edition: Edition, lesson: Lesson, sheets: Mapping[tuple[str, SheetKind], Printable]
) -> Card:
    return Card(
        head=head(edition, lesson),
        deliverable=lesson.deliverable.name,
        learner_sheet=sheets.get((lesson.id, SheetKind.LEARNER)),
        trainer_sheet=sheets.get((lesson.id, SheetKind.TRAINER)),
    )
