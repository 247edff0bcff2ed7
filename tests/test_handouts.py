"""Sheets: their text read back, their tags and fonts, and their pages looked at as pixels."""

import io
import re
from functools import cache, lru_cache
from pathlib import Path

import pypdfium2 as pdfium
import pytest
from casebook import CASES, real_course, told_at_home
from PIL import Image, ImageChops
from prints import words_printed
from pypdf import PdfReader
from reading_back import in_order, out_of_order, owed, parts_of, squeezed

from cunbo.handouts.orders import course_orders
from cunbo.telling.sheet_table import SHEETS
from cunbo.telling.sheets import Size

COURSE = real_course()
EDITION = told_at_home(COURSE)
WRITTEN = [lesson.id for lesson in EDITION.written]
FILES = {
    one.file(lesson.id): one.size
    for lesson in EDITION.written
    for one in SHEETS
    if one.view(EDITION, lesson) is not None
}
OF_THE_COURSE = {one.file: one.sheet.size for one in course_orders(EDITION)}
ON_PAPER = [file for file, size in (FILES | OF_THE_COURSE).items() if size.is_paper]
POINTS = {Size.A4: [595, 842], Size.A5: [420, 595], Size.SCREEN: [960, 540]}
LIGHTEST_INK = 0.65 * 255
PAPER = 250


@lru_cache(maxsize=1)
def pages_as_pixels(path: Path, dots: int = 100) -> tuple[Image.Image, ...]:
    """The pages in shades of gray, so many dots an inch."""
    return tuple(
        page.render(scale=dots / 72, grayscale=True).to_pil() for page in pdfium.PdfDocument(path)
    )


@cache
def text_of(path: Path) -> str:
    return "\n".join(page.get_textpage().get_text_range() for page in pdfium.PdfDocument(path))


@pytest.fixture(params=FILES)
def sheet(request, course_built):
    return course_built.site / "handouts" / request.param


@pytest.fixture(params=FILES | OF_THE_COURSE)
def any_sheet(request, course_built):
    return course_built.site / "handouts" / request.param


@pytest.fixture(params=ON_PAPER, scope="module")  # a sheet is looked at by all tests at once
def any_paper(request, course_built):
    return course_built.site / "handouts" / request.param


def test_a_sheet_says_what_it_is(sheet):
    lesson = COURSE.lessons[sheet.name[:5]]
    text = text_of(sheet)
    pages = len(PdfReader(sheet).pages)
    assert lesson.id in text
    assert squeezed(lesson.title_parts[0]) in squeezed(text), "it may break"
    assert f"核对于 {lesson.reviewed}" in re.sub(r"\s+", " ", text)
    assert (f"示例村：{EDITION.village.name}" in text) == (f"-{EDITION.place}" in text)
    for number in range(1, pages + 1):
        assert re.search(rf"第\s*{number}\s*页，共\s*{pages}\s*页", text)
    assert f"{COURSE.settings.title} {COURSE.settings.version}" in re.sub(r"\s+", " ", text)


def test_a_sheet_is_tagged_titled_and_carries_its_fonts(any_sheet):
    reader = PdfReader(any_sheet)
    root = reader.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"] is True or root["/MarkInfo"]["/Marked"] == True  # noqa: E712
    assert str(root["/Lang"]).lower().startswith("zh")
    assert "/StructTreeRoot" in root
    assert reader.metadata is not None
    is_of_lesson = any_sheet.name[2] == "-"
    named = any_sheet.stem.removeprefix("表-")[: 5 if is_of_lesson else 2]
    assert named in str(reader.metadata.title)
    assert b"pdfuaid" in root["/Metadata"].get_data()
    points = POINTS[(FILES | OF_THE_COURSE)[any_sheet.name]]
    for page in reader.pages:
        assert [round(float(side)) for side in page.mediabox[2:]] == points
        for font in page["/Resources"]["/Font"].values():
            descendant = font["/DescendantFonts"][0].get_object()
            descriptor = descendant["/FontDescriptor"]
            assert {"/FontFile2", "/FontFile3"} & set(descriptor)
            assert re.match(r"/[A-Z]{6}\+", descriptor["/FontName"])


def test_no_character_is_missing_its_glyph(any_sheet):
    text = text_of(any_sheet)
    assert "\ufffd" not in text
    assert "\x00" not in text
    for page in PdfReader(any_sheet).pages:
        for font in page["/Resources"]["/Font"].values():
            assert ".LastResort" not in str(font["/BaseFont"])


def test_the_copier_loses_nothing(any_paper):
    """Black on white: no area of the page is a gray that a bad copier drops or smears."""
    for page in pages_as_pixels(any_paper):
        assert sum(page.histogram()[:PAPER]) > 900
        assert flat_gray(page) < 20


def flat_gray(page: Image.Image) -> int:
    """How many pixels are gray with only gray around them."""
    gray = page.point(lambda value: 255 if LIGHTEST_INK <= value < PAPER else 0)
    for right, down in ((1, 0), (0, 1)):
        before, after = (ImageChops.offset(gray, way * right, way * down) for way in (-1, 1))
        gray = ImageChops.darker(gray, ImageChops.darker(before, after))
    return gray.histogram()[255]


def test_a_gray_area_would_be_noticed():
    page = Image.new("L", (40, 40), 255)
    page.paste(0, (0, 0, 20, 40))
    assert flat_gray(page) == 0
    page.paste(200, (10, 10, 16, 17))
    assert flat_gray(page) == 4 * 5


def test_the_punch_and_the_edges_stay_free(any_paper):
    """14 mm on the binding side (left on odd pages) and 7.5 mm elsewhere hold no ink at all."""
    for number, page in enumerate(pages_as_pixels(any_paper), 1):
        millimetre = page.width / 210
        edge, gutter = int(7.5 * millimetre), int(14 * millimetre)
        box = page.point(lambda value: 255 if value < PAPER else 0).getbbox()
        assert box is not None
        left, top, right, bottom = box
        binding = left if number % 2 else page.width - right
        assert binding >= gutter, number
        assert min(left, top, page.width - right, page.height - bottom) >= edge, number


def test_learners_get_two_sides_and_no_side_stands_almost_empty(course_built):
    for lesson in EDITION.written:
        path = course_built.site / "handouts" / f"{lesson.id}-讲义.pdf"
        pages = pages_as_pixels(path)
        assert len(pages) <= 2, lesson.id
        for number, page in enumerate(pages, 1):
            body = page.crop((0, 0, page.width, int(page.height * 0.93)))
            box = body.point(lambda value: 255 if value < PAPER else 0).getbbox()
            assert box is not None
            assert box[3] > 0.3 * page.height, (lesson.id, number)


def test_every_sentence_of_a_lesson_is_on_its_sheet(sheet):
    lesson, kind = EDITION.course.lessons[sheet.name[:5]], sheet.stem[6:]
    text = squeezed(words_printed(sheet.read_bytes()))
    wanted = [one for where, _, runs in owed(EDITION, lesson) if where == kind for one in runs]
    assert wanted, f"`owed` of tests/reading_back.py does not say what {kind} has of a lesson"
    assert [one for one in wanted if squeezed(one) not in text] == []
    told = [in_order(EDITION, part) for part in parts_of(EDITION, lesson, kind)]
    assert [out_of_order(text, part) for part in told if out_of_order(text, part)] == []


def test_law_is_not_on_what_learners_hold(course_built):
    handouts = course_built.site / "handouts"
    laws = {fact.law.partition("（")[0] for fact in COURSE.facts.values()}
    for lesson in EDITION.written:
        text = squeezed(text_of(handouts / f"{lesson.id}-讲义.pdf"))
        assert "依据" not in text
        assert [law for law in laws if squeezed(law) in text] == [], lesson.id


def test_the_law_stands_once_in_a_booklet_and_the_plans_point_to_it(course_built):
    handouts = course_built.site / "handouts"
    booklet = text_of(handouts / "法规册.pdf")
    used = set()
    for lesson in EDITION.written:
        text = text_of(handouts / f"{lesson.id}-教案.pdf")
        plan, pointing = squeezed(text), re.sub(r"\s", "", text)
        for fact in (COURSE.facts[name] for name in lesson.facts):
            says = r"\s*".join(map(re.escape, EDITION.plain(fact.says)[:14]))
            [number] = re.findall(rf"^(\d+)\s*{says}", booklet, re.MULTILINE)
            assert re.search(rf"《法规册》第(\d+、)*{number}[、条]", pointing)
            assert squeezed(fact.law) not in plan, "the law itself is off the plan"
            used.add(fact.id)
            for told in (fact.law, str(fact.checked), str(fact.review_by), lesson.id):
                assert squeezed(told) in squeezed(booklet), (fact.id, told)
    assert len(used) > 10


def test_the_plan_says_on_which_side_of_the_handout_each_step_is(course_built):
    handouts = course_built.site / "handouts"
    for lesson in EDITION.written:
        sides = [
            squeezed(page.get_textpage().get_text_range())
            for page in pdfium.PdfDocument(handouts / f"{lesson.id}-讲义.pdf")
        ]
        plan = re.sub(r"\s", "", text_of(handouts / f"{lesson.id}-教案.pdf"))
        named = [int(side) for side in re.findall(r"学员手里：讲义第(\d)页", plan)]
        shown = [step for step in lesson.steps if step.learner]
        assert len(named) == len(shown) > 3
        for side, step in zip(named, shown, strict=True):
            assert squeezed(EDITION.plain(step.title)) in sides[side - 1], step.title


def test_what_is_asked_before_a_course_begins_stands_on_one_sheet(course_built):
    sheet = squeezed(text_of(course_built.site / "handouts" / "开班前问清的事.pdf"))
    asked = [one for lesson in EDITION.written for one in lesson.ask_first]
    assert len(asked) > 5
    lost = [one.ask for one in asked if squeezed(EDITION.plain(one.ask)) not in sheet]
    assert lost == []
    assert (
        sheet.count("谁答的") == sheet.count("哪天") == len({(one.who, one.ask) for one in asked})
    )


def test_what_is_to_be_cut_stands_on_a_page_without_the_run_sheet(course_built):
    cut = [(lesson, part) for lesson in EDITION.written for part in lesson.appendix if part.cut]
    assert len(cut) >= 3
    for lesson, part in cut:
        path = course_built.site / "handouts" / f"{lesson.id}-教案.pdf"
        texts = [page.get_textpage().get_text_range() for page in pdfium.PdfDocument(path)]
        with_part = [text for text in texts if EDITION.plain(part.title)[:8] in text]
        assert len(with_part) == 1, part.title
        assert "小测答案" not in with_part[0]
        assert "容易出的岔子" not in with_part[0]


def test_a_figure_has_words_for_those_who_cannot_see_it(course_built):
    reader = PdfReader(course_built.site / "handouts" / "S1-07-讲义.pdf")
    alts = list(_alternatives(reader.trailer["/Root"]["/StructTreeRoot"]))
    assert any("长纸条" in alt for alt in alts)


def _alternatives(node: object, depth: int = 0) -> list[str]:
    node = node.get_object() if hasattr(node, "get_object") else node
    if isinstance(node, list):
        return [alt for one in node for alt in _alternatives(one, depth + 1)]
    if not isinstance(node, dict) or depth > 60:
        return []
    own = [str(node["/Alt"])] if "/Alt" in node else []
    return own + (_alternatives(node["/K"], depth + 1) if "/K" in node else [])


@pytest.mark.parametrize("kind", ["讲义", "空白表", "教案"])
def test_a_golden_handout(small_built, golden, kind):
    path = small_built.site / "handouts" / f"S1-01-{kind}.pdf"
    golden(CASES / "golden" / f"S1-01-{kind}.txt", text_of(path).replace("\r\n", "\n") + "\n")


@pytest.mark.parametrize("kind", ["讲义", "空白表", "教案"])
def test_a_golden_handout_looks_as_it_did(request, small_built, kind):
    """Each page at 30 dots an inch against its picture; a pixel may differ by a shade."""
    path = small_built.site / "handouts" / f"S1-01-{kind}.pdf"
    pages = pages_as_pixels(path, 150)
    for number, page in enumerate(pages, 1):
        small = page.resize((248, 351), Image.Resampling.BOX)
        picture = CASES / "golden" / f"S1-01-{kind}-{number}.png"
        if request.config.getoption("--refresh"):
            small.save(picture, optimize=True)
        before = Image.open(io.BytesIO(picture.read_bytes()))
        differences = [abs(a - b) for a, b in zip(small.tobytes(), before.tobytes(), strict=True)]
        assert sum(difference > 24 for difference in differences) < 20, number
    kept = {one.name for one in (CASES / "golden").glob(f"S1-01-{kind}-*.png")}
    assert kept == {f"S1-01-{kind}-{number}.png" for number in range(1, len(pages) + 1)}
