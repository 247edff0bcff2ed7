"""What who has taken a path is given: a certificate for each path, and marks of the layers."""

from dataclasses import dataclass
from datetime import date

from cunbo.model.base import Sentence
from cunbo.telling.edition import Edition


@dataclass(frozen=True)
class TakenPath:
    """A path as a certificate names it. Only a standard one may be called so."""

    name: str
    hours: int
    standard: bool


@dataclass(frozen=True)
class ReachedLayer:
    """A layer as its mark names it, and what had to be shown for it."""

    number: int
    name: str
    leave: Sentence


@dataclass(frozen=True)
class Certificate:
    """The sheet. No law and no day stands on it: the day is written when it is given."""

    paths: tuple[TakenPath, ...]
    reviewed: date | None = None


@dataclass(frozen=True)
class Badges:
    """The marks on a sheet, so many of each layer."""

    layers: tuple[ReachedLayer, ...]
    of_each: int
    reviewed: date | None = None


BADGES_OF_EACH = 4
"""As many as an A4 sheet holds of three layers."""


def certificate(edition: Edition) -> Certificate | None:
    """The sheet of the course, if it has any path."""
    paths = edition.course.paths.values()
    taken = tuple(TakenPath(path.name, path.hours, path.standard) for path in paths)
    return Certificate(taken) if taken else None


def badges(edition: Edition) -> Badges | None:
    """The marks of the course's layers, if anybody can take a path through them."""
    if not edition.course.paths:
        return None
    layers = edition.course.settings.layers
    reached = tuple(ReachedLayer(layer.number, layer.name, layer.leave) for layer in layers)
    return Badges(reached, BADGES_OF_EACH)
