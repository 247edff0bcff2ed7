"""What is right in the quizzes of the whole course, on one sheet to correct with."""

from dataclasses import dataclass
from datetime import date

from cunbo.model.base import Sentence
from cunbo.telling.edition import Edition
from cunbo.telling.quiz import answered


@dataclass(frozen=True)
class RightChoice:
    """The number of a question, and the letter and the words of its right choice."""

    number: int
    letter: str
    choice: Sentence


@dataclass(frozen=True)
class LessonAnswers:
    id: str
    title: str
    answers: tuple[RightChoice, ...]


@dataclass(frozen=True)
class AnswerKey:
    """The lessons with a quiz, in the order of the course. Why a choice is right stands in the
    plan, and is said in class."""

    reviewed: date | None
    lessons: tuple[LessonAnswers, ...]


def answer_key(edition: Edition) -> AnswerKey | None:
    """The answers of all written lessons; None where none has a quiz."""
    keys = tuple(
        LessonAnswers(
            lesson.id,
            lesson.title_parts[0],
            tuple(
                RightChoice(one.number, one.letter, one.choice)
                for number, question in enumerate(lesson.quiz, 1)
                for one in (answered(number, question),)
            ),
        )
        for lesson in edition.written
        if lesson.quiz
    )
    return AnswerKey(edition.reviewed, keys) if keys else None
