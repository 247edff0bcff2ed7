"""Finds out why YAML cannot read a line, and mends the line in memory so that reading can go on.

Mended text is only used to look for further mistakes; a file with a problem is never built.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from itertools import islice

from cunbo.problems.codes import Code
from cunbo.problems.edit import between
from cunbo.problems.problem import Location, Problem
from cunbo.reading import slips
from cunbo.reading.bracket_slips import flow_trouble
from cunbo.reading.line_slips import (
    FINDERS,
    backslash_behind,
    control_character,
    leading_blank,
    may_hold_wrong_blanks,
    unreadable,
    wide_blank,
)
from cunbo.reading.lines import speaks, stands_under
from cunbo.reading.neighbour_slips import goes_on_between_quotes, neighbour_trouble
from cunbo.reading.slip import Cause

_LOOK_BACK = 5
_MERGE = re.compile(r"^(<{7}|={7}|>{7})( |$)")
_MERGE_ANYWHERE = re.compile(_MERGE.pattern, re.MULTILINE)


@dataclass(frozen=True)
class Repair:
    """Problems found, and the lines to read on with.

    `mended` is the index of the line that was mended, or None if there is no going on.
    """

    lines: list[str]
    problems: list[Problem]
    mended: int | None = None


def repairs_before_parsing(file: str, lines: list[str]) -> Repair:
    """Mend what no file may hold: merge markers, unseen characters, blanks of the wrong kind."""
    whole = "\n".join(lines)
    if not may_hold_wrong_blanks(whole) and not _MERGE_ANYWHERE.search(whole):
        return Repair(lines, [])
    mended: list[str] = []
    problems = []
    for number, line in enumerate(_without_their_side(lines), 1):
        cause = _first_cause(line, mended)
        if cause and cause.slip.code is Code.TAB and not line.strip():
            mended.append("")  # whatever blanks it holds, it is blank
            continue
        if cause:
            problems.append(_problem(file, number, line, cause))
            while cause and cause.line is not None and cause.line != line:
                line = cause.line
                cause = _first_cause(line, mended)
        mended.append(line)
    return Repair(mended, problems)


def repair_lines(
    file: str, lines: list[str], indexes: list[int], mended_before: frozenset[int]
) -> Repair:
    """Find the cause of a parse error reported at `indexes` (from 0), there or just above.

    A line mended once is not mended again: quoting what is quoted already doubles its length.
    """
    last = len(lines) - 1
    starts = dict.fromkeys(min(index, last) for index in indexes or [0])
    nearby = [at for start in starts for at in _just_above(lines, start)]
    nearby = [at for at in nearby if at not in mended_before]
    finders: list[Callable[[int], Cause | None]] = [
        partial(_backslash_on_a_later_line, lines),
        partial(neighbour_trouble, lines),
    ]
    finders += [_line_by_line(find, lines) for find in (flow_trouble, *FINDERS)]
    for find in finders:
        for at in nearby:
            cause = find(at)
            if cause and cause.line is not None and cause.line != lines[at]:
                out = [""] * cause.left_out
                mended = [*lines[:at], cause.line, *out, *lines[at + 1 + len(out) :]]
                return Repair(mended, [_problem(file, at + 1, lines[at], cause)], at)
    start = next(iter(starts))
    index = next((at for at in range(start, -1, -1) if lines[at].strip()), 0)
    cause = unreadable(lines, index)
    return Repair(lines, [_problem(file, index + 1, lines[index], cause)])


def _backslash_on_a_later_line(lines: list[str], at: int) -> Cause | None:
    return backslash_behind(lines[at], 0) if goes_on_between_quotes(lines, at) else None


def _line_by_line(
    find: Callable[[str], Cause | None], lines: list[str]
) -> Callable[[int], Cause | None]:
    return lambda at: find(lines[at])


def _just_above(lines: list[str], start: int) -> list[int]:
    """The nearest lines with words in them, comments left out."""
    spoken = (at for at in range(start, -1, -1) if speaks(lines[at]))
    return list(islice(spoken, _LOOK_BACK))


def _problem(file: str, number: int, old: str, cause: Cause) -> Problem:
    """The problem of a line; with its mend, where the author should write what is read on with."""
    place = Location(file, number, cause.offset + 1)
    if cause.line is None or not cause.is_mend:
        return cause.slip.at(place)
    return cause.slip.at(place, between(number, [old], [cause.line]))


def _first_cause(line: str, above: list[str]) -> Cause | None:
    cause = next((found for find in _BEFORE_PARSING if (found := find(line))), None)
    return _aligned(cause, line, above) if cause and cause.slip.code is Code.TAB else cause


def _aligned(cause: Cause, line: str, above: list[str]) -> Cause:
    """With as many spaces for the blanks as let the line stand under one of those above."""
    tries = [leading_blank(line, unit) for unit in (2, 4, 8)]
    fitting = [one for one in tries if one and one.line and stands_under(one.line, above)]
    return replace(fitting[0] if fitting else cause, is_mend=len(fitting) == 1)


def _without_their_side(lines: list[str]) -> list[str]:
    """Of a merge conflict, only the opening marker and the first version stay to be read."""
    kept, theirs = [], False
    for line in lines:
        marker = _MERGE.match(line)
        sign = marker[1][0] if marker else ""
        theirs = (theirs or sign == "=") and sign != "<"
        kept.append("" if theirs or sign == ">" else line)
        theirs = theirs and sign != ">"
    return kept


def _merge_marker(line: str) -> Cause | None:
    return Cause(slips.merge_marker(), 0, "", is_mend=False) if _MERGE.match(line) else None


_BEFORE_PARSING = (_merge_marker, control_character, leading_blank, wide_blank)
