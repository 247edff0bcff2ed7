"""Which sheets a course asks for, and what stands on each: pure, nothing is printed here."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime

from cunbo.handouts.data import sheet_data
from cunbo.model.lesson import Lesson
from cunbo.telling.edition import Edition
from cunbo.telling.sheet_table import SHEETS
from cunbo.telling.sheets import Printable, Sheet


@dataclass(frozen=True)
class Order:
    """A sheet to print: `data` holds all its words, `epoch` (Unix seconds) dates the PDF.

    `lesson_id` is None for a sheet of the whole course.
    """

    lesson_id: str | None
    sheet: Sheet
    data: bytes
    epoch: int

    @property
    def file(self) -> str:
        return self.sheet.file(self.lesson_id)

    def printed(self, pages: int, size: int) -> Printable:
        """What the site is told of it once it is a PDF of `pages` pages and `size` bytes."""
        numbers = range(1, pages + 1) if self.sheet.pictures else ()
        pictures = tuple(self.sheet.picture(self.lesson_id, number) for number in numbers)
        return Printable(self.lesson_id, self.sheet, self.file, pages, size, pictures)


def orders(edition: Edition, figures: Mapping[str, str]) -> tuple[Order, ...]:
    """The sheets of all written lessons in course order; `figures` maps `src` to SVG source."""
    lessons = edition.written
    return tuple(order for lesson in lessons for order in lesson_orders(edition, lesson, figures))


def lesson_orders(edition: Edition, lesson: Lesson, figures: Mapping[str, str]) -> Iterator[Order]:
    """The sheets that one written lesson has."""
    for sheet in SHEETS:
        view = sheet.view(edition, lesson)
        if view is not None:
            data = sheet_data(edition, sheet, view, figures)
            yield Order(lesson.id, sheet, data, _epoch(lesson.reviewed))


def _epoch(reviewed: date | None) -> int:
    """Midnight UTC of the review: a PDF carries no other date, so equal data give equal bytes."""
    if reviewed is None:
        return 0
    return int(datetime(reviewed.year, reviewed.month, reviewed.day, tzinfo=UTC).timestamp())
