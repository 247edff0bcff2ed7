"""The preview as a whole: files change, drafts are posted, tabs are told."""

import time
from collections.abc import Callable, Mapping, Set

from cunbo.preview.board import Board, Posting
from cunbo.preview.draft import Draft, Drafts
from cunbo.preview.gallery import Gallery
from cunbo.preview.tab import Json, choice_of, told
from cunbo.preview.workshop import Workshop
from cunbo.project import Project

_HEARTBEAT = 15.0
_MOST_LINES = 10
Tell = Callable[[str], None]


class Preview:
    """Everything but the network. `refresh` is called by one thread, the rest by any."""

    def __init__(self, project: Project, village: str | None, tell: Tell) -> None:
        self._drafts = Drafts(project, village)
        self._workshop = Workshop(project)
        self._gallery = Gallery(self._workshop.make)
        self._board = Board()
        self._tell = tell

    def other_villages(self) -> tuple[str, ...]:
        """The villages there are, if there is no such village as was asked for."""
        return self._drafts.other_villages()

    def refresh(self, changed: Set[str]) -> None:
        """Read what the author has now and post it; `changed` names the files, none at the start.

        Without a name nothing is done, unless files may have changed unnoticed.
        """
        if not changed and not self._drafts.unsure:
            return
        draft = self._drafts.next()
        self._board.post(draft)
        self._tell(f"{time.strftime('%H:%M:%S')}  {_what_changed(changed)}：{_outcome(draft)}")
        for mistake in draft.mistakes[:_MOST_LINES]:
            self._tell(f"          {mistake.sentence}")
        if draft.edition and not changed:
            self._tell(f"          村：{draft.edition.village.name}")

    def newer_than(self, number: int) -> Posting | None:
        """The next posting, or None after a while without one: a sign of life is due then."""
        return self._board.newer_than(number, _HEARTBEAT)

    @property
    def closed(self) -> bool:
        return self._board.closed

    def tell_tab(self, posting: Posting, query: Mapping[str, str], begun: float) -> dict[str, Json]:
        """What a tab with this address is told of a posting; `begun` is when it began to wait."""
        choice = choice_of(query, self._lesson(posting, query.get("lesson", "")))
        sight, trouble = self._gallery.show(posting, choice)
        if trouble:
            self._tell(f"          {trouble.sentence}")
        elif sight and posting.draft.edition:
            seconds = time.perf_counter() - max(begun, posting.draft.noticed)
            made = f"{choice.lesson} 的网页和{choice.sheet.name}"
            self._tell(f"          {made}好了，{seconds:.2f} 秒")
        return told(posting, choice, sight, trouble)

    def file(self, route: str) -> bytes | None:
        """What stands at a route of the site, as far as a tab has asked for it."""
        return self._gallery.file(route)

    def close(self) -> None:
        self._board.close()
        self._workshop.close()

    def _lesson(self, posting: Posting, asked: str) -> str:
        """The lesson asked for if it is or was one; else the one the author is at."""
        known = posting.good.course.lessons if posting.good else {}
        if asked in known or self._gallery.knows(asked):
            return asked
        newest = self._drafts.newest_lesson() or ""
        return newest if newest in known else next(iter(known), newest)


def _what_changed(changed: Set[str]) -> str:
    if not changed:
        return "读了一遍课程"
    first, *more = sorted(changed)
    return f"改了 {first}" + (f" 等 {len(more) + 1} 个文件" if more else "")


def _outcome(draft: Draft) -> str:
    warnings = len(draft.mistakes) - draft.errors
    if draft.errors:
        return f"{draft.errors} 处错误，改好以前网页不变"
    return f"没有错误，{warnings} 处提醒" if warnings else "没有问题"
