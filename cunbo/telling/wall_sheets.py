"""The drawings of a lesson's steps, to hang on the wall."""

from dataclasses import dataclass

from cunbo.model.base import Sentence
from cunbo.model.blocks import Figure, Picture
from cunbo.model.lesson import Lesson
from cunbo.telling.heads import Head


@dataclass(frozen=True)
class WallPicture:
    """A drawing, and the step that it belongs to."""

    number: int
    title: Sentence
    picture: Picture


@dataclass(frozen=True)
class WallSheets:
    """All drawings of a lesson in the order of its steps."""

    head: Head
    pictures: tuple[WallPicture, ...]


def wall_sheets(head: Head, lesson: Lesson) -> WallSheets | None:
    """The drawings of a written lesson under its head; None where it has none."""
    pictures = tuple(
        WallPicture(number, step.title, block.figure)
        for number, step in enumerate(lesson.steps, 1)
        for block in step.learner
        if isinstance(block, Figure)
    )
    return WallSheets(head, pictures) if pictures else None
