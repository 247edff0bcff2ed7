"""Data with positions → a part of the course, or Problems in plain Chinese."""

import re
from collections.abc import Iterator
from typing import Any, TypeVar

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from cunbo.model.base import Part
from cunbo.model.shape import names_at
from cunbo.model.walk import Path
from cunbo.problems.guess import nearest
from cunbo.problems.problem import Problem
from cunbo.reading import value_words
from cunbo.reading.ledger import Told, Voice
from cunbo.reading.mends import mend_of
from cunbo.reading.nodes import Data
from cunbo.reading.source import Source
from cunbo.reading.value_slips import EXPLANATIONS, empty, other

P = TypeVar("P", bound=Part)
_LOST = re.compile(r"(?::|-) +(#[^\s#].*)$")


def validate(source: Source, model: type[P]) -> tuple[P | None, tuple[Told, ...]]:
    """The part that `source` describes, or None and every reason why it is none."""
    if not source.content.is_readable:
        return None, ()
    data = source.content.data
    told = [(Voice.NOTHING, _nothing_there(source, path)) for path in _empty_places(data)]
    try:
        part = model.model_validate(data)
    except ValidationError as error:
        wrong = (_problem(source, model, data, one) for one in _causes(model, data, error))
        return None, (*((Voice.SHAPE, problem) for problem in wrong), *told)
    return (None if told else part), tuple(told)


def _empty_places(data: Data, path: Path = ()) -> Iterator[Path]:
    """Where a key or a list item has nothing after it, though the model might do without."""
    if data is None:
        yield path
    elif isinstance(data, dict | list):
        for step, one in data.items() if isinstance(data, dict) else enumerate(data):
            if not isinstance(one, str):
                yield from _empty_places(one, (*path, step))


def _nothing_there(source: Source, path: Path) -> Problem:
    """What to say where nothing stands; words that begin with `#` are lost as a comment."""
    at = source.at_key(*path) if path else source.at()
    lost = _LOST.search(source.lines[at.line - 1]) if at.line <= len(source.lines) else None
    slip = value_words.only_lost_words(lost[1]) if lost else empty(path)
    return slip.at(at, mend_of(slip, source.lines, at))


def _causes(model: type[Part], data: Data, error: ValidationError) -> list[ErrorDetails]:
    """The errors, without those that only follow from another.

    A key that is there but misspelt is not missing; a list whose items are wrong is not too short;
    rows that all lack their brackets are told of at the first.
    """
    meant = set()
    for one in error.errors():
        if one["type"] == "extra_forbidden":
            *above, key = one["loc"]
            known = names_at(model, _real_path(data, one["loc"])[:-1])
            meant.add((*above, nearest(str(key).lower(), known)))
    flat = [one["loc"] for one in error.errors() if "rows" in one["loc"][-2:-1]]
    first_flat = {loc[:-1]: loc for loc in reversed(flat)}
    inside = {one["loc"][:depth] for one in error.errors() for depth in range(len(one["loc"]))}
    return [
        one
        for one in error.errors()
        if not (one["type"] == "missing" and one["loc"] in meant)
        and not (one["type"] == "too_short" and one["loc"] in inside)
        and first_flat.get(one["loc"][:-1], one["loc"]) == one["loc"]
    ]


def _problem(source: Source, model: type[Part], data: Any, error: ErrorDetails) -> Problem:
    path = _real_path(data, error["loc"])
    if error["input"] is None and error["type"] != "missing":
        return _nothing_there(source, path)
    slip = EXPLANATIONS.get(error["type"], other)(error, path, model)
    on_key = error["type"] == "extra_forbidden" and path
    place = source.at_key(*path) if on_key else source.at(*path)
    return slip.at(place, mend_of(slip, source.lines, place, _typed(error, path)))


def _typed(error: ErrorDetails, path: Path) -> str:
    """The key or the value that the error is about, as it was read; of a mapping, its first key."""
    given = error["input"]
    if error["type"] == "extra_forbidden":
        return str(path[-1])
    return str(next(iter(given), "")) if isinstance(given, dict) else str(given)


def _real_path(data: Any, loc: Path) -> Path:
    """`loc` without the union tags that pydantic puts between the author's own keys."""
    path: list[str | int] = []
    for position, step in enumerate(loc):
        last = position == len(loc) - 1
        if isinstance(data, dict) and (step in data or last):
            data = data.get(step)
        elif isinstance(data, list) and isinstance(step, int) and step < len(data):
            data = data[step]
        else:
            continue
        path.append(step)
    return tuple(path)
