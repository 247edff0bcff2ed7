"""The village file on paper: every slot is asked, in the order in which it is then typed."""

import re
from datetime import date
from urllib.parse import unquote

import pypdfium2 as pdfium
import pytest
from casebook import real_course, small_course, told_at_home
from conftest import ROOT
from parsed import values
from reading_back import FOOT, MILLIMETRE, printed

from cunbo.authoring.draft_ids import Kind
from cunbo.authoring.drafts import draft
from cunbo.handouts.orders import course_orders
from cunbo.handouts.typst_sheets import SheetPrinter
from cunbo.model.base import Sentence, Spoken
from cunbo.model.choices import Goods
from cunbo.model.course import Course, SlotName, Village
from cunbo.telling.edition import Edition
from cunbo.telling.village_file import VillageFile, village_file

SHEET = "村情单"


def squeezed(text: str) -> str:
    return re.sub(r"\s", "", text)


def asking(*slots: SlotName) -> Edition:
    """The small course with these slots behind its own."""
    course = small_course()
    return told_at_home(course.model_copy(update={"slots": (*course.slots, *slots)}))


def told(edition: Edition) -> VillageFile:
    sheet = village_file(edition)
    assert sheet is not None
    return sheet


def paper_of(edition: Edition) -> pdfium.PdfDocument:
    [one] = [one for one in course_orders(edition) if one.sheet.name == SHEET]
    printer = SheetPrinter(ROOT / "templates" / "handouts")
    return pdfium.PdfDocument(printer.print_pdf(one.sheet, one.data, one.epoch))


@pytest.fixture(scope="module")
def built(course_built) -> pdfium.PdfDocument:
    return pdfium.PdfDocument(course_built.site / "handouts" / f"{SHEET}.pdf")


def test_every_slot_is_asked_in_the_order_of_the_file_with_an_example_of_what_is_sold(built):
    course = real_course()
    goods = course.villages[course.settings.village].goods
    rest = squeezed(printed(built))
    for slot in course.slots:
        for part in (slot.name + slot.meaning, slot.examples[goods], slot.grammar):
            _, found, rest = rest.partition(squeezed(part))
            assert found, f"{slot.name}: {part}"


def test_a_draft_of_the_file_asks_in_the_same_order():
    course = real_course()
    typed = draft(course, Kind.VILLAGE, "liushu", date(2026, 11, 26), ROOT / "templates").text
    asked = [slot for group in told(told_at_home(course)).groups for slot in group.slots]
    assert re.findall(r"^  (?:# )?(\w+): （在这里填）", typed, re.MULTILINE) == [
        one.name for one in asked
    ]


def test_it_names_every_key_of_the_file_and_every_kind_of_goods(built):
    words = squeezed(printed(built))
    assert [key for key in Village.model_fields if key not in words] == []
    assert [kind for kind in Goods if kind.value not in words] == []
    assert "cunbonewvillage" in words
    assert "cunbobuild--village" in words, "typed as it is printed"


def test_who_filled_it_in_and_who_was_asked_leave_their_names(built):
    words = squeezed(printed(built))
    assert [one for one in ("谁填的", "谁问的", "哪天") if one not in words] == []


def test_a_slot_that_is_added_stands_on_paper():
    added = SlotName(name="渡口", meaning=Sentence("坐船从哪儿上"), heading="水路")
    sheet = told(asking(added))
    assert [one.heading for one in sheet.groups] == [None, "水路"]
    assert [slot.name for group in sheet.groups for slot in group.slots][-1] == "渡口"
    words = squeezed(printed(paper_of(asking(added))))
    assert "水路渡口坐船从哪儿上" in words
    assert "渡口" not in squeezed(printed(paper_of(asking())))


def test_a_slot_without_a_heading_stands_under_that_of_the_one_before():
    first = SlotName(name="渡口", meaning=Sentence("坐船从哪儿上"), heading="水路")
    second = SlotName(name="船家", meaning=Sentence("谁撑船"))
    assert [slot.name for slot in told(asking(first, second)).groups[-1].slots] == ["渡口", "船家"]


@pytest.mark.parametrize(("letters", "lines"), [(0, 1), (15, 1), (16, 2), (40, 3)])
def test_a_long_answer_has_more_lines(letters, lines):
    examples = {Goods.CRAFT: Spoken("长" * letters)} if letters else {}
    slot = SlotName(name="渡口", meaning=Sentence("坐船从哪儿上"), examples=examples)
    assert told(asking(slot)).groups[-1].slots[-1].lines == lines


def test_a_village_is_shown_examples_of_what_it_sells():
    course = real_course()
    for village in course.villages.values():
        shown = [
            slot.example for group in told(Edition(course, village)).groups for slot in group.slots
        ]
        assert shown == [slot.examples[village.goods] for slot in course.slots]


def test_a_course_without_slots_has_no_such_sheet():
    assert village_file(told_at_home(without_slots(small_course()))) is None


def without_slots(course: Course) -> Course:
    return course.model_copy(update={"slots": ()})


def test_it_is_three_sides_for_every_village():
    course = real_course()
    for village in course.villages.values():
        assert len(paper_of(Edition(course, village))) <= 3, village.id


def test_the_lines_leave_room_for_a_pen(built):
    """As many lines as the slots ask for, each at least 8 mm below the line or words above it."""
    course = real_course()
    asked = [slot for group in told(told_at_home(course)).groups for slot in group.slots]
    gaps = [gap for page in built for gap in above_lines(page)]
    assert len(gaps) == sum(slot.lines for slot in asked)
    assert min(gaps) >= 8


def above_lines(page: pdfium.PdfPage) -> list[float]:
    """How far in mm what stands above it is from each line that a pen may follow: the thin ones
    across the page that have nothing on them."""
    words = page.get_textpage()
    boxes = [words.get_charbox(number) for number in range(words.count_chars())]
    inked = [(box[1], box[3]) for box in boxes if box[2] - box[0] > 0.1]
    rules = [one.get_bounds() for one in page.get_objects() if one.type == 2]
    wide = [top for left, low, right, top in rules if right - left > 400 and top - low < 2]
    found = []
    for y in (one for one in wide if one > FOOT):
        above = min(low for low in (*(low for low, _ in inked), *wide, 842) if low > y + 1)
        found.append((above - y) / MILLIMETRE)
    return [gap for gap in found if gap > 5]


def test_trainers_printers_and_authors_are_led_to_it_once(course_built):
    for page in ("for-trainers.html", "downloads.html", "authors/around.html"):
        led = values(course_built.site / page, "main a", "href")
        assert sum(unquote(one).endswith(f"/{SHEET}.pdf") for one in led) == 1, page
