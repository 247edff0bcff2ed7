"""A lesson as slides for a television or a projector, in the order in which they are shown.

Whoever sets them — as pages of 16:9, as a file for WPS — finds here what stands on each and need
decide nothing but how large. A `Deck` is shown from top to bottom: `opening`, every one of `steps`,
every one of `questions`, `card` on one slide if there is a line on it, `closing` on one or more.

All words are learners'. There is no field for a word to the trainer, and none for why a choice is
right: that is said, not shown. Where a village has no word for a slot, a sentence has a blank, as
everywhere.

- `head` goes on every slide, small: id and title.
- Of a step, one slide shows at most one drawing, as large as there is room, with the words beside
  it; what needs the whole width (`Block.needs_width`) begins a slide of its own. `part` of `parts`
  tells those of one step apart: title and minutes are the same on all.
- Blocks that are `filled_in` are shown without lines to write on: those are on the handout.
- A question is shown twice: first with nothing marked, then with `right` marked. In between,
  learners put up their hands.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from cunbo.model.base import Sentence
from cunbo.model.blocks import Block, Figure, Picture
from cunbo.model.course import Course
from cunbo.model.lesson import Lesson, Step
from cunbo.model.meanings import short_name
from cunbo.model.walk import sentences
from cunbo.telling.heads import Head
from cunbo.telling.next_time import NextTime, next_times
from cunbo.telling.quiz import asked, explained

_MOST_ROOM = 170
_PER_SENTENCE = 10
"""What a line that is not full loses, in letters."""


@dataclass(frozen=True)
class OpeningSlide:
    """What is shown while people sit down: what they will take home, what to have at hand."""

    deliverable: Sentence
    bring: tuple[Sentence, ...]


@dataclass(frozen=True)
class StepSlide:
    """A step, or the next part of it. `picture` is drawn large; it may have a caption. `number` is
    the step's, from 1, of so many `steps`."""

    number: int
    steps: int
    kind_name: str
    title: Sentence
    minutes: int
    part: int
    parts: int
    picture: Picture | None
    blocks: tuple[Block, ...]


@dataclass(frozen=True)
class QuestionSlide:
    """A question of the quiz with its lettered choices; `right` is the letter to mark, None as
    long as people think."""

    number: int
    questions: int
    ask: Sentence
    choices: tuple[tuple[str, Sentence], ...]
    right: str | None


@dataclass(frozen=True)
class ClosingSlide:
    """What is left to say: what to do at home, what comes next and what to bring to it."""

    homework: Sentence | None
    next_times: tuple[NextTime, ...]


@dataclass(frozen=True)
class Deck:
    """All slides of a lesson; `card` is what people keep."""

    head: Head
    opening: OpeningSlide
    steps: tuple[StepSlide, ...]
    questions: tuple[QuestionSlide, ...]
    card: tuple[Sentence, ...]
    closing: ClosingSlide


def deck(head: Head, course: Course, lesson: Lesson) -> Deck:
    """The slides of a written lesson of a course, under its head."""
    homework = lesson.after.homework if lesson.after else None
    return Deck(
        head=head,
        opening=OpeningSlide(lesson.deliverable.name, lesson.bring),
        steps=tuple(
            slide
            for number, step in enumerate(lesson.steps, 1)
            for slide in _of_step(number, step, len(lesson.steps))
        ),
        questions=tuple(_questions(lesson)),
        card=lesson.card,
        closing=ClosingSlide(homework, next_times(course, lesson.id)),
    )


def _of_step(number: int, step: Step, steps: int) -> Iterator[StepSlide]:
    parts = tuple(_parts(step.learner)) or ((None, ()),)
    for part, (picture, blocks) in enumerate(parts, 1):
        yield StepSlide(
            number=number,
            steps=steps,
            kind_name=short_name(step.kind),
            title=step.title,
            minutes=step.minutes,
            part=part,
            parts=len(parts),
            picture=picture,
            blocks=blocks,
        )


def _parts(blocks: Iterable[Block]) -> Iterator[tuple[Picture | None, tuple[Block, ...]]]:
    """Blocks by slide: a drawing and a block that needs the width each begin a new one."""
    picture: Picture | None = None
    words: list[Block] = []
    for block in blocks:
        is_full = words and sum(map(_room, (*words, block))) > _MOST_ROOM
        if is_full or (block.needs_width and (picture or words)):
            yield picture, tuple(words)
            picture, words = None, []
        if isinstance(block, Figure):
            picture = block.figure
        else:
            words.append(block)
    if picture or words:
        yield picture, tuple(words)


def _room(block: Block) -> int:
    """About how many letters' room a block takes."""
    return sum(len(text) + _PER_SENTENCE for _, text in sentences(block))


def _questions(lesson: Lesson) -> Iterator[QuestionSlide]:
    for number, question in enumerate(lesson.quiz, 1):
        one = asked(number, question)
        for right in (None, explained(question).letter):
            yield QuestionSlide(number, len(lesson.quiz), one.ask, one.choices, right)
