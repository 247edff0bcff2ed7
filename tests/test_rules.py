"""Rules at their limits: one word or one minute more or less, in the small course."""

from pathlib import Path

import pytest
from casebook import SMALL, problems_of
from scratch import copied

from cunbo.checks.rules import check
from cunbo.problems.codes import Code
from cunbo.problems.problem import Problem
from cunbo.reading.curriculum import read_curriculum
from cunbo.reading.source import MAX_BYTES

LESSON, PAPER = "lessons/S1-01.yml", "sources/wen2025.yml"
HOMEWORK = "homework: 念给家里人听。"
SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">{}</svg>'


@pytest.fixture
def course(tmp_path) -> Path:
    return copied(SMALL, tmp_path / "curriculum")


def change(course: Path, file: str, old: str, new: str) -> None:
    path = course / file
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {file}"
    path.write_text(text.replace(old, new), encoding="utf-8")


def told(course: Path) -> list[Problem]:
    return problems_of(course)


def where(course: Path) -> list[tuple[Code, str, str]]:
    """Code, file, and the text of the line each problem points to."""
    found = []
    for one in told(course):
        lines = (course.parent / one.at.file).read_text(encoding="utf-8").splitlines()
        found.append((one.code, one.at.file, lines[one.at.line - 1].strip()))
    return found


@pytest.mark.parametrize(
    ("talk", "practice", "codes"),
    [
        (16, 3, []),
        (17, 2, [Code.TOO_LITTLE_PRACTICE]),
    ],
    ids=["18 of 45", "17 of 45"],
)
def test_forty_percent_of_the_minutes_are_practice_and_not_one_less(course, talk, practice, codes):
    text = (course / LESSON).read_text(encoding="utf-8")
    assert text.count("minutes: 14") == text.count("title: 三个字\n    minutes: 5") == 1
    text = text.replace("title: 三个字\n    minutes: 5", f"title: 三个字\n    minutes: {talk}")
    text = text.replace("minutes: 14", f"minutes: {practice}")
    (course / LESSON).write_text(text, encoding="utf-8")
    assert [one.code for one in told(course)] == codes


@pytest.mark.parametrize("key", ["electives", "waived"])
def test_a_path_names_only_lessons_there_are(course, key):
    with (course / "paths" / "A.yml").open("a", encoding="utf-8") as file:
        file.write(f"{key}: [S1-99]\n")
    assert where(course) == [(Code.UNKNOWN_LESSON, "curriculum/paths/A.yml", f"{key}: [S1-99]")]


def test_a_practice_answers_only_findings_there_are(course):
    change(course, "practices.yml", "[wen2025-layers]", "[wen2025-layers, wen2025-nix]")
    assert where(course) == [
        (
            Code.UNKNOWN_PROPOSAL,
            "curriculum/practices.yml",
            "derives_from: [wen2025-layers, wen2025-nix]",
        )
    ]


def test_findings_of_a_paper_that_cannot_be_read_are_not_told_as_well(course):
    change(course, PAPER, "cite: 文某（2025）", "cit: 文某（2025）")
    files = {file for _, file, _ in where(course)}
    assert files == {f"curriculum/{PAPER}"}


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("title: 说一句话：用自己的话", "title: 算流量池"),
        ("title: 三个字", "title: 算流量池"),
        ("ask: 观众问打没打药，怎么说？", "ask: 流量池怎么说？"),
        ("{text: 绝对没有,", "{text: 看流量池,"),
        (HOMEWORK, "homework: 算流量池。"),
        ("scene: 第一次开口", "scene: 流量池高，第一次开口"),
        ("look_for: 说清了", "look_for: 说清了流量池"),
        ("when: 忘词了", "when: 流量池低"),
    ],
)
def test_jargon_is_told_wherever_learners_read(course, old, new):
    change(course, LESSON, old, new)
    (found,) = where(course)
    assert found[:2] == (Code.JARGON, f"curriculum/{LESSON}")
    assert "流量池" in found[2]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("note: 没人举手就再念一遍。", "note: 别讲流量池。"),
        ("instead_of: 全网最低价", "instead_of: 流量池高"),
        (HOMEWORK, "homework: 算流量池（一百个人里几个买）。"),
        (HOMEWORK, "homework: 听见“流量池”就问。"),
    ],
)
def test_jargon_for_the_trainer_explained_or_quoted_is_none(course, old, new):
    change(course, LESSON, old, new)
    assert told(course) == []


@pytest.mark.parametrize(
    ("sentence", "codes"),
    [
        ("文某说有 50% 的人不敢开口，没有注明出处。", []),
        ("有 50% 的人不敢开口，没有注明出处。", [Code.UNCITED_FIGURE]),
        ("文某说有 50% 的人不敢开口。", [Code.UNCITED_FIGURE]),
        ("文某这么说，没有注明出处。有 50% 的人不敢开口。", [Code.UNCITED_FIGURE]),
        ("有 50％ 的人不敢开口。", [Code.UNCITED_FIGURE]),
        ("有 150% 的人不敢开口。", []),
        ("念 3 天。", []),
        ("到 2025 年 6 月。", []),
    ],
)
def test_a_figure_stands_beside_its_author_and_its_caveat(course, sentence, codes):
    change(course, PAPER, '["50%"]', '["50%", 3天, 2025年6月]')
    change(course, LESSON, HOMEWORK, f"homework: {sentence}")
    assert [one.code for one in told(course)] == codes


def test_a_table_with_an_empty_cell_is_something_to_keep(course):
    change(course, LESSON, "{name: 一张小纸条, form: sheet}", "{name: 一张小纸条}")
    change(course, LESSON, "      - write_in: {label: 我的一句, lines: 2}\n", "")
    change(course, LESSON, "      - checklist: [说了产地, 说了价格]\n", "")
    change(course, LESSON, "          blank_rows: 1\n", "")
    assert told(course) == []
    change(course, LESSON, "[[一份【价格】, '']]", "[[一份【价格】, 懂]]")
    assert [one.code for one in told(course)] == [Code.NOTHING_TO_KEEP]


@pytest.mark.parametrize(
    ("drawing", "reasons"),
    [
        ('<path d="M0 0" fill="url(#a)"/>', ["印不出来"]),
        ('<path d="M0 0" fill="url(https://a.cn/x.svg#a)"/>', ["引用了外面的东西"]),
        ('<path d="M0 0" fill="url(x.svg)"/>', ["引用了外面的东西"]),
        (f"<!--{'x' * (MAX_BYTES - 100)}-->", []),
        (f"<!--{'x' * MAX_BYTES}-->", ["文件太大"]),
    ],
    ids=["own paint", "paint from a site", "paint from a file", "large", "too large"],
)
def test_a_drawing_asks_for_nothing_and_is_not_too_large(course, drawing, reasons):
    (course / "figures" / "hand.svg").write_text(SVG.format(drawing), encoding="utf-8")
    problems = told(course)
    assert [one.code for one in problems] == [Code.UNSAFE_FIGURE] * len(reasons)
    assert [one.what for one in problems if not one.what.endswith(tuple(reasons))] == []


def test_a_drawing_from_outside_the_folder_is_not_taken_in(course):
    outside = course.parent / "outside.svg"
    (course / "figures" / "hand.svg").rename(outside)
    (course / "figures" / "hand.svg").symlink_to(outside)
    reading = read_curriculum(course)
    assert reading.course is not None
    assert reading.course.figures == {}
    assert f"curriculum/{LESSON}" in {one.at.file for one in check(reading)}


@pytest.mark.parametrize("name", [".S1-01.yml.swp", "~$S1-01.yml", "~S1-02.yml"])
def test_what_an_editor_leaves_beside_a_file_is_not_read(course, name):
    (course / "lessons" / name).write_text("坏了: [", encoding="utf-8")
    assert told(course) == []


def test_seven_broken_lines_of_one_file_are_told_at_once(course):
    text = (course / LESSON).read_text(encoding="utf-8")
    colons = ["title: 说", "track: s", "layer: 1", "hours: 1", "scene: 第", "bring: [", "card: ["]
    for colon in colons:
        assert text.count(f"\n{colon}") == 1
        text = text.replace(f"\n{colon}", f"\n{colon.replace(': ', '：')}")
    (course / LESSON).write_text(text, encoding="utf-8")
    assert [one.code for one in told(course)] == [Code.FULLWIDTH_COLON] * len(colons)


def test_a_sentence_folded_over_lines_is_one_without_gaps_between_han(course):
    change(course, LESSON, HOMEWORK, "homework: >\n    念给【 产品】家\n    里人听。\n    3 遍")
    reading = read_curriculum(course)
    assert check(reading) == []
    assert reading.course is not None
    after = reading.course.lessons["S1-01"].after
    assert after is not None
    assert after.homework == "念给【 产品】家里人听。3 遍"
