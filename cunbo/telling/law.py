"""The law of the course, once and in order: what holds, then what begins on a day to come."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import count, groupby

from cunbo.model.course import Fact
from cunbo.model.lesson import Lesson
from cunbo.model.looked import last_look
from cunbo.model.meanings import short_name
from cunbo.telling.edition import Edition


@dataclass(frozen=True)
class LawEntry:
    """A point of law under the number by which the plans point to it; `mark` says how well it is
    confirmed, `lessons` which written lessons lean on it."""

    number: int
    fact: Fact
    mark: str
    lessons: tuple[str, ...]


@dataclass(frozen=True)
class LawGroup:
    """What begins to hold on one day; `since` is None for all that holds already."""

    since: date | None
    entries: tuple[LawEntry, ...]


@dataclass(frozen=True)
class LawBooklet:
    """`reviewed` is the day of the oldest check: nothing in it was looked at before. What holds is
    judged by `seen`, the last day anybody looked at the course: no clock enters, so that the same
    course gives the same booklet, and law that has begun moves once it was checked again."""

    reviewed: date
    seen: date
    groups: tuple[LawGroup, ...]


@dataclass(frozen=True)
class LawPointer:
    """Where in the booklet a fact stands."""

    id: str
    number: int


def law_booklet(edition: Edition) -> LawBooklet | None:
    """Every fact of the course: first those that written lessons use, as they come to them."""
    known, seen = edition.course.facts, last_look(edition.course)
    names = dict.fromkeys((*edition.lessons_by_fact, *known))
    if not names:
        return None

    def begins(name: str) -> date:
        day = known[name].in_force
        return day if day and day > seen else date.min

    numbers = count(1)
    groups = tuple(
        LawGroup(
            None if day == date.min else day,
            tuple(_entry(edition, next(numbers), name) for name in together),
        )
        for day, together in groupby(sorted(names, key=begins), begins)
    )
    return LawBooklet(min(fact.checked for fact in known.values()), seen, groups)


def _entry(edition: Edition, number: int, name: str) -> LawEntry:
    fact = edition.course.facts[name]
    lessons = tuple(edition.lessons_by_fact.get(name, ()))
    return LawEntry(number, fact, short_name(fact.confidence), lessons)


def law_pointers(edition: Edition, lesson: Lesson) -> Iterator[LawPointer]:
    """Where the facts of a lesson stand in the booklet."""
    booklet = law_booklet(edition)
    groups = booklet.groups if booklet else ()
    numbers = {one.fact.id: one.number for group in groups for one in group.entries}
    for name in edition.facts_of(lesson):
        yield LawPointer(name, numbers[name])
