"""The rules are not asked again about a course that is as it was, and what they found is told."""

from pathlib import Path

import pytest

from cunbo.checks.clock import Today, today
from cunbo.checks.rules import check
from cunbo.cli.main import main
from cunbo.making.freshness import read_state
from cunbo.making.project import Project
from cunbo.making.told import keep_told, told_before
from cunbo.problems.codes import Code
from cunbo.problems.edit import Edit
from cunbo.problems.problem import Location, Problem
from cunbo.reading.curriculum import read_curriculum
from cunbo.reading.reading import Reading

MENDED = Edit(3, 5, 3, 9, "【产品】", certain=True)
TOLD = [
    Problem(Code.BROKEN_MARK, Location("a.yml", 3, 5), "括号反了", "改成【产品】", MENDED),
    Problem(Code.PLACEHOLDER, Location("b.yml"), "还是草稿", "写上自己的"),
]
REMINDED = "- points: [不急, 不抄]", "- points: [直播赋能乡村, 不抄]"


@pytest.fixture
def asked(monkeypatch) -> list[Reading]:
    """Every time the rules were asked."""
    times: list[Reading] = []

    def ask(reading: Reading, *day: object) -> list[Problem]:
        times.append(reading)
        return check(reading, *day)

    monkeypatch.setattr("cunbo.cli.verdict.check_reading", ask)
    return times


def checks(project: Project, capsys: pytest.CaptureFixture[str]) -> tuple[int, str, str]:
    """What a person is answered."""
    return main(["--course", str(project.root), "check"]), *capsys.readouterr()


def change(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1
    path.write_text(text.replace(old, new), encoding="utf-8")


def test_what_is_kept_is_told_of_the_same_and_of_nothing_else(tmp_path):
    kept = tmp_path / "told.json"
    keep_told(kept, "mark", TOLD)
    assert told_before(kept, "mark") == TOLD
    assert told_before(kept, "another") is None
    keep_told(kept, "mark", [])
    assert told_before(kept, "mark") == []


@pytest.mark.parametrize("broken", ["", "[1]", '{"made_from": "mark", "told": [[1]]}', "{}"])
def test_what_cannot_be_read_any_more_is_not_known(tmp_path, broken):
    (tmp_path / "told.json").write_text(broken, encoding="utf-8")
    assert told_before(tmp_path / "told.json", "mark") is None


def test_a_second_check_asks_no_rule_and_says_the_same(small, capsys, asked):
    change(small.curriculum / "lessons" / "S1-01.yml", *REMINDED)
    first = checks(small, capsys)
    assert "提醒" in first[1]
    assert len(asked) == 1
    assert checks(small, capsys) == first
    assert len(asked) == 1


def test_a_build_asks_no_rule_again_and_says_what_the_check_said(small, capsys, asked):
    change(small.curriculum / "lessons" / "S1-01.yml", *REMINDED)
    _, said, _ = checks(small, capsys)
    reminder = said.partition("\n")[0]
    assert main(["--course", str(small.root), "build"]) == 0
    assert reminder in capsys.readouterr().out
    assert len(asked) == 1


@pytest.mark.parametrize(
    "name",
    [
        "lessons/S1-01.yml",
        "villages/xiaocun.yml",
        "slots.yml",
        "figures/hand.svg",
        "lessons/a.txt",
    ],
)
def test_whatever_changes_in_the_course_is_looked_at(small, capsys, asked, name):
    checks(small, capsys)
    path = small.curriculum / name
    path.write_bytes((path.read_bytes() if path.exists() else b"") + b"\n")
    checks(small, capsys)
    assert len(asked) == 2


def test_another_day_and_another_version_are_other_questions(small, monkeypatch):
    reading = read_curriculum(small.curriculum)
    here, begun = today()
    states = {read_state(reading, Today(here, begun)), read_state(reading, Today(begun, begun))}
    monkeypatch.setattr("cunbo.making.freshness.tools", lambda: "typst=99.0")
    states.add(read_state(reading, Today(here, begun)))
    assert len(states) == 3


def test_a_course_with_errors_is_looked_at_every_time(small, capsys, asked):
    change(small.curriculum / "lessons" / "S1-01.yml", "minutes: 14", "minutes: 15")
    assert checks(small, capsys)[0] == 1
    assert checks(small, capsys)[0] == 1
    assert len(asked) == 2
    assert not small.found.exists()
