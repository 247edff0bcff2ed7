"""What is to be told apart by its name has a name of its own."""

from collections.abc import Iterable, Iterator
from itertools import groupby

from cunbo.checks.desk import Desk
from cunbo.model.walk import Path, references
from cunbo.problems.codes import Code
from cunbo.problems.problem import Problem
from cunbo.reading.source import Source


def names_are_given_once(desk: Desk) -> Iterator[Problem]:
    """Slots, glossary terms, practices and findings: each name stands for one thing."""
    course = desk.course
    for stem, key, field, names in (
        ("slots", "slots", "name", [one.name for one in course.slots]),
        ("glossary", "terms", "term", [one.term for one in course.glossary]),
        ("practices", "practices", "id", [one.id for one in course.practices]),
    ):
        places = (((key, index, field), name) for index, name in enumerate(names))
        yield from _given_twice(desk.source("", stem), places)
    seen: set[str] = set()
    for name, paper in course.papers.items():
        ids = [one.id for one in paper.proposals]
        source = desk.source("sources", name)
        places = ((("proposals", index, "id"), one) for index, one in enumerate(ids))
        yield from _given_twice(source, places, seen)


def forms_are_told_apart(desk: Desk) -> Iterator[Problem]:
    """No two forms have one name: printed, they would be one file."""
    seen: set[str] = set()
    for name, form in desk.course.forms.items():
        source = desk.source("forms", name)
        yield from _given_twice(source, [(("name",), form.name)], seen)


def lists_name_nothing_twice(desk: Desk) -> Iterator[Problem]:
    """A finding answered, or a choice offered, is listed once."""
    for source, part in desk.parts():
        listed = (found for found in references(part) if isinstance(found[0][-1], int))
        for _, names in groupby(listed, key=lambda found: found[0][:-1]):
            yield from _given_twice(source, names)
    for name, lesson in desk.course.lessons.items():
        source = desk.source("lessons", name)
        for number, question in enumerate(lesson.quiz):
            choices = enumerate(question.choices)
            places = (
                (("quiz", number, "choices", at, "text"), str(one.text)) for at, one in choices
            )
            yield from _given_twice(source, places)


def _given_twice(
    source: Source, places: Iterable[tuple[Path, str]], seen: set[str] | None = None
) -> Iterator[Problem]:
    """A problem at each name that is among those `seen` already, or comes a second time."""
    known = set() if seen is None else seen
    for path, name in places:
        if name in known:
            what = f"“{name}”前面已经有了"
            yield Problem(Code.DUPLICATE_NAME, source.at(*path), what, "删掉一个，或者改一个名")
        known.add(name)
