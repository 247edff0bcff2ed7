"""Which pictures a course asks for, and what stands on each: pure, nothing is drawn here."""

import json
from collections.abc import Iterator
from dataclasses import dataclass

from cunbo.handouts.data import sheet_data
from cunbo.telling.edition import Edition
from cunbo.telling.pictures import CUE_CARD, cue_card
from cunbo.telling.places import COURSE_CARD, card_picture, drawing_picture


@dataclass(frozen=True)
class PictureOrder:
    """A picture to draw: `file` is where it lies in the site, `data` holds all that is on it. One
    that is `gray` has no colour but black and white."""

    file: str
    template: str
    data: bytes
    gray: bool = False


def picture_orders(edition: Edition) -> tuple[PictureOrder, ...]:
    """The cue cards of all written lessons, the course's card, and every drawing."""
    return (*_cue_cards(edition), _course_card(edition), *_drawings(edition))


def _cue_cards(edition: Edition) -> Iterator[PictureOrder]:
    for lesson in edition.written:
        view = cue_card(edition, lesson)
        if view is not None:
            data = sheet_data(edition, CUE_CARD, view, {}).encoded
            yield PictureOrder(card_picture(lesson.id), CUE_CARD.template, data)


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
