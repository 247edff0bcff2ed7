"""A question of the quiz: as it is put to learners, as it is explained to them once they chose, and
with all that the trainer knows of it."""

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
class Explanation:
    """What learners are told of a question once they chose: which letter is right, and why.

    Why people choose the others is for the trainer: it is said about them, not to them.
    """

    letter: str
    because: Sentence


@dataclass(frozen=True)
class WrongChoice:
    """`why` is why decent people choose it; None where the author has not said so yet."""

    letter: str
    choice: Sentence
    why: Sentence | None


@dataclass(frozen=True)
class Answer:
    """A question as the trainer reads it out: the right choice, why it is right and, where the
    author says so, why people choose it; then the others."""

    number: int
    ask: Sentence
    letter: str
    choice: Sentence
    because: Sentence
    why: Sentence | None
    wrong: tuple[WrongChoice, ...]


def asked(number: int, question: Question) -> LearnerQuestion:
    """The question with lettered choices, none of them marked."""
    lettered = zip(_LETTERS, question.choices, strict=False)
    choices = tuple((letter, one.text) for letter, one in lettered)
    return LearnerQuestion(number, question.ask, choices)


def explained(question: Question) -> Explanation:
    """What there is to say to whoever chose."""
    return Explanation(_LETTERS[question.answer - 1], question.because)


def answered(number: int, question: Question) -> Answer:
    """The right choice of a question, why it is right, and what the others are chosen for."""
    right = question.answer - 1
    lettered = enumerate(zip(_LETTERS, question.choices, strict=False))
    return Answer(
        number=number,
        ask=question.ask,
        letter=_LETTERS[right],
        choice=question.choices[right].text,
        because=question.because,
        why=question.choices[right].why,
        wrong=tuple(
            WrongChoice(letter, one.text, one.why) for at, (letter, one) in lettered if at != right
        ),
    )
