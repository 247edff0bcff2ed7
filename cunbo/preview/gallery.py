"""The lessons made visible last, so that the last good version stays when the next one fails."""

import threading
from collections import OrderedDict
from collections.abc import Callable

from cunbo.preview.board import Posting
from cunbo.preview.workshop import Choice, NotMadeError, Sight
from cunbo.problems.notice import Notice
from cunbo.telling.edition import Edition

_KEPT = 8
Make = Callable[[Edition, Choice], Sight]


class Gallery:
    """Keeps a few sights, the newest last. Used by many threads, works for one at a time."""

    def __init__(self, make: Make) -> None:
        self._make = make
        self._busy = threading.Lock()
        self._hung: OrderedDict[Choice, tuple[int, Sight]] = OrderedDict()

    def show(self, posting: Posting, choice: Choice) -> tuple[Sight | None, Notice | None]:
        """The choice as of a posting; if it cannot be made, as it was last, and why.

        None where there is nothing to show: no edition without an error, or no such lesson, ever.
        """
        with self._busy:
            number, last = self._hung.get(choice, (0, None))
            if number == posting.number or posting.good is None:
                return last, None
            if choice.lesson not in posting.good.course.lessons:
                return last, None
            try:
                sight = self._make(posting.good, choice)
            except NotMadeError as error:
                return last, error.mistake
            self._hang(choice, posting.number, sight)
            return sight, None

    def knows(self, lesson: str) -> bool:
        """Whether a lesson has been shown, be it that it is gone since."""
        return any(choice.lesson == lesson for choice in tuple(self._hung))

    def file(self, route: str) -> bytes | None:
        """What stands at a route of the site, in the newest sight that has it."""
        for _, sight in reversed(tuple(self._hung.values())):
            if route in sight.files:
                return sight.files[route]
        return None

    def _hang(self, choice: Choice, number: int, sight: Sight) -> None:
        self._hung[choice] = (number, sight)
        self._hung.move_to_end(choice)
        if len(self._hung) > _KEPT:
            self._hung.popitem(last=False)
