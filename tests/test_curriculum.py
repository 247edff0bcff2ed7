"""The folder as a whole: links, size, missing files; and the real course."""

import os
from pathlib import Path

import pytest
from casebook import real_reading
from scratch import copied

from cunbo.checks.rules import check
from cunbo.problems.codes import Code
from cunbo.reading.curriculum import read_curriculum
from cunbo.reading.source import MAX_BYTES

ROOT = Path(__file__).parent.parent
SMALL = Path(__file__).parent / "cases" / "small"


def small_course(scratch: Path) -> Path:
    return copied(SMALL, scratch / "curriculum")


def codes(root: Path) -> list[Code]:
    return [problem.code for problem in check(read_curriculum(root))]


def test_a_missing_file_is_named(tmp_path):
    root = small_course(tmp_path)
    (root / "slots.yml").unlink()
    (root / "glossary.yml").unlink()
    problems = check(read_curriculum(root))
    assert [(one.code, one.at.file) for one in problems] == [
        (Code.MISSING_FILE, "curriculum/glossary.yml"),
        (Code.MISSING_FILE, "curriculum/slots.yml"),
    ]


def test_a_link_to_elsewhere_is_not_followed(tmp_path):
    root = small_course(tmp_path)
    outside = tmp_path / "outside.yml"
    outside.write_text("id: C1-09\n", encoding="utf-8")
    (root / "lessons" / "C1-09.yml").symlink_to(outside)
    assert codes(root) == [Code.OUTSIDE_LINK]


def test_a_huge_file_is_refused_without_being_read(tmp_path):
    root = small_course(tmp_path)
    with (root / "lessons" / "C1-09.yml").open("wb") as file:
        file.truncate(100_000_000)
    reading = read_curriculum(root)
    assert [one.code for one in reading.problems] == [Code.TOO_LARGE]
    assert str(MAX_BYTES // 1000) in reading.problems[0].mend


def test_the_real_course_has_72_lessons_456_findings_and_no_problem():
    reading = real_reading()
    assert check(reading) == []
    course = reading.course
    assert course is not None
    assert len(course.lessons) == 72
    assert sum(lesson.hours for lesson in course.lessons.values()) == 85
    assert sum(len(paper.proposals) for paper in course.papers.values()) == 456
    assert sorted(course.paths) == list("ABCDEFGH")
    written = {name for name, lesson in course.lessons.items() if not lesson.is_outline}
    assert written >= {"S1-04", "S1-07", "S1-09", "C1-04", "X1-01", "S2-13"}
    assert [name for name, path in course.paths.items() if path.standard] == list("ABCE")
    assert all("C1-01" in path.weeks[0].lessons for path in course.paths.values())
    assert {*course.settings.retired} >= {"S2-18", "S3-07", "S3-12"}


@pytest.mark.parametrize(
    ("name", "make"),
    [
        ("lessons/S1-09.yml", lambda path: path.symlink_to(path.with_name("gone.yml"))),
        ("lessons/S1-09.yml", lambda path: path.symlink_to(path)),
        ("glossary.yml", lambda path: (path.unlink(), path.mkdir())),
        ("figures/x.svg", lambda path: path.mkdir()),
        ("figures/x.svg", lambda path: path.symlink_to(path.with_name("gone.svg"))),
        ("lessons/S1-09.yml", os.mkfifo),
    ],
    ids=["dead link", "link in a circle", "folder", "drawing a folder", "dead drawing", "fifo"],
)
def test_what_is_no_file_is_a_problem_and_nothing_waits_for_it(name, make, tmp_path):
    root = small_course(tmp_path)
    make(root / name)
    found = check(read_curriculum(root))
    told = [one for one in found if one.at.file == f"curriculum/{name}"]
    assert [one.code for one in told] == [Code.UNREADABLE_FILE]


def test_a_drawing_that_is_a_link_to_elsewhere_is_told_as_one(tmp_path):
    root = small_course(tmp_path)
    outside = tmp_path / "secret.svg"
    outside.write_text("<svg/>")
    (root / "figures" / "x.svg").symlink_to(outside)
    found = check(read_curriculum(root))
    assert [one.code for one in found] == [Code.OUTSIDE_LINK]


def test_a_file_that_goes_while_its_folder_is_read_was_never_there(curriculum, monkeypatch):
    def with_ghosts(folder):
        yield from (Path(folder, name) for name in os.listdir(folder))
        yield from (folder / name for name in ("4913", "S9-99.yml", "S9-98.yml.tmp", "x.svg"))

    monkeypatch.setattr(Path, "iterdir", with_ghosts)
    assert codes(curriculum) == []
