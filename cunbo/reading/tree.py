"""YAML events → a tree of plain data with positions.

The tree is built from PyYAML's events (libyaml), without recursion and without constructing any
YAML type: a scalar stays the text the author typed, so `no`, `1:30` and `2026-2-30` keep their
meaning until the model asks for a number or a date.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

import yaml

from cunbo.reading import slips, value_words
from cunbo.reading.doubts import doubts
from cunbo.reading.folds import unfolded
from cunbo.reading.lines import speaks
from cunbo.reading.nodes import Entry, Node
from cunbo.reading.slip import Slip

MAX_DEPTH = 30
_MOST_SLIPS = 200
"""Nobody reads more of one file; and for each, all of its line is looked through."""
_NO_SPACE = re.compile(r"[a-z_]+:\S")
_WRONG_COLON = re.compile("^[a-z_]+[：；]")
_SEPARATORS = {"、": 8, "；": 8, "，": 3, " ": 4}
"""What separates words for the author but not for YAML, with the length of a word (characters)
beyond which the whole is more likely a sentence."""
_HAN = re.compile("[\u4e00-\u9fff]+")
_TOPIC = re.compile(r"\s+(#(?:[^\s#]| \d).*)")


class Seen(NamedTuple):
    """A slip and where it stands, from 1; `typed` is the key or value there, as it was read."""

    slip: Slip
    line: int
    column: int
    typed: str = ""


class _WaitingKey(NamedTuple):
    """A key that waits for its value; `bare` where no colon stands behind it."""

    name: str
    line: int
    column: int
    bare: bool = False


@dataclass
class _Open:
    """A collection being filled; `key` waits for its value when the collection is a mapping.

    `in_brackets` tells one written as `[ ]` or `{ }` from one written below its key; `bare` is the
    last text in it that stands without quotes.
    """

    node: Node
    key: _WaitingKey | None = None
    in_brackets: bool = False
    bare: Node | None = None


@dataclass
class TreeBuilder:
    """Builds a tree from YAML events on a stack of its own, so depth cannot exhaust Python's."""

    lines: list[str]
    root: Node | None = None
    seen: list[Seen] = field(default_factory=list)
    stack: list[_Open] = field(default_factory=list)
    documents: int = 0

    def run(self, events: Iterator[yaml.Event]) -> None:
        for event in events:
            if not self._take(event):
                return
            if len(self.seen) >= _MOST_SLIPS:
                self._give_up(event)
                return

    def _give_up(self, event: yaml.Event) -> None:
        """Leave the rest of the file unread, and say so."""
        mark = event.start_mark
        assert mark is not None
        self.root = None
        slip = slips.too_many(len(self.seen), sum(map(speaks, self.lines[mark.line :])))
        self._report(slip, mark.line + 1, mark.column + 1)

    def _take(self, event: yaml.Event) -> bool:
        """Handle one event; False stops the reading."""
        mark = event.start_mark
        assert mark is not None
        line, column = mark.line + 1, mark.column + 1
        match event:
            case yaml.DocumentStartEvent():
                return self._document(line)
            case yaml.AliasEvent():
                self._report(value_words.alias(), line, column)
                self._add(Node(line, column, None))
            case yaml.ScalarEvent():
                self._refuse_tag(event, line, column)
                self._scalar(event, line, column)
            case yaml.MappingStartEvent() | yaml.SequenceStartEvent():
                self._refuse_tag(event, line, column)
                mapping = isinstance(event, yaml.MappingStartEvent)
                return self._open(Node(line, column, {} if mapping else []), bool(event.flow_style))
            case yaml.MappingEndEvent() | yaml.SequenceEndEvent():
                self._close()
        return True

    def _document(self, line: int) -> bool:
        self.documents += 1
        if self.documents > 1:
            self._report(slips.second_document(), line, 1)
        return self.documents == 1

    def _scalar(self, event: yaml.ScalarEvent, line: int, column: int) -> None:
        empty = event.value == "" and not event.style
        if self.stack and self._is_key():
            self.stack[-1].key = _WaitingKey(event.value, line, column, not self._has_colon(event))
            return
        if empty and self._is_cut_off():
            return
        for doubt in doubts(event, self.lines, self._in_list()) if not empty else ():
            self._report(*doubt)
        node = Node(line, column, None if empty else self._text(event))
        if not event.style and not empty:
            self._refuse_lost_words(event)
            if self.stack:
                self.stack[-1].bare = Node(line, column, str(event.value))
        self._add(node)

    def _text(self, event: yaml.ScalarEvent) -> str:
        start, end = event.start_mark, event.end_mark
        if start is None or end is None or start.line == end.line:
            return str(event.value)
        return unfolded(event, self.lines)

    def _has_colon(self, event: yaml.ScalarEvent) -> bool:
        mark = event.end_mark
        assert mark is not None
        line = self.lines[mark.line] if mark.line < len(self.lines) else ""
        return line[mark.column :].lstrip().startswith(":")

    def _is_cut_off(self) -> bool:
        """Whether the key waiting here is no key, but a sentence that a comma cut in two."""
        top = self.stack[-1] if self.stack else None
        if top is None or not top.in_brackets or top.key is None:
            return False
        if not top.node.value and not _NO_SPACE.match(top.key.name):
            return False
        name, line, column, bare = top.key
        if not bare or _WRONG_COLON.search(name):
            return False
        if _NO_SPACE.match(name):
            key = name.partition(":")[0]
            self._report(slips.no_space(key), line, column + len(key))
        else:
            self._report(value_words.comma_cuts(name), line, column)
        top.key = None
        return True

    def _refuse_lost_words(self, event: yaml.ScalarEvent) -> None:
        """A topic like ` #开播` after a sentence without quotes would vanish as a comment."""
        mark = event.end_mark
        assert mark is not None
        line = self.lines[mark.line] if mark.line < len(self.lines) else ""
        lost = _TOPIC.match(line, mark.column)
        if lost:
            self._report(value_words.lost_words(lost[1]), mark.line + 1, lost.start(1) + 1)

    def _in_list(self) -> bool:
        return bool(self.stack) and isinstance(self.stack[-1].node.value, list)

    def _is_key(self) -> bool:
        top = self.stack[-1]
        return isinstance(top.node.value, dict) and top.key is None

    def _open(self, node: Node, in_brackets: bool) -> bool:
        if len(self.stack) >= MAX_DEPTH:
            self._report(slips.too_deep(MAX_DEPTH), node.line, node.column)
            return False
        if self.stack and self._is_key():
            self._report(slips.collection_for_key(), node.line, node.column)
            return False
        self._add(node)
        self.stack.append(_Open(node, in_brackets=in_brackets))
        return True

    def _close(self) -> None:
        closed = self.stack.pop()
        items = closed.node.value
        if closed.in_brackets and closed.bare and isinstance(items, list) and len(items) == 1:
            self._doubt_one_item(closed.bare)

    def _doubt_one_item(self, only: Node) -> None:
        """`[纸，笔]` is one item to YAML; with words this short the author meant several."""
        for sign, longest in _SEPARATORS.items():
            words = str(only.value).split(sign)
            if sign == " " and not all(map(_HAN.fullmatch, words)):
                continue
            if len(words) > 1 and max(map(len, words)) <= longest:
                self._report(
                    value_words.one_item(sign, words), only.line, only.column, str(only.value)
                )

    def _add(self, node: Node) -> None:
        if not self.stack:
            self.root = node if node.value is not None else None
            return
        top = self.stack[-1]
        if isinstance(top.node.value, list):
            top.node.value.append(node)
        elif isinstance(top.node.value, dict) and top.key is not None:
            self._add_entry(top.node.value, top.key, node)
            top.key = None
        else:
            top.key = _WaitingKey("", node.line, node.column)

    def _add_entry(self, entries: dict[str, Entry], key: _WaitingKey, node: Node) -> None:
        name, line, column, _ = key
        if name in entries:
            self._report(slips.key_twice(name, entries[name].line), line, column)
            return
        entries[name] = Entry(line, column, node)

    def _refuse_tag(
        self,
        event: yaml.ScalarEvent | yaml.MappingStartEvent | yaml.SequenceStartEvent,
        line: int,
        column: int,
    ) -> None:
        if event.anchor is not None or event.tag is not None:
            sign = "&" if event.anchor is not None else "!"
            self._report(value_words.anchor_or_tag(sign), line, column)

    def _report(self, slip: Slip, line: int, column: int, typed: str = "") -> None:
        self.seen.append(Seen(slip, line, column, typed))
