"""What has to be asked before a course begins, gathered from all lessons: each person once."""

from dataclasses import dataclass
from datetime import date

from cunbo.model.base import Sentence
from cunbo.telling.edition import Edition


@dataclass(frozen=True)
class OpenQuestion:
    """Something to ask, and the ids of the lessons that need the answer."""

    ask: Sentence
    lessons: tuple[str, ...]


@dataclass(frozen=True)
class Errand:
    """One person or office, and all that is to be asked there."""

    who: Sentence
    questions: tuple[OpenQuestion, ...]


@dataclass(frozen=True)
class ErrandSheet:
    """All errands on paper, to take along or to have beside the telephone."""

    reviewed: date | None
    errands: tuple[Errand, ...]


def errands(edition: Edition) -> tuple[Errand, ...]:
    """Whom to ask, in the order in which the written lessons come to need it.

    A question that several lessons ask of the same person is asked once.
    """
    found: dict[Sentence, dict[Sentence, list[str]]] = {}
    for lesson in edition.written:
        for one in lesson.ask_first:
            needed_by = found.setdefault(one.who, {}).setdefault(one.ask, [])
            if lesson.id not in needed_by:
                needed_by.append(lesson.id)
    return tuple(
        Errand(who, tuple(OpenQuestion(ask, tuple(ids)) for ask, ids in asked.items()))
        for who, asked in found.items()
    )


def errand_sheet(edition: Edition) -> ErrandSheet | None:
    """The errands of the course, if it has any."""
    found = errands(edition)
    return ErrandSheet(edition.reviewed, found) if found else None
