"""What of a pack cannot be read, written on or copied, told with the line of a lesson's author."""

from collections.abc import Iterator, Sequence

from cunbo.handouts.measured import Measured
from cunbo.making.sheet_faults import faults_met, place_told
from cunbo.making.whence import Whence
from cunbo.problems.problem import Problem
from cunbo.telling.packs import Bound, Pack


def pack_faults(
    pack: Pack, bound: Sequence[tuple[int, Bound]], sheet: Measured, whence: Whence
) -> Iterator[Problem]:
    """The first of each kind of fault in a pack; `bound` are its sheets, each with the page it
    begins on. Cover and contents hold no words of authors."""
    for code, spot, what, mend in faults_met(pack, sheet):
        before = [one for page, one in bound if page <= spot.side]
        if before:
            at = whence.at(before[-1].sheet, before[-1].lesson.id, spot.words)
            yield Problem(code, at, f"{pack.name} {place_told(spot)}{what}", mend)
