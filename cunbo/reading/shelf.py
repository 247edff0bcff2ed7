"""What was read before, kept from one run to the next: a file that says the same is not parsed.

Kept is only what was told nothing of. Each file of the shelf is named by what it was made from,
the text and the code that reads it, so nothing on it can grow old; it may go at any time.
"""

import hashlib
import json
from contextlib import suppress
from functools import cache, cached_property
from pathlib import Path
from typing import Any

import yaml

from cunbo import problems, reading
from cunbo.problems.edit import LINE_END
from cunbo.reading.nodes import Data, Entry, Node
from cunbo.reading.reading import Reading
from cunbo.reading.source import Content, Source


class Shelf:
    """A folder with a file for each text that could be read without a word."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def content(self, text: bytes) -> Content | None:
        """What stands in a file of the course, if it has been read before."""
        try:
            tree, data = self._place(text).read_bytes().decode().split("\n")
            return _Shelved(text, json.loads(data), tree)
        except (OSError, ValueError, RecursionError):
            return None

    def keep(self, read: Reading) -> None:
        """Have on the shelf what was read, and nothing else. One that cannot be written to is let
        be: it saves time, and no more than that."""
        wanted = {
            self._place(file.data): file.source
            for file in read.files.values()
            if file.data is not None and not file.source.told
        }
        with suppress(OSError):
            self._folder.mkdir(parents=True, exist_ok=True)
            there = set(self._folder.iterdir())
            for path in wanted.keys() - there:
                _write(path, wanted[path])
            for path in there - wanted.keys():
                path.unlink()

    def _place(self, text: bytes) -> Path:
        return self._folder / hashlib.sha256(_readers() + text).hexdigest()


class _Shelved:
    """The content of a file from the shelf. Lines and places are needed where there is something
    to tell; most files have nothing to tell."""

    is_readable = True

    def __init__(self, text: bytes, data: Data, tree: str) -> None:
        self._text = text
        self._tree = tree
        self.data = data

    @cached_property
    def lines(self) -> tuple[str, ...]:
        return tuple(LINE_END.split(self._text.decode("utf-8-sig")))

    @cached_property
    def node(self) -> Node:
        return _node(json.loads(self._tree))


@cache
def _readers() -> bytes:
    """A hash of the code that turns text into a tree."""
    digest = hashlib.sha256(yaml.__version__.encode())
    for package in (problems, reading):
        for path in sorted(Path(package.__path__[0]).glob("*.py")):
            digest.update(path.read_bytes())
    return digest.digest()


def _write(path: Path, source: Source) -> None:
    with suppress(UnicodeEncodeError):  # half a sign, which YAML can write and UTF-8 cannot
        # What is looked at first stands last: where a file was cut off, it is missing.
        parts = (_listed(source.node), source.content.data)
        text = "\n".join(json.dumps(one, ensure_ascii=False) for one in parts).encode()
        draft = path.with_suffix(".part")
        draft.write_bytes(text)
        draft.replace(path)


def _listed(node: Node | None) -> Any:
    """A tree as lists: line, column, value; a mapping's entries with their own line and column."""
    assert node is not None
    value: Any = node.value
    if isinstance(value, dict):
        value = {name: [one.line, one.column, _listed(one.node)] for name, one in value.items()}
    elif isinstance(value, list):
        value = [_listed(one) for one in value]
    return [node.line, node.column, value]


def _node(listed: Any) -> Node:
    line, column, value = listed
    if isinstance(value, dict):
        value = {name: Entry(at, on, _node(below)) for name, (at, on, below) in value.items()}
    elif isinstance(value, list):
        value = [_node(one) for one in value]
    return Node(line, column, value)
