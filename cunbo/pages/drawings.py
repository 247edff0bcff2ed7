"""Every drawing of the course, with what it shows and the lessons that use it."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath

from cunbo.model.blocks import Picture
from cunbo.model.lesson import Lesson
from cunbo.model.walk import pictures
from cunbo.telling.edition import Edition
from cunbo.telling.places import drawing_picture


@dataclass(frozen=True)
class Drawing:
    """A drawing: where it lies as SVG and as PNG, what it shows, the ids of this village's lessons
    that use it."""

    src: str
    png: str
    shows: str
    lessons: tuple[str, ...]


def drawings(edition: Edition) -> tuple[Drawing, ...]:
    """Each drawing once, in the order in which the lessons come to it; unused ones at the end."""
    course = edition.whole
    told: dict[str, str] = {}
    for one in (*edition.in_order, *course.lessons.values(), *course.forms.values()):
        for _, picture in pictures(one):
            told.setdefault(picture.src, picture.alt)
    users = _users(edition)
    order = (*(src for src in told if src in course.figures), *sorted(course.figures))
    return tuple(
        Drawing(src, drawing_picture(src), told.get(src) or _name(src), tuple(users.get(src, ())))
        for src in dict.fromkeys(order)
    )


def _users(edition: Edition) -> dict[str, list[str]]:
    """The lessons that show a drawing, themselves or on their form."""
    users: dict[str, list[str]] = {}
    for lesson in edition.in_order:
        for src in dict.fromkeys(picture.src for picture in _shown(edition, lesson)):
            users.setdefault(src, []).append(lesson.id)
    return users


def _shown(edition: Edition, lesson: Lesson) -> Iterator[Picture]:
    form = edition.course.forms.get(lesson.deliverable.form or "")
    return (picture for part in (lesson, form) for _, picture in pictures(part))


def _name(src: str) -> str:
    """What a drawing is called of which nobody has said what it shows."""
    return PurePosixPath(src).stem
