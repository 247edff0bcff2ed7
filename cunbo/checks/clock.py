"""The day by which dates are judged."""

from datetime import UTC, date, datetime, timedelta
from typing import NamedTuple

from cunbo import __released__

RELEASED = date.fromisoformat(__released__)
_EASTERNMOST = timedelta(hours=14)
"""How far the first clocks to strike midnight, those of Kiritimati, are ahead of UTC."""

WRONG_CLOCK = "这台机器的日期不对，比这个程序还早。先不查日子；把机器的日期改对，再查一遍。"


class Today(NamedTuple):
    """`here` is the day on this machine, `begun` the latest day that has begun anywhere on earth:
    a trainer in China may be a day ahead of the server that checks her lesson."""

    here: date
    begun: date

    @property
    def is_known(self) -> bool:
        return self.begun != date.max


def now() -> datetime:
    """The time of this machine's clock, in its own zone."""
    return datetime.now().astimezone()


def today() -> Today:
    """Today. A clock from before this program's release is wrong: no day is judged by it, none is
    due and none is still to come."""
    moment = now()
    begun = (moment.astimezone(UTC) + _EASTERNMOST).date()
    return Today(moment.date(), begun) if begun >= RELEASED else Today(RELEASED, date.max)
