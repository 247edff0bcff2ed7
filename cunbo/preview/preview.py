"""The preview as a whole: files change, snapshots are taken, tabs are told."""

import time
from collections.abc import Callable, Iterator, Mapping, Set

from cunbo.making.project import Project
from cunbo.preview.news import Json, news_of, selection_of
from cunbo.preview.offers import NO_MORE, Offer
from cunbo.preview.on_paper import on_paper
from cunbo.preview.render_cache import Render, RenderCache
from cunbo.preview.rendered import RenderedLesson, Selection
from cunbo.preview.snapshot import Snapshot
from cunbo.preview.snapshots import Snapshots
from cunbo.preview.updates import Update, Updates
from cunbo.problems.notice import Notice

_HEARTBEAT = 15.0
_MOST_LINES = 10
Tell = Callable[[str], None]
Mend = Callable[[Offer], str]
"""Writes a mend into its file; if it was not written, says why."""


class Preview:
    """Everything but the network. `refresh` is called by one thread, the rest by any."""

    def __init__(
        self, project: Project, village: str | None, tell: Tell, mend: Mend, render: Render
    ) -> None:
        self._snapshots = Snapshots(project, village)
        self._cache = RenderCache(render)
        self._updates = Updates()
        self._on_paper: dict[Selection, tuple[Notice, ...]] = {}
        self._tell = tell
        self._mend = mend

    def other_villages(self) -> tuple[str, ...]:
        """The villages there are, if there is no such village as was asked for."""
        return self._snapshots.other_villages()

    def refresh(self, changed: Set[str]) -> None:
        """Take a snapshot and tell of it; `changed` names the files, none at the start.

        Without a name nothing is done, unless files may have changed unnoticed.
        """
        if not changed and not self._snapshots.unsure:
            return
        snapshot = self._snapshots.take()
        self._updates.publish(snapshot)
        self._tell(f"{time.strftime('%H:%M:%S')}  {_what_changed(changed)}：{_outcome(snapshot)}")
        for mistake in snapshot.mistakes[:_MOST_LINES]:
            self._tell(f"          {mistake.sentence}")
        if snapshot.edition and not changed:
            self._tell(f"          村：{snapshot.edition.village.name}")

    def newer_than(self, number: int) -> Update | None:
        """The next update, or None after a while without one: a sign of life is due then."""
        return self._updates.newer_than(number, _HEARTBEAT)

    @property
    def closed(self) -> bool:
        return self._updates.closed

    def tell_tab(
        self, update: Update, query: Mapping[str, str], begun: float
    ) -> Iterator[dict[str, Json]]:
        """What a tab with this address is told of an update; `begun` is when it began to wait.

        What is seen comes first; once the other sheets have been printed, what they change.
        """
        selection = selection_of(query, self._lesson(update, query.get("lesson", "")))
        rendered, trouble = self._show(update, selection, begun)
        first = news_of(update, selection, rendered, trouble, self._on_paper.get(selection, ()))
        yield first
        if trouble or self._updates.is_old(update):
            return
        rendered, trouble = self._cache.show(update, selection, whole=True)
        self._on_paper[selection] = on_paper(update, rendered)
        last = news_of(update, selection, rendered, trouble, self._on_paper[selection])
        if last != first:
            yield last

    def _show(
        self, update: Update, selection: Selection, begun: float
    ) -> tuple[RenderedLesson | None, Notice | None]:
        """Make what is seen, and say on the terminal how that went."""
        rendered, trouble = self._cache.show(update, selection, whole=False)
        if trouble:
            self._tell(f"          {trouble.sentence}")
        elif rendered and update.snapshot.edition:
            seconds = time.perf_counter() - max(begun, update.snapshot.noticed)
            made = f"{selection.lesson} 的网页和{selection.sheet.name}"
            self._tell(f"          {made}好了，{seconds:.2f} 秒")
        return rendered, trouble

    def mend(self, mark: str) -> str:
        """Write the mend that was last offered under a mark; if it was not written, why."""
        offer = self._updates.offer(mark)
        refused = self._mend(offer) if offer else NO_MORE
        if offer and not refused:
            self._tell(f"          照网页上点的，改了 {offer.file} 第 {offer.edit.line} 行")
        return refused

    def file(self, route: str) -> bytes | None:
        """What stands at a route of the site, as far as a tab has asked for it."""
        return self._cache.file(route)

    def close(self) -> None:
        self._updates.close()

    def _lesson(self, update: Update, asked: str) -> str:
        """The lesson asked for if it is or was one; else the one the author is at."""
        known = update.good.course.lessons if update.good else {}
        if asked in known or self._cache.knows(asked):
            return asked
        newest = self._snapshots.newest_lesson() or ""
        return newest if newest in known else next(iter(known), newest)


def _what_changed(changed: Set[str]) -> str:
    if not changed:
        return "读了一遍课程"
    first, *more = sorted(changed)
    return f"改了 {first}" + (f" 等 {len(more) + 1} 个文件" if more else "")


def _outcome(snapshot: Snapshot) -> str:
    warnings = len(snapshot.mistakes) - snapshot.errors
    if snapshot.errors:
        return f"{snapshot.errors} 处错误，改好以前网页不变"
    return f"没有错误，{warnings} 处提醒" if warnings else "没有问题"
