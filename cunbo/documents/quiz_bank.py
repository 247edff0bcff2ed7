"""The one module that knows XlsxWriter: all questions of the quizzes as a table for the trainer."""

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, time
from io import BytesIO

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from cunbo.documents.clean import clean
from cunbo.documents.said import said
from cunbo.documents.still import without_moment
from cunbo.model.lesson import Lesson
from cunbo.telling.edition import Edition
from cunbo.telling.quiz import Answer, LearnerQuestion, answered, asked

QUIZ_BANK = "小测题库（培训员用）.xlsx"
_LETTERS = "ABCDE"
_COLUMNS = (
    ("课", 8),
    ("课名", 16),
    ("题", 5),
    ("问什么", 34),
    *((letter, 22) for letter in _LETTERS),
    ("对的", 6),
    ("为什么对", 36),
    ("有人选它，为什么", 44),
)
"""Each column's head, and how many letters wide it is."""
_KEPT_ROWS, _KEPT_COLUMNS = 1, 4


def quiz_bank(edition: Edition, lessons: Sequence[Lesson]) -> bytes | None:
    """The questions of written lessons, one a row, as a table for Excel and WPS; None where there
    is none. Same input, same bytes."""
    rows = [row for lesson in lessons for row in _rows(edition, lesson)]
    if not rows:
        return None
    file = BytesIO()
    book = Workbook(file, {"in_memory": True})
    days = [lesson.reviewed for lesson in lessons if lesson.reviewed]
    day = max(days, default=datetime(1980, 1, 1, tzinfo=UTC).date())
    title = f"{edition.course.settings.title}：小测题库（培训员用）"
    book.set_properties(
        {"title": clean(title), "author": "", "created": datetime.combine(day, time())}
    )
    _fill(book, book.add_worksheet("小测题库"), rows)
    book.close()
    return without_moment(file.getvalue())


def _rows(edition: Edition, lesson: Lesson) -> Iterator[list[str]]:
    title, _ = lesson.title_parts
    for number, question in enumerate(lesson.quiz, 1):
        put, told = asked(number, question), answered(number, question)
        choices = dict(put.choices)
        yield [
            lesson.id,
            title,
            str(number),
            said(edition.on_paper(put.ask)),
            *(said(edition.on_paper(choices[one])) if one in choices else "" for one in _LETTERS),
            told.letter,
            said(edition.on_paper(told.because)),
            _why(edition, told, put),
        ]


def _why(edition: Edition, told: Answer, put: LearnerQuestion) -> str:
    """Why people choose each of the choices, where the author says so."""
    whys = {one.letter: one.why for one in told.wrong} | {told.letter: told.why}
    given = ((letter, whys[letter]) for letter, _ in put.choices)
    return "\n".join(f"{letter}：{said(edition.on_paper(why))}" for letter, why in given if why)


def _fill(book: Workbook, table: Worksheet, rows: list[list[str]]) -> None:
    """Text is data: every cell is written as a string, whatever it begins with."""
    look = {"font_name": "宋体", "font_size": 12, "text_wrap": True, "valign": "top", "border": 1}
    plain, bold = book.add_format(look), book.add_format({**look, "bold": True})
    for column, (head, width) in enumerate(_COLUMNS):
        table.set_column(column, column, width)
        table.write_string(0, column, head, bold)
    for number, row in enumerate(rows, 1):
        for column, text in enumerate(row):
            table.write_string(number, column, clean(text), plain)
    table.freeze_panes(_KEPT_ROWS, _KEPT_COLUMNS)
    table.autofilter(0, 0, len(rows), len(_COLUMNS) - 1)
    table.set_landscape()
    table.set_paper(9)
    table.fit_to_pages(1, 0)
    table.repeat_rows(0)
    table.set_footer("&L只给培训员，不发给学员&R第 &P 页，共 &N 页")
