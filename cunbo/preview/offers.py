"""The mends a tab can ask for, known by a mark: no path and no text comes from a browser."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from cunbo.making.files import fingerprint
from cunbo.problems.edit import Edit
from cunbo.problems.notice import Notice
from cunbo.problems.problem import Problem
from cunbo.reading.reading import Reading

NO_MORE = "这一处刚才又改过，或者已经改好了。没有动它，看看现在列出来的。"
"""What is said to who asks for a mend that is not offered any more."""


@dataclass(frozen=True)
class Offer:
    """What can be written for a mistake: `edit`, in a file that says `before`.

    `reading` is the course in which the mistake was found.
    """

    problem: Problem
    edit: Edit
    before: bytes
    reading: Reading

    @property
    def file(self) -> str:
        return self.problem.at.file

    @cached_property
    def mark(self) -> str:
        """Changes with the file and with what would be written."""
        return fingerprint(self.file, self.before, repr(self.edit))


def offers(
    problems: Iterable[Problem], told: Iterable[Notice], reading: Reading
) -> dict[Notice, Offer]:
    """The mends of a reading's problems, each by what is told of its problem."""
    before = {file.source.file: file.data for file in reading.files.values()}
    found = {}
    for notice, problem in zip(told, problems, strict=True):
        data = before.get(problem.at.file)
        if problem.mended and data is not None:
            found[notice] = Offer(problem, problem.mended, data, reading)
    return found
