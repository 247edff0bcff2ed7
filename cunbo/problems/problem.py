"""A mistake, its place, and how to mend it."""

from collections.abc import Iterable
from dataclasses import dataclass

from cunbo.problems.codes import Code, Severity
from cunbo.problems.edit import Edit


@dataclass(frozen=True, slots=True, order=True)
class Location:
    """A place in a file. Line and column count from 1; a column is one character."""

    file: str
    line: int = 1
    column: int = 1


@dataclass(frozen=True, slots=True)
class Problem:
    """One mistake: its place, what is wrong, and how to mend it (both in plain Chinese).

    `mended` is the mend as data, where it is known what should stand there.
    """

    code: Code
    at: Location
    what: str
    mend: str
    mended: Edit | None = None

    @property
    def is_error(self) -> bool:
        return self.code.severity is Severity.ERROR


def in_reading_order(problems: Iterable[Problem]) -> list[Problem]:
    """By file and place."""
    return sorted(problems, key=lambda one: (one.at, one.code.value, one.what))
