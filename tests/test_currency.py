"""Is my printout current? The code on every sheet, the QR code, and the page that answers."""

import io
import json
import re
import shutil
from collections.abc import Iterator, Mapping
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any

import pypdfium2 as pdfium
import pytest
import zxingcpp
from casebook import SMALL, real_course, small_course, small_reading, told_at_home
from conftest import ROOT, build
from copier import DOTS, second_copy
from hosting import hosting, save, version
from parsed import texts
from playwright.sync_api import Browser, Page, expect
from pypdf import PdfReader
from scratch import copied

from cunbo.handouts.data import SheetData
from cunbo.handouts.measuring import measured
from cunbo.handouts.orders import Order, lesson_orders, orders
from cunbo.handouts.typst_sheets import SheetPrinter
from cunbo.making.project import Project
from cunbo.model.choices import Goods
from cunbo.pages.scripts import scripts
from cunbo.pages.sheet_states import sheet_states
from cunbo.pages.site import check_address
from cunbo.reading.curriculum import read_curriculum
from cunbo.telling.course_forms import form_sheets
from cunbo.telling.edition import Edition
from cunbo.telling.sheet_codes import SIGNS, SheetCode, hashed
from cunbo.telling.sheet_table import COURSE_SHEETS, SHEETS
from cunbo.telling.sheets import LooseSheet

ADDRESS = "https://cunbo.example.cn/ke/C/"
LESSON = "lessons/S1-01.yml"
PAGE, DATA = "C/index.html", "C/sheets.js"
SHARED = "S1-01-空白表.pdf"
"""Of the small course. No word of the village stands on it."""
PRINTED_CODE = re.compile(r"查新旧\s*(\w{5}-\w{5}-\w{4})")
PRINTER = SheetPrinter(ROOT / "templates" / "handouts")


def told(tmp_path: Path, *changes: tuple[str, str, str]) -> Edition:
    """The small course for its own village, with lines of its files changed."""
    course = copied(SMALL, tmp_path / f"course-{len(list(tmp_path.iterdir()))}")
    for file, old, new in changes:
        text = (course / file).read_text(encoding="utf-8")
        assert old in text
        (course / file).write_text(text.replace(old, new), encoding="utf-8")
    found = read_curriculum(course, small_reading()).course
    assert found is not None
    return told_at_home(found)


def ordered(edition: Edition, address: str | None = None) -> dict[str, Order]:
    return {one.file: one for one in orders(edition, edition.course.figures, address)}


def code(edition: Edition, file: str = "S1-01-讲义.pdf") -> SheetCode:
    return ordered(edition)[file].code


@pytest.fixture(scope="module")
def blank(browser: Browser) -> Iterator[Page]:
    """A page with the scripts of the page 讲义新不新 and nothing else."""
    page = browser.new_page()
    page.set_content("<html data-root='' data-page='x' data-village='x'><body>")
    page.evaluate(scripts(ROOT / "templates")["scripts/current.js"])
    yield page
    page.close()


def answers(page: Page, edition: Edition, *typed: str) -> list[dict[str, Any]]:
    """What the site of an edition answers to codes."""
    printables = tuple(one.printed(1, 1) for one in ordered(edition).values())
    page.evaluate(sheet_states(edition, printables)[DATA])
    ask = "known => typed.map(cunbo.sheetReader(known))"
    found = page.evaluate(f"typed => cunbo.load('{DATA}').then({ask})", list(typed))
    return [dict(one) for one in found]


def answer(page: Page, edition: Edition, typed: str) -> str:
    return str(answers(page, edition, typed)[0]["say"])


def test_every_code_is_read_as_what_it_was_made_of(blank, tmp_path):
    edition = told(tmp_path)
    sheets = list(ordered(edition).values())
    assert len(sheets) >= 5
    found = answers(blank, edition, *(one.code.printed for one in sheets))
    for one, read in zip(sheets, found, strict=True):
        assert read["say"] == "current"
        assert (read["lesson"], read["kind"]) == (one.lesson_id, one.sheet.name)
        assert read["day"] == read["now"] == one.code.day


def test_kinds_of_sheets_are_told_apart_in_codes():
    assert LooseSheet.letter not in [one.letter for one in (*SHEETS, *COURSE_SHEETS)]
    letters = [one.letter for one in (*SHEETS, *COURSE_SHEETS)]
    assert len(set(letters)) == len(letters)
    assert all(len(one) == 1 and one in SIGNS for one in letters)


def test_a_code_is_typed_as_people_type(blank, tmp_path):
    edition = told(tmp_path)
    printed = code(edition).printed
    assert "1" in printed
    assert "0" in printed
    typed = [
        printed.lower(),
        printed.replace("-", ""),
        printed.replace("-", " － "),
        printed.replace("0", "O").replace("1", "l"),
        printed.replace("1", "I").replace("2", "z").replace("V", "u"),
        "".join(chr(ord(sign) + 0xFEE0) for sign in printed),
    ]
    assert [one["say"] for one in answers(blank, edition, *typed)] == ["current"] * len(typed)


def test_every_wrong_sign_and_every_swap_of_neighbours_is_a_slip(blank, tmp_path):
    edition = told(tmp_path)
    typed = []
    for right in (code(edition).signs, code(edition, "村情单.pdf").signs):
        for at, sign in enumerate(right):
            typed += [right[:at] + other + right[at + 1 :] for other in SIGNS if other != sign]
            typed.append(right[:at] + right[at : at + 2][::-1] + right[at + 2 :])
        typed = [one for one in typed if one != right]
    found = answers(blank, edition, *typed)
    assert len(found) > 850
    assert [one for one, read in zip(typed, found, strict=True) if read["say"] != "slip"] == []


def test_what_is_cut_off_or_too_long_is_no_code(blank, tmp_path):
    edition = told(tmp_path)
    printed = code(edition).printed
    for typed in ("", "村播课", printed[:-1], printed + "7"):
        assert answer(blank, edition, typed) == "short"


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        (LESSON, "points: [不急, 不抄]", "points: [不急, 不背]"),
        (LESSON, "alt: 一道弯弯的线", "alt: 一道直直的线"),
        (LESSON, "minutes: 5\n    device: tale", "minutes: 6\n    device: tale"),
        ("villages/xiaocun.yml", "产品: 核桃", "产品: 板栗"),
    ],
)
def test_a_sheet_whose_words_have_changed_is_outdated(blank, tmp_path, file, old, new):
    before, after = told(tmp_path), told(tmp_path, (file, old, new))
    assert answer(blank, after, code(before).printed) == "old"
    assert answer(blank, after, code(after).printed) == "current"
    form = "S1-01-空白表.pdf"
    if file == LESSON:
        assert answer(blank, after, code(before, form).printed) == "current"


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("course.yml", 'version: "0.1"', 'version: "0.2"'),
        (LESSON, "reviewed: 2026-11-01", "reviewed: 2026-11-20"),
        (LESSON, "points: [不急, 不抄]", "points: [不急, '**不抄**']"),
        ("figures/hand.svg", "<svg ", "<svg  "),
        ("villages/xiaocun.yml", "name: 小村", "name: 小小村"),
    ],
)
def test_a_sheet_with_the_same_words_is_current(blank, tmp_path, file, old, new):
    before, after = told(tmp_path), told(tmp_path, (file, old, new))
    assert answer(blank, after, code(before).printed) == "current"


def test_a_sheet_without_words_of_a_village_is_one_sheet_for_all(blank, tmp_path):
    here = told(tmp_path)
    other = {"id": "dacun", "name": "大村", "goods": Goods.EXPERIENCE}
    there = Edition(here.whole, here.village.model_copy(update=other))
    same = {one.sheet.name for one in ordered(here).values() if one == ordered(there)[one.file]}
    its_own = {"讲义", "教案", "幻灯片", "开班前问清的事", "结业证", "村情单"}
    assert same == {one.sheet.name for one in ordered(here).values()} - its_own
    assert answer(blank, there, code(here, SHARED).printed) == "current"


def test_of_a_sheet_for_all_villages_it_is_not_said_for_certain_that_it_is_old(blank, tmp_path):
    edition = told(tmp_path)
    for file, shared in ((SHARED, True), ("S1-01-讲义.pdf", False)):
        known = code(edition, file)
        outdated = SheetCode(known.sheet, known.place, "AAA", known.reviewed)
        [found] = answers(blank, edition, outdated.printed)
        assert (found["say"], found["shared"]) == ("old", shared)


def test_what_the_program_calls_things_is_no_word_of_the_sheet():
    told = {
        "kind": "points",
        "value": [{"text": "app"}, {"text": "不急", "strong": True}],
        "minutes": 5,
    }
    renamed = {"kind": "dots", "value": [{"text": "app不急"}], "minutes": 5, "reviewed": "2026"}
    longer = told | {"minutes": 50}
    words = [SheetData({"told": one}).words for one in (told, renamed, longer)]
    assert words[0] == words[1] != words[2]
    assert "app不急" in words[0]


def test_a_code_is_that_of_the_words_as_they_were_always_told():
    """By the alphabet of their names: in another order every sheet in use would be an old one."""
    edition = Edition(real_course(), real_course().villages["shikan"])
    for order in orders(edition, edition.course.figures):
        told = SheetData(json.loads(order.data)).words
        assert order.code.state == hashed(told, 3), order.file


def test_a_sheet_that_is_only_set_otherwise_is_current(blank, tmp_path):
    edition = told(tmp_path)
    order = ordered(edition)["S1-01-讲义.pdf"]
    other = tmp_path / "handouts"
    shutil.copytree(ROOT / "templates" / "handouts", other)
    page = (other / "page.typ").read_text(encoding="utf-8")
    (other / "page.typ").write_text(page.replace("top: 16.5mm", "top: 20mm"), encoding="utf-8")
    made = [one.print_pdf(order.sheet, order.data, 0) for one in (PRINTER, SheetPrinter(other))]
    assert made[0] != made[1]
    [typed] = {PRINTED_CODE.findall(text_of(pdf))[0] for pdf in made}
    assert answer(blank, edition, typed) == "current"


def test_what_was_changed_since_is_told_and_nothing_older(blank, tmp_path):
    before = told(tmp_path)
    changes = (
        "changes:\n"
        "  - {on: 2026-10-30, what: 早就改了的。}\n"
        "  - {on: 2026-11-01, what: 核对那天改的。}\n"
        "  - {on: 2026-11-05, what: 【产品】的价钱改了。}\n"
        "  - {on: 2026-11-09, what: 第二步换了一张图。}\n"
    )
    words = (LESSON, "points: [不急, 不抄]", "points: [不急, 不背]")
    after = told(tmp_path, words, (LESSON, "id: S1-01\n", f"id: S1-01\n{changes}"))
    [found] = answers(blank, after, code(before).printed)
    days = [(date(2026, 11, day) - date(2020, 1, 1)).days for day in (9, 5)]
    assert found["say"] == "old"
    assert found["changes"] == [[days[0], "第二步换了一张图。"], [days[1], "核桃的价钱改了。"]]


def test_what_cannot_be_told_is_not_guessed(blank, tmp_path):
    here = told(tmp_path)
    there = Edition(here.whole, here.village.model_copy(update={"id": "dacun"}))
    assert answer(blank, here, code(there).printed) == "elsewhere"
    renamed = told(tmp_path, ("course.yml", "title: 小课程", "title: 别的课"))
    assert answer(blank, here, code(renamed).printed) == "elsewhere"
    assert answer(blank, here, code(renamed, SHARED).printed) == "elsewhere"
    known = code(here)
    retired = SheetCode("S199J", known.place, known.state, known.reviewed)
    assert answer(blank, here, retired.printed) == "unknown"
    newer = SheetCode(known.sheet, known.place, "AAA", date(2026, 11, 2))
    assert answer(blank, here, newer.printed) == "ahead"


def known_to(project: Project) -> Mapping[str, Any]:
    """What a built site knows of its sheets."""
    text = (project.site / DATA).read_text(encoding="utf-8")
    found: Mapping[str, Any] = json.loads(text[text.index("{") : text.rindex("}") + 1])
    return found


def text_of(pdf: bytes | Path) -> str:
    pages = pdfium.PdfDocument(pdf)
    return "\n".join(page.get_textpage().get_text_range() for page in pages)


def test_every_page_of_every_sheet_has_its_code(course_built):
    """As the site knows it: in the table to compare with and in the data."""
    known = known_to(course_built)
    sheets = {file: (name, state) for name, (state, *_, file) in known["sheets"].items()}
    table = "".join(texts(course_built.site / PAGE, ".codes"))
    files = sorted((course_built.site / "handouts").glob("*.pdf"))
    assert len(files) == len(sheets) > 100
    for file in files:
        name, state = sheets[file.name]
        pages = [page.get_textpage().get_text_range() for page in pdfium.PdfDocument(file)]
        found = [PRINTED_CODE.findall(page) for page in pages]
        assert all(found), file.name
        [printed] = {code for on_page in found for code in on_page}
        assert re.match(f"{name}-({'|'.join(known['places'])}){state}-", printed), file.name
        assert printed[6:11] in table
        assert "…" not in pages[-1].splitlines()[-1], "the foot has room for the course's name"


def test_the_data_holds_hashes_and_days_and_what_authors_say_of_changes(course_built):
    known = known_to(course_built)
    assert set(known) == {"signs", "first", "places", "village", "sheets", "changes"}
    course = real_course()
    kinds = {one.name for one in (*SHEETS, *COURSE_SHEETS, *form_sheets(told_at_home(course)))}
    for name, (state, day, lesson, kind, file) in known["sheets"].items():
        assert re.fullmatch(f"[{SIGNS}]{{5}} [{SIGNS}]{{3}}", f"{name} {state}")
        assert isinstance(day, int)
        assert lesson is None or lesson in course.lessons
        assert kind in kinds
        assert file.endswith(f"{kind}.pdf")
    said = {one.what for lesson in course.lessons.values() for one in lesson.changes}
    assert {words for changes in known["changes"].values() for _, words in changes} <= said


def test_the_page_answers_from_a_folder(page, small_built):
    edition = told_at_home(small_course())
    known = code(edition)
    page.goto((small_built.site / PAGE).as_uri())
    field, verdict = page.get_by_label("把纸上的号打在这里"), page.get_by_role("status")
    expect(verdict).to_be_empty()
    outdated = SheetCode(known.sheet, known.place, "AAA", date(2026, 10, 5))
    for typed, says in (
        (known.printed, "是最新的S1-01 讲义，和现在的一字不差，放心用。"),
        (known.printed[:-1] + "8", "打错了有一个打错了，或者两个打反了。对着纸再看一遍。"),
        ("<img src=x>", "还没打全号有 14 个字母和数字，您打了 7 个。"),
        (
            outdated.printed,
            "旧了S1-01 讲义。您这份2026 年 10 月 5 日核对过，现在的2026 年 11 月 1 日核对过，",
        ),
    ):
        field.fill(typed)
        expect(verdict).to_be_empty()
        field.press("Enter")
        expect(verdict).to_contain_text(says)
    link = page.get_by_role("link", name="S1-01 讲义 PDF").evaluate("one => one.href")
    assert link == (small_built.site / "handouts" / "S1-01-讲义.pdf").as_uri()


def test_without_scripts_the_table_answers(small_built):
    cells = texts(small_built.site / PAGE, "table.codes tbody th, table.codes tbody td")
    edition = told_at_home(small_course())
    codes = [one.code.to_compare for one in ordered(edition).values() if one.lesson_id]
    assert [one for one in cells if one] == ["S1-01", *codes]
    assert "对下面的表" in texts(small_built.site / PAGE, "#check")[0]


def test_a_scanned_code_is_answered_by_the_site(page, small_built):
    """Under the address that the QR code says, after a chat has added to it; without a network too,
    once the site is on the device."""
    order = ordered(told_at_home(small_course()), ADDRESS)["S1-01-讲义.pdf"]
    address = scanned(second_copy(pictures(order)[-1]))
    site, route = "HTTPS://CUNBO.EXAMPLE.CN/ke/", address[len(ADDRESS) - 2 :]
    assert address == site + route
    with hosting() as host:
        host.serve(version(small_built.site, "1"))
        page.goto(f"{host.address}{route}&from=singlemessage")
        expect(page.get_by_role("status")).to_contain_text("是最新的")
        save(page, host)
        host.stop()
        page.goto(f"{host.address}{route}")
        expect(page.get_by_role("status")).to_contain_text("是最新的")


WITHOUT_QR = {"空白表", "要点卡四张"}
"""The lines of one fill its side; the other is cut into cards that have the code in letters."""


def pictures(order: Order) -> list[Any]:
    pdf = PRINTER.print_pdf(order.sheet, order.data, order.epoch)
    pages = pdfium.PdfDocument(pdf)
    return [page.render(scale=DOTS / 72, grayscale=True).to_pil() for page in pages]


def scanned(picture: Any) -> str:
    found = zxingcpp.read_barcodes(picture)
    return found[0].text if found else ""


def test_the_second_copy_of_every_kind_of_sheet_can_be_scanned_where_it_has_room():
    course = real_course()
    edition = told_at_home(course)
    orders = lesson_orders(edition, edition.course.lessons["S1-07"], course.figures, ADDRESS)
    for order in (one for one in orders if one.sheet.size.is_paper):
        *others, last = pictures(order)
        assert [scanned(one) for one in others if scanned(one)] == []
        if order.sheet.name not in WITHOUT_QR:
            assert (
                scanned(second_copy(last)) == f"HTTPS://CUNBO.EXAMPLE.CN/ke/C/?{order.code.signs}"
            )
            assert side_of_qr(last) >= 24.8, "millimetres"


def side_of_qr(picture: Any) -> float:
    place = zxingcpp.read_barcodes(picture)[0].position
    return float(place.top_right.x - place.top_left.x) / DOTS * 25.4


@pytest.mark.parametrize("lesson", ["S1-07", "S1-08", "S1-16"])
def test_the_code_to_scan_takes_no_room_from_the_words(lesson):
    """On the fullest handouts there are."""
    edition = told_at_home(real_course())
    course, found = edition.course, []
    for address in (None, ADDRESS):
        one = next(iter(lesson_orders(edition, course.lessons[lesson], course.figures, address)))
        pdf = PRINTER.print_pdf(one.sheet, one.data, one.epoch)
        found.append(measured(pdf, one.file, one.sheet.margin).letters)
    assert found[0] == found[1]
    assert len(found[0]) == 2


def test_the_code_to_scan_has_words_for_those_who_cannot_see_it():
    order = ordered(told_at_home(small_course()), ADDRESS)["S1-01-讲义.pdf"]
    pdf = PRINTER.print_pdf(order.sheet, order.data, order.epoch)
    assert [one for one in alternatives(pdf) if order.code.printed in one]


def alternatives(pdf: bytes) -> list[str]:
    """What a sheet says instead of its pictures."""
    reader = PdfReader(io.BytesIO(pdf))
    objects = (reader.get_object(number) for number in range(1, reader.trailer["/Size"]))
    return [str(one["/Alt"]) for one in objects if isinstance(one, dict) and "/Alt" in one]


@pytest.mark.parametrize(
    ("site_url", "address"),
    [
        ("", None),
        ("site_url: https://cunbo.example.cn\n", "https://cunbo.example.cn/C/"),
        ("site_url: https://cunbo.example.cn/ke/\n", ADDRESS),
        ("site_url: 'cunbo'\n", None),
        ("site_url: [\n", None),
    ],
)
def test_the_address_is_the_settings(tmp_path, site_url, address):
    settings = tmp_path / "mkdocs.yml"
    settings.write_text(
        site_url + (ROOT / "mkdocs.yml").read_text(encoding="utf-8"), encoding="utf-8"
    )
    assert check_address(settings) == address


def test_an_address_too_long_for_a_sheet_is_left_out_and_the_letters_stay():
    edition = told_at_home(small_course())
    order = ordered(edition, f"https://example.cn/{'ke/' * 30}C/")["S1-01-讲义.pdf"]
    assert json.loads(order.data)["code"] == {"letters": order.code.printed}


def test_a_built_site_that_knows_its_address_prints_what_can_be_scanned(small, monkeypatch):
    settings = small.settings.read_text(encoding="utf-8")
    small.settings.write_text(
        f"site_url: https://cunbo.example.cn/ke/\n{settings}", encoding="utf-8"
    )
    build(small)
    pages = pdfium.PdfDocument(small.site / "handouts" / "S1-01-讲义.pdf")
    last = pages[len(pages) - 1].render(scale=DOTS / 72, grayscale=True).to_pil()
    assert scanned(last).startswith("HTTPS://CUNBO.EXAMPLE.CN/ke/C/?S101J")


@pytest.mark.parametrize("width", [320, 390, 700, 1280])
def test_every_code_stands_on_one_line_and_apart_from_the_next(page, course_built, width):
    page.set_viewport_size({"width": width, "height": 844})
    page.goto((course_built.site / "C" / "index.html").as_uri())
    codes = page.eval_on_selector_all("table.codes td:not(:empty)", BOXES)
    assert len(codes) > 100
    assert {len(lines) for lines in codes} == {1}
    boxes = [line for (line,) in codes]
    assert [two for one, two in pairwise(boxes) if one[1] == two[1] and one[2] + 6 > two[0]] == []
    assert max(right for _, _, right in boxes) <= width


BOXES = """all => all.map(one => {
    const range = document.createRange()
    range.selectNodeContents(one)
    return [...range.getClientRects()].map(box => [box.left, box.top, box.right])
})"""
"""Of each element, left, top and right of every line of its words."""
