"""One file that has been read: what it says, its lines, and where each thing stands."""

from dataclasses import dataclass
from typing import Protocol

from cunbo.problems.edit import Edit, instead
from cunbo.problems.problem import Location, Problem
from cunbo.reading.ledger import Told, told_once
from cunbo.reading.nodes import Data, Node, plain

MAX_BYTES = 300_000
"""No lesson is larger; a larger file is not read."""


class Content(Protocol):
    """What stands in a file: its lines, its tree (None if unreadable), the tree's plain data."""

    @property
    def is_readable(self) -> bool: ...

    @property
    def lines(self) -> tuple[str, ...]: ...

    @property
    def node(self) -> Node | None: ...

    @property
    def data(self) -> Data: ...


@dataclass(frozen=True)
class Parsed:
    """The content of a file that has just been parsed."""

    node: Node | None = None
    lines: tuple[str, ...] = ()

    @property
    def is_readable(self) -> bool:
        return self.node is not None

    @property
    def data(self) -> Data:
        return plain(self.node) if self.node else None


@dataclass(frozen=True)
class Source:
    """A file that has been read: what stands in it, and what was told of it."""

    file: str
    content: Content = Parsed()
    told: tuple[Told, ...] = ()

    @property
    def node(self) -> Node | None:
        return self.content.node

    @property
    def lines(self) -> tuple[str, ...]:
        return self.content.lines

    @property
    def problems(self) -> tuple[Problem, ...]:
        return told_once(self.told)

    def at(self, *path: str | int) -> Location:
        """The place of the value at `path`, or of the nearest thing above it."""
        node = self.node or Node(1, 1, None)
        for step in path:
            below = _below(node, step)
            if below is None:
                break
            node = below
        return Location(self.file, node.line, node.column)

    def at_key(self, *path: str | int) -> Location:
        """The place of the key that ends `path`; of its value where the end is no key."""
        *above, last = path
        node = self.node or Node(1, 1, None)
        for step in above:
            node = _below(node, step) or node
        if isinstance(node.value, dict) and isinstance(last, str) and last in node.value:
            entry = node.value[last]
            return Location(self.file, entry.line, entry.column)
        return self.at(*path)

    def at_text(self, text: str, *path: str | int) -> Location:
        """The place of `text` inside the value at `path`; of the value if it is not found."""
        start = self.at(*path)
        for number in range(start.line, min(start.line + 60, len(self.lines) + 1)):
            line = self.lines[number - 1]
            found = line.find(text, start.column - 1 if number == start.line else 0)
            if found >= 0:
                return Location(self.file, number, found + 1)
        return start

    def edit(self, place: Location, old: str, new: str, sure: bool = True) -> Edit | None:
        """`new` in the place of `old`, if that stands at `place`."""
        return instead(self.lines, place.line, place.column, old, new, sure=sure)


def _below(node: Node, step: str | int) -> Node | None:
    if isinstance(node.value, dict) and isinstance(step, str) and step in node.value:
        return node.value[step].node
    if isinstance(node.value, list) and isinstance(step, int) and step < len(node.value):
        return node.value[step]
    return None
