"""A mistake as it meets people: on a terminal, in a browser, in an annotation.

What is told repeats what an author typed, so every sign that could steer a terminal is shown as a
box, here and for all who tell.
"""

import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TypeAlias

from cunbo.problems.codes import Severity
from cunbo.problems.edit import touched
from cunbo.problems.problem import Problem

Lines: TypeAlias = Mapping[str, Sequence[str]]
"""The lines of every file read, by the name it is printed under."""
_ENDS = "。？！"


@dataclass(frozen=True, slots=True)
class Notice:
    """One mistake: `path:line:col`, what is wrong, how to mend it.

    `line` is the line as it stands in the file, where there is one; `column` counts from 1; `code`
    is the entry of the error manual, where there is one; `mended` are the lines as they could be.
    """

    place: str
    what: str
    mend: str
    is_error: bool = True
    line: str | None = None
    column: int = 1
    code: str = ""
    mended: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        for name in ("place", "what", "mend", "code"):
            object.__setattr__(self, name, visible(getattr(self, name)))
        object.__setattr__(self, "line", None if self.line is None else visible(self.line))
        object.__setattr__(self, "mended", tuple(map(visible, self.mended)))

    @property
    def severity(self) -> Severity:
        return Severity.ERROR if self.is_error else Severity.WARNING

    @property
    def file(self) -> str:
        return self.place.rsplit(":", 2)[0]

    @property
    def sentence(self) -> str:
        """`path:line:col: 错误: what is wrong；how to mend it [code]`."""
        told = f"{self.place}: {self.severity}: {self.told}"
        return f"{told} [{self.code}]" if self.code else told

    @property
    def told(self) -> str:
        """What is wrong and how to mend it, as one sentence."""
        joint = "" if self.what.endswith(tuple(_ENDS)) else "；"
        return f"{self.what}{joint}{self.mend}"


def notice(problem: Problem, lines: Lines) -> Notice:
    """A problem with its author's line, and with the lines of its mend."""
    at, known = problem.at, lines.get(problem.at.file, ())
    line = known[at.line - 1] if 0 < at.line <= len(known) else None
    new = touched(known, problem.mended)[1] if problem.mended and known else ()
    return Notice(
        place=f"{at.file}:{at.line}:{at.column}",
        what=problem.what,
        mend=problem.mend,
        is_error=problem.is_error,
        line=line,
        column=at.column,
        code=problem.code.value,
        mended=tuple(new),
    )


@lru_cache(maxsize=64)  # many a mistake may stand in one line, and that line may be long
def visible(text: str) -> str:
    """A tab as an arrow, other control characters as a box; as long as before."""
    return "".join(map(_visible, text))


def _visible(sign: str) -> str:
    if sign == "\t":
        return "→"
    return "□" if unicodedata.category(sign)[0] == "C" else sign
