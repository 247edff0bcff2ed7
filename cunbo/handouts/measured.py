"""What a printed sheet turned out to be, kept beside it: an unchanged sheet is not read again."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

_WAY = 1
"""How sheets are measured; what was kept of another way is measured anew."""


@dataclass(frozen=True)
class PrintedHeading:
    """A heading below the title: the side it stands on, from 1; whether text stands above it on
    that side, and whether nothing at all stands below it."""

    side: int
    has_text_above: bool
    is_last: bool


@dataclass(frozen=True)
class Spot:
    """A place on a printed sheet: the side, from 1, the words that stand there or, in a drawing,
    are said of it, and what was measured there, in points."""

    side: int
    words: str
    points: float = 0


@dataclass(frozen=True)
class Measured:
    """`letters` counts letters and figures of each side, without head, foot and signs.

    `smallest` type and `faintest` line are the first in which the sheet has less than in any other;
    `closest` are two lines to write on. `strays` reach over the margin, a line or other words;
    `cut` rows of tables begin on the side before theirs. A sheet is `size` bytes.
    """

    letters: tuple[int, ...]
    headings: tuple[PrintedHeading, ...]
    smallest: Spot | None = None
    faintest: Spot | None = None
    closest: Spot | None = None
    strays: tuple[Spot, ...] = ()
    cut: tuple[Spot, ...] = ()
    size: int = 0

    @property
    def sides(self) -> tuple[int, ...]:
        """On which side each heading stands; the first are those of the steps."""
        return tuple(heading.side for heading in self.headings)


def as_json(sheet: Measured) -> bytes:
    """The measurements, to be kept beside the sheet."""
    return json.dumps(asdict(sheet) | {"way": _WAY}).encode()


def from_json(kept: bytes) -> Measured:
    """What `as_json` kept. Raises ValueError, TypeError, KeyError where it is something else."""
    known = json.loads(kept)
    if known["way"] != _WAY:
        raise ValueError("measured in another way")
    return Measured(
        letters=tuple(known["letters"]),
        headings=tuple(PrintedHeading(**one) for one in known["headings"]),
        smallest=_spot(known["smallest"]),
        faintest=_spot(known["faintest"]),
        closest=_spot(known["closest"]),
        strays=tuple(Spot(**one) for one in known["strays"]),
        cut=tuple(Spot(**one) for one in known["cut"]),
        size=known["size"],
    )


def _spot(known: Mapping[str, Any] | None) -> Spot | None:
    return Spot(**known) if known else None
