"""The sheet by which a learner finds a path: the course's form, and what the paths waive."""

from dataclasses import dataclass
from datetime import date

from cunbo.model.base import Cell, Sentence
from cunbo.model.blocks import Table, TableData
from cunbo.model.course import Form
from cunbo.model.lesson import Lesson
from cunbo.telling.edition import Edition

_HEAD = ("走这几条路的", "拿出这样东西", "看过打钩", "就免这一课")
_WIDTHS = (3, 7, 2, 5)


@dataclass(frozen=True)
class Placement:
    """`waivers` has a row for every lesson that a path waives, None if none does any."""

    reviewed: date | None
    form: Form
    waivers: Table | None


def placement(edition: Edition) -> Placement | None:
    """The sheet of the course, if it has a form for it."""
    name = edition.course.settings.placement
    if name is None:
        return None
    rows = tuple(_row(edition, lesson) for lesson in edition.in_order if _waiving(edition, lesson))
    table = TableData(head=tuple(map(Sentence, _HEAD)), rows=rows, widths=_WIDTHS)
    waivers = Table(table=table) if rows else None
    return Placement(edition.reviewed, edition.course.forms[name], waivers)


def _waiving(edition: Edition, lesson: Lesson) -> str:
    """The paths on which who has what a lesson makes need not take it."""
    paths = edition.course.paths.values()
    return "、".join(path.id for path in paths if lesson.id in path.waived)


def _row(edition: Edition, lesson: Lesson) -> tuple[Cell, ...]:
    title, _ = lesson.title_parts
    shown = (_waiving(edition, lesson), lesson.deliverable.name, "", f"{lesson.id} {title}")
    return tuple(map(Cell, shown))
