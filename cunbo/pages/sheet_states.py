"""What state every sheet is in, as a script for the page that answers whether a copy is current.

It holds hashes of words, days, and the sentences in which authors say what they changed.
"""

import json
from datetime import UTC, datetime, time
from typing import Any

from cunbo.model.lesson import Lesson
from cunbo.pages import routes
from cunbo.telling.edition import Edition
from cunbo.telling.sheet_codes import FIRST_DAY, SIGNS, day_number
from cunbo.telling.sheets import Printable


def sheet_states(edition: Edition, printables: tuple[Printable, ...]) -> dict[str, str]:
    """The script by its route. The same input gives the same text."""
    known = {
        "signs": SIGNS,
        "first": int(datetime.combine(FIRST_DAY, time(), UTC).timestamp()),
        "places": [edition.place, edition.shared_place],
        "village": edition.village.name,
        "sheets": {one.code.sheet: _state(one) for one in printables},
        "changes": {one.id: _changes(edition, one) for one in edition.written if one.changes},
    }
    told = json.dumps(known, ensure_ascii=False, separators=(",", ":"))
    for sign in "\u2028\u2029":  # ends of lines to an engine of 2018
        told = told.replace(sign, f"\\u{ord(sign):04x}")
    return {routes.SHEET_STATES: f"cunbo.bring('{routes.SHEET_STATES}', {told})\n"}


def _state(one: Printable) -> list[str | int | None]:
    """State, day of the review, lesson, kind and file of a sheet."""
    return [one.code.state, one.code.day, one.lesson_id, one.sheet.name, one.file]


def _changes(edition: Edition, lesson: Lesson) -> list[Any]:
    """Day and sentence of each change, the latest first."""
    found = sorted(lesson.changes, key=lambda one: one.on, reverse=True)
    return [[day_number(one.on), edition.plain(one.what)] for one in found]
