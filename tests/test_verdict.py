"""What `cunbo check` answers: exit code, balance sheet, and where the codes are explained."""

import datetime
import json
import os
import re
import shutil
import subprocess
import sys

import pytest
from casebook import CASES
from conftest import ROOT
from scratch import copied

from cunbo import __released__, __version__
from cunbo.cli.main import main
from cunbo.making.project import Project

HINT = "方括号里的代号，错误手册里有例子："


@pytest.fixture(autouse=True)
def today(monkeypatch):
    """A day on which nothing in the small course is due."""
    judged_on(monkeypatch, datetime.date(2026, 11, 22))


def judged_on(monkeypatch, day: datetime.date) -> None:
    noon = datetime.datetime.combine(day, datetime.time(12), datetime.UTC)
    monkeypatch.setattr("cunbo.checks.clock.now", lambda: noon)


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
    assert "[review-due]" in said
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


def reviewed(project: Project, day: str) -> None:
    lesson = project.curriculum / "lessons" / "S1-01.yml"
    text = lesson.read_text(encoding="utf-8")
    lesson.write_text(text.replace("reviewed: 2026-11-01", f"reviewed: {day}"), encoding="utf-8")


@pytest.mark.parametrize("day", ["2026-11-25", "2062-11-01", "2999-12-31"])
def test_what_check_refuses_build_refuses(small, capsys, day):
    reviewed(small, day)
    assert check(small) == 1
    found = capsys.readouterr().out
    assert f"reviewed 写的 {day} 还没到" in found
    assert main(["--course", str(small.root), "build"]) == 1
    assert capsys.readouterr().out == found
    assert not small.site.exists()


@pytest.mark.parametrize(
    ("hours_from_utc", "moment", "day", "is_to_come"),
    [
        (-11, "2026-11-25 13:30", "2026-11-26", False),  # Pago Pago, while China sleeps
        (-12, "2026-11-25 22:30", "2026-11-27", False),  # half past midnight in Kiritimati
        (-12, "2026-11-25 21:30", "2026-11-27", True),
        (0, "2026-11-26 09:59", "2026-11-27", True),
        (0, "2026-11-26 10:00", "2026-11-27", False),
        (8, "2026-11-26 17:59", "2026-11-27", True),
        (14, "2026-11-26 00:00", "2026-11-27", True),
    ],
)
def test_a_day_that_has_begun_anywhere_is_not_to_come(
    small, monkeypatch, hours_from_utc, moment, day, is_to_come
):
    zone = datetime.timezone(datetime.timedelta(hours=hours_from_utc))
    clock = datetime.datetime.fromisoformat(moment).replace(tzinfo=zone)
    monkeypatch.setattr("cunbo.checks.clock.now", lambda: clock)
    reviewed(small, day)
    assert check(small) == is_to_come


def test_a_clock_that_is_wrong_is_told_once_and_blames_no_date(small, capsys, monkeypatch):
    judged_on(monkeypatch, datetime.date(2001, 1, 1))
    reviewed(small, "2027-03-01")
    assert check(small) == 0
    said = capsys.readouterr()
    assert "没有发现问题" in said.out
    assert said.err.count("日期不对") == 1
    assert check(small, "--format", "json") == 0
    said = capsys.readouterr()
    assert said.out == "[]\n"
    assert said.err.count("日期不对") == 1


def test_the_day_of_release_is_that_of_the_change_log():
    changes = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    assert f"\n## {__version__} – {__released__}\n" in changes


POWERLESS = ["setpriv", "--bounding-set=-all", "--inh-caps=-all"] if os.geteuid() == 0 else []
"""Root may read everything: without its powers it is a user as any other."""


@pytest.mark.parametrize("name", ["lessons", "figures", "villages", ""])
def test_a_folder_that_cannot_be_opened_is_a_problem_and_nothing_else_is(small, name):
    folder = small.curriculum / name
    folder.mkdir(exist_ok=True)
    folder.chmod(0)
    try:
        done = subprocess.run(
            [*POWERLESS, sys.executable, "-m", "cunbo", "check", "--format", "json"],
            cwd=small.root, capture_output=True, text=True,
        )  # fmt: skip
    finally:
        folder.chmod(0o755)
    assert done.returncode == 1
    (found,) = json.loads(done.stdout)
    assert found["path"] == "/".join(filter(None, ["curriculum", name]))
    assert found["code"] == "unreadable-file"
    assert "没有权限" in found["what"]


@pytest.mark.parametrize("kind", ["file", "link to nowhere"])
def test_what_stands_in_the_place_of_a_folder_is_a_problem(small, capsys, kind):
    folder = small.curriculum / "facts"
    shutil.rmtree(folder)
    if kind == "file":
        folder.touch()
    else:
        folder.symlink_to("nowhere")
    assert check(small) == 1
    told = capsys.readouterr().out.splitlines()
    assert [line.split(":")[0] for line in told if "错误" in line] == ["curriculum/facts"]


def test_a_file_that_is_none_of_the_course_need_not_be_readable(small_built, tmp_path):
    project = Project(tmp_path / "course")
    copied(small_built.root, project.root)
    for name in ("~$备注.docx", "备注.docx", "lessons/.S1-01.yml.swp"):
        (project.curriculum / name).touch(mode=0)
    done = subprocess.run(
        [*POWERLESS, sys.executable, "-m", "cunbo", "build"],
        cwd=project.root, capture_output=True, text=True,
    )  # fmt: skip
    assert "没有变化" in done.stdout, done.stderr


@pytest.mark.parametrize("name", ["templates/pages/home.html.j2", "mkdocs.yml", "templates"])
def test_a_template_that_cannot_be_opened_is_named(small, name):
    (small.root / name).chmod(0)
    try:
        done = subprocess.run(
            [*POWERLESS, sys.executable, "-m", "cunbo", "build"],
            cwd=small.root, capture_output=True, text=True,
        )  # fmt: skip
    finally:
        (small.root / name).chmod(0o755)
    assert done.returncode == 1
    assert f"{name} 读不了：没有权限" in done.stderr
    assert not (small.root / "cunbo-error.log").exists()


def new_draft(project: Project) -> None:
    assert main(["--course", str(project.root), "new", "lesson", "S1-14"]) == 0
    lesson = project.curriculum / "lessons" / "S1-14.yml"
    text = re.sub("reviewed: .*", "reviewed: 2026-11-01", lesson.read_text(encoding="utf-8"))
    lesson.write_text(text, encoding="utf-8")


def test_words_left_from_drafts_are_told_in_one_line(small, capsys):
    new_draft(small)
    homework(small, "算流量池。")
    capsys.readouterr()
    assert check(small) == 0
    said = capsys.readouterr()
    counted = re.search(r"还有 (\d+) 处是草稿里的话，没换成自己的（S1-14 (\d+) 处）", said.out)
    assert counted
    assert counted[1] == counted[2]
    assert int(counted[1]) > 20
    assert "[placeholder]" not in said.out
    assert said.out.count("[") == 2
    assert f"{int(counted[1]) + 2} 处提醒" in said.err
    assert check(small, "--drafts") == 0
    assert capsys.readouterr().out.count("[placeholder]") == int(counted[1])
    assert check(small, "--format", "json") == 0
    assert capsys.readouterr().out.count('"placeholder"') == int(counted[1])


def test_a_few_words_left_from_a_draft_are_told_with_their_lines(small, capsys):
    homework(small, "（写回家做的一件事）")
    assert check(small) == 0
    assert capsys.readouterr().out.count("[placeholder]") == 1


def test_errors_are_told_before_reminders(small, capsys):
    homework(small, "算流量池。")
    village = small.curriculum / "villages" / "xiaocun.yml"
    village.write_text(village.read_text("utf-8").replace("sample: true", "sample: 是"), "utf-8")
    assert check(small) == 1
    said = capsys.readouterr().out
    assert said.index("villages/xiaocun.yml") < said.index("lessons/S1-01.yml")


def test_that_something_can_be_mended_is_said_once(small, capsys):
    village = small.curriculum / "villages" / "xiaocun.yml"
    text = village.read_text("utf-8").replace("产品: ", "产品：").replace("价格: ", "价格：")
    village.write_text(text, "utf-8")
    assert check(small) == 1
    assert capsys.readouterr().err.count("其中 2 处程序能代改") == 1
    check(small, "--format", "github")
    assert "--fix" not in capsys.readouterr().err
