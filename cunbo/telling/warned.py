"""The red lines as learners are told of them: which words, why, and what to say instead."""

from collections.abc import Iterator
from dataclasses import dataclass

from cunbo.checks.red_lines import RED_LINES, RedLine, over_red_lines
from cunbo.model.blocks import SayInstead, Swap
from cunbo.model.course import Fact
from cunbo.model.walk import blocks
from cunbo.telling.edition import Edition


@dataclass(frozen=True)
class ShownSwap:
    """A way of not saying it and one of saying it, and the lesson that shows both."""

    lesson: str
    swap: Swap


@dataclass(frozen=True)
class Warned:
    """One red line: its words in the author's order, what the law says of them, swaps of lessons
    that show how to mend it."""

    line: RedLine
    words: tuple[str, ...]
    facts: tuple[Fact, ...]
    swaps: tuple[ShownSwap, ...]


def warned_of(edition: Edition) -> tuple[Warned, ...]:
    """Every red line of which the course has words."""
    settings = edition.course.settings
    swaps = tuple(_swaps(edition))
    return tuple(
        Warned(
            line,
            getattr(settings.words, line.key),
            tuple(edition.course.facts[one] for one in getattr(settings.words.basis, line.key)),
            tuple(shown for crossed, shown in swaps if crossed is line),
        )
        for line in RED_LINES
        if getattr(settings.words, line.key)
    )


def _swaps(edition: Edition) -> Iterator[tuple[RedLine, ShownSwap]]:
    """What learners are shown in class, by the first red line that the bad half is over."""
    for lesson in edition.written:
        for _, block in blocks(tuple(step.learner for step in lesson.steps)):
            for swap in block.say_instead if isinstance(block, SayInstead) else ():
                crossed = over_red_lines(swap.instead_of, edition.course.settings.words)
                for line, _ in crossed:
                    yield line, ShownSwap(lesson.id, swap)
                    break
