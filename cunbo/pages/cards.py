"""Lessons and printed sheets, looked up by the pages that list them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from cunbo.model.base import Sentence
from cunbo.telling.edition import Edition
from cunbo.telling.heads import Head
from cunbo.telling.sheets import Printable, Reader
from cunbo.telling.views import head


@dataclass(frozen=True)
class Card:
    """A lesson as it is shown in a list: its head, what it leaves in the hand, its sheets, and
    its pictures to be sent on, by their names."""

    head: Head
    deliverable: Sentence
    sheets: tuple[Printable, ...]
    pictures: Mapping[str, str]

    @property
    def for_learners(self) -> tuple[Printable, ...]:
        """The sheets to hand out."""
        return handed_to(Reader.LEARNER, self.sheets)

    @property
    def for_trainers(self) -> tuple[Printable, ...]:
        """The sheets that no learner should get."""
        return handed_to(Reader.TRAINER, self.sheets)

    @property
    def forms(self) -> tuple[Printable, ...]:
        """The sheets to fill in."""
        return tuple(one for one in self.sheets if one.is_form)


Cards = Mapping[str, Card]
"""Lesson id → card, in the order of the course map."""


def handed_to(reader: Reader, sheets: Iterable[Printable]) -> tuple[Printable, ...]:
    """Those of the sheets that are for these hands."""
    return tuple(one for one in sheets if one.sheet.reader is reader)


def cards_of(
    edition: Edition,
    printables: tuple[Printable, ...],
    pictures: Mapping[str, Mapping[str, str]],
) -> Cards:
    """A card for every lesson of the course, with what is printed and drawn of it."""
    return {
        lesson.id: Card(
            head=head(edition, lesson),
            deliverable=lesson.deliverable.name,
            sheets=tuple(one for one in printables if one.lesson_id == lesson.id),
            pictures=pictures.get(lesson.id, {}),
        )
        for lesson in edition.in_order
    }


def pick(cards: Cards, lesson_ids: Iterable[str]) -> tuple[Card, ...]:
    """The cards of some lessons, in the order asked for."""
    return tuple(cards[one] for one in lesson_ids)


def hours_of(cards: Iterable[Card]) -> int:
    """课时 of several lessons together."""
    return sum(card.head.hours for card in cards)
