"""The law that written lessons lean on: once for the whole course, in a booklet for trainers."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from cunbo.model.course import Fact
from cunbo.model.lesson import Lesson
from cunbo.model.meanings import short_name
from cunbo.telling.edition import Edition


@dataclass(frozen=True)
class LawEntry:
    """A point of law under the number by which the plans point to it; `mark` says how well it is
    confirmed."""

    number: int
    fact: Fact
    mark: str
    lessons: tuple[str, ...]


@dataclass(frozen=True)
class LawBooklet:
    """`reviewed` is the day of the oldest check: nothing in it was looked at before."""

    reviewed: date | None
    entries: tuple[LawEntry, ...]


@dataclass(frozen=True)
class LawPointer:
    """Where in the booklet a fact stands."""

    id: str
    number: int


def law_booklet(edition: Edition) -> LawBooklet | None:
    """Every fact that a written lesson uses, in the order in which the lessons come to it."""
    known, lessons = edition.course.facts, edition.lessons_by_fact
    entries = tuple(
        LawEntry(number, known[name], short_name(known[name].confidence), tuple(ids))
        for number, (name, ids) in enumerate(lessons.items(), 1)
    )
    checked = min((one.fact.checked for one in entries), default=None)
    return LawBooklet(checked, entries) if entries else None


def law_pointers(edition: Edition, lesson: Lesson) -> Iterator[LawPointer]:
    """Where the facts of a lesson stand in the booklet."""
    numbers = {name: number for number, name in enumerate(edition.lessons_by_fact, 1)}
    for name in edition.facts_of(lesson):
        yield LawPointer(name, numbers[name])
