"""What the author has at one moment: the course, its mistakes, and when that was seen."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from cunbo.preview.offers import Offer
from cunbo.problems.notice import Notice
from cunbo.reading.reading import Reading
from cunbo.telling.edition import Edition


@dataclass(frozen=True)
class Snapshot:
    """The curriculum as it lay on the disk; `edition` is None while there is an error.

    `noticed` is when the change was seen, in seconds of `time.perf_counter`; `offers` are the mends
    that can be written, each by the mistake it is for; `reading` is what was read, if it could be.
    """

    edition: Edition | None
    mistakes: tuple[Notice, ...]
    noticed: float
    offers: Mapping[Notice, Offer] = field(default_factory=dict)
    reading: Reading | None = None

    @property
    def errors(self) -> int:
        return sum(mistake.is_error for mistake in self.mistakes)
