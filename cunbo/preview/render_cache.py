"""The lessons made visible last, so that the last good version stays when the next one fails."""

import threading
from collections import OrderedDict
from collections.abc import Callable

from cunbo.preview.rendered import RenderedLesson, RenderError, Selection
from cunbo.preview.updates import Update
from cunbo.problems.notice import Notice
from cunbo.telling.edition import Edition

_KEPT = 8
Render = Callable[[Edition, Selection], RenderedLesson]


class RenderCache:
    """Keeps a few rendered lessons, the newest last. Many threads ask; one at a time is served."""

    def __init__(self, render: Render) -> None:
        self._render = render
        self._busy = threading.Lock()
        self._kept: OrderedDict[Selection, tuple[int, RenderedLesson]] = OrderedDict()

    def show(
        self, update: Update, selection: Selection
    ) -> tuple[RenderedLesson | None, Notice | None]:
        """The selection as of an update; if it cannot be made, as it was last, and why.

        None where there is nothing to show: no edition without an error, or no such lesson, ever.
        """
        with self._busy:
            number, last = self._kept.get(selection, (0, None))
            if number == update.number or update.good is None:
                return last, None
            if selection.lesson not in update.good.course.lessons:
                return last, None
            try:
                rendered = self._render(update.good, selection)
            except RenderError as error:
                return last, error.mistake
            self._keep(selection, update.number, rendered)
            return rendered, None

    def knows(self, lesson: str) -> bool:
        """Whether a lesson has been shown, be it that it is gone since."""
        return any(selection.lesson == lesson for selection in tuple(self._kept))

    def file(self, route: str) -> bytes | None:
        """What stands at a route of the site, in the newest lesson that has it."""
        for _, rendered in reversed(tuple(self._kept.values())):
            if route in rendered.files:
                return rendered.files[route]
        return None

    def _keep(self, selection: Selection, number: int, rendered: RenderedLesson) -> None:
        self._kept[selection] = (number, rendered)
        self._kept.move_to_end(selection)
        if len(self._kept) > _KEPT:
            self._kept.popitem(last=False)
