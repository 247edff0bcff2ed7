"""Cases as base and patch: what to change in the small course, and what has to be said of it.

`cases/README.md` says how a case is written. The examples of the error manual
(`templates/manual/`) are changes of the same form and are put into the course by the same hand.
"""

import re
from collections.abc import Iterable
from datetime import date
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from textwrap import indent
from typing import Self

import yaml
from pydantic import BaseModel, model_validator
from scratch import lasts

from cunbo.checks.rules import check
from cunbo.handouts.orders import orders
from cunbo.model.course import Course
from cunbo.problems.codes import Code
from cunbo.problems.problem import Problem
from cunbo.problems.report import line
from cunbo.reading.curriculum import read_curriculum
from cunbo.reading.reading import Reading
from cunbo.telling.edition import Edition

CASES = Path(__file__).parent / "cases"
SMALL = CASES / "small"
REAL = Path(__file__).parent.parent / "curriculum"
lasts(SMALL)
lasts(REAL)

OF_THE_BUDGET = {Code.TOO_MANY_SIDES, Code.CROWDED_SIDE, Code.LONE_HEADING, Code.SPLIT_QUIZ}
"""Codes of what is too much for a learner's sheet."""
ON_PAPER = OF_THE_BUDGET | {
    Code.SMALL_TYPE,
    Code.FAINT_LINE,
    Code.CLOSE_LINES,
    Code.OFF_THE_PAGE,
    Code.ROW_CUT,
    Code.SPLIT_POSTER,
    Code.HEAVY_SHEET,
}
"""Codes of what only a build can tell, for it is seen once the sheet is printed."""


class Change(BaseModel, extra="forbid", frozen=True):
    """One change of one file of a curriculum.

    With `in_place_of` the lines `wrong` come in their place; without it `wrong` is the whole new
    file. `like` names the file to start from, where it is not `file` itself.
    """

    file: str
    like: str | None = None
    in_place_of: str | None = None
    wrong: str | None = None
    line_ends: str = "\n"
    encoding: str = "utf-8"
    gone: bool = False

    def make(self, course: Path) -> None:
        path = course / self.file
        if self.gone:
            path.unlink()
            return
        text = self._text(course).replace("\n", self.line_ends)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode(self.encoding))

    def _text(self, course: Path) -> str:
        if self.wrong is not None and self.in_place_of is None:
            return self.wrong
        text = (course / (self.like or self.file)).read_bytes().decode("utf-8")
        if self.in_place_of is None:
            return text
        return replaced(self.file, text, self.in_place_of, self.wrong or "")


class Case(BaseModel, extra="forbid", frozen=True):
    """A file below `cases/`: the ground it is built on, its changes, what `check` prints."""

    base: str | None = None
    changes: tuple[Change, ...] = ()
    says: str = ""

    @model_validator(mode="before")
    @classmethod
    def _a_single_change_needs_no_list(cls, data: dict[str, object]) -> dict[str, object]:
        one = {key: data[key] for key in Change.model_fields if key in data}
        rest = {key: value for key, value in data.items() if key not in one}
        return {**rest, "changes": [one]} if one else rest

    @classmethod
    def read(cls, path: Path) -> Self:
        return cls.model_validate(yaml.safe_load(path.read_text(encoding="utf-8")))

    def make(self, course: Path) -> None:
        """Change the small course in the folder `course` as the case says."""
        if self.base:
            ground(self.base).make(course)
        for change in self.changes:
            change.make(course)


def ground(name: str) -> Case:
    """What several cases are built on, from `cases/ground/`."""
    return Case.read(CASES / "ground" / f"{name}.yml")


def bad(name: str) -> Case:
    return Case.read(CASES / "bad" / f"{name}.yml")


@cache
def small_reading() -> Reading:
    """The small course as it is read where it is called `curriculum`; once a process."""
    with TemporaryDirectory() as folder:
        course = Path(folder, "curriculum")
        course.symlink_to(SMALL)
        return read_curriculum(course)


@cache
def real_reading() -> Reading:
    """The course of this repository, read once a process."""
    return read_curriculum(REAL)


def small_course() -> Course:
    course = small_reading().course
    assert course is not None
    return course


def sheets_of_small() -> int:
    """How many sheets the small course has, its own and those of its lesson."""
    edition = told_at_home(small_course())
    return len(orders(edition, edition.course.figures))


def real_course() -> Course:
    course = real_reading().course
    assert course is not None
    return course


def told_at_home(course: Course) -> Edition:
    """The course as it is told for its own village."""
    return Edition(course, course.villages[course.settings.village])


def problems_of(course: Path, today: date | None = None) -> list[Problem]:
    """What `check` finds in the curriculum in a folder; on the course's own day unless told.

    What is as it is in the small course is not parsed again.
    """
    return check(read_curriculum(course, small_reading()), today)


def as_printed(problems: Iterable[Problem]) -> str:
    return "".join(line(problem) + "\n" for problem in problems)


def with_says(path: Path, said: str) -> str:
    """The text of a case or of an entry of the manual, with `said` as what `check` prints."""
    head, key, _ = path.read_text(encoding="utf-8").partition("says: |-\n")
    assert key, f"{path.name} does not end in `says: |-`"
    return f"{head}{key}{indent(said, '  ')}"


def replaced(file: str, text: str, old: str, new: str) -> str:
    """The text with the lines `new` for the lines `old`, as far to the right as `old` stands.

    What is no whole line may also be a part of one.
    """
    first, *others = map(re.escape, old.split("\n"))
    lines = [f"^( *){first}", *(rf"\1{one}" if one.strip() else one for one in others)]
    whole = re.finditer(r"\n".join(lines) + r"(?=\n|\Z)", text, flags=re.MULTILINE)
    places = list(whole) or list(re.finditer(f"(){re.escape(old)}", text))
    assert len(places) == 1, f"{file} holds this {len(places)} times, not once:\n{old}"
    place = places[0]
    return text[: place.start()] + indent(new, place[1]) + text[place.end() :]
