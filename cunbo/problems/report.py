"""Problems → what a person or a machine reads. Knows nothing of rules.

Three formats: `text` for a terminal, with the offending line and a caret; `json` for programs;
`github` for annotations on a change.
"""

import json
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from cunbo.problems.edit import Edit
from cunbo.problems.notice import Lines, Notice, notice
from cunbo.problems.problem import Problem

_WIDTH = 76
_RED, _YELLOW, _BOLD, _PLAIN = "\x1b[31m", "\x1b[33m", "\x1b[1m", "\x1b[0m"


def line(problem: Problem) -> str:
    """`path:line:col: 错误: what is wrong；how to mend it [code]`."""
    return notice(problem, {}).sentence


def summary(problems: Sequence[Problem]) -> str:
    """How many errors and warnings, in one sentence."""
    errors = sum(problem.is_error for problem in problems)
    warnings = len(problems) - errors
    counts = [f"{errors} 处错误"] if errors else []
    counts += [f"{warnings} 处提醒"] if warnings else []
    return "，".join(counts) if counts else "没有发现问题"


def as_text(problems: Sequence[Problem], lines: Lines, colour: bool = False) -> str:
    """Each problem with the line it is on and a caret under the place; colour for terminals."""
    return "".join(_with_excerpt(problem, lines, colour) for problem in problems)


def as_json(problems: Sequence[Problem], lines: Lines, colour: bool = False) -> str:
    """A JSON list, one object a problem; `severity` is `error` or `warning`.

    `mended` is null, or a stretch of the file (its end is not part of it) and what should stand
    there; what is `certain` may be put there without asking.
    """
    found = [_as_data(problem, notice(problem, {})) for problem in problems]
    return json.dumps(found, ensure_ascii=True, indent=1) + "\n"


def _as_data(problem: Problem, told: Notice) -> dict[str, Any]:
    return {
        "path": problem.at.file,
        "line": problem.at.line,
        "column": problem.at.column,
        "severity": told.severity.name.lower(),
        "code": told.code,
        "what": told.what,
        "mend": told.mend,
        "mended": _edit_as_data(problem.mended) if problem.mended else None,
    }


def _edit_as_data(edit: Edit) -> dict[str, Any]:
    return {
        "line": edit.line,
        "column": edit.column,
        "end_line": edit.end_line,
        "end_column": edit.end_column,
        "text": edit.text,
        "certain": edit.certain,
    }


def as_github(problems: Sequence[Problem], lines: Lines, colour: bool = False) -> str:
    """GitHub's workflow commands: one annotation a problem."""
    return "".join(_annotation(problem, notice(problem, {})) + "\n" for problem in problems)


FORMATS: Mapping[str, Callable[[Sequence[Problem], Lines, bool], str]] = {
    "text": as_text,
    "json": as_json,
    "github": as_github,
}


def _with_excerpt(problem: Problem, lines: Lines, colour: bool) -> str:
    one = notice(problem, lines)
    told = one.sentence
    if colour:
        tone = _RED if one.is_error else _YELLOW
        told = told.replace(one.place, f"{_BOLD}{one.place}{_PLAIN}", 1)
        told = told.replace(f"{one.severity}:", f"{tone}{one.severity}:{_PLAIN}", 1)
    return f"{told}\n{_excerpt(one)}"


def _excerpt(one: Notice) -> str:
    """The offending line, cut to the terminal's width around the caret beneath it."""
    if one.line is None:
        return ""
    place = min(one.column - 1, len(one.line))
    first = max(0, place - _WIDTH) // 8 * 8
    text, place = one.line[first : first + 3 * _WIDTH], place - first
    start = _start_of_window(text, place)
    shown = _cut(text[start : start + _WIDTH], _WIDTH)
    caret = " " * columns(text[start:place]) + "^"
    return f"    {shown}\n    {caret}\n"


def _start_of_window(text: str, place: int) -> int:
    """Where to begin so that the place is in sight: 0 unless the line is long."""
    start = 0
    while columns(text[start:place]) > _WIDTH - 16:
        start += 8
    return start


def _cut(text: str, width: int) -> str:
    while columns(text) > width:
        text = text[:-1]
    return text


def columns(text: str) -> int:
    """The terminal columns of a text: Han and full-width signs take two."""
    return sum(2 if unicodedata.east_asian_width(sign) in "WF" else 1 for sign in text)


def _annotation(problem: Problem, told: Notice) -> str:
    at, kind = problem.at, told.severity.name.lower()
    title = _escaped(told.code, ":,")
    place = f"file={_escaped(told.file, ':,')},line={at.line},col={at.column},title={title}"
    return f"::{kind} {place}::{_escaped(told.told)}"


def _escaped(text: str, also: str = "") -> str:
    for sign in "%\r\n" + also:
        text = text.replace(sign, f"%{ord(sign):02X}")
    return text
