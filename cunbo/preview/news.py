"""What one tab in the browser asks for, and what it is told."""

from collections.abc import Mapping
from typing import TypeAlias

from cunbo.pages.routes import relative
from cunbo.preview.offers import Offer
from cunbo.preview.rendered import PageKind, RenderedLesson, Selection
from cunbo.preview.updates import Update
from cunbo.problems.edit import Edit
from cunbo.problems.notice import Notice
from cunbo.telling.edition import Edition
from cunbo.telling.sheet_table import SHEETS

Json: TypeAlias = "Mapping[str, Json] | list[Json] | str | int | bool | None"
_MOST_MISTAKES = 100
_MOST_LINES = 6
"""So many lines of a mend are shown: more of them are moved, not written."""


def selection_of(query: Mapping[str, str], lesson: str) -> Selection:
    """What a tab's address selects of a lesson; a word it does not know counts as unsaid."""
    page = PageKind.TRAINER if query.get("page") == PageKind.TRAINER else PageKind.LEARNER
    named = (one for one in SHEETS if one.name == query.get("sheet"))
    sheet = next(named, SHEETS[0])
    return Selection(lesson, page, sheet)


def news_of(
    update: Update,
    selection: Selection,
    rendered: RenderedLesson | None,
    trouble: Notice | None,
    on_paper: tuple[Notice, ...] = (),
) -> dict[str, Json]:
    """Everything a tab needs of one update; `trouble` is why the selection could not be made, and
    `on_paper` what is wrong with its sheets."""
    mistakes = ((trouble,) if trouble else ()) + _told_here(update, selection) + on_paper
    lessons = update.good.course.lessons if update.good else {}
    news: dict[str, Json] = {
        "number": update.number,
        "lesson": selection.lesson,
        "lessons": _lessons(update.good) if update.good else [],
        "gone": bool(lessons) and selection.lesson not in lessons,
        "errors": update.snapshot.errors + bool(trouble),
        "mistakes": [
            _mistake(one, update.snapshot.offers.get(one)) for one in mistakes[:_MOST_MISTAKES]
        ],
        "more": max(0, len(mistakes) - _MOST_MISTAKES),
        "elsewhere": len(update.snapshot.mistakes) + bool(trouble) + len(on_paper) - len(mistakes),
        "kinds": [sheet.name for sheet in SHEETS],
        "since": f"{update.good_since:%H:%M:%S}",
    }
    return news | (_rendered(rendered) if rendered else {"page": None})


def _told_here(update: Update, selection: Selection) -> tuple[Notice, ...]:
    """Every error, and such warnings as belong to the lesson on screen."""
    own = f"curriculum/lessons/{selection.lesson}.yml"
    found = update.snapshot.mistakes
    return tuple(one for one in found if one.is_error or one.file == own)


def _lessons(edition: Edition) -> list[Json]:
    return [
        {
            "id": lesson.id,
            "title": lesson.title_parts[0],
            "layer": edition.layers[lesson.layer].name,
            "outline": lesson.is_outline,
        }
        for lesson in edition.in_order
    ]


def _mistake(mistake: Notice, offer: Offer | None) -> Json:
    return {
        "place": mistake.place,
        "code": mistake.code,
        "severity": mistake.severity,
        "what": mistake.what,
        "mend": mistake.mend,
        "line": mistake.line or "",
        "column": mistake.column,
        "offer": _offer(mistake, offer.mark, offer.edit) if offer else None,
    }


def _offer(mistake: Notice, mark: str, edit: Edit) -> Json:
    """What a mend would write, and the mark to ask for it."""
    return {
        "mark": mark,
        "first": edit.line,
        "last": edit.end_line,
        "lines": list(mistake.mended[:_MOST_LINES]),
        "more": max(0, len(mistake.mended) - _MOST_LINES),
    }


def _rendered(rendered: RenderedLesson) -> dict[str, Json]:
    return {
        "page": _address(rendered.page),
        "mark": rendered.mark,
        "style": rendered.style_mark,
        "sheets": [_address(sheet) for sheet in rendered.sheets],
        "pdf": _address(rendered.pdf) if rendered.pdf else None,
    }


def _address(route: str) -> str:
    return relative("", f"/site/{route}")
