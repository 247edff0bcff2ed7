"""Pictures to be sent on: cue cards, drawings, the course's card."""

import json
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pypdfium2 as pdfium
import pytest
from casebook import real_course, small_course
from conftest import ROOT
from PIL import Image, ImageChops, ImageStat

from cunbo.handouts.data import sheet_data
from cunbo.handouts.picture_orders import PictureOrder, picture_orders
from cunbo.handouts.typst_sheets import SheetPrinter
from cunbo.making.drawing import draw_pictures
from cunbo.making.kept_sheets import KeptSheets
from cunbo.model.lesson import Lesson
from cunbo.telling.edition import Edition
from cunbo.telling.pictures import CUE_CARD, cue_card
from cunbo.telling.places import COURSE_CARD, card_picture, drawing_picture

WHOLE = real_course()
EDITION = Edition(WHOLE, WHOLE.villages[WHOLE.settings.village])
SMALL = small_course()
SMALL_EDITION = Edition(SMALL, SMALL.villages[SMALL.settings.village])
TEMPLATES = ROOT / "templates" / "handouts"
PRINTER = SheetPrinter(TEMPLATES)
WIDE = 1080
HEAVIEST = 100 * 1024


def twin(edition: Edition, lesson: Lesson) -> pdfium.PdfPage:
    """The cue card as a PDF, which can be read back letter for letter."""
    data = sheet_data(edition, CUE_CARD, cue_card(edition, lesson), {}).encoded
    (page,) = pdfium.PdfDocument(PRINTER.print_pdf(CUE_CARD, data, 0))
    return page


def squeezed(text: str) -> str:
    return "".join(one for one in text if one.isalnum())


def words_of_card(edition: Edition, lesson: Lesson) -> list[str]:
    """Everything that has to stand on the cue card, without blanks and signs."""
    settings = edition.course.settings
    wanted = [settings.title, edition.village.name, lesson.id, *lesson.title_parts]
    return [squeezed(one) for one in (*wanted, *map(edition.plain, lesson.card)) if one]


def test_every_written_lesson_has_its_card_every_drawing_its_picture(course_built):
    share, figures = course_built.site / "share", course_built.site / "figures"
    cards = {f"{lesson.id}-要点卡.png" for lesson in EDITION.written if lesson.card}
    assert len(cards) > 20
    assert {path.name for path in share.glob("*要点卡.png")} == cards
    drawings = {Path(src).stem for src in EDITION.course.figures}
    assert len(drawings) > 100
    assert {path.stem for path in figures.glob("*.png")} == drawings


def test_a_picture_is_as_wide_as_a_telephone_and_light(course_built):
    site = course_built.site
    pictures = [*(site / "share").glob("*.png"), *(site / "figures").glob("*.png")]
    assert {Image.open(path).width for path in pictures} == {WIDE}
    assert [path.name for path in pictures if path.stat().st_size > HEAVIEST] == []
    flat = [path.name for path in pictures if len(Image.open(path).convert("L").getcolors()) < 4]
    assert flat == []


@pytest.mark.parametrize("lesson", EDITION.written, ids=lambda lesson: lesson.id)
def test_the_card_says_course_village_lesson_and_every_line(lesson):
    said = squeezed(twin(EDITION, lesson).get_textpage().get_text_range())
    assert [one for one in words_of_card(EDITION, lesson) if one not in said] == []


def test_the_picture_shows_what_its_twin_says(course_built):
    for lesson in EDITION.written[::9]:
        drawn = Image.open(course_built.site / card_picture(lesson.id)).convert("L")
        read = twin(EDITION, lesson).render(scale=WIDE / 360).to_pil().convert("L")
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
    said = squeezed(twin(SMALL_EDITION, told).get_textpage().get_text_range())
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
