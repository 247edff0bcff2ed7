"""Bytes → plain data with positions. Every trouble on the way is a Problem, never an exception.

The tree is built from PyYAML's events (libyaml), without recursion and without constructing any
YAML type: a scalar stays the text the author typed, so `no`, `1:30` and `2026-2-30` keep their
meaning until the model asks for a number or a date. A mistake that can be mended in memory is
mended and reading goes on, so that one run shows all mistakes of a file.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TypeAlias

import yaml

from cunbo.problems import Code, Location, Problem
from cunbo.source_repair import repair_lines, repairs_before_parsing

MAX_BYTES = 300_000
MAX_DEPTH = 30
_MAX_REPAIRS = 30
_LINE_END = re.compile(r"\r\n|\r|\n")
_TOPIC = re.compile(r"\s+(#[^\s#].*)")
_BOMS = ((b"\xff\xfe", "UTF-16"), (b"\xfe\xff", "UTF-16"))

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


@dataclass(frozen=True)
class Source:
    """A file that has been read: its tree (None if unreadable), its lines, its problems."""

    file: str
    node: Node | None
    lines: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()

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


def _below(node: Node, step: str | int) -> Node | None:
    if isinstance(node.value, dict) and isinstance(step, str) and step in node.value:
        return node.value[step].node
    if isinstance(node.value, list) and isinstance(step, int) and step < len(node.value):
        return node.value[step]
    return None


def plain(node: Node) -> Data:
    """The tree without positions."""
    if isinstance(node.value, dict):
        return {key: plain(entry.node) for key, entry in node.value.items()}
    if isinstance(node.value, list):
        return [plain(one) for one in node.value]
    return node.value


def read_source(file: str, data: bytes) -> Source:
    """Read one YAML file. `file` is the name printed in problems."""
    text, problem = _decode(file, data)
    if problem:
        return Source(file, None, problems=(problem,))
    lines = _LINE_END.split(text)
    repair = repairs_before_parsing(file, lines)
    node, problems = _parse_with_repairs(file, repair.lines)
    told = {problem.at.line for problem in repair.problems}
    problems = [*repair.problems, *(one for one in problems if one.at.line not in told)]
    if node is None and not problems:
        problems.append(_empty(file))
    return Source(file, node, tuple(lines), tuple(problems))


def _decode(file: str, data: bytes) -> tuple[str, Problem | None]:
    start = Location(file)
    if len(data) > MAX_BYTES:
        size, limit = len(data) // 1000, MAX_BYTES // 1000
        what = f"文件有 {size} KB，太大了，没有读"
        mend = f"一课不会超过 {limit} KB，看看是不是放错了文件"
        return "", Problem(Code.TOO_LARGE, start, what, mend)
    for mark, name in _BOMS:
        if data.startswith(mark):
            return "", _not_utf8(start, name)
    if data.count(0) > len(data) // 4 > 0:
        return "", _not_utf8(start, "UTF-16")
    try:
        return data.decode("utf-8-sig"), None
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        return "", _not_utf8(Location(file, line), _guess_encoding(data))


def _guess_encoding(data: bytes) -> str:
    try:
        data.decode("gb18030")
    except UnicodeDecodeError:
        return "别的编码"
    return "GBK（ANSI）"


def _not_utf8(at: Location, encoding: str) -> Problem:
    what = f"这个文件存成了{encoding}，读出来是乱码"
    mend = "用记事本或 VS Code 打开，另存为，编码选 UTF-8"
    return Problem(Code.NOT_UTF8, at, what, mend)


def _empty(file: str) -> Problem:
    mend = "照着别的文件写，至少写上第一行"
    return Problem(Code.EMPTY_FILE, Location(file), "这个文件是空的", mend)


def _parse_with_repairs(file: str, lines: list[str]) -> tuple[Node | None, list[Problem]]:
    """Parse; where YAML stops, find the cause, mend it in memory and parse again."""
    found: list[Problem] = []
    mended: frozenset[int] = frozenset()
    for _ in range(_MAX_REPAIRS):
        builder = _Builder(file, lines)
        try:
            builder.run(yaml.parse("\n".join(lines) + "\n", Loader=yaml.CSafeLoader))
        except yaml.MarkedYAMLError as error:
            marks = (error.problem_mark, error.context_mark)
            repair = repair_lines(file, lines, [mark.line for mark in marks if mark], mended)
            found += repair.problems
            if repair.mended is None:
                return None, found
            lines, mended = repair.lines, mended | {repair.mended}
            continue
        return builder.root, found + builder.problems
    return None, found


@dataclass
class _Open:
    """A collection being filled; `key` waits for its value when the collection is a mapping."""

    node: Node
    key: tuple[str, int, int] | None = None


@dataclass
class _Builder:
    """Builds a tree from YAML events on a stack of its own, so depth cannot exhaust Python's."""

    file: str
    lines: list[str]
    root: Node | None = None
    problems: list[Problem] = field(default_factory=list)
    stack: list[_Open] = field(default_factory=list)
    documents: int = 0

    def run(self, events: Iterator[yaml.Event]) -> None:
        for event in events:
            if not self._take(event):
                return

    def _take(self, event: yaml.Event) -> bool:
        """Handle one event; False stops the reading."""
        mark = event.start_mark
        assert mark is not None
        line, column = mark.line + 1, mark.column + 1
        match event:
            case yaml.DocumentStartEvent():
                return self._document(line)
            case yaml.AliasEvent():
                self._refuse_alias(line, column)
                self._add(Node(line, column, None))
            case yaml.ScalarEvent():
                self._refuse_tag(event, line, column)
                self._scalar(event, line, column)
            case yaml.MappingStartEvent() | yaml.SequenceStartEvent():
                self._refuse_tag(event, line, column)
                mapping = isinstance(event, yaml.MappingStartEvent)
                return self._open(Node(line, column, {} if mapping else []))
            case yaml.MappingEndEvent() | yaml.SequenceEndEvent():
                self.stack.pop()
        return True

    def _document(self, line: int) -> bool:
        self.documents += 1
        if self.documents > 1:
            what = "一个文件里写了两份，第二份没有读"
            mend = "删掉这一行 ---，或者把后面的内容存成另一个文件"
            self._report(Code.MANY_DOCUMENTS, line, 1, what, mend)
        return self.documents == 1

    def _scalar(self, event: yaml.ScalarEvent, line: int, column: int) -> None:
        empty = event.value == "" and not event.style
        if self.stack and self._is_key():
            self.stack[-1].key = (event.value, line, column)
            return
        if not event.style and not empty:
            self._refuse_lost_words(event)
        self._add(Node(line, column, None if empty else event.value))

    def _refuse_lost_words(self, event: yaml.ScalarEvent) -> None:
        """A topic like ` #开播` after a sentence without quotes would vanish as a comment."""
        mark = event.end_mark
        assert mark is not None
        line = self.lines[mark.line] if mark.line < len(self.lines) else ""
        lost = _TOPIC.match(line, mark.column)
        if lost:
            what = f"# 后面的字会被当成注释丢掉：{lost[1][:20]}"
            mend = "给整句加上英文双引号；真是注释，就在 # 后面空一格"
            self._report(Code.NEEDS_QUOTES, mark.line + 1, lost.start(1) + 1, what, mend)

    def _is_key(self) -> bool:
        top = self.stack[-1]
        return isinstance(top.node.value, dict) and top.key is None

    def _open(self, node: Node) -> bool:
        if len(self.stack) >= MAX_DEPTH:
            what = f"一层套一层，超过了 {MAX_DEPTH} 层"
            self._report(Code.TOO_DEEP, node.line, node.column, what, "看看是不是贴错了内容")
            return False
        if self.stack and self._is_key():
            what = "这里该写键的名字，却写了一个列表或一组键"
            self._report(Code.YAML, node.line, node.column, what, "去掉多出来的 [ ]、{ } 或 ?")
            return False
        self._add(node)
        self.stack.append(_Open(node))
        return True

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
            top.key = ("", node.line, node.column)

    def _add_entry(self, entries: dict[str, Entry], key: tuple[str, int, int], node: Node) -> None:
        name, line, column = key
        if name in entries:
            what = f"“{name}”写了两次，第 {entries[name].line} 行已经有了"
            self._report(Code.DUPLICATE_KEY, line, column, what, "留一个，另一个删掉或改名")
            return
        entries[name] = Entry(line, column, node)

    def _refuse_alias(self, line: int, column: int) -> None:
        mend = "句子以 * 开头时，给整句加上英文双引号"
        self._report(Code.ANCHOR, line, column, "这里的 * 被当成了 YAML 的引用", mend)

    def _refuse_tag(
        self,
        event: yaml.ScalarEvent | yaml.MappingStartEvent | yaml.SequenceStartEvent,
        line: int,
        column: int,
    ) -> None:
        if event.anchor is not None or event.tag is not None:
            sign = "&" if event.anchor is not None else "!"
            mend = f"句子以 {sign} 开头时，给整句加上英文双引号；不是句子就删掉"
            what = f"这里的 {sign} 是 YAML 的特殊记号，课里不用"
            self._report(Code.ANCHOR, line, column, what, mend)

    def _report(self, code: Code, line: int, column: int, what: str, mend: str) -> None:
        self.problems.append(Problem(code, Location(self.file, line, column), what, mend))
