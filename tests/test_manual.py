"""The error manual: an entry for every code, and every example does what its entry says."""

import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from casebook import CASES, ON_PAPER, Change, as_printed, ground, problems_of, with_says
from conftest import ROOT
from jinja2 import TemplateError

from cunbo.pages.manual import ManualEntry, chapters, entry
from cunbo.problems.codes import Code

GROUND = {path.stem for path in (CASES / "ground").iterdir()}
MANUAL = ROOT / "templates" / "manual"


TODAY = date(2026, 11, 22)
"""The day after which a day is still to come."""


def in_gbk(file: Path) -> None:
    file.write_bytes(file.read_text(encoding="utf-8").encode("gbk"))


def with_a_bell(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("title: ", "title: 粘\a来的", 1), encoding="utf-8")


def with_deep_brackets(file: Path) -> None:
    deep = "bring: " + "[" * 40 + "]" * 40 + "\n"
    file.write_text(file.read_text(encoding="utf-8") + deep, encoding="utf-8")


def linked_to_elsewhere(file: Path) -> None:
    outside = file.parents[2] / "desktop.yml"
    outside.write_text("id: C1-02\n", encoding="utf-8")
    file.symlink_to(outside)


MADE_IN_CODE: dict[Code, Callable[[Path], object]] = {
    Code.WRONG_SUFFIX: lambda file: file.write_text("id: C1-02\n"),
    Code.UNREADABLE_FILE: lambda file: file.symlink_to(file.with_name("gone.yml")),
    Code.MISPLACED_FILE: lambda file: file.write_text("id: C1-02\n"),
    Code.FILE_NAME: lambda file: shutil.copy(file.with_name("hand.svg"), file),
    Code.OUTSIDE_LINK: linked_to_elsewhere,
    Code.MISSING_FILE: Path.unlink,
    Code.TOO_LARGE: lambda file: file.write_bytes(b"# photo\n" * 400_000),
    Code.NOT_UTF8: in_gbk,
    Code.EMPTY_FILE: lambda file: file.write_text("# later\n"),
    Code.CONTROL_CHARACTER: with_a_bell,
    Code.TOO_DEEP: with_deep_brackets,
}
"""How the mistakes are made that an entry tells in words."""


WITHOUT_A_LINE = MADE_IN_CODE.keys() | {
    Code.MISSING_KEY,
    Code.UNSAFE_FIGURE,
    Code.UNFINISHED_LESSON,
    Code.MINUTES,
    Code.CLAUSE_BAND,
    Code.SAME_DEVICE,
    Code.SAME_COMPLAINT,
    Code.VILLAGES_ALIKE,
    Code.TOO_LITTLE_PRACTICE,
    Code.CYCLE,
    Code.MISSING_STEP,
    Code.NO_SLOT,
    Code.OFF_THE_PATHS,
    Code.UNANSWERED,
    Code.FACT_EXPIRED,
}
"""Mistakes of a whole file, of several places, or said of another file."""


CHECKED = [code for code in Code if code not in ON_PAPER]


def prepare(course: Path, one: ManualEntry) -> None:
    """What the small course needs before an example fits into it."""
    if one.code.value in GROUND:
        ground(one.code.value).make(course)


def put_in(course: Path, one: ManualEntry, lines: str) -> None:
    """Put lines of an entry where they belong."""
    example = one.example
    Change(file=example.file, in_place_of=example.in_place_of, wrong=lines).make(course)


def spoil(course: Path, one: ManualEntry) -> None:
    """Make the mistake of an entry in the course."""
    prepare(course, one)
    if one.example.in_place_of is None:
        MADE_IN_CODE[one.code](course / one.example.file)
    else:
        put_in(course, one, one.example.wrong)


def test_every_code_has_an_entry_and_every_entry_a_code():
    assert {path.stem for path in MANUAL.iterdir()} == {code.value for code in Code}
    told = [one.code for chapter in chapters(ROOT / "templates") for one in chapter.entries]
    assert sorted(told, key=list(Code).index) == list(Code)


def test_what_is_told_in_words_is_what_the_tests_make_in_code():
    told = {code for code in Code if entry(ROOT / "templates", code).example.in_words}
    assert told == MADE_IN_CODE.keys() | ON_PAPER


@pytest.mark.parametrize("code", CHECKED, ids=lambda code: code.value)
def test_the_wrong_example_gives_its_code_and_nothing_else(code, curriculum, golden):
    one = entry(ROOT / "templates", code)
    spoil(curriculum, one)
    problems = problems_of(curriculum, TODAY)
    assert {problem.code for problem in problems} == {code}
    path = MANUAL / f"{code.value}.yml"
    golden(path, with_says(path, as_printed(problems)))


@pytest.mark.parametrize("code", CHECKED, ids=lambda code: code.value)
def test_the_right_example_is_right(code, curriculum):
    one = entry(ROOT / "templates", code)
    prepare(curriculum, one)
    example = one.example
    if example.in_place_of is not None:
        assert example.right != example.wrong
        put_in(curriculum, one, example.right)
    assert problems_of(curriculum, TODAY) == []


@pytest.mark.parametrize("code", CHECKED, ids=lambda code: code.value)
def test_the_marked_spot_is_on_the_line_that_check_names(code, curriculum):
    one = entry(ROOT / "templates", code)
    before, spot, after = one.example.wrong_in_three
    assert (spot, before + spot + after) == (one.example.spot or "", one.example.wrong)
    if code in WITHOUT_A_LINE:
        return
    spoil(curriculum, one)
    place = problems_of(curriculum, TODAY)[0].at
    assert place.file == f"curriculum/{one.example.file}"
    assert spot
    marked = one.example.wrong.split("\n")[before.count("\n")]
    said = (curriculum / one.example.file).read_text(encoding="utf-8").split("\n")[place.line - 1]
    assert said.lstrip(" ") == marked.lstrip(" ")


def test_an_example_that_is_not_whole_is_a_fault_of_the_templates(tmp_path):
    (tmp_path / "manual").mkdir()
    (tmp_path / "manual" / "tab.yml").write_text("group: nowhere\n", encoding="utf-8")
    with pytest.raises(TemplateError, match=r"templates/manual/tab\.yml：少了"):
        chapters(tmp_path)
