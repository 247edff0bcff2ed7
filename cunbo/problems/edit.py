"""A mistake mended, as data: which stretch of a file, and what should stand there.

An edit is **certain** where there is one way only to mean what was typed: no letter, no character
and no digit is added, lost or changed, only signs, blanks and their width, the case of Latin
letters, or the way a day is written. Certain edits may be made without asking; the others are
offered.
"""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

LINE_END = re.compile(r"\r\n|\r|\n")


@dataclass(frozen=True, slots=True)
class Edit:
    """`text` instead of what stands from `(line, column)` up to, not including, the end.

    Lines and columns count from 1; a column is one character. A line end in `text` is a newline.
    """

    line: int
    column: int
    end_line: int
    end_column: int
    text: str
    certain: bool

    @property
    def lines(self) -> range:
        return range(self.line, self.end_line + 1)


def between(number: int, old: Sequence[str], new: Sequence[str], sure: bool = True) -> Edit:
    """The smallest edit that makes the lines `old`, of which the first is `number`, into `new`.

    It is certain if its maker is `sure` and the words stay the same.
    """
    before, after = "\n".join(old), "\n".join(new)
    lead = _same_start(before, after)
    most = min(len(before), len(after)) - lead
    tail = _same_start(before[::-1][:most], after[::-1][:most])
    start, end = before[:lead], before[: len(before) - tail]
    certain = sure and same_words(before, after)
    text = after[lead : len(after) - tail]
    return Edit(*_place(number, start), *_place(number, end), text, certain)


def instead(
    lines: Sequence[str], line: int, column: int, old: str, new: str, *, sure: bool = True
) -> Edit | None:
    """`new` in the place of `old`, which must stand there, be it in quotes; else None.

    It is certain if its maker is `sure` and the words stay the same.
    """
    text = lines[line - 1] if 0 < line <= len(lines) else ""
    start = column - 1
    start += text[start : start + 1] in ("'", '"') and not text.startswith(old, start)
    if not old or old == new or not text.startswith(old, start):
        return None
    mended = text[:start] + new + text[start + len(old) :]
    return between(line, [text], [mended], sure and same_words(old, new))


def _same_start(one: str, other: str) -> int:
    """How many characters two texts have in common from the beginning."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((at for at, (this, that) in pairs if this != that), min(len(one), len(other)))


def _place(number: int, text: str) -> tuple[int, int]:
    """Where the end of `text` is, which begins at the first column of line `number`."""
    return number + text.count("\n"), len(text) - (text.rfind("\n") + 1) + 1


def same_words(one: str, other: str) -> bool:
    """Whether two texts differ in nothing but signs, blanks, widths and the case of letters."""
    return _words(one) == _words(other)


def _words(text: str) -> str:
    return "".join(filter(str.isalnum, unicodedata.normalize("NFKC", text).casefold()))


def apart(edits: Iterable[Edit]) -> list[Edit]:
    """The edits in their order in the file, without those that touch one before."""
    kept: list[Edit] = []
    for edit in sorted(edits, key=lambda one: (one.line, one.column, one.end_line, one.end_column)):
        if not kept or (kept[-1].end_line, kept[-1].end_column) < (edit.line, edit.column):
            kept.append(edit)
    return kept


def applied(text: str, edits: Iterable[Edit]) -> str:
    """The text with edits made that are `apart`; every other letter and line end stays."""
    ends = list(LINE_END.finditer(text))
    starts = [0, *(end.end() for end in ends)]
    line_end = ends[0][0] if ends else "\n"
    pieces, done = [], 0
    for edit in apart(edits):
        pieces += [text[done : starts[edit.line - 1] + edit.column - 1]]
        pieces += [edit.text.replace("\n", line_end)]
        done = starts[edit.end_line - 1] + edit.end_column - 1
    return "".join(pieces) + text[done:]


def touched(lines: Sequence[str], edit: Edit) -> tuple[list[str], list[str]]:
    """The lines an edit touches, as they are and as they would be."""
    old = list(lines[edit.line - 1 : edit.end_line])
    behind = old[-1][edit.end_column - 1 :]
    new = old[0][: edit.column - 1] + edit.text + behind
    return old, new.split("\n")
