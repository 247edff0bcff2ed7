"""What the author has at one moment: the course, its mistakes, and when that was seen."""

from dataclasses import dataclass

from cunbo.problems.notice import Notice
from cunbo.telling.edition import Edition


@dataclass(frozen=True)
class Snapshot:
    """The curriculum as it lay on the disk; `edition` is None while there is an error.

    `noticed` is when the change was seen, in seconds of `time.perf_counter`.
    """

    edition: Edition | None
    mistakes: tuple[Notice, ...]
    noticed: float

    @property
    def errors(self) -> int:
        return sum(mistake.is_error for mistake in self.mistakes)
