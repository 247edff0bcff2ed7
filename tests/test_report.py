"""How problems are told: text with a caret, JSON, annotations."""

import json

from casebook import CASES, SMALL
from conftest import make_project

from cunbo.cli.main import main
from cunbo.problems.codes import Code
from cunbo.problems.problem import Location, Problem
from cunbo.problems.report import as_github, as_text, line

LINES = {"一.yml": ["标题: 先说\t价", "很长" * 60 + "：错在这里", "坏\x1b[31m字"]}


def problem(line: int, column: int, file: str = "一.yml") -> Problem:
    return Problem(Code.TAB, Location(file, line, column), "不对", "改好")


def test_the_caret_stands_under_the_place_though_han_are_two_columns_wide():
    told = as_text([problem(1, 5)], LINES).splitlines()
    assert told == [
        "一.yml:1:5: 错误: 不对；改好 [tab]",
        "    标题: 先说→价",
        "          ^",
    ]


def test_a_long_line_is_cut_around_the_caret():
    _, shown, caret = as_text([problem(2, 121)], LINES).splitlines()
    place = caret.index("^") - 4
    assert "：错在这里" in shown
    assert sum(2 for _ in shown[4 : shown.index("：")]) == place
    assert len(shown) < 60


def test_control_characters_do_not_reach_the_terminal():
    told = as_text([problem(3, 2)], LINES)
    assert "\x1b" not in told
    assert "坏□[31m字" in told


def test_a_problem_without_a_line_has_no_excerpt():
    assert as_text([problem(9, 1), problem(1, 1, "没有.yml")], LINES).count("\n") == 2


def test_colour_is_only_added_when_asked_for():
    assert "\x1b[31m错误:\x1b[0m" in as_text([problem(1, 1)], LINES, colour=True)


def test_annotations_escape_what_would_end_them():
    odd = Problem(Code.TAB, Location("一,二.yml", 1, 2), "100%\n不对", "改")
    assert as_github([odd], LINES) == (
        "::error file=一%2C二.yml,line=1,col=2,title=tab::100%25□不对；改\n"
    )


def test_the_formats_of_the_command(tmp_path, capsys, golden):
    project = make_project(tmp_path / "course", SMALL)
    lesson = project.curriculum / "lessons" / "C1-01.yml"
    text = lesson.read_text(encoding="utf-8")
    lesson.write_text(
        text.replace("title: ", "title：").replace("hours: 1", "hours: 一课时"), encoding="utf-8"
    )
    for name in ("text", "json", "github"):
        assert main(["--course", str(project.root), "check", "--format", name]) == 1
        golden(CASES / "golden" / f"report.{name}", capsys.readouterr().out)
    assert main(["--course", str(project.root), "check", "--format", "json"]) == 1
    found = json.loads(capsys.readouterr().out)
    assert [(one["code"], one["line"], one["column"]) for one in found] == [
        ("fullwidth-colon", 2, 6),
        ("not-a-number", 5, 8),
    ]
    assert main(["--course", str(project.root), "check", "--format", "xml"]) == 2


def test_a_very_long_line_is_shown_around_its_place():
    text = "好" * 150_000
    far = Problem(Code.RAW_HTML, Location("one.yml", 1, 140_001), "错", "改")
    shown = as_text([far], {"one.yml": (text,)}).splitlines()
    assert len(shown[1]) < 90
    assert shown[2].strip() == "^"


def test_escape_sequences_in_a_message_do_not_steer_the_terminal():
    told = Problem(Code.BAD_FORM, Location("one.yml"), "“\x1b[31mfoo”这样写不行", "改")
    assert "\x1b" not in line(told)
