"""A sentence that runs on over several lines of a file, put together as Chinese is written.

YAML puts a blank where a line was folded. In the finished text it looks like one the author typed,
so it is taken out here, where the lines are still known.
"""

from collections.abc import Iterator
from itertools import pairwise

import yaml

from cunbo.model.blanks import runs_on


def unfolded(event: yaml.ScalarEvent, lines: list[str]) -> str:
    """The text of a scalar that stands on several of the file's `lines`.

    A fold next to Chinese leaves no blank, one between Latin words does. A line that YAML keeps
    (of `|`, after an empty one) stays a line, and blanks inside a line stay.
    """
    text = str(event.value)
    if event.style == "|":
        return text
    at, told = 0, [""]
    for above, below in pairwise(["", *filter(None, _words_by_line(event, lines))]):
        start = text.find(below, at)
        between = text[at : max(at, start)]
        if start < 0 or between.strip(" \t\n"):
            break
        if above and between and "\n" not in between and runs_on(above, below):
            between = "" if event.style == ">" else between[1:]
        told += [between, below]
        at = start + len(below)
    return "".join(told) + text[at:]


def _words_by_line(event: yaml.ScalarEvent, lines: list[str]) -> Iterator[str]:
    """What each line of a scalar says, without the blanks around it."""
    start, end = event.start_mark, event.end_mark
    assert start is not None
    assert end is not None
    if event.style == ">":
        yield from (line.strip(" \t") for line in lines[start.line + 1 : end.line + 1])
        return
    quote = 1 if event.style else 0
    rows = [*lines[start.line : end.line], lines[end.line][: end.column - quote]]
    rows[0] = rows[0][start.column + quote :]
    for row in rows:
        words = row.strip(" \t")
        if event.style == "'":
            words = words.replace("''", "'")
        elif event.style == '"':
            words = _without_escapes(words)
        yield words


def _without_escapes(words: str) -> str:
    """What double quotes make of a line. A backslash at its end only says that it runs on."""
    if (len(words) - len(words.rstrip("\\"))) % 2:
        words = words[:-1]
    if "\\" not in words:
        return words
    events = yaml.parse(f'"{words}"', Loader=yaml.CSafeLoader)
    return next(str(one.value) for one in events if isinstance(one, yaml.ScalarEvent))
