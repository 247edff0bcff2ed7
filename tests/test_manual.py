"""The error manual: an entry for every code, and every example does what its entry says."""

import re
import shutil
from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path
from textwrap import indent

import pytest
from conftest import CASES, ROOT, SMALL
from jinja2 import TemplateError

from cunbo.checks.rules import check
from cunbo.pages.manual import ManualEntry, chapters, entry
from cunbo.problems.codes import Code
from cunbo.problems.problem import Problem
from cunbo.problems.report import line
from cunbo.reading.curriculum import read_curriculum

MANUAL = ROOT / "templates" / "manual"


@pytest.fixture
def course(tmp_path: Path) -> Path:
    """The small course, to put an example into."""
    return Path(shutil.copytree(SMALL, tmp_path / "curriculum"))


def problems_of(course: Path) -> list[Problem]:
    return check(read_curriculum(course), date(2026, 11, 22))


def put_in(course: Path, file: str, old: str, new: str) -> None:
    """Replace the lines `old` of a file by `new`, as far to the right as `old` stands."""
    path = course / file
    text = path.read_text(encoding="utf-8")
    first = re.escape(old.splitlines()[0])
    places = re.findall(rf"^( *){first}", text, flags=re.MULTILINE) or [""]
    found = [pad for pad in dict.fromkeys(places) if indent(old, pad) in text]
    assert len(found) == 1, f"{file} of the small course no longer has:\n{old}"
    assert text.count(indent(old, found[0])) == 1
    path.write_text(text.replace(indent(old, found[0]), indent(new, found[0])), encoding="utf-8")


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


def offer(course: Path, lesson: str) -> None:
    """Put lessons on a second path of the small course."""
    text = (SMALL / "paths" / "A.yml").read_text(encoding="utf-8")
    text = text.replace("id: A", "id: B").replace("hours: 2", "hours: 1")
    text = text.replace("lessons: [S1-01, C1-01]", f"lessons: [S1-01]\nelectives: [{lesson}]")
    (course / "paths" / "B.yml").write_text(text, encoding="utf-8")


def with_a_second_lesson(course: Path) -> None:
    text = (course / "lessons" / "C1-01.yml").read_text(encoding="utf-8")
    text = text.replace("C1-01", "S1-02").replace("culture", "skills")
    (course / "lessons" / "S1-02.yml").write_text(text, encoding="utf-8")
    put_in(course, "paths/A.yml", "lessons: [S1-01, C1-01]", "lessons: [S1-01, S1-02]")
    offer(course, "C1-01")


def with_an_integration_lesson(course: Path) -> None:
    text = (course / "lessons" / "C1-01.yml").read_text(encoding="utf-8")
    text = text.replace("C1-01", "X1-01").replace("culture", "integration")
    text = text.replace("requires: [S1-01]", "consumes: [C1-01]")
    (course / "lessons" / "X1-01.yml").write_text(text, encoding="utf-8")
    offer(course, "X1-01")


def with_nothing_but_the_form_to_keep(course: Path) -> None:
    put_in(course, LESSON, "- write_in: {label: 我的一句, lines: 2}", "- text: 写一句。")
    put_in(course, LESSON, "- checklist: [说了产地, 说了价格]", "- points: [说了产地, 说了价格]")
    table = "rows: [[一份【价格】, '']]\nblank_rows: 1"
    put_in(course, LESSON, table, "rows: [[一份【价格】, 听懂了]]")


def with_a_slot_in_the_scene_only(course: Path) -> None:
    path = course / LESSON
    lines = path.read_text(encoding="utf-8").splitlines()
    bare = [one if one.startswith("scene") else re.sub("[【】]", "", one) for one in lines]
    path.write_text("\n".join(bare) + "\n", encoding="utf-8")


def with_a_standard_path(course: Path, days: str = "", **derives_from: str) -> None:
    """A path of 48 hours, a spare lesson S1-13, and findings for some of the lessons."""
    shutil.copytree(BAD / "standard-path-says-no-days", course, dirs_exist_ok=True)
    (course / "expected.txt").unlink()
    lessons = course / "lessons"
    spare = (lessons / "S1-12.yml").read_text(encoding="utf-8").replace("S1-12", "S1-13")
    (lessons / "S1-13.yml").write_text(spare, encoding="utf-8")
    offer(course, "S1-13, S1-02, S1-12, S1-03")
    for name, finding in derives_from.items():
        path = lessons / f"{name.replace('_', '-')}.yml"
        text = re.sub(r"derives_from: .*", f"derives_from: [{finding}]", path.read_text("utf-8"))
        path.write_text(text, encoding="utf-8")
    if days:
        put_in(course, "paths/A.yml", "hours: 48", f"hours: 48\ndays_at_least: {days}")


LESSON = "lessons/S1-01.yml"
BAD = CASES / "bad"
PREPARED: dict[Code, Callable[[Path], object]] = {
    Code.BAD_FORM: with_a_second_lesson,
    Code.NO_CULTURE: with_an_integration_lesson,
    Code.NOTHING_TO_KEEP: with_nothing_but_the_form_to_keep,
    Code.NO_SLOT: with_a_slot_in_the_scene_only,
    Code.TOO_FEW_DAYS: with_a_standard_path,
    Code.COMPETENCE: partial(
        with_a_standard_path, days="8", S1_01="wen2025-speak", S1_02="wen2025-fig-half"
    ),
    Code.TOO_BASIC: partial(
        with_a_standard_path, days="8", S1_03="wen2025-layers", S1_04="wen2025-layers",
        S1_13="wen2025-layers",
    ),
}  # fmt: skip
"""What the small course needs before an example fits into it."""

WITHOUT_A_LINE = MADE_IN_CODE.keys() | {
    Code.MISSING_KEY,
    Code.UNSAFE_FIGURE,
    Code.UNFINISHED_LESSON,
    Code.MINUTES,
    Code.TOO_LITTLE_PRACTICE,
    Code.CYCLE,
    Code.MISSING_STEP,
    Code.NO_SLOT,
    Code.OFF_THE_PATHS,
    Code.UNANSWERED,
    Code.FACT_EXPIRED,
}
"""Mistakes of a whole file, of several places, or said of another file."""


def prepare(course: Path, one: ManualEntry) -> None:
    if one.code in PREPARED:
        PREPARED[one.code](course)


def spoil(course: Path, one: ManualEntry) -> None:
    """Make the mistake of an entry in the course."""
    prepare(course, one)
    if one.example.in_place_of is None:
        MADE_IN_CODE[one.code](course / one.example.file)
    else:
        put_in(course, one.example.file, one.example.in_place_of, one.example.wrong)


def test_every_code_has_an_entry_and_every_entry_a_code():
    assert {path.stem for path in MANUAL.iterdir()} == {code.value for code in Code}
    told = [one.code for chapter in chapters(ROOT / "templates") for one in chapter.entries]
    assert sorted(told, key=list(Code).index) == list(Code)


def test_what_is_told_in_words_is_what_the_tests_make_in_code():
    told = {code for code in Code if entry(ROOT / "templates", code).example.in_words}
    assert told == MADE_IN_CODE.keys()


@pytest.mark.parametrize("code", Code, ids=lambda code: code.value)
def test_the_wrong_example_gives_its_code_and_nothing_else(code, course, golden):
    one = entry(ROOT / "templates", code)
    spoil(course, one)
    problems = problems_of(course)
    assert {problem.code for problem in problems} == {code}
    path = MANUAL / f"{code.value}.yml"
    head, _, _ = path.read_text(encoding="utf-8").partition("says: |-\n")
    golden(path, f"{head}says: |-\n{indent(''.join(line(p) + chr(10) for p in problems), '  ')}")


@pytest.mark.parametrize("code", Code, ids=lambda code: code.value)
def test_the_right_example_is_right(code, course):
    one = entry(ROOT / "templates", code)
    prepare(course, one)
    example = one.example
    if example.in_place_of is not None:
        assert example.right != example.wrong
        put_in(course, example.file, example.in_place_of, example.right)
    assert problems_of(course) == []


@pytest.mark.parametrize("code", Code, ids=lambda code: code.value)
def test_the_marked_spot_is_on_the_line_that_check_names(code, course):
    one = entry(ROOT / "templates", code)
    before, spot, after = one.example.wrong_in_three
    assert (spot, before + spot + after) == (one.example.spot or "", one.example.wrong)
    spoil(course, one)
    place = problems_of(course)[0].at
    if code in WITHOUT_A_LINE:
        return
    assert place.file == f"curriculum/{one.example.file}"
    assert spot
    marked = one.example.wrong.split("\n")[before.count("\n")]
    said = (course / one.example.file).read_text(encoding="utf-8").split("\n")[place.line - 1]
    assert said.lstrip(" ") == marked.lstrip(" ")


def test_an_example_that_is_not_whole_is_a_fault_of_the_templates(tmp_path):
    (tmp_path / "manual").mkdir()
    (tmp_path / "manual" / "tab.yml").write_text("group: nowhere\n", encoding="utf-8")
    with pytest.raises(TemplateError, match=r"templates/manual/tab\.yml：少了"):
        chapters(tmp_path)
