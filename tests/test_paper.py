"""What paper must be: large enough to read, dark enough to copy, right for what a village sells."""

import json
import re
from pathlib import Path

import pypdfium2 as pdfium
import pypdfium2.raw as raw
import pytest
from casebook import real_course, real_reading
from conftest import ROOT, made_once
from copier import DOTS, second_copy
from PIL import Image
from reading_back import printed

from cunbo.handouts.measuring import measured
from cunbo.handouts.orders import lesson_orders
from cunbo.handouts.typst_sheets import SheetPrinter
from cunbo.making.project import Project
from cunbo.making.sheet_faults import sheet_faults
from cunbo.making.whence import Whence
from cunbo.model.blocks import Say
from cunbo.model.choices import HANDS_ON
from cunbo.telling.edition import Edition
from cunbo.telling.sheet_table import SHEETS
from cunbo.telling.sheets import Reader

COURSE = real_course()
VILLAGES = tuple(COURSE.villages)


class Papers:
    """The sheets of the written lessons for each village, by file name. Those of the course's own
    village were built; of the others a kind is printed once in a run, when it is asked for."""

    def __init__(self, built: Project, factory: pytest.TempPathFactory) -> None:
        self._built, self._factory = built, factory

    def of_kind(self, village: str, kind: str) -> dict[str, pdfium.PdfDocument]:
        return {path.name: pdfium.PdfDocument(path) for path in self.files(village, kind)}

    def files(self, village: str, kind: str) -> tuple[Path, ...]:
        if village == COURSE.settings.village:
            folder = self._built.site / "handouts"
        else:
            name = f"{village}-{kind}"
            folder = made_once(self._factory, name, lambda to: print_kind(village, kind, to))
        return tuple(sorted(folder.glob(f"??-??-{kind}.pdf")))


def print_kind(village: str, kind: str, to: Path) -> None:
    edition = Edition(COURSE, COURSE.villages[village])
    printer = SheetPrinter(ROOT / "templates" / "handouts")
    to.mkdir()
    for lesson in edition.written:
        for one in lesson_orders(edition, lesson, COURSE.figures):
            if one.sheet.name == kind:
                (to / one.file).write_bytes(printer.print_pdf(one.sheet, one.data, one.epoch))


@pytest.fixture(scope="session")
def papers(course_built: Project, tmp_path_factory: pytest.TempPathFactory) -> Papers:
    return Papers(course_built, tmp_path_factory)


def test_nothing_is_wrong_with_any_sheet_of_the_course_on_paper(course_built):
    """The build has measured all of them: lessons' and forms', elders' and trainers'."""
    kept = json.loads(course_built.told.read_bytes())
    assert kept["told"] == []
    measures = list(course_built.shelf.rglob("measured.json"))
    assert len(measures) == len(list((course_built.site / "handouts").glob("*.pdf"))) > 100


def test_what_is_read_aloud_is_as_large_on_the_plan_as_on_the_handout(papers):
    edition = Edition(COURSE, COURSE.villages["shikan"])
    plans = papers.of_kind("shikan", "教案")
    for lesson in edition.written:
        pdf = plans[f"{lesson.id}-教案.pdf"]
        large = squeezed("".join(map(words_in_fourteen, pdf)))
        spoken = [one.say for step in lesson.steps for one in step.trainer if isinstance(one, Say)]
        assert len(spoken) > 4
        for say in (*spoken, lesson.scene):
            assert squeezed(edition.plain(say)) in large, (lesson.id, say)


def words_in_fourteen(page: pdfium.PdfPage) -> str:
    words = page.get_textpage()
    return "".join(
        words.get_text_range(number, 1)
        for number in range(words.count_chars())
        if raw.FPDFText_GetFontSize(words.raw, number) >= 14
    )


def test_the_plan_has_launch_lines_the_grid_of_names_and_the_homework(papers):
    edition = Edition(COURSE, COURSE.villages["shikan"])
    plans = papers.of_kind("shikan", "教案")
    for lesson in edition.written:
        plan = squeezed(printed(plans[f"{lesson.id}-教案.pdf"]))
        hands_on = [step for step in lesson.steps if step.kind in HANDS_ON]
        for step in hands_on:
            launch = step.trainer[0]
            assert isinstance(launch, Say)
            assert "开练前说" + squeezed(edition.plain(launch.say)) in plan, lesson.id
        assert plan.count("开练前说") == len(hands_on) >= 1
        heads = "".join(edition.plain(one.look_for + one.passes) for one in lesson.rubric)
        assert set(squeezed(heads)) <= set(plan)
        assert "名字" in plan
        assert lesson.after
        assert "回家做" + squeezed(edition.plain(lesson.after.homework)) in plan
        for one in lesson.objectives:
            assert squeezed(edition.plain(one.can)) in plan
        assert "上完课记一笔" in plan


def squeezed(text: str) -> str:
    return re.sub(r"[\W_]+", "", text)


@pytest.mark.parametrize("kind", ["讲义", "空白表", "教案", "要点卡四张"])
def test_no_sentence_leaves_its_last_character_alone_on_a_line(kind, papers):
    sheets = papers.of_kind("shikan", kind)
    lines = [
        (file, line.strip())
        for file, pdf in sheets.items()
        for page in pdf
        for line in page.get_textpage().get_text_bounded().splitlines()
    ]
    assert len(lines) > 200
    assert [one for one in lines if re.fullmatch("[\u4e00-\u9fff][。？！]", one[1])] == []


@pytest.mark.parametrize("village", VILLAGES)
def test_a_village_reads_no_blank_twice_in_a_line_and_no_mark(village, papers):
    edition = Edition(COURSE, COURSE.villages[village])
    for file, pdf in papers.of_kind(village, "讲义").items():
        text = printed(pdf)
        assert not set("【】") & set(text), file
    for lesson in edition.written:
        for step in edition.course.lessons[lesson.id].steps:
            for one in (*step.learner, *step.trainer):
                if isinstance(one, Say):
                    assert sum(bool(run.blank) for run in edition.runs(one.say)) < 2


@pytest.mark.parametrize("village", VILLAGES)
def test_every_handout_keeps_within_two_sides_and_can_be_read(village, papers):
    handouts = {path.name: path.read_bytes() for path in papers.files(village, "讲义")}
    assert len(handouts) > 20
    edition, told = Edition(COURSE, COURSE.villages[village]), []
    whence = Whence(real_reading(), edition)
    for lesson in edition.written:
        order = next(iter(lesson_orders(edition, lesson, COURSE.figures)))
        sheet = measured(handouts[order.file], order.file, order.sheet.margin)
        told += sheet_faults(order.printed(2, 1), sheet, whence)
    assert told == []


HELD_BY_LEARNERS = {one.name for one in SHEETS if one.reader is Reader.LEARNER}
WHATEVER_IS_SOLD = re.compile("吃(?:饭|亏|过亏|罢|完)")
"""Said in every village."""
ON_FOOD = {"S1-08", "S1-15"}
"""A story of somebody who sells bamboo shoots; which kinds of goods need a permit."""
OF_FOOD = ("吃", "尝", "熟", "打药", "打了药", "枚", "净含量", "合格证", "保质", "鲜货", "鸡蛋")


def test_a_village_of_crafts_has_no_line_on_food():
    found = {file: food_in(words) for file, words in held_by_learners("ruoxi").items()}
    assert len(found) > 12
    assert {file: words for file, words in found.items() if words} == {}
    food = "".join(held_by_learners("yangwu").values())
    assert food_in(food), "the words are those that lessons use"
    for one in SHEETS:
        if one.name in HELD_BY_LEARNERS:
            template = ROOT / "templates" / "handouts" / one.template
            assert food_in(template.read_text(encoding="utf-8")) == [], template.name


def food_in(words: str) -> list[str]:
    return [word for word in OF_FOOD if word in WHATEVER_IS_SOLD.sub("", words)]


def held_by_learners(village: str) -> dict[str, str]:
    """All that the sheets of learners are printed from, by file; that and the templates make up
    what is read on them."""
    edition = Edition(COURSE, COURSE.villages[village])
    return {
        order.file: order.data.decode()
        for lesson in edition.written
        for order in lesson_orders(edition, lesson, COURSE.figures)
        if order.sheet.name in HELD_BY_LEARNERS and lesson.id not in ON_FOOD
    }


def test_a_long_sentence_for_elders_ends_its_line_at_a_pause(papers):
    pages = papers.of_kind("shikan", "老人版")["S1-13-老人版.pdf"]
    lines = [line for page in pages for line in page.get_textpage().get_text_range().splitlines()]
    assert "手印按在卡上。" in [line.strip() for line in lines]


TILE = 30


def ink(page: Image.Image) -> Image.Image:
    """The share of black in each tile, as shades up to 255."""
    black = page.point(lambda value: 255 if value < 150 else 0)
    return black.resize((page.width // TILE, page.height // TILE), Image.Resampling.BOX)


def test_the_copy_of_a_copy_keeps_every_line_of_what_learners_hold(papers):
    for file, pdf in papers.of_kind("shikan", "讲义").items():
        for page in pdf:
            first = page.render(scale=DOTS / 72, grayscale=True).to_pil()
            assert thinned(first) < 0.01, file


def thinned(page: Image.Image) -> float:
    """The share of the tiles with ink that lose most of it on the second copy."""
    pairs = list(zip(ink(page).tobytes(), ink(second_copy(page)).tobytes(), strict=True))
    inked = [(before, after) for before, after in pairs if before > 12]
    assert len(inked) > 20
    return sum(after < 0.5 * before for before, after in inked) / len(inked)


def test_thin_gray_letters_would_be_lost_on_the_second_copy(papers):
    page = (
        papers.of_kind("shikan", "讲义")["S1-04-讲义.pdf"][0]
        .render(scale=DOTS / 72, grayscale=True)
        .to_pil()
    )
    assert thinned(page.point(lambda value: 110 + value * 145 // 255)) > 0.1
