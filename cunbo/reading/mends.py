"""How the lines of a slip should be, for slips that are seen in the tree or by the model.

Where the same slip can be seen in its line as well, the line is mended as it would be there; else
what the slip says belongs there is put in the place of what was typed.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from cunbo.problems.codes import Code
from cunbo.problems.edit import Edit, between, instead
from cunbo.problems.problem import Location
from cunbo.reading import value_words
from cunbo.reading.bracket_slips import flow_trouble
from cunbo.reading.line_slips import FINDERS
from cunbo.reading.lines import LONGEST_LINE, indent
from cunbo.reading.quotes import quoted, with_han_colons, without_comment
from cunbo.reading.slip import Slip

_SAME_IN_TWO_WRITINGS = {Code.NOT_A_DATE, Code.NOT_TRUE_FALSE}
_FIRST_DASH = re.compile(r"\s*(?:-(?=[^\s\d-])|[－—–](?![－—–])\s*)")


def mend_of(slip: Slip, lines: Sequence[str], place: Location, typed: str = "") -> Edit | None:
    """What should stand at `place`, or None where that is not known.

    `typed` is the key or value there, as it was read.
    """
    line = lines[place.line - 1] if 0 < place.line <= len(lines) else ""
    if not 0 < len(line) <= LONGEST_LINE:
        return None
    if slip.instead is not None:
        return _instead(slip, lines, place, typed)
    if slip == value_words.keys_for_sentence():
        return _one_sentence(line, place)
    if slip.shift:
        return _shifted(lines, place, slip.shift)
    if slip.code is Code.DASH_SPACE:
        return _dashes(lines, place)
    for find in (flow_trouble, *FINDERS):
        cause = find(line)
        if cause and cause.line is not None and cause.slip[:2] == slip[:2]:
            return between(place.line, [line], [cause.line], cause.is_mend)
    return None


def _instead(slip: Slip, lines: Sequence[str], place: Location, typed: str) -> Edit | None:
    """What the slip says belongs there, in the place of what was typed."""
    right = slip.instead or ""
    edit = instead(lines, place.line, place.column, typed, right, sure=slip.sure)
    if edit and slip.sure and slip.code in _SAME_IN_TWO_WRITINGS:
        return replace(edit, certain=True)
    return edit


def _shifted(lines: Sequence[str], place: Location, shift: int) -> Edit | None:
    """The lines below a key, as far as they stand no further left than it, moved to the right."""
    below = lines[place.line :]
    belongs = (not line.strip() or indent(line) >= place.column - 1 for line in below)
    old = below[: next((at for at, one in enumerate(belongs) if not one), len(below))]
    new = [" " * shift + line if line.strip() else line for line in old]
    return between(place.line + 1, old, new) if old != new else None


def _one_sentence(line: str, place: Location) -> Edit | None:
    """A sentence whose half-width colon made a key of its beginning."""
    head, (text, comment) = line[: place.column - 1], without_comment(line[place.column - 1 :])
    if text.startswith("{") or ":" not in text:
        return None
    told = with_han_colons(text)
    return between(place.line, [line], [head + (told if told != text else quoted(text)) + comment])


def _dashes(lines: Sequence[str], place: Location) -> Edit | None:
    """Items of one list, each on a line of its own, that lack the space behind their dash."""
    first = lines[place.line - 1]
    if indent(first) != place.column - 1:
        return None
    old = []
    for line in lines[place.line - 1 :]:
        if indent(line) != indent(first) or not _FIRST_DASH.match(line):
            break
        old.append(line)
    new = [_FIRST_DASH.sub(" " * indent(first) + "- ", line, count=1) for line in old]
    return between(place.line, old, new) if old else None
