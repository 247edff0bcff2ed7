"""A form needs no lesson to be printed, and is offered to those whose job it is."""

import re
from itertools import pairwise

import pypdfium2 as pdfium
import pytest
from casebook import real_course, small_course, told_at_home
from conftest import ROOT
from parsed import parsed
from reading_back import in_order, out_of_order, printed, squeezed
from selectolax.lexbor import LexborHTMLParser

from cunbo.handouts.measuring import measured
from cunbo.handouts.orders import course_order, course_orders
from cunbo.handouts.page_ink import page_ink
from cunbo.handouts.typst_sheets import SheetPrinter
from cunbo.making.sheet_faults import POINTS
from cunbo.model.blocks import TwoCopies
from cunbo.model.course import Course, Form
from cunbo.pages.site_pages import pages
from cunbo.telling.course_forms import form_sheets

COURSE = real_course()
EDITION = told_at_home(COURSE)
LOOSE = {one.name: one for one in form_sheets(EDITION)}
WITHOUT_LESSON = [one for one in COURSE.forms.values() if one.name in LOOSE]


def with_form(**keys: object) -> Course:
    """The small course with one form more, which no lesson hands out."""
    small = small_course()
    blocks = [{"write_in": {"label": "写一句", "lines": 2}}]
    form = Form.model_validate(
        {"id": "loose", "name": "散单", "hint": "一行一句。", "blocks": blocks, **keys}
    )
    return small.model_copy(update={"forms": {**small.forms, "loose": form}})


def test_a_form_is_printed_once_with_its_lesson_or_by_itself():
    handed_out = {one.deliverable.form for one in EDITION.written}
    handed_out.add(COURSE.settings.placement)
    assert {one.id for one in WITHOUT_LESSON} == COURSE.forms.keys() - handed_out


def test_a_new_form_is_printed_without_a_word_elsewhere():
    files = [one.file for one in course_orders(told_at_home(with_form()))]
    assert "表-散单.pdf" in files
    assert "表-散单.pdf" not in [one.file for one in course_orders(told_at_home(small_course()))]


@pytest.mark.parametrize("form", WITHOUT_LESSON, ids=lambda one: one.id)
def test_its_words_can_be_read_on_paper(form, course_built):
    pdf = pdfium.PdfDocument(course_built.site / "handouts" / LOOSE[form.name].file(None))
    told = in_order(EDITION, EDITION.course.forms[form.id])
    above_its_title = [squeezed(EDITION.plain(form.hint))] if form.poster else []
    assert len(told) > 5
    assert out_of_order(printed(pdf), told) == above_its_title
    assert all(one in squeezed(printed(pdf)) for one in above_its_title)
    assert len(pdf) <= 2


def test_each_reader_is_offered_his_own(course_built):
    page = parsed(course_built.site / "downloads.html")
    section = page.css_first("section[aria-labelledby=forms]")
    offered: dict[str, list[str]] = {}
    reader = ""
    for one in section.css("h3, a"):
        if one.tag == "h3":
            reader = one.text().strip()
        else:
            offered.setdefault(reader, []).append(one.text().partition(" PDF")[0].strip())
    wanted: dict[str, list[str]] = {}
    for sheet in LOOSE.values():
        wanted.setdefault(f"{sheet.reader}填的", []).append(sheet.name)
    assert offered == wanted
    assert "话术脚本审核单" in offered["学员填的"]


def test_a_course_without_such_forms_speaks_of_none():
    page = LexborHTMLParser(
        pages(told_at_home(small_course()), (), ROOT / "templates")["downloads.md"]
    )
    assert page.css_first("#forms") is None


def test_a_certificate_calls_no_path_standard_but_those_that_are(course_built):
    sheets = course_built.site / "handouts"
    words = re.sub(r"\s", "", printed(pdfium.PdfDocument(sheets / "结业证.pdf")))
    for path in COURSE.paths.values():
        hours = f"标准课，{path.hours}课时" if path.standard else f"{path.hours}课时"
        assert re.sub(r"\s", "", path.name) + hours in words
    assert "不是职业资格证书" in words
    marks = re.sub(r"\s", "", printed(pdfium.PdfDocument(sheets / "层级徽章.pdf")))
    for layer in COURSE.settings.layers:
        assert marks.count(layer.name) > 4


HALVES = [form for form in WITHOUT_LESSON if any(isinstance(one, TwoCopies) for one in form.blocks)]


@pytest.mark.parametrize("form", HALVES, ids=lambda one: one.id)
def test_both_halves_carry_the_terms_and_lie_on_one_side_of_a_cut_or_on_two_sheets(
    form, course_built
):
    pdf = pdfium.PdfDocument(course_built.site / "handouts" / LOOSE[form.name].file(None))
    sides = [re.sub(r"\s", "", page.get_textpage().get_text_range()) for page in pdf]
    [slip] = [one.two_copies for one in form.blocks if isinstance(one, TwoCopies)]
    halves = sides if len(sides) == 2 else sides[0].split("从这里剪开")
    assert len(halves) == 2
    assert "从这里剪开" not in "".join(halves)
    for half, keeper in zip(halves, slip.kept_by, strict=True):
        assert f"这一半归{keeper}" in half
        for one in (*slip.terms, *slip.fields, *slip.signed_by):
            assert re.sub(r"\s", "", EDITION.plain(one)) in half


@pytest.mark.parametrize(("lines", "sides"), [(1, 1), (4, 2)])
def test_cells_are_as_many_lines_high_as_their_form_says(lines, sides):
    table = {"head": ["哪一步", "画几笔"], "blank_rows": 12, "lines": lines}
    edition = told_at_home(with_form(blocks=[{"table": table}]))
    [sheet] = form_sheets(edition)
    order = course_order(edition, sheet)
    assert order
    pdf = SheetPrinter(ROOT / "templates" / "handouts").print_pdf(sheet, order.data, order.epoch)
    assert len(pdfium.PdfDocument(pdf)) == sides


def test_a_poster_is_read_from_afar_and_written_on_with_a_thick_pen():
    """The smallest type and the lowest blank, with all there is on one side, and its back empty.
    How it is filled in is not for those who read it."""
    [form] = [one for one in EDITION.course.forms.values() if one.poster]
    assert form.one_sided
    sheet = LOOSE[form.name]
    order = course_order(EDITION, sheet)
    assert order
    pdf = SheetPrinter(ROOT / "templates" / "handouts").print_pdf(sheet, order.data, order.epoch)
    found = measured(pdf, order.file, sheet.margin)
    assert len(found.letters) == 1
    sizes = sorted({one.size for one in page_ink(pdfium.PdfDocument(pdf)[0]).words})
    assert sizes[:2] == [10.5, 14], "head and foot, and how it is filled in"
    assert sizes[2] >= 28
    assert (found.strays, found.cut) == ((), ())
    table = rules(pdf)[1:-1]
    assert len(table) == 7
    assert min(lower - upper for upper, lower in pairwise(table)) >= 25


def rules(pdf: bytes) -> list[float]:
    """Millimetres from the top at which lines go across half of the first page."""
    page = pdfium.PdfDocument(pdf)[0]
    long = (one.box for one in page_ink(page).paths if one.box.width > page.get_width() / 2)
    flat = {round((page.get_height() - one.top) / POINTS) for one in long if one.height < 4}
    return sorted(flat)
