"""The model → a skeleton of each part, with a gap to tab through wherever the author writes.

In the notation of an editor's snippets: `${1:说明}` is the first gap, `${2|a,b|}` a choice.
"""

import re
from collections.abc import Iterator, Mapping
from enum import Enum
from itertools import count
from typing import Any

from cunbo.model.base import Part
from cunbo.model.blocks import Block, TableData, block_kinds
from cunbo.model.lesson import FollowUp, Step
from cunbo.model.shape import Shape, keys_of

Body = str | list["Body"] | dict[str, "Body"]
_ALSO: Mapping[type[Part], tuple[str, ...]] = {
    Step: ("practises", "learner", "trainer"),
    FollowUp: ("day_30", "day_60", "day_90"),
    TableData: ("blank_rows",),
}
"""Keys that may be left out, but that an author wants to be shown."""


def snippets(part: type[Part]) -> list[dict[str, Any]]:
    """The skeleton of a part as the language server's `defaultSnippets`.

    Empty for a part with one gap: completing its key does the same. The label begins with the
    part's first key, so that an author who types the key finds the skeleton.
    """
    gaps = count(1)
    body = _mapping(part, gaps)
    if next(gaps) <= 2:
        return []
    label = f"{next(iter(body))} {part.model_config['title']}（整段）"
    return [{"label": label, "description": "放进一副架子，按 Tab 键一格一格填", "body": body}]


def _mapping(part: type[Part], gaps: Iterator[int]) -> dict[str, Body]:
    shown = _ALSO.get(part, ())
    return {
        key.name: _value(key.shape, _asks(key.meaning), gaps)
        for key in keys_of(part)
        if key.required or key.name in shown
    }


def _asks(meaning: str) -> str:
    """What to write there, in words that mean nothing to a snippet."""
    return re.sub(r"[$\\{}]", "", meaning)


def _value(shape: Shape, asks: str, gaps: Iterator[int]) -> Body:
    """What to insert where `shape` is asked for: of several, the fewest that may be."""
    if shape.kind is tuple and shape.each:
        least = shape.limits.get("min_length", 1)
        return [_value(shape.each, asks, gaps) for _ in range(least)]
    if shape.kind is Mapping and shape.each:
        return {f"${{{next(gaps)}:名字}}": _value(shape.each, asks, gaps)}
    if shape.kind is Block:
        return _mapping(block_kinds()[0], gaps)
    if shape.is_part:
        return _mapping(shape.kind, gaps)
    return _gap(shape.kind, asks, next(gaps))


def _gap(kind: type, asks: str, number: int) -> str:
    if issubclass(kind, Enum):
        return f"${{{number}|{','.join(str(one.value) for one in kind)}|}}"
    return f"${{{number}:{asks}}}"
