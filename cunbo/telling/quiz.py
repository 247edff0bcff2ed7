"""A question of the quiz: as it is put to learners, and with what only the trainer knows of it."""

from dataclasses import dataclass

from cunbo.model.base import Sentence
from cunbo.model.lesson import Question

_LETTERS = "ABCDE"


@dataclass(frozen=True)
class LearnerQuestion:
    number: int
    ask: Sentence
    choices: tuple[tuple[str, Sentence], ...]


@dataclass(frozen=True)
class Answer:
    """`tempting` holds the letter of each wrong choice, and why decent people choose it."""

    number: int
    ask: Sentence
    letter: str
    choice: Sentence
    because: Sentence
    tempting: tuple[tuple[str, Sentence], ...]


def asked(number: int, question: Question) -> LearnerQuestion:
    """The question with lettered choices, none of them marked."""
    lettered = zip(_LETTERS, question.choices, strict=False)
    choices = tuple((letter, one.text) for letter, one in lettered)
    return LearnerQuestion(number, question.ask, choices)


def answered(number: int, question: Question) -> Answer:
    """The right choice of a question, why it is right, and what the others are chosen for."""
    lettered = zip(_LETTERS, question.choices, strict=False)
    return Answer(
        number=number,
        ask=question.ask,
        letter=_LETTERS[question.answer - 1],
        choice=question.choices[question.answer - 1].text,
        because=question.because,
        tempting=tuple((letter, one.why) for letter, one in lettered if one.why is not None),
    )
