"""A lesson as a class of elders gets it: one thing to do a page, answered without writing."""

from dataclasses import dataclass

from cunbo.model.base import Sentence
from cunbo.model.blocks import Picture
from cunbo.model.choices import ElderAnswer
from cunbo.model.lesson import Lesson
from cunbo.model.meanings import short_name


@dataclass(frozen=True)
class ElderLeaf:
    """One page: what is done on the picture, one sentence, and how to answer, `how` in words."""

    number: int
    picture: Picture
    text: Sentence
    answer: ElderAnswer
    how: str
    choices: tuple[str, ...]


@dataclass(frozen=True)
class ElderVersion:
    """Who helps and with what, the pages, and the card that is the last page."""

    helper: Sentence
    leaves: tuple[ElderLeaf, ...]
    card: tuple[Sentence, ...]


def for_elders(lesson: Lesson) -> ElderVersion | None:
    """The elders' version of a lesson; None of one that has none (不适合老人班)."""
    if lesson.elder is None:
        return None
    leaves = (
        ElderLeaf(n, one.picture, one.text, one.answer, short_name(one.answer), one.choices)
        for n, one in enumerate(lesson.elder.pages, 1)
    )
    return ElderVersion(lesson.elder.helper, tuple(leaves), lesson.card)
