"""Writes what a cooperative may change by itself: sheets and forms for Word and WPS."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from cunbo.documents.decks import slide_show, slides_file
from cunbo.documents.quiz_bank import QUIZ_BANK, quiz_bank
from cunbo.documents.word_sheets import document_file, has_document, word_document
from cunbo.handouts.orders import Order, course_orders, lesson_orders
from cunbo.making.drawing import drawn_alone
from cunbo.making.files import Files
from cunbo.making.kept_sheets import KeptSheets
from cunbo.making.project import Project
from cunbo.model.lesson import Lesson
from cunbo.model.walk import pictures
from cunbo.telling.course_forms import form_sheets
from cunbo.telling.edition import Edition
from cunbo.telling.sheet_codes import SheetCode
from cunbo.telling.sheet_table import COURSE_SHEETS, SHEETS
from cunbo.telling.sheets import Reader, Sheet
from cunbo.telling.shop import EDITABLE

_FORMS = "各种表"


@dataclass(frozen=True)
class _ToWrite:
    """A document to write: its name, and what stands in it."""

    file: str
    sheet: Sheet
    view: Any
    code: SheetCode


def word_files(
    project: Project,
    edition: Edition,
    lessons: tuple[Lesson, ...],
    tell: Callable[[str], None],
) -> Files:
    """What is there to be changed: the sheets of these lessons and what the whole course has
    as documents, the lessons' slides, their questions as a table.

    `tell` is called with a line of progress. Raises SheetError, BlankDocumentError.
    """
    lessons = tuple(dict.fromkeys(lessons))
    work = (*_of_lessons(edition, lessons), *_of_course(edition))
    tell(f"写可以改的 Word 文件：{len(work)} 份……")
    shown = (*lessons, *edition.course.forms.values())
    sources = dict.fromkeys(one.src for part in shown for _, one in pictures(part))
    templates = project.templates
    drawn = drawn_alone(sources, edition, templates / "handouts", KeptSheets(project.drawn))
    blank = templates / "documents" / "word"
    files = {
        one.file: word_document(edition, one.sheet, one.view, one.code, drawn, blank)
        for one in work
    }
    tell(f"写幻灯片和小测题库：{len(lessons)} 课……")
    files |= _for_the_trainer(edition, lessons, drawn)
    return {f"{EDITABLE}/{name}": data for name, data in files.items()}


def _for_the_trainer(
    edition: Edition, lessons: tuple[Lesson, ...], drawn: Mapping[str, bytes]
) -> dict[str, bytes]:
    folder = f"给{Reader.TRAINER}"
    files = {
        f"{folder}/{slides_file(lesson.id)}": slide_show(edition, lesson, drawn)
        for lesson in lessons
    }
    bank = quiz_bank(edition, lessons)
    return files | ({f"{folder}/{QUIZ_BANK}": bank} if bank else {})


def _of_lessons(edition: Edition, lessons: tuple[Lesson, ...]) -> Iterator[_ToWrite]:
    for lesson in lessons:
        codes = _codes(lesson_orders(edition, lesson, edition.course.figures))
        for sheet in SHEETS:
            view = sheet.view(edition, lesson)
            if view is not None and has_document(sheet):
                file = f"给{sheet.reader}/{document_file(sheet, lesson.id)}"
                yield _ToWrite(file, sheet, view, codes[sheet.file(lesson.id)])


def _of_course(edition: Edition) -> Iterator[_ToWrite]:
    codes = _codes(course_orders(edition))
    for sheet in (*COURSE_SHEETS, *form_sheets(edition)):
        view = sheet.view(edition)
        if view is not None and has_document(sheet):
            file = f"{_FORMS}/{document_file(sheet, None)}"
            yield _ToWrite(file, sheet, view, codes[sheet.file(None)])


def _codes(orders: Iterable[Order]) -> dict[str, SheetCode]:
    return {order.file: order.code for order in orders}
