"""The cue card of a lesson, a picture to be sent on: in a chat it is seen at once, where a page or
a PDF has to be opened."""

from cunbo.model.lesson import Lesson
from cunbo.telling.cue_card import CueCard
from cunbo.telling.edition import Edition
from cunbo.telling.places import CARD
from cunbo.telling.sheets import LessonSheet, Reader
from cunbo.telling.views import head


def cue_card(edition: Edition, lesson: Lesson) -> CueCard | None:
    """The cue card of a lesson, if it has one."""
    return CueCard(head(edition, lesson), lesson.card) if lesson.card else None


CUE_CARD = LessonSheet(
    name=CARD,
    template="cue_card.typ",
    reader=Reader.LEARNER,
    names_village=True,
    view=cue_card,
)
"""It is no sheet of paper: only a picture is made of it."""
