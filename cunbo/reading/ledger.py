"""One mistake is told once: who is silent where another has spoken.

A slip is seen by several voices, one after the other. The first knows most of its cause; what the
later ones see in the same place mostly follows from it.
"""

from collections.abc import Iterable
from enum import IntEnum
from typing import TypeAlias

from cunbo.problems.problem import Location, Problem


class Voice(IntEnum):
    """Who tells of a mistake; the first is believed first."""

    SIGNS = 1
    """Signs that no file may hold."""
    LINES = 2
    """Why YAML cannot read a line."""
    TREE = 3
    """What YAML reads otherwise than it was meant."""
    SHAPE = 4
    """What the model does not find as it should be."""
    NOTHING = 5
    """Keys and items with nothing behind them."""
    RULE = 6
    """What a rule of the course forbids."""


Told: TypeAlias = tuple[Voice, Problem]


def told_once(told: Iterable[Told]) -> tuple[Problem, ...]:
    """What is left to say, in the order it was told.

    - On a line where a voice has told an error, later voices are silent: it is not read as it was
      meant. Shape and nothing count as one voice. A rule, which is about something else, is silent
      only in the very place.
    - In a place where something else is wrong, nobody says that nothing stands there.
    - A doubt of a reader yields to an error that a later reader tells of the same line.
    - Nothing is said twice.
    """
    said = list(told)
    errors = [(voice, problem.at) for voice, problem in said if problem.is_error]
    lines: dict[tuple[str, int], set[Voice]] = {}
    places: dict[Location, Voice] = {}
    for voice, at in errors:
        lines.setdefault((at.file, at.line), set()).add(voice)
        places[at] = min(voice, places.get(at, voice))
    heard = (
        problem
        for voice, problem in said
        if _on_its_line(voice, problem, lines.get((problem.at.file, problem.at.line), set()))
        and (voice < Voice.NOTHING or places.get(problem.at, voice) >= voice)
    )
    return tuple(dict.fromkeys(heard))


def _on_its_line(voice: Voice, problem: Problem, others: set[Voice]) -> bool:
    """Whether a voice is heard on a line of which `others` tell errors."""
    if voice is Voice.RULE:
        return True
    if not problem.is_error and any(voice < one < Voice.RULE for one in others):
        return False
    rank = min(voice, Voice.SHAPE)
    return not any(one < rank for one in others)
