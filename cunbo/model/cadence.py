"""How a lesson sounds when it is read aloud: measured, not judged."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from statistics import fmean, pstdev

from cunbo.model.lesson import Lesson
from cunbo.model.text import plain
from cunbo.model.walk import spoken_words

_BREATH = re.compile(r"[，。！？；：…—\n,.!?;:]+")
_SOUNDED = re.compile(r"[\u4e00-\u9fff]|[A-Za-z]+|[0-9]+")


@dataclass(frozen=True)
class Cadence:
    """The clauses of a lesson's spoken lines: how many, how long on average, how far they spread.

    Lengths are in syllables: a Chinese character is one, so is a number or a Latin word. `longest`
    is the longest clause. `spread` is the standard deviation.
    """

    clauses: int
    mean: float
    spread: float
    longest: int


def cadence(lesson: Lesson) -> Cadence | None:
    """The cadence of a lesson; None where nobody is to say anything."""
    if Cadence not in lesson.found:
        lesson.found[Cadence] = tuple(_cadences(lesson))
    return next(iter(lesson.found[Cadence]), None)


def _cadences(lesson: Lesson) -> Iterator[Cadence]:
    lines = (plain(line, {}) for _, line, _ in spoken_words(lesson))
    lengths = [n for line in lines for piece in _BREATH.split(line) if (n := _length(piece))]
    if lengths:
        yield Cadence(len(lengths), fmean(lengths), pstdev(lengths), max(lengths))


def _length(clause: str) -> int:
    return len(_SOUNDED.findall(clause))
