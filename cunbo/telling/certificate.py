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
class Certificates:
    """The sheet. No law and no day stands on it: the day is written when it is given."""

    paths: tuple[TakenPath, ...]
    layers: tuple[ReachedLayer, ...]
    reviewed: date | None = None


def certificates(edition: Edition) -> Certificates | None:
    """The sheet of the course, if it has any path."""
    course = edition.course
    if not course.paths:
        return None
    return Certificates(
        tuple(TakenPath(path.name, path.hours, path.standard) for path in course.paths.values()),
        tuple(
            ReachedLayer(layer.number, layer.name, layer.leave) for layer in course.settings.layers
        ),
    )
