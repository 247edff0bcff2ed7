"""Problems → what a person or a machine reads. Knows nothing of rules.

Three formats: `text` for a terminal, with the offending line and a caret; `json` for programs;
`github` for annotations on a change.
"""

import json
import unicodedata
from collections.abc import Callable, Mapping, Sequence

from cunbo.problems.codes import Severity
from cunbo.problems.problem import Problem

Lines = Mapping[str, Sequence[str]]
"""The lines of every file read, by the name it is printed under."""

_ENDS = "。？！"
_WIDTH = 76
_RED, _YELLOW, _BOLD, _PLAIN = "\x1b[31m", "\x1b[33m", "\x1b[1m", "\x1b[0m"


def line(problem: Problem) -> str:
    """`path:line:col: 错误: what is wrong；how to mend it [code]`."""
    at = problem.at
    told = (
        f"{at.file}:{at.line}:{at.column}: {problem.code.severity}: "
        f"{joined(problem.what, problem.mend)} [{problem.code.value}]"
    )
    return "".join(map(_visible, told))


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
    """A JSON list, one object a problem; `severity` is `error` or `warning`."""
    found = [
        {
            "path": problem.at.file,
            "line": problem.at.line,
            "column": problem.at.column,
            "severity": problem.code.severity.name.lower(),
            "code": problem.code.value,
            "what": problem.what,
            "mend": problem.mend,
        }
        for problem in problems
    ]
    return json.dumps(found, ensure_ascii=True, indent=1) + "\n"


def as_github(problems: Sequence[Problem], lines: Lines, colour: bool = False) -> str:
    """GitHub's workflow commands: one annotation a problem."""
    return "".join(_annotation(problem) + "\n" for problem in problems)


FORMATS: Mapping[str, Callable[[Sequence[Problem], Lines, bool], str]] = {
    "text": as_text,
    "json": as_json,
    "github": as_github,
}


def joined(what: str, mend: str) -> str:
    """What is wrong and how to mend it, as one sentence."""
    joint = "" if what.endswith(tuple(_ENDS)) else "；"
    return f"{what}{joint}{mend}"


def _with_excerpt(problem: Problem, lines: Lines, colour: bool) -> str:
    told = line(problem)
    if colour:
        tone = _RED if problem.code.severity is Severity.ERROR else _YELLOW
        place, severity = told.split(" ", 1)[0], str(problem.code.severity)
        told = told.replace(place, f"{_BOLD}{place}{_PLAIN}", 1)
        told = told.replace(f"{severity}:", f"{tone}{severity}:{_PLAIN}", 1)
    return f"{told}\n{_excerpt(problem, lines)}"


def _excerpt(problem: Problem, lines: Lines) -> str:
    """The offending line, cut to the terminal's width around the caret beneath it."""
    known = lines.get(problem.at.file, ())
    if not 0 < problem.at.line <= len(known):
        return ""
    text = known[problem.at.line - 1]
    place = min(problem.at.column - 1, len(text))
    first = max(0, place - _WIDTH) // 8 * 8
    text, place = "".join(map(_visible, text[first : first + 3 * _WIDTH])), place - first
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


def _visible(sign: str) -> str:
    """A tab as an arrow, other control characters as a box: they must not steer a terminal."""
    if sign == "\t":
        return "→"
    return "□" if unicodedata.category(sign)[0] == "C" else sign


def _annotation(problem: Problem) -> str:
    at, kind = problem.at, problem.code.severity.name.lower()
    title = _escaped(problem.code.value, ":,")
    place = f"file={_escaped(at.file, ':,')},line={at.line},col={at.column},title={title}"
    return f"::{kind} {place}::{_escaped(joined(problem.what, problem.mend))}"


def _escaped(text: str, also: str = "") -> str:
    for sign in "%\r\n" + also:
        text = text.replace(sign, f"%{ord(sign):02X}")
    return text
