"""Bytes → plain data with positions. Every trouble on the way is a Problem, never an exception.

A mistake that can be mended in memory is mended and reading goes on, so that one run shows all
mistakes of a file.
"""

import re
from dataclasses import dataclass

import yaml

from cunbo.problems.codes import Code
from cunbo.problems.problem import Location, Problem
from cunbo.reading.ledger import Told, Voice, told_once
from cunbo.reading.repair import repair_lines, repairs_before_parsing
from cunbo.reading.tree import Node, TreeBuilder

MAX_BYTES = 300_000
_MAX_REPAIRS = 30
_LINE_END = re.compile(r"\r\n|\r|\n")
_BOMS = ((b"\xff\xfe", "UTF-16"), (b"\xfe\xff", "UTF-16"))


@dataclass(frozen=True)
class Source:
    """A file that has been read: its tree (None if unreadable), its lines, what was told of it."""

    file: str
    node: Node | None
    lines: tuple[str, ...] = ()
    told: tuple[Told, ...] = ()

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


def _below(node: Node, step: str | int) -> Node | None:
    if isinstance(node.value, dict) and isinstance(step, str) and step in node.value:
        return node.value[step].node
    if isinstance(node.value, list) and isinstance(step, int) and step < len(node.value):
        return node.value[step]
    return None


def read_source(file: str, data: bytes) -> Source:
    """Read one YAML file. `file` is the name printed in problems."""
    text, problem = _decode(file, data)
    if problem:
        return Source(file, None, told=((Voice.SIGNS, problem),))
    lines = _LINE_END.split(text)
    repair = repairs_before_parsing(file, lines)
    told = [(Voice.SIGNS, problem) for problem in repair.problems]
    node, more = _parse_with_repairs(file, repair.lines)
    told += more
    if node is None and not told:
        told.append((Voice.TREE, _empty(file)))
    return Source(file, node, tuple(lines), tuple(told))


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


def _parse_with_repairs(file: str, lines: list[str]) -> tuple[Node | None, list[Told]]:
    """Parse; where YAML stops, find the cause, mend it in memory and parse again."""
    told: list[Told] = []
    mended: frozenset[int] = frozenset()
    for _ in range(_MAX_REPAIRS):
        builder = TreeBuilder(file, lines)
        try:
            builder.run(yaml.parse("\n".join(lines) + "\n", Loader=yaml.CSafeLoader))
        except yaml.MarkedYAMLError as error:
            marks = (error.problem_mark, error.context_mark)
            repair = repair_lines(file, lines, [mark.line for mark in marks if mark], mended)
            told += [(Voice.LINES, problem) for problem in repair.problems]
            if repair.mended is None:
                return None, told
            lines, mended = repair.lines, mended | {repair.mended}
            continue
        return builder.root, told + [(Voice.TREE, problem) for problem in builder.problems]
    return None, told
