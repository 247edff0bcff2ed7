"""`cunbo new`: drafts pass `check` as they are, nothing is written over, ids are proposed."""

import json
import os
import re
import resource
import shutil
import subprocess
import sys
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
import yaml
from casebook import CASES, REAL, SMALL, small_course, small_reading
from conftest import ROOT, make_project
from test_schema import faults

from cunbo.authoring.draft_ids import Kind, is_id, proposed_id
from cunbo.authoring.drafts import DraftError, draft, rest_of_outline
from cunbo.authoring.writing import WritingError, write_new
from cunbo.checks.clock import today
from cunbo.checks.rules import check
from cunbo.cli.main import main
from cunbo.making.project import Project
from cunbo.model.base import Sentence
from cunbo.model.course import SlotName
from cunbo.problems.codes import Code
from cunbo.problems.report import line
from cunbo.reading.curriculum import read_curriculum
from cunbo.reading.reading import Reading

TODAY = date(2026, 11, 22)
NEW = [
    (Kind.LESSON, "S1-77"),
    (Kind.LESSON, "C2-77"),
    (Kind.LESSON, "X3-77"),
    (Kind.VILLAGE, "liushu"),
    (Kind.FORM, "price-list"),
    (Kind.FACT, "price-mark"),
]
EXAMPLE = re.compile(r"^( *)# ( *(?:- )?\w+:(?: .*)?)$", re.MULTILINE)
"""A line of YAML kept out of a draft by a # until it is wanted."""


NOT_YET = {Code.PLACEHOLDER, Code.OFF_THE_PATHS}


def told(project: Project) -> set[str]:
    """What check says, but for the reminders that a draft is still a draft and on no path yet."""
    return told_of(read_curriculum(project.curriculum, small_reading()))


def told_of(reading: Reading) -> set[str]:
    found = check(reading, *today())
    return {line(one) for one in found if one.code not in NOT_YET}


def new(project: Project, *words: str) -> int:
    return main(["--course", str(project.root), "new", *words])


def files_of(project: Project) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in project.root.rglob("*") if path.is_file()}


@pytest.mark.parametrize("curriculum", [SMALL, REAL], ids=["small", "real"])
def test_a_draft_adds_no_error_and_no_warning(curriculum, tmp_path):
    project = make_project(tmp_path / "course", curriculum)
    reading = read_curriculum(project.curriculum)
    before = told_of(reading)
    assert reading.course is not None
    for kind, name in NEW:
        made = draft(reading.course, kind, name, TODAY, project.templates)
        path = project.curriculum / made.path
        path.write_text(made.text, encoding="utf-8")
        after = read_curriculum(project.curriculum, reading)
        assert name in after.ids(kind.folder)
        assert told_of(after) - before == set()
        path.unlink()


@pytest.mark.parametrize(("kind", "name"), NEW)
def test_what_a_draft_shows_behind_a_hash_can_be_used_as_it_stands(kind, name, small):
    before = told(small)
    made = draft(small_course(), kind, name, TODAY, small.templates)
    used = EXAMPLE.sub(r"\1\2", made.text)
    (small.curriculum / made.path).write_text(used, encoding="utf-8")
    assert (used != made.text) == (kind is not Kind.FORM)
    assert told(small) - before == set()
    assert faults(kind.value, used) == []


@pytest.mark.parametrize(("kind", "name"), NEW)
def test_a_draft_is_what_was_reviewed(kind, name, golden):
    made = draft(small_course(), kind, name, TODAY, ROOT / "templates")
    golden(CASES / "golden" / "drafts" / made.path, made.text)


@pytest.mark.parametrize(("kind", "name"), NEW)
def test_an_editor_underlines_nothing_in_a_draft_and_finds_its_schema(kind, name):
    made = draft(small_course(), kind, name, TODAY, ROOT / "templates")
    assert faults(kind.value, made.text) == []
    schema = made.text.splitlines()[0].removeprefix("# yaml-language-server: $schema=")
    found = (ROOT / "curriculum" / made.path).parent / schema
    assert found.resolve() == ROOT / "schemas" / f"{kind.value}.json"


@pytest.mark.parametrize("hour", [30, 37, 45, 50, 60])
def test_the_minutes_add_up_whatever_an_hour_is(hour, small):
    settings = small.curriculum / "course.yml"
    text = settings.read_text(encoding="utf-8").replace("hour_minutes: 45", f"hour_minutes: {hour}")
    settings.write_text(text, encoding="utf-8")
    before = told(small)
    assert new(small, "lesson", "S2-01") == 0
    assert told(small) - before == set()


@pytest.mark.parametrize("hours", [1, 2, 3, 4])
@pytest.mark.parametrize("line_end", ["\n", "\r\n"], ids=["lf", "crlf"])
def test_an_outline_is_completed_behind_what_it_says(hours, line_end, small, capsys):
    path = small.curriculum / "lessons" / "C1-01.yml"
    outline = path.read_text(encoding="utf-8").replace("hours: 1", f"hours: {hours}")
    outline = outline.rstrip().replace("\n", line_end)
    path.write_text(outline, encoding="utf-8", newline="")
    (small.curriculum / "paths" / "A.yml").unlink()
    before = told(small)
    assert new(small, "lesson", "C1-01") == 0
    assert (
        "草稿接在后面了，前面的字一个没动：curriculum/lessons/C1-01.yml" in capsys.readouterr().out
    )
    written = path.read_bytes().decode()
    assert written.startswith(outline + line_end)
    assert written.count("\n") == written.count(line_end)
    assert new(small, "lesson", "C1-01") == 1
    assert path.read_bytes().decode() == written
    course = read_curriculum(small.curriculum).course
    assert course is not None
    assert course.lessons["C1-01"].steps
    assert told(small) - before == set()


def test_what_an_outline_says_already_is_not_shown_again():
    course = small_course()
    begun = course.lessons["C1-01"].model_copy(update={"scene": Sentence("已经写了。")})
    rest = rest_of_outline(course, begun, TODAY, ROOT / "templates")
    assert "\nscene:" not in rest
    assert "\nsteps:" in rest


@pytest.mark.parametrize(("kind", "name"), NEW)
def test_the_command_writes_one_file_and_says_where(kind, name, small, capsys):
    before = files_of(small)
    assert new(small, kind.value, name) == 0
    made = small.curriculum / kind.folder / f"{name}.yml"
    assert files_of(small) == before | {made: made.read_bytes()}
    shown = capsys.readouterr().out
    assert f"curriculum/{kind.folder}/{name}.yml" in shown
    assert "cunbo check" in shown
    assert shown.count(name) >= 2


@pytest.mark.parametrize(
    ("kind", "name", "free"),
    [
        ("lesson", "S1-01", "S1-02"),
        ("village", "xiaocun", "xiaocun-2"),
        ("form", "sheet", "sheet-2"),
        ("fact", "ad-words", "ad-words-2"),
    ],
)
def test_a_file_is_never_written_over(kind, name, free, small, capsys):
    before = files_of(small)
    assert new(small, kind, name) == 1
    assert files_of(small) == before
    shown = capsys.readouterr().err
    assert "已经有了，没有动它" in shown
    assert f"cunbo new {kind} {free}" in shown


def test_a_file_that_cannot_be_read_is_not_written_over_either(small):
    path = small.curriculum / "lessons" / "S1-02.yml"
    path.write_bytes("title: 课".encode("gbk"))
    before = files_of(small)
    assert new(small, "lesson", "S1-02") == 1
    assert files_of(small) == before


def test_a_file_that_appears_meanwhile_is_not_written_over(small, monkeypatch, capsys):
    path = small.curriculum / "forms" / "price-list.yml"

    def slow_draft(*arguments):
        path.write_text("# 别人刚写的", encoding="utf-8")
        return draft(*arguments)

    monkeypatch.setattr("cunbo.cli.new.draft", slow_draft)
    assert new(small, "form", "price-list") == 1
    assert path.read_text(encoding="utf-8") == "# 别人刚写的"
    assert [one.name for one in path.parent.iterdir() if one.suffix != ".yml"] == []
    assert "没有写成" in capsys.readouterr().err


def test_a_course_that_cannot_be_read_gets_no_draft(small, capsys):
    (small.curriculum / "slots.yml").write_text("slots: 没有", encoding="utf-8")
    before = files_of(small)
    assert new(small, "lesson", "S1-02") == 1
    assert files_of(small) == before
    assert "cunbo check" in capsys.readouterr().err


def test_an_integration_lesson_needs_a_culture_lesson(small, capsys):
    (small.curriculum / "lessons" / "C1-01.yml").unlink()
    assert new(small, "lesson", "X1-01") == 1
    assert "先写一课 C 开头的" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ([], "没写新建什么"),
        (["lessen", "S1-02"], "是不是 lesson？"),
        (["path", "B"], "不会新建“path”。能新建的：lesson 课"),
        (["lesson"], "cunbo new lesson S1-02"),
        (["lesson", "S1-2"], "cunbo new lesson S1-02"),
        (["lesson", "s2-7"], "cunbo new lesson S2-07"),
        (["village", "柳树"], "cunbo new village village-1"),
        (["form", "Price List"], "cunbo new form price-list"),
        (["fact", "../ad-words"], "cunbo new fact ad-words-2"),
        (["lesson", "S1-02", "S1-03"], "“S1-03”是多出来的"),
    ],
)
def test_a_wrong_kind_or_id_is_a_usage_error_in_chinese(words, said, small, capsys):
    before = files_of(small)
    assert new(small, *words) == 2
    assert files_of(small) == before
    shown = capsys.readouterr().err
    assert shown.startswith("用法不对：")
    assert said in shown
    assert "cunbo new --help" in shown


def test_a_draft_is_of_today_by_the_clock_that_the_check_goes_by(small, monkeypatch):
    moment = datetime(2031, 5, 6, 12, tzinfo=UTC)
    monkeypatch.setattr("cunbo.checks.clock.now", lambda: moment)
    assert new(small, "lesson", "S1-02") == 0
    text = (small.curriculum / "lessons" / "S1-02.yml").read_text(encoding="utf-8")
    assert "reviewed: 2031-05-06" in text


def test_a_draft_is_not_counted_as_written(small, capsys):
    assert new(small, "lesson", "S1-02") == 0
    assert main(["--course", str(small.root), "check"]) == 0
    assert "一共 3 课，写好 1 课，草稿 1 课，编写中 1 课。" in capsys.readouterr().out


def test_half_an_id_of_a_lesson_is_a_question_and_gets_an_answer(small, capsys):
    before = files_of(small)
    assert new(small, "lesson", "ｃ1-") == 0
    answer = capsys.readouterr()
    assert answer.out == (
        "C1 下一个空着的编号是 C1-02。新建它：cunbo new lesson C1-02\n"
        "已有大纲、等人写的（cunbo new lesson 编号，草稿就接在大纲后面）：\n"
        "  C1-01 还没写的一课\n"
    )
    assert answer.err == ""
    assert new(small, "lesson", "S1") == 0
    assert (
        capsys.readouterr().out == "S1 下一个空着的编号是 S1-02。新建它：cunbo new lesson S1-02\n"
    )
    assert files_of(small) == before


def test_the_help_is_in_chinese(small, capsys):
    assert new(small, "--help") == 0
    shown = capsys.readouterr().out
    assert "用法：cunbo new [选项] 种类 编号" in shown
    assert "ositional" not in shown


def test_the_id_of_a_retired_lesson_is_neither_taken_nor_proposed(small, capsys):
    settings = small.curriculum / "course.yml"
    with settings.open("a", encoding="utf-8") as file:
        file.write("retired: [S1-02, S1-03]\n")
    assert new(small, "lesson", "S1-02") == 2
    assert not (small.curriculum / "lessons" / "S1-02.yml").exists()
    told = capsys.readouterr().err
    assert "S1-02 是撤掉的课的编号" in told
    assert "cunbo new lesson S1-04" in told
    assert new(small, "lesson", "S1") == 0
    assert "S1 下一个空着的编号是 S1-04" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("typed", "taken", "proposed"),
    [
        ("S1", ["S1-01", "S1-13"], "S1-14"),
        ("S1-05", ["S1-05", "S1-13"], "S1-14"),
        ("Ｓ２－１４", ["S1-13"], "S2-14"),
        ("S1—20", ["S1-13"], "S1-20"),
        ("s1-4.yml", ["S1-13"], "S1-04"),
        ("C", ["C1-01"], "C1-02"),
        ("第七课", ["S1-01"], "S1-02"),
        ("S9-01", ["S1-01"], "S1-02"),
        ("S1", ["S1-01", "S1-99"], "S1-02"),
        ("S1", [f"S1-{number:02d}" for number in range(1, 100)], None),
    ],
)
def test_the_next_free_id_of_a_lesson(typed, taken, proposed):
    assert proposed_id(Kind.LESSON, typed, taken) == proposed


@pytest.mark.parametrize(
    ("typed", "taken", "proposed"),
    [
        ("Liu Shu", [], "liu-shu"),
        ("liushu", ["liushu"], "liushu-2"),
        ("liushu-2", ["liushu", "liushu-2"], "liushu-3"),
        ("2026", [], "village-2026"),
        ("柳树", ["village-1"], "village-2"),
    ],
)
def test_the_next_free_id_of_a_village(typed, taken, proposed):
    assert proposed_id(Kind.VILLAGE, typed, taken) == proposed
    assert is_id(Kind.VILLAGE, proposed)


def test_what_the_course_says_stays_a_comment():
    course = small_course()
    trap = SlotName.model_construct(name='a": b', meaning=Sentence("一行\nid: 坏\u2028${id}"))
    trapped = course.model_copy(update={"slots": (course.slots[0], trap)})
    made = draft(trapped, Kind.VILLAGE, "liushu", TODAY, ROOT / "templates")
    *_, last = made.text.splitlines()
    assert last.startswith('  # "a\\": b": （在这里填）  # 一行 id: 坏 ${id}；')
    assert faults("village", made.text) == []


def test_a_course_without_findings_says_what_it_lacks():
    course = small_course().model_copy(update={"papers": {}})
    with pytest.raises(DraftError, match="论文发现"):
        draft(course, Kind.LESSON, "S1-02", TODAY, ROOT / "templates")


def test_an_outline_that_cannot_be_completed_stays_as_it_is(small):
    """The disk is full in the middle of the draft. (Nor may Python write what it compiles: it
    would be cut off, and stay.)"""
    before = files_of(small)
    room = len(before[small.curriculum / "lessons" / "C1-01.yml"]) + 100
    done = subprocess.run(
        [sys.executable, "-m", "cunbo", "new", "lesson", "C1-01"],
        cwd=small.root, capture_output=True, text=True,
        env=os.environ | {"PYTHONDONTWRITEBYTECODE": "1"},
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (room, room)),
    )  # fmt: skip
    assert done.returncode == 1
    assert "没有写成 curriculum/lessons/C1-01.yml：文件太大了。原来的没有动" in done.stderr
    assert files_of(small) == before


@pytest.mark.parametrize("mode", [0o640, 0o600, 0o666])
def test_an_outline_stays_the_file_that_it_is(mode, small):
    """Whose it is, who may read it, and every other name it goes by."""
    path = small.curriculum / "lessons" / "C1-01.yml"
    path.chmod(mode)
    number, other = path.stat().st_ino, small.root / "C1-01.yml"
    other.hardlink_to(path)
    assert new(small, "lesson", "C1-01") == 0
    assert (path.stat().st_mode & 0o777, path.stat().st_ino) == (mode, number)
    assert other.read_bytes() == path.read_bytes()


def test_an_outline_that_is_a_link_stays_one(small):
    path = small.curriculum / "lessons" / "C1-01.yml"
    there = small.curriculum / "figures" / "C1-01.yml"
    there.parent.mkdir(exist_ok=True)
    path.rename(there)
    path.symlink_to("../figures/C1-01.yml")
    assert new(small, "lesson", "C1-01") == 0
    assert path.is_symlink()
    assert "steps:" in there.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "outline",
    [
        lambda text: json.dumps(yaml.safe_load(text), ensure_ascii=False, indent=1),
        lambda text: json.dumps(yaml.safe_load(text)),
        lambda text: f"{text.rstrip()}\n...\n",
        lambda text: f"{text.rstrip()}\n... # 完\n",
        lambda text: "  " + text.strip().replace("\n", "\n  ") + "\n",
    ],
    ids=["json", "json in a line", "end mark", "end mark with a comment", "all indented"],
)
def test_an_outline_that_no_draft_can_follow_is_not_touched(outline, small, capsys):
    path = small.curriculum / "lessons" / "C1-01.yml"
    path.write_text(outline(path.read_text(encoding="utf-8")), encoding="utf-8")
    assert main(["--course", str(small.root), "check"]) == 0
    before = files_of(small)
    assert new(small, "lesson", "C1-01") == 1
    assert files_of(small) == before
    assert "草稿接不上" in capsys.readouterr().err


@pytest.mark.parametrize(("kind", "name"), NEW)
def test_nothing_is_written_through_a_link_out_of_the_course(kind, name, small, tmp_path):
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    shutil.rmtree(small.curriculum / kind.folder)
    (small.curriculum / kind.folder).symlink_to(elsewhere)
    with pytest.raises(WritingError, match="指到课程文件夹外面的链接"):
        write_new(small.curriculum, f"{kind.folder}/{name}.yml", "id: x")
    assert list(elsewhere.iterdir()) == []


def test_the_command_says_what_it_did_not_write(small, tmp_path, capsys):
    forms = small.curriculum / "forms"
    forms.rename(tmp_path / "forms")
    forms.mkdir()
    (tmp_path / "elsewhere").mkdir()
    before = files_of(small)
    forms.rmdir()
    forms.symlink_to(tmp_path / "elsewhere")
    assert new(small, "form", "price-list") == 1
    assert "curriculum/forms 是指到课程文件夹外面的链接" in capsys.readouterr().err
    assert files_of(small) == before
