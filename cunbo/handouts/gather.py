"""Which sheets a course asks for, and what stands on each: pure, nothing is printed here."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime

from cunbo.handouts.data import sheet_data
from cunbo.model.lesson import Lesson
from cunbo.telling.edition import Edition
from cunbo.telling.sheets import SheetKind, file_name
from cunbo.telling.views import LearnerLesson, TrainerLesson, for_learner, for_trainer


@dataclass(frozen=True)
class Order:
    """A sheet to print: `data` holds all its words, `epoch` (Unix seconds) dates the PDF."""

    lesson_id: str
    kind: SheetKind
    file: str
    data: bytes
    epoch: int


def orders(edition: Edition, figures: Mapping[str, str]) -> tuple[Order, ...]:
    """The sheets of all written lessons in course order; `figures` maps `src` to SVG source."""
    lessons = edition.written
    return tuple(order for lesson in lessons for order in lesson_orders(edition, lesson, figures))


def lesson_orders(edition: Edition, lesson: Lesson, figures: Mapping[str, str]) -> Iterator[Order]:
    """The sheets of one written lesson."""
    views: dict[SheetKind, LearnerLesson | TrainerLesson] = {
        SheetKind.LEARNER: for_learner(edition, lesson),
        SheetKind.TRAINER: for_trainer(edition, lesson),
    }
    for kind, view in views.items():
        yield Order(
            lesson_id=lesson.id,
            kind=kind,
            file=file_name(lesson.id, kind),
            data=sheet_data(edition, view, kind, figures),
            epoch=_epoch(lesson.reviewed),
        )


def _epoch(reviewed: date | None) -> int:
    """Midnight UTC of the review: a PDF carries no other date, so equal data give equal bytes."""
    if reviewed is None:
        return 0
    return int(datetime(reviewed.year, reviewed.month, reviewed.day, tzinfo=UTC).timestamp())
