"""Each folder below `cases/bad` is a course with a mistake, and what has to be said of it."""

import shutil
from pathlib import Path

import pytest

from cunbo.checks.rules import check
from cunbo.problems.codes import Code
from cunbo.problems.report import line
from cunbo.reading.curriculum import read_curriculum

CASES = Path(__file__).parent / "cases"
BAD = sorted(path for path in (CASES / "bad").iterdir() if path.is_dir())


def problems_of(case: Path, scratch: Path) -> str:
    """What `check` prints for the small course with the case's files laid over it."""
    root = scratch / "curriculum"
    shutil.copytree(CASES / "small", root)
    shutil.copytree(case, root, dirs_exist_ok=True, ignore=shutil.ignore_patterns("expected.txt"))
    return "".join(line(problem) + "\n" for problem in check(read_curriculum(root)))


@pytest.mark.parametrize("case", BAD, ids=lambda case: case.name)
def test_bad_case_says_what_is_wrong_where_and_how_to_mend_it(case, tmp_path, golden):
    golden(case / "expected.txt", problems_of(case, tmp_path))


def test_the_small_course_itself_has_no_problem(tmp_path):
    assert problems_of(CASES / "small", tmp_path) == ""


def test_every_code_has_a_case():
    said = "".join((case / "expected.txt").read_text(encoding="utf-8") for case in BAD)
    elsewhere = {
        Code.DAY_TO_COME,
        Code.FILE_NAME,
        Code.UNREADABLE_FILE,
        Code.OUTSIDE_LINK,
        Code.MISSING_FILE,
        Code.TOO_LARGE,
    }
    unseen = [code for code in Code if f"[{code.value}]" not in said and code not in elsewhere]
    assert unseen == []
