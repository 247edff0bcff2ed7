"""Pictures to be sent on: cue cards, drawings, the course's card."""

import json
from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from itertools import product
from pathlib import Path
from typing import Any

import pypdfium2 as pdfium
import pytest
from casebook import real_course, small_course
from conftest import ROOT
from PIL import Image, ImageChops, ImageStat

from cunbo.handouts.data import SheetData, sheet_data
from cunbo.handouts.picture_orders import PictureOrder, picture_orders
from cunbo.handouts.typst_sheets import SheetPrinter
from cunbo.making.drawing import draw_pictures
from cunbo.making.kept_sheets import KeptSheets
from cunbo.model.lesson import Lesson
from cunbo.telling.edition import Edition
from cunbo.telling.pictures import CUE_CARD, PICTURES
from cunbo.telling.places import COURSE_CARD, drawing_picture, lesson_picture
from cunbo.telling.sheets import LessonSheet

WHOLE = real_course()
EDITION = Edition(WHOLE, WHOLE.villages[WHOLE.settings.village])
SMALL = small_course()
SMALL_EDITION = Edition(SMALL, SMALL.villages[SMALL.settings.village])
TEMPLATES = ROOT / "templates" / "handouts"
PRINTER = SheetPrinter(TEMPLATES)
WIDE = 1080
HEAVIEST = 100 * 1024


DRAWN = [
    pytest.param(lesson, kind, id=f"{lesson.id}-{kind.name}")
    for kind, lesson in product(PICTURES, EDITION.written)
    if kind.view(EDITION, lesson) is not None
]
"""Every picture of every written lesson."""


def shown(edition: Edition, lesson: Lesson, kind: LessonSheet) -> SheetData:
    return sheet_data(edition, kind, kind.view(edition, lesson), edition.course.figures)


def twin(edition: Edition, lesson: Lesson, kind: LessonSheet) -> pdfium.PdfPage:
    """A picture as a PDF, which can be read back letter for letter."""
    pdf = PRINTER.print_pdf(kind, shown(edition, lesson, kind).encoded, 0)
    (page,) = pdfium.PdfDocument(pdf)
    return page


def squeezed(text: str) -> str:
    return "".join(one for one in text if one.isalnum())


def words_of_picture(edition: Edition, lesson: Lesson, kind: LessonSheet) -> list[str]:
    """Everything that has to stand on a picture, without blanks and signs."""
    settings = edition.course.settings
    wanted = [settings.title, edition.village.name, lesson.id, *lesson.title_parts]
    told = sentences_of(shown(edition, lesson, kind).content["told"])
    return [squeezed(one) for one in (*wanted, *told) if one]


def sentences_of(told: Any) -> Iterator[str]:
    """The sentences in the data of a picture: each is a list of runs."""
    if isinstance(told, list) and told and isinstance(told[0], dict) and "text" in told[0]:
        yield "".join(run["text"] for run in told)
    elif isinstance(told, dict):  # of a head only id and title are shown
        yield from sentences_of([one for name, one in told.items() if name != "head"])
    elif isinstance(told, list):
        for one in told:
            yield from sentences_of(one)


def test_every_written_lesson_has_its_pictures_every_drawing_its_own(course_built):
    share, figures = course_built.site / "share", course_built.site / "figures"
    cards = {f"{one.values[0].id}-{one.values[1].name}.png" for one in DRAWN}
    assert len(cards) > 20
    assert {path.name for path in share.glob("*.png")} == {*cards, Path(COURSE_CARD).name}
    drawings = {Path(src).stem for src in EDITION.course.figures}
    assert len(drawings) > 100
    assert {path.stem for path in figures.glob("*.png")} == drawings


def test_a_picture_is_as_wide_as_a_telephone_and_light(course_built):
    site = course_built.site
    pictures = [*(site / "share").glob("*.png"), *(site / "figures").glob("*.png")]
    assert len(pictures) > 100
    assert [path.name for path in pictures if Image.open(path).width != WIDE] == []
    assert [path.name for path in pictures if path.stat().st_size > HEAVIEST] == []
    flat = [path.name for path in pictures if len(Image.open(path).convert("L").getcolors()) < 4]
    assert flat == []


@pytest.mark.parametrize(("lesson", "kind"), DRAWN)
def test_a_picture_says_course_village_lesson_and_every_sentence(lesson, kind):
    said = squeezed(twin(EDITION, lesson, kind).get_textpage().get_text_range())
    wanted = words_of_picture(EDITION, lesson, kind)
    assert len(wanted) > 4
    assert [one for one in wanted if one not in said] == []


def test_the_picture_shows_what_its_twin_says(course_built):
    for lesson, kind in (one.values for one in DRAWN[::9]):
        drawn = Image.open(course_built.site / lesson_picture(lesson.id, kind.name)).convert("L")
        read = twin(EDITION, lesson, kind).render(scale=WIDE / 360).to_pil().convert("L")
        read = read.resize(drawn.size)
        unlike = ImageStat.Stat(ImageChops.difference(drawn, read)).mean[0]
        other = ImageStat.Stat(ImageChops.difference(drawn, drawn.rotate(180))).mean[0]
        assert unlike < 3 < 10 < other, lesson.id


def test_pictures_are_drawn_once_and_always_the_same(tmp_path):
    work = picture_orders(SMALL_EDITION)
    kept = KeptSheets(tmp_path / "kept")
    first = draw_pictures(work, "xiaocun", TEMPLATES, kept)
    again = draw_pictures(work, "xiaocun", TEMPLATES, kept)
    anew = draw_pictures(work, "xiaocun", TEMPLATES, KeptSheets(tmp_path / "other"))
    assert first.fresh == anew.fresh == len(work) == len(first.files) >= 3
    assert again.fresh == 0
    assert first.files == again.files == anew.files
    assert COURSE_CARD in first.files


def test_another_line_on_a_card_draws_that_card_and_nothing_else(tmp_path):
    kept = KeptSheets(tmp_path / "kept")
    work = picture_orders(SMALL_EDITION)
    draw_pictures(work, "xiaocun", TEMPLATES, kept)
    changed = replace(work[0], data=work[0].data.replace("小课程".encode(), "大课程".encode()))
    assert changed != work[0]
    assert draw_pictures((changed, *work[1:]), "xiaocun", TEMPLATES, kept).fresh == 1


TRAPS = ["#panic()", "*_`$x$", '"]) #eval("1") [', "\\n<a>@b", "一" * 60, "w" * 60]


def test_whatever_an_author_types_is_drawn_as_it_is_typed():
    lesson = SMALL_EDITION.written[0]
    kind = type(lesson.card[0])
    told = lesson.model_copy(update={"title": TRAPS[0], "card": tuple(map(kind, TRAPS[2:]))})
    said = squeezed(twin(SMALL_EDITION, told, CUE_CARD).get_textpage().get_text_range())
    for trap in (TRAPS[0], *TRAPS[2:]):
        assert squeezed(trap) in said, trap


def test_a_drawing_becomes_black_and_white(tmp_path):
    path = '<path d="M0 0h16v20H0z"/>'
    svg = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 20">{path}</svg>'
    order = PictureOrder("a.png", "drawing.typ", json.dumps({"svg": svg}).encode(), gray=True)
    drawn = draw_pictures((order,), "xiaocun", TEMPLATES, KeptSheets(tmp_path)).files["a.png"]
    drawn = Image.open(BytesIO(drawn))
    assert drawn.size == (WIDE, 675)
    assert (drawn.getpixel((200, 300)), drawn.getpixel((900, 300))) == (0, 255)


def test_a_drawing_lies_beside_its_svg():
    assert drawing_picture("figures/show-card.svg") == "figures/show-card.png"
