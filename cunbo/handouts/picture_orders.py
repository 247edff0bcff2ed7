"""Which pictures a course asks for, and what stands on each: pure, nothing is drawn here."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain

from cunbo.handouts.data import sheet_data
from cunbo.model.lesson import Lesson
from cunbo.telling.edition import Edition
from cunbo.telling.pictures import PICTURES
from cunbo.telling.places import COURSE_CARD, drawing_picture, lesson_picture


@dataclass(frozen=True)
class PictureOrder:
    """A picture to draw: `file` is where it lies in the site, `data` holds all that is on it. One
    that is `gray` has no colour but black and white."""

    file: str
    template: str
    data: bytes
    gray: bool = False


def picture_orders(edition: Edition) -> tuple[PictureOrder, ...]:
    """The pictures of all written lessons, the course's card, and every drawing."""
    of_lessons = (lesson_pictures(edition, one) for one in edition.written)
    return (*chain.from_iterable(of_lessons), _course_card(edition), *_drawings(edition))


def lesson_pictures(edition: Edition, lesson: Lesson) -> Iterator[PictureOrder]:
    """The pictures that one written lesson has."""
    for kind in PICTURES:
        view = kind.view(edition, lesson)
        if view is not None:
            data = sheet_data(edition, kind, view, edition.course.figures).encoded
            yield PictureOrder(lesson_picture(lesson.id, kind.name), kind.template, data)


def _course_card(edition: Edition) -> PictureOrder:
    settings = edition.course.settings
    told = {"title": settings.title, "tagline": edition.plain(settings.tagline)}
    return PictureOrder(COURSE_CARD, "course_card.typ", _json(told))


def _drawings(edition: Edition) -> Iterator[PictureOrder]:
    return (drawing_order(src, svg) for src, svg in edition.course.figures.items())


def drawing_order(src: str, svg: str) -> PictureOrder:
    """The drawing at `src` as a picture."""
    return PictureOrder(drawing_picture(src), "drawing.typ", _json({"svg": svg}), gray=True)


def _json(told: dict[str, str]) -> bytes:
    return json.dumps(told, ensure_ascii=False, sort_keys=True).encode()
