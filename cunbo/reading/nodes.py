"""Plain data with positions: what a YAML file says, and where."""

from dataclasses import dataclass
from typing import TypeAlias

Data: TypeAlias = "str | list[Data] | dict[str, Data] | None"
"""What YAML can say here: text, nothing, lists and mappings of it."""


@dataclass(slots=True)
class Node:
    """A value in a YAML file: text, nothing, a list, or a mapping. Line and column from 1."""

    line: int
    column: int
    value: "str | list[Node] | dict[str, Entry] | None"


@dataclass(slots=True)
class Entry:
    """A key's own place, and its value."""

    line: int
    column: int
    node: Node


def plain(node: Node) -> Data:
    """The tree without positions."""
    if isinstance(node.value, dict):
        return {key: plain(entry.node) for key, entry in node.value.items()}
    if isinstance(node.value, list):
        return [plain(one) for one in node.value]
    return node.value
