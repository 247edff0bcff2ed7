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
_BEFORE = (("课", 8), ("课名", 14), ("题", 4), ("问什么", 28))
_AFTER = (("对的", 6), ("为什么对", 30), ("有人选它，为什么", 36))
_CHOICE = 18
"""Each column's head and how wide it is, in digits: a sign of Chinese takes two."""
_LINE, _PADDING = 16.5, 4
"""Points from line to line, and what a row has besides."""
_KEPT_ROWS, _KEPT_COLUMNS = 1, 4


def quiz_bank(edition: Edition, lessons: Sequence[Lesson]) -> bytes | None:
    """The questions of written lessons, one a row, as a table for Excel and WPS; None where there
    is none. Same input, same bytes."""
    asked_all = [(lesson, one) for lesson in lessons for one in _questions(lesson)]
    if not asked_all:
        return None
    letters = max((tuple(dict(put.choices)) for _, (put, _) in asked_all), key=len)
    columns = (*_BEFORE, *((letter, _CHOICE) for letter in letters), *_AFTER)
    rows = [_row(edition, lesson, *one, letters) for lesson, one in asked_all]
    file = BytesIO()
    book = Workbook(file, {"in_memory": True})
    days = [lesson.reviewed for lesson in lessons if lesson.reviewed]
    day = max(days, default=datetime(1980, 1, 1, tzinfo=UTC).date())
    title = f"{edition.course.settings.title}：小测题库（培训员用）"
    book.set_properties(
        {"title": clean(title), "author": "", "created": datetime.combine(day, time())}
    )
    _fill(book, book.add_worksheet("小测题库"), columns, rows)
    book.close()
    return without_moment(file.getvalue())


def _questions(lesson: Lesson) -> Iterator[tuple[LearnerQuestion, Answer]]:
    """The questions of a lesson, as they are put and as they are answered."""
    for number, question in enumerate(lesson.quiz, 1):
        yield asked(number, question), answered(number, question)


def _row(
    edition: Edition, lesson: Lesson, put: LearnerQuestion, told: Answer, letters: tuple[str, ...]
) -> list[str]:
    title, _ = lesson.title_parts
    choices = {letter: said(edition.on_paper(choice)) for letter, choice in put.choices}
    return [
        lesson.id,
        title,
        str(put.number),
        said(edition.on_paper(put.ask)),
        *(choices.get(letter, "") for letter in letters),
        told.letter,
        said(edition.on_paper(told.because)),
        _why(edition, told, put),
    ]


def _why(edition: Edition, told: Answer, put: LearnerQuestion) -> str:
    """Why people choose each of the choices, where the author says so."""
    whys = {one.letter: one.why for one in told.wrong} | {told.letter: told.why}
    given = ((letter, whys[letter]) for letter, _ in put.choices)
    return "\n".join(f"{letter}：{said(edition.on_paper(why))}" for letter, why in given if why)


def _fill(
    book: Workbook, table: Worksheet, columns: Sequence[tuple[str, int]], rows: list[list[str]]
) -> None:
    """Text is data: every cell is written as a string, whatever it begins with."""
    look = {"font_name": "宋体", "font_size": 12, "text_wrap": True, "valign": "top", "border": 1}
    plain, bold = book.add_format(look), book.add_format({**look, "bold": True})
    for column, (head, width) in enumerate(columns):
        table.set_column(column, column, width)
        table.write_string(0, column, head, bold)
    for number, row in enumerate(rows, 1):
        lines = max(_lines(text, width) for text, (_, width) in zip(row, columns, strict=True))
        table.set_row(number, lines * _LINE + _PADDING)
        for column, text in enumerate(row):
            table.write_string(number, column, clean(text), plain)
    table.freeze_panes(_KEPT_ROWS, _KEPT_COLUMNS)
    table.autofilter(0, 0, len(rows), len(columns) - 1)
    table.set_landscape()
    table.set_paper(9)
    table.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
    table.fit_to_pages(1, 0)
    table.repeat_rows(0)
    table.set_footer("&L只给培训员，不发给学员&R第 &P 页，共 &N 页")


def _lines(text: str, width: int) -> int:
    """How many lines a text takes in a column: WPS does not find out by itself."""
    wide = (sum(2 if sign > "\u2000" else 1 for sign in line) for line in text.split("\n"))
    return sum(-(-one // (width - 2)) or 1 for one in wide)
