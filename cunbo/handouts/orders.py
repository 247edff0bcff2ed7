"""Which sheets a course asks for, and what stands on each: pure, nothing is printed here."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from itertools import chain

from cunbo.handouts.data import SheetData, sheet_data, with_entry
from cunbo.handouts.measured import Measured
from cunbo.handouts.stamp import stamp
from cunbo.model.lesson import Lesson
from cunbo.telling.course_forms import form_sheets
from cunbo.telling.edition import Edition
from cunbo.telling.sheet_codes import SheetCode, sheet_code
from cunbo.telling.sheet_table import COURSE_SHEETS, SHEETS
from cunbo.telling.sheets import CourseSheet, LessonSheet, Printable, Sheet


@dataclass(frozen=True)
class Order:
    """A sheet to print: `data` holds all its words, `code` tells what state they are in, `epoch`
    (Unix seconds) dates the PDF.

    `lesson_id` is None for a sheet of the whole course. `sides` says for a sheet that names them
    on which side of the handout each step begins; none are known before that is printed.
    """

    lesson_id: str | None
    sheet: Sheet
    data: bytes
    code: SheetCode
    epoch: int
    sides: tuple[int, ...] = ()

    @property
    def file(self) -> str:
        return self.sheet.file(self.lesson_id)

    @property
    def has_steps(self) -> bool:
        return isinstance(self.sheet, LessonSheet) and self.sheet.has_steps

    @property
    def names_sides(self) -> bool:
        return isinstance(self.sheet, LessonSheet) and self.sheet.names_sides

    def naming(self, handout: Measured) -> "Order":
        """The order with the sides of the printed handout."""
        return replace(self, sides=handout.sides)

    def printed(self, pages: int, size: int) -> Printable:
        """What the site is told of it once it is a PDF of `pages` pages and `size` bytes."""
        return Printable(self.lesson_id, self.sheet, self.file, self.code, pages, size)


def orders(
    edition: Edition, figures: Mapping[str, str], address: str | None = None
) -> tuple[Order, ...]:
    """The sheets of all written lessons in course order, then those of the whole course; `figures`
    maps `src` to SVG source, `address` is that of the page which looks a sheet's code up."""
    of_lessons = (lesson_orders(edition, one, figures, address) for one in edition.written)
    return (*chain.from_iterable(of_lessons), *course_orders(edition, address))


def course_orders(edition: Edition, address: str | None = None) -> Iterator[Order]:
    """The sheets that the course has as a whole. No drawing stands on them."""
    for sheet in (*COURSE_SHEETS, *form_sheets(edition)):
        order = course_order(edition, sheet, address)
        if order:
            yield order


def course_order(edition: Edition, sheet: CourseSheet, address: str | None = None) -> Order | None:
    """A sheet of the whole course; None if there is nothing to stand on it."""
    view = sheet.view(edition)
    if view is None:
        return None
    data = sheet_data(edition, sheet, view, {})
    code = _code(edition, sheet, None, data, view.reviewed)
    return _order(sheet, None, data.encoded, code, address)


def lesson_orders(
    edition: Edition, lesson: Lesson, figures: Mapping[str, str], address: str | None = None
) -> Iterator[Order]:
    """The sheets that one written lesson has."""
    for sheet in SHEETS:
        view = sheet.view(edition, lesson)
        if view is not None:
            data = sheet_data(edition, sheet, view, figures)
            code = _code(edition, sheet, lesson.id, data, lesson.reviewed)
            yield _order(sheet, lesson.id, data.encoded, code, address)


def _code(
    edition: Edition, sheet: Sheet, lesson_id: str | None, data: SheetData, reviewed: date | None
) -> SheetCode:
    place = edition.place if data.is_for_village else edition.shared_place
    return sheet_code(sheet.coded(lesson_id), place, data.words, reviewed)


def _order(
    sheet: Sheet, lesson_id: str | None, data: bytes, code: SheetCode, address: str | None
) -> Order:
    coded = with_entry(data, "code", stamp(code, address))
    return Order(lesson_id, sheet, coded, code, epoch_of(code.reviewed))


def epoch_of(reviewed: date | None) -> int:
    """Midnight UTC of the review: a PDF carries no other date, so equal data give equal bytes."""
    if reviewed is None:
        return 0
    return int(datetime(reviewed.year, reviewed.month, reviewed.day, tzinfo=UTC).timestamp())
