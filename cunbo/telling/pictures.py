"""Pictures to be sent on: the cue card of a lesson, every drawing, the course's own card.

In a chat a picture is seen at once, where a page has to be opened. This is where each lies in the
site, and what stands on it.
"""

from dataclasses import dataclass
from pathlib import PurePosixPath

from cunbo.model.base import Sentence
from cunbo.model.lesson import Lesson
from cunbo.telling.edition import Edition
from cunbo.telling.sheets import LessonSheet, Reader
from cunbo.telling.views import Head, head

SENT_ON = "share"
"""The site's folder of what is there to be sent on and to be opened by itself."""
COURSE_CARD = f"{SENT_ON}/course.png"
"""What a chat may show beside the address of any page."""


@dataclass(frozen=True)
class CueCard:
    """The lines of a lesson that learners keep, and what lesson they are of."""

    head: Head
    card: tuple[Sentence, ...]


def cue_card(edition: Edition, lesson: Lesson) -> CueCard | None:
    """The cue card of a lesson, if it has one."""
    return CueCard(head(edition, lesson), lesson.card) if lesson.card else None


CUE_CARD = LessonSheet(name="要点卡", template="cue_card.typ", reader=Reader.LEARNER, view=cue_card)
"""It is no sheet of paper: only a picture is made of it."""


def card_picture(lesson_id: str) -> str:
    """Where the cue card of a lesson lies."""
    return f"{SENT_ON}/{lesson_id}-{CUE_CARD.name}.png"


def drawing_picture(src: str) -> str:
    """Where the drawing at `src` lies as a PNG: beside its SVG."""
    return PurePosixPath(src).with_suffix(".png").as_posix()
