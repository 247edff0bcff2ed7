"""The lessons made visible last, so that the last good version stays when the next one fails."""

import threading
from collections import OrderedDict
from collections.abc import Callable
from typing import NamedTuple

from cunbo.preview.rendered import RenderedLesson, RenderError, Selection
from cunbo.preview.updates import Update
from cunbo.problems.notice import Notice
from cunbo.telling.edition import Edition

_KEPT = 8
Render = Callable[[Edition, Selection, bool], RenderedLesson]
"""What makes a selection visible, only what is seen of it or the whole."""


class _Kept(NamedTuple):
    """A rendered lesson, of which update, and from what."""

    number: int
    edition: Edition
    rendered: RenderedLesson


class RenderCache:
    """Keeps a few rendered lessons, the newest last. Many threads ask; one at a time is served."""

    def __init__(self, render: Render) -> None:
        self._render = render
        self._busy = threading.Lock()
        self._kept: OrderedDict[Selection, _Kept] = OrderedDict()

    def show(
        self, update: Update, selection: Selection, whole: bool
    ) -> tuple[RenderedLesson | None, Notice | None]:
        """The selection as of an update, what is seen of it at least or the `whole`; if it cannot
        be made, as it was last, and why.

        None where there is nothing to show: no edition without an error, or no such lesson, ever.
        """
        with self._busy:
            kept = self._kept.get(selection)
            last = kept.rendered if kept else None
            if update.good is None or selection.lesson not in update.good.course.lessons:
                return last, None
            if kept and kept.number == update.number and (kept.rendered.is_whole or not whole):
                return last, None
            try:
                return self._make(selection, update.number, update.good, whole), None
            except RenderError as error:
                return last, error.mistake

    def knows(self, lesson: str) -> bool:
        """Whether a lesson has been shown, be it that it is gone since."""
        return any(selection.lesson == lesson for selection in tuple(self._kept))

    def file(self, route: str) -> bytes | None:
        """What stands at a route of the site, in the newest lesson that has it."""
        for selection, kept in reversed(tuple(self._kept.items())):
            if route in kept.rendered.to_come:
                return self._finished(selection).files.get(route)
            if route in kept.rendered.files:
                return kept.rendered.files[route]
        return None

    def _finished(self, selection: Selection) -> RenderedLesson:
        """The whole of a selection; if it cannot be made, what there is of it."""
        with self._busy:
            kept = self._kept[selection]
            if kept.rendered.is_whole:
                return kept.rendered
            try:
                return self._make(selection, kept.number, kept.edition, whole=True)
            except RenderError:
                return kept.rendered

    def _make(
        self, selection: Selection, number: int, edition: Edition, whole: bool
    ) -> RenderedLesson:
        rendered = self._render(edition, selection, whole)
        self._kept[selection] = _Kept(number, edition, rendered)
        self._kept.move_to_end(selection)
        if len(self._kept) > _KEPT:
            self._kept.popitem(last=False)
        return rendered
