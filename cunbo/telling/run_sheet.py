"""The steps of a lesson by the trainer's clock: when each begins, what to do, say, look out for."""

from dataclasses import dataclass

from cunbo.model.base import Sentence
from cunbo.model.blocks import Block, Say
from cunbo.model.choices import HANDS_ON
from cunbo.model.lesson import Guest, Step
from cunbo.model.meanings import short_name


@dataclass(frozen=True)
class TrainerStep:
    """A row of the run sheet; `start` and `end` are minutes from the beginning of the lesson.

    `launch` is what starts learners off: the words with which `doing` begins where they work.
    `in_hand` names what they have before them, `learner` is the thing itself.
    """

    number: int
    kind_name: str
    title: Sentence
    start: int
    end: int
    launch: Sentence | None
    doing: tuple[Block, ...]
    notes: tuple[Sentence, ...]
    guest: Guest | None
    in_hand: tuple[str, ...]
    learner: tuple[Block, ...]


def run_sheet(steps: tuple[Step, ...]) -> tuple[TrainerStep, ...]:
    """The steps one after the other, from minute 0."""
    rows, start = [], 0
    for number, step in enumerate(steps, 1):
        rows.append(_row(number, step, start))
        start += step.minutes
    return tuple(rows)


def _row(number: int, step: Step, start: int) -> TrainerStep:
    doing = tuple(block for block in step.trainer if not block.in_margin)
    return TrainerStep(
        number=number,
        kind_name=short_name(step.kind),
        title=step.title,
        start=start,
        end=start + step.minutes,
        launch=_launch_line(step, doing),
        doing=doing,
        notes=tuple(block.value for block in step.trainer if block.in_margin),
        guest=step.guest,
        in_hand=tuple(dict.fromkeys(str(one.model_config["title"]) for one in step.learner)),
        learner=step.learner,
    )


def _launch_line(step: Step, doing: tuple[Block, ...]) -> Sentence | None:
    first = next(iter(doing), None)
    return first.say if step.kind in HANDS_ON and isinstance(first, Say) else None
