"""Where drafts are posted for all tabs to see."""

import threading
from dataclasses import dataclass
from datetime import datetime

from cunbo.preview.draft import Draft
from cunbo.telling.edition import Edition


@dataclass(frozen=True)
class Posting:
    """The newest draft, and the last edition of the course that had no error (if there was one)."""

    number: int
    draft: Draft
    good: Edition | None
    good_since: datetime


class Board:
    """One draft at a time; whoever waits is woken by the next."""

    def __init__(self) -> None:
        self._news = threading.Condition()
        self._posting: Posting | None = None
        self.closed = False

    def post(self, draft: Draft) -> None:
        """Put up a draft. An edition without an error stays up until the next such edition."""
        with self._news:
            last = self._posting
            number = last.number + 1 if last else 1
            if draft.edition is None and last is not None:
                self._posting = Posting(number, draft, last.good, last.good_since)
            else:
                self._posting = Posting(number, draft, draft.edition, datetime.now())
            self._news.notify_all()

    def newer_than(self, number: int, seconds: float) -> Posting | None:
        """The posting after `number`, waited for so long; None if none came or the board closed."""
        with self._news:
            self._news.wait_for(lambda: self.closed or self._number() > number, seconds)
            return self._posting if self._number() > number and not self.closed else None

    def close(self) -> None:
        """Wake everybody for the last time."""
        with self._news:
            self.closed = True
            self._news.notify_all()

    def _number(self) -> int:
        return self._posting.number if self._posting else 0
