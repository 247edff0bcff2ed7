"""A slip of the pen: its code, what is wrong, and how to mend it; and where a line shows it."""

from dataclasses import dataclass
from typing import NamedTuple

from cunbo.problems.codes import Code
from cunbo.problems.edit import Edit
from cunbo.problems.problem import Location, Problem


class Slip(NamedTuple):
    """What went wrong, in words.

    `instead` is what belongs in place of the key or value it is about, where that is known; `sure`
    tells whether nothing else can have been meant. `shift` is how many columns the lines below,
    which belong to it, have to move to the right.
    """

    code: Code
    what: str
    mend: str
    instead: str | None = None
    sure: bool = False
    shift: int = 0

    def at(self, place: Location, mended: Edit | None = None) -> Problem:
        return Problem(self.code, place, self.what, self.mend, mended)


class Scope(NamedTuple):
    """How the stretch of text is called that a slip is in, and how all of it is put in quotes."""

    name: str
    quote: str


SENTENCE = Scope("句子", "给整句加上英文双引号")
IN_BRACKETS = Scope("括号里的句子", "把这一句用英文双引号括起来")
CELL = Scope("这一格", "把这一格用英文双引号括起来")


@dataclass(frozen=True)
class Cause:
    """What is wrong with one line: the offset of the fault in it, and the line to read on with.

    `is_mend` tells whether that line is also what the author should write. `left_out` is how many
    lines below have the same fault and are not read.
    """

    slip: Slip
    offset: int
    line: str | None = None
    is_mend: bool = True
    left_out: int = 0
