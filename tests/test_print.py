"""What goes to the copy shop: packs, booklets, the list, and the folder they lie in."""

import re
from pathlib import Path
from unicodedata import normalize

import pytest
from casebook import SMALL
from conftest import ROOT, made_once, make_project
from pypdfium2 import PdfDocument, PdfPage
from reading_back import missing, printed

from cunbo.cli.main import main
from cunbo.handouts.booklets import MOST_PAGES, booklets, folded
from cunbo.handouts.orders import lesson_orders
from cunbo.handouts.typst_sheets import SheetPrinter
from cunbo.project import Project
from cunbo.reading.curriculum import read_curriculum
from cunbo.telling.edition import Edition

PAGE = re.compile(r"第 (\d+) 页，共 (\d+) 页")
SIDES = re.compile("讲义第\\d+页")
EMPTY = "这一面空着"


def run(project: Project, *options: str) -> int:
    return main(["--course", str(project.root), "print", *options])


@pytest.fixture(scope="session")
def shop(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small course for 25 learners, plain and as a booklet. Read only."""

    def make(folder: Path) -> None:
        project = make_project(folder / "course", SMALL)
        most = ("--path", "A", "--learners", "25", "--duplex", "--price-per-side", "0.15")
        assert run(project, *most, "--out", str(folder / "plain")) == 0
        assert run(project, *most, "--booklet", "--out", str(folder / "folded")) == 0

    return made_once(tmp_path_factory, "shop", make)


@pytest.fixture(scope="session")
def weeks(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two weeks of path D of the real course, the one of elders. Read only."""

    def make(folder: Path) -> None:
        folder.mkdir()
        options = ("--path", "d", "--weeks", "1～2", "--learners", "12", "--elders", "3")
        packs = ("--duplex", "--village", "shikan", "--out", str(folder / "shop"))
        assert run(Project(ROOT), *options, *packs) == 0

    return made_once(tmp_path_factory, "weeks", make)


def test_paper_is_counted_as_it_is_counted_by_hand(shop: Path):
    """The small course has one written lesson, on both sides of the paper:

    - a learner's pack is cover and contents (one sheet of paper), the handout of one side, whose
      back stays empty (one), the form of one side (one): 5 sides with the empty back, 3 sheets,
      25 times: 75 sheets, 125 sides;
    - the trainer's is cover and contents (one) and the plan of two sides (one): 4 sides, 2 sheets.

    Together 77 sheets and 129 sides; at 0.15 yuan a side 19.35 yuan.
    """
    told = (shop / "plain" / "打印清单.txt").read_text(encoding="utf-8")
    assert "5 面，一份 3 张纸，印 25 份，共 75 张纸" in told
    assert "4 面，一份 2 张纸，印 1 份，共 2 张纸" in told
    assert "一共 A4 纸 77 张，印 129 面。" in told
    assert "129 面一共 19.35 元" in told
    list_pdf = letters("".join(map(text, PdfDocument(shop / "plain" / "打印清单.pdf"))))
    assert all(letters(line) in list_pdf for line in ("一共A4纸77张，印129面。", "学员册.pdf"))


def test_a_booklet_is_counted_by_hand_too(shop: Path):
    """Cover, contents, the handout and its empty back are four pages: one sheet folded once. Forms
    stay on A4: cover and contents (one sheet), and the form (one). 25 + 50 + 2 sheets."""
    told = (shop / "folded" / "打印清单.txt").read_text(encoding="utf-8")
    assert "2 面，一份 1 张纸，印 25 份，共 25 张纸" in told
    assert "3 面，一份 2 张纸，印 25 份，共 50 张纸" in told
    assert "一共 A4 纸 77 张" in told


@pytest.mark.parametrize("pages", [1, 2, 3, 4, 5, 8, 11, 48])
def test_a_folded_booklet_is_read_in_order(pages: int):
    sheets = folded(range(7, 7 + pages))
    assert len(sheets) == 2 * -(-pages // 4)
    assert [page for page in read(list(sheets)) if page] == [*range(7, 7 + pages)]


def read(sides: list[tuple[int, int]]) -> list[int]:
    """The pages of sheets that are printed on both sides, turned over the short edge, laid into
    each other and folded in the middle, as they are leafed through."""
    leaves: list[tuple[int, int]] = []
    for front, back in zip(sides[::2], sides[1::2], strict=True):
        right, left = (front[1], back[0]), (back[1], front[0])
        middle = len(leaves) // 2
        leaves[middle:middle] = [right, left]
    return [page for leaf in leaves for page in leaf]


def test_the_folded_file_is_read_in_order(weeks: Path, tmp_path: Path):
    printer = SheetPrinter(ROOT / "templates" / "handouts")
    pack = (weeks / "shop" / "老人册.pdf").read_bytes()
    pages = range(1, 23)
    document = PdfDocument(printer.fold(pack, "小册子", folded(pages), 0))
    assert [numbers(page) for page in document] == [
        [page for page in side if page and number(PdfDocument(pack)[page - 1])]
        for side in folded(pages)
    ]


def numbers(side: PdfPage) -> list[int]:
    """The numbers of the pages on a side, from left to right."""
    width, height = side.get_size()
    halves = (
        side.get_textpage().get_text_bounded(x, 0, x + width / 2, height) for x in (0, width / 2)
    )
    return [int(found[1]) for half in halves if (found := PAGE.search(half))]


def number(page: PdfPage) -> int | None:
    found = PAGE.search(text(page))
    return int(found[1]) if found else None


def text(page: PdfPage) -> str:
    told: str = page.get_textpage().get_text_bounded()
    return told


def letters(told: str) -> str:
    return "".join(normalize("NFKC", told).split())


def test_a_booklet_ends_where_a_lesson_does_and_can_be_folded():
    starts = [3, 20, 40, 60, 61, 120]
    found = booklets(starts, 130)
    assert [page for pages in found for page in pages] == [*range(1, 131)]
    assert {pages[0] for pages in found} <= {1, *starts}
    longest = 120 - 61
    assert all(len(pages) <= MOST_PAGES for pages in found if len(pages) != longest)


@pytest.mark.parametrize("pack", ["学员册", "老人册", "培训员册"])
def test_pages_are_numbered_through_and_the_contents_tell_where_each_sheet_begins(
    weeks: Path, pack
):
    pages = list(PdfDocument(weeks / "shop" / f"{pack}.pdf"))
    told = [number(page) for page in pages]
    assert told[0] is None, "a cover has no number"
    assert all(
        found == place or EMPTY in text(page)
        for place, (found, page) in enumerate(zip(told, pages, strict=True), 1)
        if place > 1
    )
    contents = text(pages[1])
    listed = re.findall(r"([SCX]\d-\d\d)\s+\S[^\r\n]*?\s(\d+)\r?$", contents, re.M)
    assert {lesson for lesson, _ in listed} >= {"S1-13", "C1-01", "S1-01", "S1-14", "C1-04"}
    for lesson, page in listed:
        assert lesson in text(pages[int(page) - 1])
        assert int(page) % 2 == 1, "on both sides of the paper a sheet begins on the right"


def test_a_pack_has_the_words_of_its_sheets_and_in_their_order(weeks: Path):
    """Held to the single sheets, which other tests hold to the course; and once more to that."""
    course = read_curriculum(ROOT / "curriculum").course
    assert course is not None
    edition = Edition(course, course.villages["shikan"])
    printer = SheetPrinter(ROOT / "templates" / "handouts")
    packs = {"讲义": "学员册", "空白表": "学员册", "老人版": "老人册", "教案": "培训员册"}
    bodies = {
        pack: letters(printed(PdfDocument(weeks / "shop" / f"{pack}.pdf")))
        for pack in packs.values()
    }
    lesson = course.lessons["C1-01"]
    for order in lesson_orders(edition, lesson, course.figures):
        sheet = PdfDocument(printer.print_pdf(order.sheet, order.data, order.epoch))
        assert not missing(sheet, edition, lesson, order.sheet.name)
        body = letters(printed(sheet))
        assert body in SIDES.sub("讲义", bodies[packs[order.sheet.name]]), order.file
