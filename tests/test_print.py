"""What goes to the copy shop: packs, booklets, the list, and the folder they lie in."""

import re
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any
from unicodedata import normalize

import pytest
from casebook import SMALL, real_course
from conftest import ROOT, made_once, make_project
from pypdf import PdfReader
from pypdfium2 import PdfDocument, PdfPage
from reading_back import missing, printed
from scratch import copied

from cunbo.cli.main import main
from cunbo.handouts.booklets import MOST_PAGES, booklets, folded
from cunbo.handouts.measuring import measured
from cunbo.handouts.orders import lesson_orders
from cunbo.handouts.pack_orders import Binding, pack_order
from cunbo.handouts.typst_sheets import SheetPrinter
from cunbo.making.files import read_folder
from cunbo.making.project import Project
from cunbo.making.sheet_faults import LEAST_GAP, LEAST_LINE, POINTS
from cunbo.model.walk import texts
from cunbo.telling.beside_packs import ALL_FORMS, beside_packs
from cunbo.telling.course_forms import form_sheets
from cunbo.telling.edition import Edition
from cunbo.telling.packs import HANDOUTS, Chosen, Pack, of_layer, of_lessons, of_path
from cunbo.telling.shop import ShopOrder

PAGE = re.compile(r"第 (\d+) 页，共 (\d+) 页")
SIDES = re.compile("讲义第\\d+页")
EMPTY = "这一面空着"


def run(project: Project, *options: str) -> int:
    return main(["--course", str(project.root), "print", *options])


@pytest.fixture(scope="session")
def shop(small_built: Project, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small course for 25 learners, plain and as a booklet. Read only."""

    def make(folder: Path) -> None:
        folder.mkdir()
        project = Project(copied(small_built.root, folder / "course"))
        most = ("--path", "A", "--learners", "25", "--duplex", "--price-per-side", "0.15")
        cards = ("--also", "要点卡四张", "--out", str(folder / "plain"))
        assert run(project, *most, *cards) == 0
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

    - a learner's pack is cover and contents (one sheet of paper), the handout of two sides (one):
      4 sides, 2 sheets, 25 times: 50 sheets, 100 sides;
    - the form is cut in two when it is filled in, so it is not bound: 1 side, 1 sheet, 25 times;
    - the trainer's is cover and contents (one) and the plan of two sides (one): 4 sides, 2 sheets;
    - it is all of the path, so the trainer gets the law booklet of one side, each learner a
      certificate, and of a sheet with four marks of each layer there are seven, for 25 is more than
      six times four: 1 + 25 + 7 sheets, of one side each;
    - of the cue card, four on a side to be cut apart, which somebody asked for, there are seven.

    Together 50 + 25 + 2 + 33 + 7 = 117 sheets and 100 + 25 + 4 + 33 + 7 = 169 sides; at 0.15 yuan a
    side 25.35 yuan.
    """
    told = (shop / "plain" / "打印清单.txt").read_text(encoding="utf-8")
    assert "学员册.pdf（学员）\n  4 面，一份 2 张纸，印 25 份，共 50 张纸" in told
    assert "单面的表.pdf（一人一份）\n  1 面，一份 1 张纸，印 25 份，共 25 张纸" in told
    assert "4 面，一份 2 张纸，印 1 份，共 2 张纸" in told
    assert "开班前/法规册.pdf（培训员）\n  1 面，一份 1 张纸，印 1 份，共 1 张纸" in told
    assert "结业/结业证.pdf（一人一份）\n  1 面，一份 1 张纸，印 25 份，共 25 张纸" in told
    assert "结业/层级徽章.pdf（4人一份）\n  1 面，一份 1 张纸，印 7 份，共 7 张纸" in told
    assert "另外要的/要点卡四张.pdf（4人一份）\n  1 面，一份 1 张纸，印 7 份，共 7 张纸" in told
    assert "另外要的/要点卡四张.pdf，沿虚线剪开" in told
    assert "一共 A4 纸 117 张，印 169 面。" in told
    assert "169 面一共 25.35 元" in told
    list_pdf = letters("".join(map(text, PdfDocument(shop / "plain" / "打印清单.pdf"))))
    assert all(letters(line) in list_pdf for line in ("一共A4纸117张，印169面。", "学员册.pdf"))


def test_a_booklet_is_counted_by_hand_too(shop: Path):
    """Cover, contents and the handout, which takes three pages of A5, are five pages: two sheets of
    paper, of which three halves stay empty. The form stays on A4, and as it is cut in two it is by
    itself (one). 50 + 25 + 2 sheets, and the 33 that are beside the packs."""
    told = (shop / "folded" / "打印清单.txt").read_text(encoding="utf-8")
    assert "讲义册-对折.pdf（学员，第 1–5 页）\n  4 面，一份 2 张纸，印 25 份，共 50 张纸" in told
    assert "单面的表.pdf（一人一份）\n  1 面，一份 1 张纸，印 25 份，共 25 张纸" in told
    assert "一共 A4 纸 110 张" in told


def test_a_form_that_is_cut_is_in_no_pack_whose_backs_are_printed(weeks: Path):
    """Else the other half of it, or the form it lies behind, is on the back of what is cut off."""
    course = real_course()
    edition = Edition(course, course.villages["shikan"])
    taught = of_path(edition, course.paths["D"], range(1, 3))
    forms = [course.forms[one.deliverable.form] for one in taught.lessons if one.deliverable.form]
    assert {form.one_sided for form in forms} == {True, False}
    packs = {
        one_sided: letters(printed(PdfDocument(weeks / "shop" / f"{name}.pdf")))
        for one_sided, name in ((True, "单面的表"), (False, "学员册"))
    }
    for form in forms:
        hint = letters(edition.plain(form.hint))
        assert [one for one, told in packs.items() if hint in told] == [form.one_sided], form.name
    told = (weeks / "shop" / "打印清单.txt").read_text(encoding="utf-8")
    assert re.search(r"^单面的表\.pdf（一人一份）\n  (\d+) 面，一份 \1 张纸", told, re.M)


def given(chosen: Chosen, *also: str) -> dict[str, tuple[str, int]]:
    """Of a class of 25, three of them elders: when each sheet is given, and how many copies."""
    course = real_course()
    edition = Edition(course, course.villages["shikan"])
    order = ShopOrder(22, 3, also=also)
    sheets = beside_packs(edition, chosen, order)
    return {one.name: (one.occasion, one.copies(order.people)) for one in sheets}


def test_what_goes_with_a_class_is_given_when_it_begins_and_when_it_ends():
    course = real_course()
    edition, path = Edition(course, course.villages["shikan"]), course.paths["C"]
    last = len(path.weeks)
    begins = {
        "摸底定位表": ("开班前", 25),
        "法规册": ("开班前", 1),
        "开班前问清的事": ("开班前", 1),
    }
    ends = {"结业证": ("结业", 25), "层级徽章": ("结业", 7)}
    assert given(of_path(edition, path, range(1, 3))) == begins
    assert given(of_path(edition, path, range(2, last))) == {}
    assert given(of_path(edition, path, range(last, last + 1))) == ends
    assert given(of_path(edition, path, range(1, last + 1))) == begins | ends
    assert given(of_layer(edition, 1)) == given(of_lessons(edition, ("S1-01",))) == {}


def test_what_is_asked_for_besides_has_as_many_copies_as_its_reader_needs():
    course = real_course()
    edition = Edition(course, course.villages["shikan"])
    lesson = of_lessons(edition, ("S1-01",))
    asked = given(lesson, "法规册", "复盘表", "荣誉榜")
    assert asked == {name: ("另外要的", 25 if name == "复盘表" else 1) for name in asked}
    assert set(asked) == {"法规册", "复盘表", "荣誉榜"}
    all_forms = given(lesson, ALL_FORMS)
    assert list(all_forms) == [one.name for one in form_sheets(edition)]
    assert set(all_forms.values()) == {("另外要的", 1)}
    first_week = of_path(edition, course.paths["C"], range(1, 2))
    assert given(first_week, "法规册")["法规册"] == ("开班前", 1)


def test_sheets_beside_the_packs_are_on_the_list_and_are_those_of_the_site(
    weeks: Path, course_built
):
    told = (weeks / "shop" / "打印清单.txt").read_text(encoding="utf-8")
    for name, copies in (("摸底定位表", 15), ("法规册", 1), ("开班前问清的事", 1)):
        file = weeks / "shop" / "开班前" / f"{name}.pdf"
        sides = len(PdfDocument(file))
        paper = -(-sides // 2)
        counted = f"{sides} 面，一份 {paper} 张纸，印 {copies} 份，共 {paper * copies} 张纸"
        assert re.search(rf"^开班前/{name}\.pdf（.+）\n  {counted}$", told, re.M)
        site = PdfDocument(course_built.site / "handouts" / file.name)
        assert letters(printed(PdfDocument(file))) == letters(printed(site))
    assert not (weeks / "shop" / "结业").exists()


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


def test_booklets_are_as_few_as_can_be_and_about_as_thick():
    """Fifty pages of two a lesson: seven sheets of paper and six, not twelve and one."""
    assert booklets([*range(3, 51, 2)], 50) == (range(1, 29), range(29, 51))
    assert booklets([3, 5], 48) == (range(1, 49),)


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
    course = real_course()
    edition = Edition(course, course.villages["shikan"])
    printer = SheetPrinter(ROOT / "templates" / "handouts")
    packs = {"讲义": "学员册", "空白表": "学员册", "老人版": "老人册", "教案": "培训员册"}
    bodies = {
        pack: letters(printed(PdfDocument(weeks / "shop" / f"{pack}.pdf")))
        for pack in packs.values()
    }
    lesson = course.lessons["C1-01"]
    orders = lesson_orders(edition, lesson, course.figures)
    for order in (one for one in orders if one.sheet.name in packs):
        sheet = PdfDocument(printer.print_pdf(order.sheet, order.data, order.epoch))
        words = printed(sheet)
        assert not missing(words, edition, lesson, order.sheet.name)
        body = letters(words)
        assert body in SIDES.sub("讲义", bodies[packs[order.sheet.name]]), order.file


@pytest.mark.usefixtures("prints_anew")
def test_packs_are_tagged_and_the_same_course_gives_the_same_bytes(shop: Path, tmp_path: Path):
    """The booklet is the untagged extra beside a tagged pack."""
    order = ("--path", "A", "--learners", "25", "--duplex", "--price-per-side", "0.15")
    again = tmp_path / "again"
    assert run(Project(shop / "course"), *order, "--booklet", "--out", str(again)) == 0
    files = read_folder(shop / "folded")
    assert read_folder(again) == files
    roots = {
        name: PdfReader(BytesIO(data)).trailer["/Root"]
        for name, data in files.items()
        if name.endswith(".pdf")
    }
    tagged = {name for name, root in roots.items() if "/StructTreeRoot" in root}
    assert set(roots) - tagged == {"讲义册-对折.pdf"}
    assert all(b"pdfuaid" in roots[name]["/Metadata"].get_data() for name in tagged)


def test_packs_and_booklets_carry_their_fonts_and_have_no_empty_page(weeks: Path, shop: Path):
    files = [*(weeks / "shop").glob("*.pdf"), *(shop / "folded").glob("*.pdf")]
    assert len(files) > 6
    for file in files:
        for number, page in enumerate(PdfReader(file).pages, 1):
            fonts = list(fonts_of(page))
            assert fonts, f"{file.name} {number}"
            for font in fonts:
                descriptor = font["/DescendantFonts"][0].get_object()["/FontDescriptor"]
                assert {"/FontFile2", "/FontFile3"} & set(descriptor)
                assert re.match(r"/[A-Z]{6}\+", descriptor["/FontName"])


def fonts_of(part: Any) -> Iterator[Any]:
    """The fonts of a page, and of the pages that are printed on it as pictures."""
    resources = part["/Resources"]
    yield from (font.get_object() for font in resources.get("/Font", {}).values())
    for inner in resources.get("/XObject", {}).values():
        if "/Resources" in inner.get_object():
            yield from fonts_of(inner.get_object())


def test_handouts_in_a_booklet_are_as_large_as_by_themselves():
    """Those of all lessons: set on A5, and two of its pages on each side of A4 as they are."""
    course = real_course()
    edition = Edition(course, course.villages["shikan"])
    taught = of_lessons(edition, tuple(one.id for one in edition.written))
    order = pack_order(edition, HANDOUTS, taught, Binding(facing=True), {})
    assert order
    printer = SheetPrinter(ROOT / "templates" / "handouts")
    pdf = printer.print_pack(HANDOUTS, order.data, order.epoch)
    sheet = measured(pdf, "讲义册", HANDOUTS.margin)
    assert sheet.smallest
    assert sheet.smallest.points >= 14
    assert sheet.closest
    assert sheet.closest.points >= LEAST_GAP * POINTS
    assert (sheet.strays, sheet.cut) == ((), ())
    assert len(sheet.letters) <= 2 + 4.2 * len(taught.lessons)
    single = PdfDocument(pdf)[2]
    [side] = PdfDocument(printer.fold(pdf, "小册子", ((0, 3),), 0))
    width, height = (points / POINTS for points in side.get_size())
    assert (round(width, 1), round(height, 1)) == (297, 210)
    assert heights(side) == heights(single) != []


def heights(page: PdfPage) -> list[float]:
    """How high each letter of a page is, in points."""
    told = page.get_textpage()
    boxes = (told.get_charbox(one) for one in range(told.count_chars()))
    return [round(top - bottom, 1) for _, bottom, _, top in boxes if top > bottom]


def test_packs_and_booklets_are_fit_for_paper(weeks: Path, shop: Path):
    """Held to what single sheets are held to."""
    for file in [*(weeks / "shop").glob("*册.pdf"), *(shop / "folded").glob("*册.pdf")]:
        sheet = measured(file.read_bytes(), file.name, 12)
        assert (sheet.strays, sheet.cut) == ((), ()), file.name
        assert sheet.smallest
        assert sheet.smallest.points >= (11 if file.name == "培训员册.pdf" else 14), file.name
        assert sheet.faintest
        assert sheet.faintest.points >= LEAST_LINE, file.name
        assert sheet.closest is None or sheet.closest.points >= LEAST_GAP * POINTS - 0.1


def test_the_plan_names_the_page_of_the_pack_that_learners_hold(weeks: Path):
    """Learners leaf through the pack, whose pages are numbered through."""
    plan = letters(printed(PdfDocument(weeks / "shop" / "培训员册.pdf")))
    pages = list(map(text, PdfDocument(weeks / "shop" / "学员册.pdf")))
    named = [int(page) for page in re.findall(r"讲义第(\d+)页", plan)]
    assert len(named) > 10
    assert named == sorted(named)
    assert named[0] > 2
    assert all(re.search(r"\d+ 分钟", pages[page - 1]) for page in named)


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ((), "没写放在哪个文件夹"),
        (("--out", "x"), "没写印哪些课"),
        (("--out", "x", "--path", "A", "--layer", "1"), "--path、--layer 只能写一样"),
        (("--out", "x", "--layer", "1", "--weeks", "1"), "--weeks 要和 --path 一起写"),
        (("--out", "x", "--path", "Q"), "没有路径“Q”。有的是：A"),
        (("--out", "x", "--path", "A", "--weeks", "1-4"), "路径 A 是第 1 到第 1 周"),
        (("--out", "x", "--path", "A", "--weeks", "头一周"), "--weeks 后面写几到几"),
        (("--out", "x", "--layer", "9"), "没有“9”这一层。有的是：1"),
        (("--out", "x", "--lessons", "S1-1"), "没有 S1-1 这一课，是不是 S1-01？"),
        (("--out", "x", "--lessons", "、"), "--lessons 后面写课的编号"),
        (("--out", "x", "--path", "A", "--village", "没有"), "没有“没有”这个村的村情单"),
        (("--out", "x", "--path", "A", "--learners", "二十五"), "--learners 后面写几个人"),
        (("--out", "x", "--path", "A", "--learners", "0"), "--learners 后面写几个人，1 到"),
        (("--out", "x", "--path", "A", "--price-per-side", "一毛"), "后面写印一面几元"),
        (("--out", "x", "--path", "A", "--also", "法规"), "没有单印的“法规”，最像的：法规册、"),
    ],
)
def test_what_is_asked_wrongly_is_told_in_chinese(shop: Path, options, said, capsys):
    assert run(Project(shop / "course"), *options) == 2
    told = capsys.readouterr().err
    assert said in told
    assert "Error" not in told
    assert not Path("x").exists()


def test_a_lesson_that_is_not_written_is_named_and_not_printed(shop: Path, tmp_path, capsys):
    order = ("--lessons", "c1-01", "--out", str(tmp_path / "out"))
    assert run(Project(shop / "course"), *order) == 1
    told = capsys.readouterr().err
    assert "没有印的课：C1-01" in told
    assert "一课也没写好" in told
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("place", ["site", "curriculum/out", "build", "."])
def test_the_places_of_the_course_are_not_printed_into(shop: Path, place, capsys):
    project = Project(shop / "course")
    assert run(project, "--path", "A", "--out", str(project.root / place)) == 1
    assert "是课程自己的地方" in capsys.readouterr().err


def test_a_folder_with_anything_else_in_it_is_left_alone(shop: Path, tmp_path, capsys):
    (tmp_path / "照片.jpg").write_bytes(b"-")
    assert run(Project(shop / "course"), "--path", "A", "--out", str(tmp_path)) == 1
    assert "里有别的东西：照片.jpg" in capsys.readouterr().err
    assert read_folder(tmp_path) == {"照片.jpg": b"-"}


def test_the_last_packs_stay_until_the_new_ones_are_printed(tmp_path, capsys):
    project, out = make_project(tmp_path / "course", SMALL), tmp_path / "out"
    out.mkdir()
    assert run(project, "--path", "A", "--learners", "2", "--out", str(out)) == 0
    before = read_folder(out)
    template = project.templates / "handouts" / "print_list.typ"
    whole = template.read_text(encoding="utf-8")
    template.write_text(whole + "#panic()", encoding="utf-8")
    assert run(project, "--path", "A", "--learners", "3", "--out", str(out)) == 1
    assert "讲义的模板出错" in capsys.readouterr().err
    assert read_folder(out) == before
    template.write_text(whole, encoding="utf-8")
    assert run(project, "--path", "A", "--learners", "3", "--booklet", "--out", str(out)) == 0
    assert {"讲义册.pdf", "单面的表.pdf"} <= set(read_folder(out))
    assert "学员册.pdf" not in read_folder(out)
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith(".")] == []


def test_no_lesson_names_a_page_of_its_own_sheet():
    """In a pack, whose pages are numbered through, it would be another."""
    course = real_course()
    named = [
        (name, told)
        for name, part in (*course.lessons.items(), *course.forms.items())
        for _, told in texts(part)
        if re.search(r"第\s?[\d一二三四]\s?[页面]", told)
    ]
    assert named == []


def test_a_pack_is_printed_again_only_when_something_in_it_changes(small, tmp_path, monkeypatch):
    printed: list[str] = []
    print_pack = SheetPrinter.print_pack

    def noted(self: SheetPrinter, pack: Pack, data: bytes, epoch: int) -> bytes:
        printed.append(pack.name)
        return print_pack(self, pack, data, epoch)

    monkeypatch.setattr(SheetPrinter, "print_pack", noted)
    options = ("--lessons", "S1-01", "--out")
    assert run(small, *options, str(tmp_path / "one")) == 0
    first = read_folder(tmp_path / "one")
    assert run(small, *options, str(tmp_path / "two")) == 0
    assert read_folder(tmp_path / "two") == first
    assert printed == ["学员册", "单面的表", "培训员册"]
    lesson = small.curriculum / "lessons" / "S1-01.yml"
    text = lesson.read_text(encoding="utf-8")
    assert "听老师念" in text
    lesson.write_text(text.replace("听老师念", "听邻居念"), encoding="utf-8")
    printed.clear()
    assert run(small, *options, str(tmp_path / "one")) == 0
    assert "学员册" in printed
    for kept in small.packs.glob("*/pack.pdf"):
        kept.write_bytes(b"%PDF")
    printed.clear()
    assert run(small, *options, str(tmp_path / "two")) == 0
    assert printed == ["学员册", "单面的表", "培训员册"]
    assert read_folder(tmp_path / "two") == read_folder(tmp_path / "one") != first


def test_what_of_a_pack_is_no_use_on_paper_is_told_with_its_line(tmp_path: Path, capsys):
    project = make_project(tmp_path / "course", SMALL)
    drawing = project.curriculum / "figures" / "hand.svg"
    drawing.write_text(drawing.read_text().replace('stroke-width="6"', 'stroke-width="1"'))
    order = ("--lessons", "S1-01", "--learners", "25", "--out", str(tmp_path / "out"))
    for _ in range(2):
        assert run(project, *order) == 0
        told = [line for line in capsys.readouterr().out.splitlines() if "faint-line" in line]
        assert len(told) == 1, "the second time the pack lies ready, and the same is told"
        assert "curriculum/lessons/S1-01.yml" in told[0]
        assert "学员册 第 3 面“一道弯弯的线”" in told[0]
