"""What of a printed sheet cannot be read, written on or copied: told, with the author's line."""

import random
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pypdfium2 as pdfium
import pytest
import typst
from casebook import OF_THE_BUDGET, Change, as_printed, small_reading, with_says
from conftest import ROOT
from copier import DOTS, second_copy
from PIL import Image

from cunbo.handouts.measured import Measured, as_json, from_json
from cunbo.handouts.measuring import measured
from cunbo.handouts.orders import Order, orders
from cunbo.handouts.typst_sheets import SheetPrinter
from cunbo.making.sheet_faults import LEAST_LINE, sheet_faults
from cunbo.making.whence import Whence
from cunbo.problems.codes import Code
from cunbo.problems.problem import Problem
from cunbo.reading.curriculum import read_curriculum
from cunbo.telling.edition import Edition

TEMPLATES = ROOT / "templates" / "handouts"
MANUAL = ROOT / "templates" / "manual"
HANDOUT, FORM = "S1-01-讲义.pdf", "S1-01-空白表.pdf"
SHORT_FORM = """id: sheet
name: 小纸条
hint: 一行写一句。
blocks:
  - write_in: {label: 我要说的, lines: 1}
"""


class Press:
    """The small course with a change, from which single sheets are printed."""

    def __init__(self, course: Path, *changes: Change, templates: Path = TEMPLATES) -> None:
        for one in changes:
            one.make(course)
        self.reading = read_curriculum(course, small_reading())
        told = self.reading.course
        assert told is not None, as_printed(self.reading.problems)
        self.edition = Edition(told, told.villages["xiaocun"])
        self.printer = SheetPrinter(templates)

    def order(self, file: str) -> Order:
        found = orders(self.edition, self.edition.course.figures)
        return next(one for one in found if one.file == file)

    def sheet(self, order: Order) -> Measured:
        pdf = self.printer.print_pdf(order.sheet, order.data, order.epoch, order.sides)
        return measured(pdf, order.file, order.sheet.margin)

    def faults(self, order: Order) -> list[Problem]:
        found = sheet_faults(order.printed(1, 1), self.sheet(order), self.whence)
        return [one for one in found if one.code not in OF_THE_BUDGET]

    @property
    def whence(self) -> Whence:
        return Whence(self.reading, self.edition)


def thin_drawing(course: Path) -> list[Problem]:
    svg = (
        '<svg xmlns="http://www.w3.org/2000/svg" width="240" height="100" viewBox="0 0 240 100">'
        '<path d="M5 50 L235 60" fill="none" stroke="#000" stroke-width="0.6"/></svg>'
    )
    press = Press(course, Change(file="figures/hand.svg", wrong=svg))
    return press.faults(press.order(HANDOUT))


def heavy_drawing(course: Path) -> list[Problem]:
    chance = random.Random(1)
    places = ((chance.random() * 240, chance.random() * 100) for _ in range(14_000))
    points = " ".join(f"{x:.3f},{y:.3f}" for x, y in places)
    svg = (
        '<svg xmlns="http://www.w3.org/2000/svg" width="240" height="100" viewBox="0 0 240 100">'
        f'<polyline points="{points}" fill="none" stroke="#000" stroke-width="6"/></svg>'
    )
    press = Press(course, Change(file="figures/hand.svg", wrong=svg))
    return press.faults(press.order(HANDOUT))


def long_cell(course: Path) -> list[Problem]:
    row = "rows: [[一份【价格】, '']]"
    long = f"rows: [[一份【价格】, {'这一格写得太长，' * 100}]]"
    press = Press(course, Change(file="lessons/S1-01.yml", in_place_of=row, wrong=long))
    return press.faults(press.order(HANDOUT))


def narrow_days(course: Path) -> list[Problem]:
    days = ", ".join(f"Week{number}" for number in range(1, 10))
    grid = f"blocks:\n  - date_grid: {{label: 看什么, days: [{days}], items: [苗齐不齐]}}"
    press = Press(course, Change(file="forms/sheet.yml", in_place_of="blocks:", wrong=grid))
    return press.faults(press.order(FORM))


def long_poster(course: Path) -> list[Problem]:
    form = "blocks:\n  - write_in: {label: 我要说的, lines: 1}"
    poster = "poster: true\nblocks:\n  - write_in: {label: 我要说的, lines: 12}"
    press = Press(course, Change(file="forms/sheet.yml", wrong=SHORT_FORM.replace(form, poster)))
    return press.faults(press.order(FORM))


def handout_for_elders(course: Path) -> list[Problem]:
    press = Press(course)
    order = press.order(HANDOUT)
    return press.faults(replace(order, sheet=replace(order.sheet, least_type=18)))


def lines_close_together(course: Path) -> list[Problem]:
    templates = course.parent / "handouts"
    templates.mkdir()
    for path in TEMPLATES.iterdir():
        text = path.read_text(encoding="utf-8")
        text = text.replace("#let write-gap = 9.5mm", "#let write-gap = 5mm")
        (templates / path.name).write_text(text, encoding="utf-8")
    press = Press(course, templates=templates)
    return press.faults(press.order(HANDOUT))


FAULTS: dict[Code, Callable[[Path], list[Problem]]] = {
    Code.SMALL_TYPE: handout_for_elders,
    Code.FAINT_LINE: thin_drawing,
    Code.CLOSE_LINES: lines_close_together,
    Code.OFF_THE_PAGE: narrow_days,
    Code.ROW_CUT: long_cell,
    Code.SPLIT_POSTER: long_poster,
    Code.HEAVY_SHEET: heavy_drawing,
}


@pytest.mark.parametrize("code", FAULTS, ids=lambda code: code.value)
def test_what_is_no_use_on_paper_is_told_with_its_line(code, curriculum, golden):
    told = FAULTS[code](curriculum)
    assert {one.code for one in told} == {code}
    path = MANUAL / f"{code.value}.yml"
    golden(path, with_says(path, as_printed(told)))


def test_the_small_course_has_no_fault_on_any_of_its_sheets(small_built):
    press = Press(small_built.curriculum)
    told = [one for order in orders_of(press) for one in press.faults(order)]
    assert told == []


def orders_of(press: Press) -> Iterator[Order]:
    """All sheets; each is found as it was printed for the site."""
    yield from orders(press.edition, press.edition.course.figures)


def test_a_word_of_the_village_is_mended_in_the_village(curriculum):
    press = Press(curriculum)
    places = [
        press.whence.at(press.order(HANDOUT).sheet, "S1-01", words)
        for words in ("核 桃", "说了产地", "我一句", "没人写过")
    ]
    assert [(place.file.removeprefix("curriculum/"), place.line) for place in places] == [
        ("villages/xiaocun.yml", 6),
        ("lessons/S1-01.yml", 66),
        ("lessons/S1-01.yml", 2),
        ("lessons/S1-01.yml", 2),
    ]
    assert press.whence.at(press.order(FORM).sheet, "S1-01", "像我说的话").file.endswith(
        "forms/sheet.yml"
    )
    assert press.whence.at(press.order("村情单.pdf").sheet, None, "没人写过").file.endswith(
        "course.yml"
    )


def test_what_was_measured_is_known_without_the_sheet(curriculum):
    press = Press(curriculum)
    found = press.sheet(press.order(HANDOUT))
    assert from_json(as_json(found)) == found
    assert found.size > 10_000
    with pytest.raises(ValueError, match="another way"):
        from_json(as_json(found).replace(b'"way": ', b'"way": 9'))


def lost_of_lines(points: float, shade: int, folder: Path) -> float:
    """The share of lines so wide and so light of which the second copy has little left."""
    rows = (
        f"#place(dx: {5 + at * 3.07}mm, dy: 5mm, line(length: 50mm, angle: {90 - at % 3 * 8}deg, "
        f"stroke: {points}pt + luma({shade})))\n"
        for at in range(20)
    )
    source = folder / "lines.typ"
    source.write_text("#set page(width: 100mm, height: 60mm)\n" + "".join(rows), encoding="utf-8")
    pdf = typst.compile(source)
    assert isinstance(pdf, bytes)
    page = pdfium.PdfDocument(pdf)[0].render(scale=DOTS / 72, grayscale=True).to_pil()
    pairs = zip(tiles(page, 250), tiles(second_copy(page), 150), strict=True)
    inked = [(before, after) for before, after in pairs if before > 20]
    return sum(after < before / 4 for before, after in inked) / len(inked)


def tiles(page: Image.Image, white: int) -> bytes:
    """How much of each square of ten dots is darker than `white`."""
    black = page.point(lambda value: 255 if value < white else 0)
    return black.resize((page.width // 10, page.height // 10), Image.Resampling.BOX).tobytes()


@pytest.mark.parametrize("shade", [0, 29, 80])
def test_a_line_that_is_let_through_is_on_the_copy_of_a_copy(shade, tmp_path):
    """And one that is a third weaker is not: what a copier loses is known by width and shade."""
    enough = LEAST_LINE * 255 / (255 - shade)
    assert lost_of_lines(enough, shade, tmp_path) < 0.1
    assert lost_of_lines(enough * 2 / 3, shade, tmp_path) > 0.5
