"""What `cunbo check` answers: exit code, balance sheet, and where the codes are explained."""

import datetime

import pytest
from conftest import CASES

from cunbo.cli.main import main
from cunbo.project import Project

HINT = "方括号里的代号，错误手册里有例子："


@pytest.fixture(autouse=True)
def today(monkeypatch):
    """The day of the last review in the small course: nothing in it is due."""
    judged_on(monkeypatch, datetime.date(2026, 11, 1))


def judged_on(monkeypatch, day: datetime.date) -> None:
    class Day(datetime.date):
        @classmethod
        def today(cls) -> datetime.date:
            return day

    monkeypatch.setattr("cunbo.cli.check.date", Day)


def check(project: Project, *options: str) -> int:
    return main(["--course", str(project.root), "check", *options])


def homework(project: Project, words: str) -> None:
    lesson = project.curriculum / "lessons" / "S1-01.yml"
    text = lesson.read_text(encoding="utf-8")
    assert "homework: 念给家里人听。" in text
    lesson.write_text(text.replace("念给家里人听。", words), encoding="utf-8")


def put_manual(project: Project) -> str:
    manual = project.site / "authors" / "errors.html"
    manual.parent.mkdir(parents=True)
    manual.touch()
    return f"{HINT}{manual}\n"


@pytest.mark.parametrize("form", ["text", "json", "github"])
def test_warnings_alone_exit_with_0_and_one_error_with_1(small, capsys, form):
    homework(small, "算流量池。")
    assert check(small, "--format", form) == 0
    assert "jargon" in capsys.readouterr().out
    lesson = small.curriculum / "lessons" / "S1-01.yml"
    with lesson.open("a", encoding="utf-8") as file:
        file.write("scen: 写错的键\n")
    assert check(small, "--format", form) == 1
    assert "unknown-key" in capsys.readouterr().out


def test_a_course_with_warnings_alone_is_built_whatever_the_day(small, capsys, monkeypatch):
    judged_on(monkeypatch, datetime.date(2027, 11, 2))
    homework(small, "算流量池。")
    assert main(["--course", str(small.root), "build"]) == 0
    said = capsys.readouterr().out
    assert "[jargon]" in said
    assert said.count("[") == 1
    assert "算流量池" in (small.site / "lessons" / "S1-01.html").read_text(encoding="utf-8")


def test_stats_adds_the_balance_sheet_to_what_check_says(small, capsys):
    table = (CASES / "golden" / "small-stats.txt").read_text(encoding="utf-8")
    assert check(small) == 0
    plain = capsys.readouterr().out
    assert check(small, "--stats") == 0
    assert capsys.readouterr().out == f"{plain}\n{table}"


def test_the_manual_is_named_where_it_is_there_and_something_is_to_be_looked_up(small, capsys):
    homework(small, "算流量池。")
    check(small)
    assert HINT not in capsys.readouterr().err
    hint = put_manual(small)
    check(small)
    assert hint in capsys.readouterr().err
    check(small, "--format", "json")
    said = capsys.readouterr()
    assert HINT not in said.out + said.err


def test_the_manual_is_not_named_where_nothing_is_wrong(small, capsys):
    put_manual(small)
    assert check(small) == 0
    said = capsys.readouterr()
    assert "没有发现问题" in said.out
    assert HINT not in said.out + said.err


def test_check_judges_by_today(small, capsys, monkeypatch):
    judged_on(monkeypatch, datetime.date(2027, 11, 2))
    assert check(small) == 0
    said = capsys.readouterr().out
    assert "[fact-expired]" in said
    assert "[review-due]" in said
