"""Lines → a tree: where YAML stops, the cause is found, mended in memory, and reading goes on."""

from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from typing import NamedTuple

import yaml

from cunbo.problems.problem import Location, Problem
from cunbo.reading import slips
from cunbo.reading.ledger import Told, Voice
from cunbo.reading.lines import speaks
from cunbo.reading.mends import mend_of
from cunbo.reading.nodes import Node
from cunbo.reading.repair import repair_lines
from cunbo.reading.tree import Seen, TreeBuilder

_LEAST_TRIES = 30
_MOST_WORK = 3_000_000
"""So many characters are read again and again, about a second; then what was found is told."""


def parsed(file: str, lines: list[str]) -> tuple[Node | None, list[Told]]:
    """The tree, or None where there is no going on; and what was told on the way."""
    return _Parsing(file, lines).run()


class _Mend(NamedTuple):
    """A line that was mended, by its index: as it was, and whether that took reading further."""

    at: int
    before: str
    helped: bool


@dataclass
class _Parsing:
    """`lines` as they are read, and as far as they have been mended: a mend for each of `found`.

    libyaml judges a mend. One that took reading further is right; of another it is asked in the
    end whether the file could be read without it.
    """

    file: str
    lines: list[str]
    found: list[Problem] = field(default_factory=list)
    mends: list[_Mend] = field(default_factory=list)
    stopped: int = 0
    """The line (from 1) at which the last try ended."""
    tries: int = 0

    def run(self) -> tuple[Node | None, list[Told]]:
        while self._may_try():
            builder = TreeBuilder(self.lines)
            error = self._try(builder.run, self.lines)
            if error is None:
                told = self._told(self._is_needed)
                return builder.root, told + [
                    (Voice.TREE, self._problem(one)) for one in builder.seen
                ]
            if not self._goes_on(error):
                return None, self._told(lambda mend: False)
        self.found.append(self._too_many())
        return None, self._told(lambda mend: False)

    def _too_many(self) -> Problem:
        """That reading ends behind the line that stopped the last try."""
        unread = [at for at, line in enumerate(self.lines) if at >= self.stopped and speaks(line)]
        place = Location(self.file, unread[0] + 1 if unread else self.stopped)
        return slips.too_many(len(self.found), len(unread)).at(place)

    def _problem(self, seen: Seen) -> Problem:
        place = Location(self.file, seen.line, seen.column)
        return seen.slip.at(place, mend_of(seen.slip, self.lines, place, seen.typed))

    def _may_try(self) -> bool:
        size = sum(map(len, self.lines)) + len(self.lines)
        return self.tries < max(_LEAST_TRIES, _MOST_WORK // size)

    def _try(
        self, read: Callable[[Iterator[yaml.Event]], object], lines: list[str]
    ) -> yaml.MarkedYAMLError | None:
        """Let somebody read the lines; what stopped them."""
        self.tries += 1
        try:
            read(yaml.parse("\n".join(lines) + "\n", Loader=yaml.CSafeLoader))
        except yaml.MarkedYAMLError as error:
            return error
        return None

    def _goes_on(self, error: yaml.MarkedYAMLError) -> bool:
        """Find the cause and mend it; False where that is not possible."""
        marks = [mark.line for mark in (error.problem_mark, error.context_mark) if mark]
        stopped = min(marks[0] + 1, len(self.lines)) if marks else len(self.lines)
        if self.mends and stopped <= self.stopped:
            self.mends[-1] = self.mends[-1]._replace(helped=False)
        self.stopped = stopped
        repair = repair_lines(self.file, self.lines, marks, frozenset(one.at for one in self.mends))
        self.found += repair.problems
        if repair.mended is None:
            return False
        self.mends.append(_Mend(repair.mended, self.lines[repair.mended], helped=True))
        self.lines = repair.lines
        return True

    def _is_needed(self, mend: _Mend) -> bool:
        """Whether the file cannot be read without a mend."""
        if not self._may_try():
            return False
        lines = [*self.lines[: mend.at], mend.before, *self.lines[mend.at + 1 :]]
        return self._try(lambda events: deque(events, 0), lines) is not None

    def _told(self, is_needed: Callable[[_Mend], bool]) -> list[Told]:
        """What was found; with its mend where that was right."""
        right = [mend.helped or is_needed(mend) for mend in self.mends]
        told = zip(self.found, [*right, False], strict=False)
        return [(Voice.LINES, one if ok else replace(one, mended=None)) for one, ok in told]
