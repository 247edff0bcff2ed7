"""What of a lesson a learner wants beside the script on air: card, big characters, minutes."""

from dataclasses import dataclass

from cunbo.model.base import Sentence
from cunbo.model.blocks import KeyCharacter, KeyCharacters
from cunbo.model.lesson import Lesson
from cunbo.telling.edition import Edition
from cunbo.telling.views import LearnerStep, for_learner


@dataclass(frozen=True)
class Cues:
    """The reminders of one lesson."""

    title: str
    card: tuple[Sentence, ...]
    characters: tuple[KeyCharacter, ...]
    steps: tuple[LearnerStep, ...]


def cues_of(edition: Edition, lesson: Lesson) -> Cues:
    """The reminders of a written lesson, from what its learners see."""
    view = for_learner(edition, lesson)
    characters = (
        one
        for step in view.steps
        for block in step.blocks
        if isinstance(block, KeyCharacters)
        for one in block.key_characters
    )
    return Cues(view.head.title, view.card, tuple(characters), view.steps)
