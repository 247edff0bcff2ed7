"""Mends made for an author: tried out in memory first, and kept only if nothing gets worse.

Only certain edits (`cunbo.problems.edit`) are made without being asked for. A mend may let others
be seen, so reading, checking and mending go on until there is nothing more to mend.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import TypeAlias

from cunbo.checks.rules import check
from cunbo.problems.codes import Code, Severity
from cunbo.problems.edit import Edit, applied
from cunbo.problems.problem import Problem
from cunbo.reading.curriculum import read_curriculum
from cunbo.reading.reading import Reading

_BOM = "\ufeff"
_MOST_ROUNDS = 50


@dataclass(frozen=True)
class Mended:
    """A course after its mends: the new bytes of files by their printed names, and what is left.

    `before` is the course as it lies on the disk, with `problems_before`; `refused` are the mends
    that were not kept because something got worse.
    """

    before: Reading
    problems_before: list[Problem]
    reading: Reading
    problems: list[Problem]
    files: Mapping[str, bytes]
    refused: frozenset[Problem] = frozenset()


def mend_all(curriculum: Path, *days: date) -> Mended:
    """Make every certain mend, in memory. Dates are judged by `days`, as in `check`."""
    return _Mending(curriculum, days).run()


def mend_one(curriculum: Path, known: Reading, problem: Problem, *days: date) -> Mended:
    """Make one mend that somebody has asked for, certain or not, in memory.

    `known` is an earlier reading of the course. Nothing is made where the problem is not there any
    more. Raises OSError.
    """
    return _Mending(curriculum, days).run_once(known, problem)


def with_edit(data: bytes, edit: Edit) -> bytes:
    """A file's bytes with one edit made. What stands elsewhere stays, byte for byte."""
    return _with_edits(data, [edit])


def _with_edits(data: bytes, edits: Iterable[Edit]) -> bytes:
    text = data.decode()
    mark = _BOM if text.startswith(_BOM) else ""
    return (mark + applied(text.removeprefix(_BOM), edits)).encode()


@dataclass
class _Mending:
    """`files` are the bytes so far; `refused` the mends that made something worse."""

    curriculum: Path
    days: tuple[date, ...]
    files: dict[str, bytes] = field(default_factory=dict)
    refused: set[Problem] = field(default_factory=set)

    def run(self) -> Mended:
        now = self._unmended(read_curriculum(self.curriculum))
        for _ in range(_MOST_ROUNDS):
            after = self._make(
                now, _one_a_line(one for one in now.problems if one not in self.refused)
            )
            if after is now:
                break
            now = after
        return replace(now, refused=frozenset(self.refused))

    def run_once(self, known: Reading, problem: Problem) -> Mended:
        now = self._unmended(read_curriculum(self.curriculum, known))
        after = self._make(now, [one for one in now.problems if one == problem][:1])
        return replace(after, refused=frozenset(self.refused))

    def _unmended(self, reading: Reading) -> Mended:
        problems = check(reading, *self.days)
        return Mended(reading, problems, reading, problems, {})

    def _make(self, now: Mended, problems: list[Problem]) -> Mended:
        """The course with these mends; without those halves of them that make something worse."""
        if not problems:
            return now
        after = self._tried(now, problems)
        if not _got_worse(now, after, problems):
            return after
        if len(problems) == 1:
            self.refused.add(problems[0])
            return now
        half = len(problems) // 2
        return self._make(self._make(now, problems[:half]), problems[half:])

    def _tried(self, now: Mended, problems: list[Problem]) -> Mended:
        edits: dict[str, list[Edit]] = defaultdict(list)
        for problem in problems:
            if problem.mended:
                edits[problem.at.file].append(problem.mended)
        files = dict(now.files)
        for file in now.reading.files.values():
            name = file.source.file
            if name in edits and file.data is not None:
                files[name] = _with_edits(file.data, edits[name])
        reading = read_curriculum(self.curriculum, now.reading, files)
        return replace(now, reading=reading, problems=check(reading, *self.days), files=files)


def _one_a_line(problems: Iterable[Problem]) -> list[Problem]:
    """The certain mends, at most one for each line: another may be stale once that is made."""
    taken: set[tuple[str, int]] = set()
    chosen = []
    for one in problems:
        lines = _lines_of(one)
        if one.mended and one.mended.certain and taken.isdisjoint(lines):
            chosen.append(one)
            taken |= lines
    return chosen


def _lines_of(problem: Problem) -> set[tuple[str, int]]:
    return {(problem.at.file, line) for line in problem.mended.lines} if problem.mended else set()


def _got_worse(before: Mended, after: Mended, mended: list[Problem]) -> bool:
    """Whether a mended mistake is still told, or a line has more errors than before.

    Of a file that could not be read at all nothing can be said before it is.
    """
    files = {one.at.file for one in mended}
    old, new = _told(before, before, files), _told(after, before, files)
    if any(new[key] >= old[key] for key in map(_key, mended)):
        return True
    unread = {one.source.file for one in before.reading.files.values() if one.source.node is None}
    more, less = _errors_by_line(new - old), _errors_by_line(old - new)
    return any(count > less[line] for line, count in more.items() if line[0] not in unread)


_Key: TypeAlias = tuple[Code, str, int, str]


def _key(problem: Problem) -> _Key:
    return problem.code, problem.at.file, problem.at.line, problem.what


def _told(course: Mended, before: Mended, files: set[str]) -> Counter[_Key]:
    """What is told of the course; of `files` by their readers only, if one was broken before."""
    parts = {one.source.file: one.part for one in before.reading.files.values()}
    if before.reading.course is not None and all(parts[file] is not None for file in files):
        return Counter(map(_key, course.problems))
    read = (one for one in course.reading.files.values() if one.source.file in files)
    return Counter(_key(problem) for file in read for problem in file.problems)


def _errors_by_line(told: Counter[_Key]) -> Counter[tuple[str, int]]:
    errors = (key for key in told.elements() if key[0].severity is Severity.ERROR)
    return Counter((file, line) for _, file, line, _ in errors)
