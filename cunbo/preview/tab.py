"""What one tab in the browser asks for, and what it is told."""

from collections.abc import Mapping
from typing import TypeAlias

from cunbo.pages.routes import relative
from cunbo.preview.board import Posting
from cunbo.preview.workshop import Choice, PageKind, Sight
from cunbo.problems.notice import Notice
from cunbo.telling.edition import Edition
from cunbo.telling.sheet_table import SHEETS

Json: TypeAlias = "Mapping[str, Json] | list[Json] | str | int | bool | None"
_MOST_MISTAKES = 100


def choice_of(query: Mapping[str, str], lesson: str) -> Choice:
    """The choice a tab's address makes for a lesson; a word it does not know counts as unsaid."""
    page = PageKind.TRAINER if query.get("page") == PageKind.TRAINER else PageKind.LEARNER
    named = (one for one in SHEETS if one.name == query.get("sheet"))
    sheet = next(named, SHEETS[0])
    return Choice(lesson, page, sheet)


def told(
    posting: Posting, choice: Choice, sight: Sight | None, trouble: Notice | None
) -> dict[str, Json]:
    """Everything a tab needs for one posting; `trouble` is why the choice could not be made."""
    mistakes = ((trouble,) if trouble else ()) + _told_here(posting, choice)
    lessons = posting.good.course.lessons if posting.good else {}
    news: dict[str, Json] = {
        "number": posting.number,
        "lesson": choice.lesson,
        "lessons": _lessons(posting.good) if posting.good else [],
        "gone": bool(lessons) and choice.lesson not in lessons,
        "errors": posting.draft.errors + bool(trouble),
        "mistakes": [_mistake(one) for one in mistakes[:_MOST_MISTAKES]],
        "more": max(0, len(mistakes) - _MOST_MISTAKES),
        "elsewhere": len(posting.draft.mistakes) + bool(trouble) - len(mistakes),
        "kinds": [sheet.name for sheet in SHEETS],
        "since": f"{posting.good_since:%H:%M:%S}",
    }
    return news | (_sight(sight) if sight else {"page": None})


def _told_here(posting: Posting, choice: Choice) -> tuple[Notice, ...]:
    """Every error, and such warnings as belong to the lesson on screen."""
    own = f"curriculum/lessons/{choice.lesson}.yml"
    found = posting.draft.mistakes
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


def _mistake(mistake: Notice) -> Json:
    return {
        "place": mistake.place,
        "code": mistake.code,
        "severity": mistake.severity,
        "what": mistake.what,
        "mend": mistake.mend,
        "line": mistake.line or "",
        "column": mistake.column,
    }


def _sight(sight: Sight) -> dict[str, Json]:
    return {
        "page": _address(sight.page),
        "mark": sight.mark,
        "style": sight.style_mark,
        "sheets": [_address(sheet) for sheet in sight.sheets],
        "pdf": _address(sight.pdf) if sight.pdf else None,
    }


def _address(route: str) -> str:
    return relative("", f"/site/{route}")
