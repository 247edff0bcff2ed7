"""Each file of `cases/bad` puts a mistake into the small course; what `check` says stands in it."""

from pathlib import Path

import pytest
from casebook import CASES, ON_PAPER, Case, Change, as_printed, ground, problems_of, with_says

from cunbo.problems.codes import Code

BAD = sorted((CASES / "bad").iterdir())
GROUND = sorted((CASES / "ground").iterdir())
SAID_ELSEWHERE = {
    Code.UNREADABLE_FILE,
    Code.OUTSIDE_LINK,
    Code.MISSING_FILE,
    Code.TOO_LARGE,
    *ON_PAPER,
}
"""Codes of mistakes that no text shows; the manual's tests make them, and those of the paper."""


@pytest.mark.parametrize("path", BAD, ids=lambda path: path.stem)
def test_bad_case_says_what_is_wrong_where_and_how_to_mend_it(path, curriculum, golden):
    Case.read(path).make(curriculum)
    found = problems_of(curriculum)
    assert found or not Case.read(path).says, f"nothing is said any more of {path.name}"
    golden(path, with_says(path, as_printed(found)))


def test_the_small_course_itself_has_no_problem(curriculum):
    assert problems_of(curriculum) == []


def test_every_code_has_a_case():
    said = "".join(Case.read(path).says for path in BAD)
    assert {code for code in Code if f"[{code.value}]" not in said} == SAID_ELSEWHERE


@pytest.mark.parametrize("path", GROUND, ids=lambda path: path.stem)
def test_a_ground_says_nothing_itself(path):
    assert "says" not in Case.read(path).model_fields_set


def test_a_case_can_do_to_a_file_what_people_do(curriculum):
    lesson = curriculum / "lessons" / "C1-01.yml"
    text = lesson.read_text(encoding="utf-8")
    Change(file="lessons/new.yml", wrong="a: b\n").make(curriculum)
    Change(file="lessons/C1-02.yml", like="lessons/C1-01.yml").make(curriculum)
    Change(file="lessons/C1-01.yml", gone=True).make(curriculum)
    Change(file="lessons/bytes.yml", wrong="\xff\x00", encoding="latin-1").make(curriculum)
    Change(file="lessons/new.yml", encoding="utf-8-sig", line_ends="\r\n").make(curriculum)
    assert not lesson.exists()
    assert lesson.with_name("C1-02.yml").read_text(encoding="utf-8") == text
    assert lesson.with_name("bytes.yml").read_bytes() == b"\xff\x00"
    assert lesson.with_name("new.yml").read_bytes() == b"\xef\xbb\xbfa: b\r\n"


@pytest.mark.parametrize(
    ("old", "told"),
    [
        ("no: such line", "0 times"),
        ("minutes: 5", "3 times"),
        ("title: 听一段\nminutes: 6", "0 times"),
    ],
)
def test_lines_that_are_not_there_once_are_told(old, told, curriculum):
    with pytest.raises(AssertionError, match=told):
        Change(file="lessons/S1-01.yml", in_place_of=old, wrong="minutes: 6").make(curriculum)


def test_lines_come_as_far_to_the_right_as_those_they_replace(curriculum):
    old, new = "title: 听一段\nminutes: 5", "title: 听一段\nminutes:\n  5"
    Change(file="lessons/S1-01.yml", in_place_of=old, wrong=new).make(curriculum)
    text = Path(curriculum / "lessons" / "S1-01.yml").read_text(encoding="utf-8")
    assert "    title: 听一段\n    minutes:\n      5\n" in text


def test_the_ground_comes_first_and_a_case_changes_what_it_made(curriculum):
    ground("competence").make(curriculum)
    assert "- lessons: [S1-12]" in (curriculum / "paths" / "A.yml").read_text(encoding="utf-8")
    assert (curriculum / "lessons" / "S1-13.yml").exists()
