"""The newest snapshot, published for all tabs to see."""

import threading
from dataclasses import dataclass
from datetime import datetime

from cunbo.preview.offers import Offer
from cunbo.preview.snapshot import Snapshot
from cunbo.telling.edition import Edition


@dataclass(frozen=True)
class Update:
    """The newest snapshot, and the last edition without an error (if there was one)."""

    number: int
    snapshot: Snapshot
    good: Edition | None
    good_since: datetime


class Updates:
    """One update at a time; whoever waits is woken by the next."""

    def __init__(self) -> None:
        self._news = threading.Condition()
        self._newest: Update | None = None
        self.closed = False

    def publish(self, snapshot: Snapshot) -> None:
        """Tell of a snapshot. An edition without an error stays up until the next such edition."""
        with self._news:
            last = self._newest
            number = last.number + 1 if last else 1
            if snapshot.edition is None and last is not None:
                self._newest = Update(number, snapshot, last.good, last.good_since)
            else:
                self._newest = Update(number, snapshot, snapshot.edition, datetime.now())
            self._news.notify_all()

    def newer_than(self, number: int, seconds: float) -> Update | None:
        """The update after `number`, waited for so long; None if none came or there are no more."""
        with self._news:
            self._news.wait_for(lambda: self.closed or self._number() > number, seconds)
            return self._newest if self._number() > number and not self.closed else None

    def is_old(self, update: Update) -> bool:
        """Whether a newer one has been published since, or there are no more tabs to tell."""
        with self._news:
            return self.closed or self._number() > update.number

    def offer(self, mark: str) -> Offer | None:
        """The mend that the newest snapshot offers under a mark."""
        with self._news:
            offers = self._newest.snapshot.offers.values() if self._newest else ()
        return next((one for one in offers if one.mark == mark), None)

    def close(self) -> None:
        """Wake everybody for the last time."""
        with self._news:
            self.closed = True
            self._news.notify_all()

    def _number(self) -> int:
        return self._newest.number if self._newest else 0
