"""What the tools' pages know of the course, as scripts: a page opened from a folder can read
nothing else."""

import json
from typing import Any

from cunbo.checks.phrases import GRAMMAR
from cunbo.pages import routes
from cunbo.pages.law_stretches import law_places
from cunbo.telling.cues import Cues, cues_of
from cunbo.telling.edition import Edition
from cunbo.telling.warned import Warned, warned_of

SPEAKER = "^[^：:“”「」，。！？、们]{1,8}(?=[：:])"
"""Who says a line of a pasted script. 观众朋友们： is the host's own."""


def tool_data(edition: Edition) -> dict[str, str]:
    """Every such script by its route. The same edition gives the same text."""
    return {
        routes.RED_LINE_WORDS: _script(routes.RED_LINE_WORDS, _red_lines(edition)),
        routes.CUES: _script(routes.CUES, _cues(edition)),
    }


def _script(route: str, value: Any) -> str:
    told = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    for sign in "\u2028\u2029":  # ends of lines to an engine of 2018
        told = told.replace(sign, f"\\u{ord(sign):04x}")
    return f"cunbo.bring('{route}', {told})\n"


def _red_lines(edition: Edition) -> dict[str, Any]:
    words = edition.course.settings.words
    return {
        "grammar": {**GRAMMAR, "speaker": SPEAKER},
        "harmless": words.harmless,
        "theirLines": words.their_lines,
        "lines": [_line(edition, one) for one in warned_of(edition)],
    }


def _line(edition: Edition, warned: Warned) -> dict[str, Any]:
    line = warned.line
    return {
        "key": line.key,
        "name": line.name,
        "remedy": line.remedy,
        "words": warned.words,
        "facts": [
            (edition.plain(one.says), f"{one.law}{one.article or ''}", law_places(edition)[one.id])
            for one in warned.facts
        ],
        "swaps": [
            (edition.plain(one.swap.instead_of), edition.plain(one.swap.say))
            for one in warned.swaps
        ],
    }


def _cues(edition: Edition) -> dict[str, Any]:
    return {one.id: _told(edition, cues_of(edition, one)) for one in edition.written}


def _told(edition: Edition, cues: Cues) -> dict[str, Any]:
    return {
        "title": cues.title,
        "card": [edition.plain(one) for one in cues.card],
        "characters": [
            [one.char, edition.plain(one.title), edition.plain(one.text or "")]
            for one in cues.characters
        ],
        "steps": [[edition.plain(one.title), one.minutes] for one in cues.steps],
    }
