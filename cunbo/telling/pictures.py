"""The table of pictures that a lesson has to be sent on: in a chat a picture is seen at once, where
a page or a PDF has to be opened.

A picture is one entry here and one template in `templates/handouts/`. It is drawn, and offered on
the pages that offer the lesson's sheets, under its name.
"""

from collections.abc import Callable, Mapping

from cunbo.model.lesson import Lesson
from cunbo.telling.cue_card import CueCard
from cunbo.telling.edition import Edition
from cunbo.telling.places import lesson_picture
from cunbo.telling.sheets import LessonSheet, Reader
from cunbo.telling.views import head


def _cue_card(edition: Edition, lesson: Lesson) -> CueCard | None:
    return CueCard(head(edition, lesson), lesson.card) if lesson.card else None


def _picture(
    name: str, template: str, view: Callable[[Edition, Lesson], object | None]
) -> LessonSheet:
    """A kind of picture: learners', and the village's whose name is on it."""
    return LessonSheet(
        name=name, template=template, reader=Reader.LEARNER, names_village=True, view=view
    )


CUE_CARD = _picture("要点卡", "cue_card.typ", _cue_card)

PICTURES = (CUE_CARD,)
"""Every kind of picture that a lesson can have, in the order in which they are offered. None is a
sheet of paper: it has no letter and is not printed."""


def pictures_by_lesson(edition: Edition) -> Mapping[str, Mapping[str, str]]:
    """Where each picture of a written lesson lies, by the lesson's id and the name of its kind."""
    return {
        lesson.id: {
            kind.name: lesson_picture(lesson.id, kind.name)
            for kind in PICTURES
            if kind.view(edition, lesson) is not None
        }
        for lesson in edition.written
    }
