"""Mends as data: each does what it says, and nothing else changes."""

import json
import os
import stat
from dataclasses import replace
from pathlib import Path

import pytest
from casebook import CASES, SMALL, Case, small_reading
from scratch import copied

from cunbo.authoring import mending
from cunbo.authoring.mending import Mended, mend_all, with_edit
from cunbo.authoring.saving import ChangedMeanwhileError, save
from cunbo.checks.rules import check
from cunbo.cli.main import main
from cunbo.making.project import Project
from cunbo.problems.codes import Code
from cunbo.problems.edit import LINE_END, Edit, same_words
from cunbo.problems.problem import Location, Problem
from cunbo.reading.curriculum import read_curriculum
from cunbo.reading.reading import Reading

BAD = sorted((CASES / "bad").iterdir())
LESSON = "curriculum/lessons/S1-01.yml"
HOMEWORK = "  homework: 念给家里人听。"


def laid_out(case: Path, scratch: Path) -> Path:
    root = scratch / "curriculum"
    copied(SMALL, root)
    Case.read(case).make(root)
    return root


def lines_of(data: bytes) -> list[str]:
    return LINE_END.split(data.decode())


def changed_lines(mended: Mended) -> list[tuple[str, int, str, str]]:
    before = {file.source.file: file.data for file in mended.before.files.values()}
    return [
        (name, number, old, new)
        for name, after in mended.files.items()
        for number, (old, new) in enumerate(
            zip(lines_of(before[name]), lines_of(after), strict=True), 1
        )
        if old != new
    ]


def sign(problem: Problem) -> tuple:
    return problem.code, problem.at.file, problem.at.line, problem.what


@pytest.fixture(scope="module")
def every_course(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The small course with each mistake. Read only."""
    return {case.stem: laid_out(case, tmp_path_factory.mktemp("bad")) for case in BAD}


@pytest.fixture(scope="module")
def every_mend(every_course: dict[str, Path]) -> dict[str, Mended]:
    """What is as it is in the small course is not parsed again."""

    def read(root: Path, known: Reading | None = None, *files: dict[str, bytes]) -> Reading:
        return read_curriculum(root, known or small_reading(), *files)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(mending, "read_curriculum", read)
        return {name: mend_all(root) for name, root in every_course.items()}


def test_what_every_bad_case_becomes(every_mend, golden):
    told = []
    for name, mended in every_mend.items():
        lines = [f"{file}:{at}\n- {old}\n+ {new}\n" for file, at, old, new in changed_lines(mended)]
        told += [f"## {name}\n", *lines] if lines else []
    golden(CASES / "golden" / "mends.txt", "".join(told))


def test_a_certain_mend_is_made_and_what_it_mends_is_gone(every_mend):
    seen = 0
    for name, mended in every_mend.items():
        certain = [one for one in mended.problems_before if one.mended and one.mended.certain]
        left = set(map(sign, mended.problems))
        assert mended.refused == frozenset(), name
        assert [one for one in certain if sign(one) in left] == [], name
        seen += len(certain)
    assert seen > 60


def test_only_the_lines_of_a_mistake_change_and_no_word_of_them(every_mend):
    for name, mended in every_mend.items():
        told = {
            (one.at.file, line)
            for one in mended.problems_before
            if one.mended
            for line in one.mended.lines
        }
        for file, number, old, new in changed_lines(mended):
            assert (file, number) in told, name
            assert same_words(old, new) or name == "date-in-words"
            assert old.partition(" # ")[2] == new.partition(" # ")[2]


@pytest.mark.parametrize("case", [case.stem for case in BAD])
def test_each_mend_offered_makes_its_mistake_go_away(case, every_course, every_mend):
    root, reading = every_course[case], every_mend[case].before
    data = {file.source.file: file.data for file in reading.files.values()}
    for problem in every_mend[case].problems_before:
        if problem.mended:
            name = problem.at.file
            after = with_edit(data[name], problem.mended)
            again = check(read_curriculum(root, reading, {name: after}))
            assert sign(problem) not in set(map(sign, again))
            assert len(lines_of(after)) == len(lines_of(data[name]))


def spoil(project: Project, old: str, new: str) -> Path:
    path = project.root / LESSON
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_bytes(text.replace(old, new).encode())
    return path


def fix(project: Project, *options: str) -> int:
    return main(["--course", str(project.root), "check", "--fix", *options])


def test_nothing_is_written_unless_it_is_asked_for(small, capsys):
    path = spoil(small, HOMEWORK, "  homework：念给家里人听。")
    before = path.read_bytes(), path.stat().st_mtime_ns
    assert fix(small) == 1
    said = capsys.readouterr().out
    assert (
        "  第 92 行\n    -   homework：念给家里人听。\n    +   homework: 念给家里人听。\n" in said
    )
    assert "还没有写进文件" in said
    assert (path.read_bytes(), path.stat().st_mtime_ns) == before
    assert fix(small, "--write") == 0
    assert "改好了 1 行，写进了 1 个文件" in capsys.readouterr().out
    assert path.read_text(encoding="utf-8") == (SMALL / "lessons/S1-01.yml").read_text("utf-8")
    assert fix(small, "--write") == 0
    assert "没有程序能代改的地方" in capsys.readouterr().out


@pytest.mark.parametrize("mark", ["", "\ufeff"])
@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("end", [True, False])
def test_mark_line_ends_and_final_line_end_stay(small, mark, line_end, end):
    path = spoil(small, HOMEWORK, "  homework：念给家里人听。  # 回家以后  ")
    text = path.read_text(encoding="utf-8").strip("\n").replace("\n", line_end)
    path.write_bytes((mark + text + line_end * end).encode())
    before = path.read_bytes()
    assert fix(small, "--write") == 0
    assert path.read_bytes() == before.replace("homework：".encode(), b"homework: ")


def test_mixed_line_ends_stay_each_in_its_place(small):
    path = spoil(small, HOMEWORK, "  homework：念给家里人听。")
    lines = path.read_bytes().split(b"\n")
    before = b"".join(
        line + (b"\n", b"\r\n", b"\r")[number % 3] for number, line in enumerate(lines[:-1])
    )
    path.write_bytes(before)
    assert fix(small, "--write") == 0
    assert path.read_bytes() == before.replace("homework：".encode(), b"homework: ")


def test_a_link_stays_a_link_and_rights_stay(small):
    path = spoil(small, HOMEWORK, "  homework：念给家里人听。")
    real = path.with_name("real.txt")
    path.rename(small.curriculum / "real.txt")
    real = small.curriculum / "real.txt"
    real.chmod(0o640)
    path.symlink_to(real)
    assert fix(small, "--write") == 0
    assert path.is_symlink()
    assert stat.S_IMODE(real.stat().st_mode) == 0o640
    assert "homework: 念" in real.read_text(encoding="utf-8")


def test_a_file_changed_meanwhile_is_left_alone(tmp_path):
    path = tmp_path / "one.yml"
    path.write_bytes(b"newer")
    with pytest.raises(ChangedMeanwhileError):
        save(path, b"older", b"mended")
    assert [one.name for one in tmp_path.iterdir()] == ["one.yml"]
    assert path.read_bytes() == b"newer"


def test_what_the_system_refuses_is_told_in_chinese(small, capsys, monkeypatch):
    spoil(small, HOMEWORK, "  homework：念给家里人听。")

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    assert fix(small, "--write") == 1
    said = capsys.readouterr().err
    assert f"没有写成 {LESSON}：磁盘满了。原来的没有动。" in said
    assert not list(small.root.rglob("*.part"))


def test_several_mends_of_a_line_are_made_one_after_the_other(small):
    path = spoil(small, HOMEWORK, "\thomework：\u200b念给家里人听。")
    assert fix(small, "--write") == 0
    assert path.read_text(encoding="utf-8") == (SMALL / "lessons/S1-01.yml").read_text("utf-8")


@pytest.mark.parametrize("text", ["homework 念", "", "homework: [念", "homeworks: 念"])
def test_a_mend_that_makes_something_worse_is_not_made(small, monkeypatch, capsys, text):
    path = spoil(small, HOMEWORK, "  homework：念给家里人听。")
    before = path.read_bytes()
    place = Location(LESSON, 84, 3)
    edit = Edit(84, 1, 84, 18, f"  {text}", certain=True)
    wrong = Problem(Code.JARGON, place, "不对", "改", edit)

    def also(*arguments: object) -> list[Problem]:
        told = [replace(one, mended=None) for one in check(*arguments)]
        return [*told, *([wrong] if path.read_bytes() == before else [])]

    monkeypatch.setattr(mending, "check", also)
    mended = mend_all(small.curriculum)
    assert mended.files == {} or mended.files[LESSON] == before
    assert fix(small, "--write") == 1
    assert "改了别处会多出错来，没有改" in capsys.readouterr().out
    assert path.read_bytes() == before


def test_good_mends_are_made_beside_one_that_is_refused(small, monkeypatch):
    path = spoil(small, HOMEWORK, "  homework：念给家里人听。")
    spoil(small, "    title: 听一段", "    title；听一段")
    edit = Edit(1, 1, 1, 4, "idd:", certain=True)
    wrong = Problem(Code.JARGON, Location(LESSON, 1), "不对", "改", edit)
    monkeypatch.setattr(mending, "check", lambda *given: [wrong, *check(*given)])
    mended = mend_all(small.curriculum)
    assert mended.refused == {wrong}
    assert mended.files[LESSON].decode() == (SMALL / "lessons/S1-01.yml").read_text("utf-8")
    assert path.read_bytes() != mended.files[LESSON]


def test_json_carries_the_mend(small, capsys):
    path = spoil(small, HOMEWORK, "  homework：念给家里人听。")
    main(["--course", str(small.root), "check", "--format", "json"])
    (found,) = json.loads(capsys.readouterr().out)
    edit = Edit(**found["mended"])
    assert with_edit(path.read_bytes(), edit).decode() == (SMALL / "lessons/S1-01.yml").read_text(
        "utf-8"
    )


@pytest.mark.parametrize("options", [["--write"], ["--fix", "--format", "json"]])
def test_odd_options_are_refused(small, options):
    assert main(["--course", str(small.root), "check", *options]) == 2
