"""The lines of a lesson that learners keep."""

from dataclasses import dataclass

from cunbo.model.base import Sentence
from cunbo.telling.heads import Head


@dataclass(frozen=True)
class CueCard:
    """The lines, and what lesson they are of."""

    head: Head
    card: tuple[Sentence, ...]
