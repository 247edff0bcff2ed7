"""Slides and the table of questions: what the trainer shows, says and asks, for other programs."""

import zipfile
from collections.abc import Iterator
from io import BytesIO

import pytest
from casebook import real_course, told_at_home
from lxml import etree
from pptx import Presentation
from test_leak import secrets
from test_leak import squeezed as as_secrets_are
from word_back import Dots, squeezed

from cunbo.documents.decks import slide_show
from cunbo.documents.fitting import fitted, height_of
from cunbo.documents.quiz_bank import quiz_bank
from cunbo.documents.slide_blocks import SlideGrid
from cunbo.documents.slide_file import ROOM, SlideLine
from cunbo.model.blocks import Say
from cunbo.model.walk import texts
from cunbo.telling.edition import Edition
from cunbo.telling.slides import deck
from cunbo.telling.views import head

EDITION = told_at_home(real_course())
SHOWN = ("S1-01", "C1-01", "X1-01")
LEAST_POINTS = 24
FOOT = 14


def lesson_of(name: str):
    return EDITION.course.lessons[name]


@pytest.fixture(scope="module")
def shows() -> dict[str, Presentation]:
    made = {name: slide_show(EDITION, lesson_of(name), Dots()) for name in SHOWN}
    return {name: Presentation(BytesIO(show)) for name, show in made.items()}


def said_on(slide) -> str:
    return "".join(run.text for frame in frames(slide) for run in runs(frame))


def frames(slide) -> Iterator:
    for shape in slide.shapes:
        if shape.has_text_frame:
            yield shape.text_frame
        if shape.has_table:
            yield from (cell.text_frame for row in shape.table.rows for cell in row.cells)


def runs(frame) -> Iterator:
    return (run for paragraph in frame.paragraphs for run in paragraph.runs)


@pytest.mark.parametrize("name", SHOWN)
def test_slides_have_every_word_of_the_steps_in_their_order(shows, name):
    told = squeezed("".join(map(said_on, shows[name].slides)))
    place = 0
    lesson = lesson_of(name)
    for step in deck(head(EDITION, lesson), EDITION.course, lesson).steps:
        for block in step.blocks:
            first = next(one for _, one in texts(block))
            place = told.find(squeezed("".join(run.text for run in EDITION.runs(first))), place)
            assert place >= 0, (name, step.number, first)


@pytest.mark.parametrize("name", SHOWN)
def test_the_words_for_the_trainer_are_in_the_notes_and_on_no_slide(shows, name):
    lesson = lesson_of(name)
    slides = list(shows[name].slides)
    notes = squeezed(
        "".join(one.notes_slide.notes_text_frame.text for one in slides if one.has_notes_slide)
    )
    for step in lesson.steps:
        for block in step.trainer:
            if isinstance(block, Say) or block.in_margin:
                assert squeezed("".join(r.text for r in EDITION.runs(block.value))) in notes
    shown = as_secrets_are("".join(map(said_on, slides)))
    assert [one for one in secrets(lesson) if one in shown] == []


def test_nothing_is_small_or_beyond_the_edge_and_drawings_say_what_they_show(shows):
    for name, show in shows.items():
        assert show.slide_width * 9 == pytest.approx(show.slide_height * 16, rel=0.001)
        drawn = 0
        for slide in show.slides:
            assert slide.shapes.title.text_frame.text
            sizes = [r.font.size.pt for f in frames(slide) for r in runs(f) if r.font.size]
            assert all(size >= LEAST_POINTS or size == FOOT for size in sizes), name
            for shape in slide.shapes:
                assert shape.left + shape.width <= show.slide_width
                assert shape.top + shape.height <= show.slide_height
                if shape.shape_type == 13:  # a picture
                    drawn += 1
                    assert shape._element.nvPicPr.cNvPr.get("descr")
        assert drawn


def test_what_is_too_much_for_a_slide_goes_on_on_the_next_with_its_head():
    def row(n: int) -> tuple[SlideLine, ...]:
        return (SlideLine(((f"第 {n} 行", False),)), SlideLine((("很长的一句话" * 4, False),)))

    grid = SlideGrid((row(0), *(row(n) for n in range(1, 31))))
    many = [SlideLine((("一句" * 30, False),)) for _ in range(9)]
    parts = list(fitted([*many, grid], *ROOM))
    assert len(parts) > 3
    assert all(height_of(part, ROOM[0], points) <= ROOM[1] for part, points in parts)
    tables = [one for part, _ in parts for one in part if isinstance(one, SlideGrid)]
    assert all(one.rows[0] == row(0) for one in tables)
    assert [one for table in tables for one in table.rows[1:]] == [row(n) for n in range(1, 31)]
    assert [one for part, _ in parts for one in part if isinstance(one, SlideLine)] == many


def test_slides_and_questions_are_the_same_bytes_again():
    lesson = lesson_of("S1-01")
    once, again = (slide_show(EDITION, lesson, Dots()) for _ in range(2))
    assert once == again
    told = Presentation(BytesIO(once)).core_properties
    assert (told.author, told.last_modified_by) == ("", "")
    assert told.created.date() == lesson.reviewed
    assert quiz_bank(EDITION, [lesson]) == quiz_bank(EDITION, [lesson])
    for made in (once, quiz_bank(EDITION, [lesson])):
        days = {one.date_time for one in zipfile.ZipFile(BytesIO(made)).infolist()}
        assert days == {(1980, 1, 1, 0, 0, 0)}


def test_slides_name_fonts_that_windows_and_wps_have():
    show = zipfile.ZipFile(BytesIO(slide_show(EDITION, lesson_of("S1-01"), Dots())))
    theme = show.read("ppt/theme/theme1.xml").decode()
    assert theme.count('<a:ea typeface="黑体"/>') == 2
    assert "Calibri" not in theme
    assert not [name for name in show.namelist() if "printerSettings" in name or "thumb" in name]


def cells(table: bytes) -> list[list[str]]:
    parts = zipfile.ZipFile(BytesIO(table))
    shared = etree.fromstring(parts.read("xl/sharedStrings.xml"))
    strings = ["".join(one.itertext()) for one in shared]
    sheet = etree.fromstring(parts.read("xl/worksheets/sheet1.xml"))
    return [
        [strings[int(cell.findtext("{*}v"))] for cell in row if cell.get("t") == "s"]
        for row in sheet.iter("{*}row")
    ]


def test_the_table_has_a_row_for_every_question_with_what_is_right_and_why():
    lessons = [lesson_of(name) for name in SHOWN]
    made = quiz_bank(EDITION, lessons)
    assert made
    head, *rows = cells(made)
    questions = [(lesson.id, one) for lesson in lessons for one in lesson.quiz]
    assert len(rows) == len(questions) > 4
    for row, (name, question) in zip(rows, questions, strict=True):
        told = dict(zip(head, row, strict=True))
        assert told["课"] == name
        assert told["问什么"] == EDITION.plain(question.ask)
        right = question.choices[question.answer - 1]
        assert told[told["对的"]] == EDITION.plain(right.text)
        assert told["为什么对"] == EDITION.plain(question.because)
        whys = [EDITION.plain(one.why) for one in question.choices if one.why]
        assert all(why in told["有人选它，为什么"] for why in whys)
    sheet = zipfile.ZipFile(BytesIO(made)).read("xl/worksheets/sheet1.xml").decode()
    assert 'state="frozen"' in sheet
    assert "<f>" not in sheet


def test_what_looks_like_a_formula_is_text():
    lesson = lesson_of("S1-01")
    asked = lesson.quiz[0].model_copy(update={"ask": "=1+1&<b>\x0c"})
    course = EDITION.course
    made = quiz_bank(
        Edition(course, EDITION.village), [lesson.model_copy(update={"quiz": (asked,)})]
    )
    assert made
    assert cells(made)[1][3] == "=1+1&<b>"
    assert b"<f>" not in zipfile.ZipFile(BytesIO(made)).read("xl/worksheets/sheet1.xml")
    assert quiz_bank(EDITION, []) is None
