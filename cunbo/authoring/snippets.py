"""The model → a skeleton of each part, with a gap to tab through wherever the author writes.

In the notation of an editor's snippets: `${1:说明}` is the first gap, `${2|a,b|}` a choice.
"""

import re
from collections.abc import Iterator, Mapping
from enum import Enum
from itertools import count
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from annotated_types import MinLen
from pydantic.fields import FieldInfo

from cunbo.model.base import Part
from cunbo.model.blocks import TableData
from cunbo.model.lesson import FollowUp, Step

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
        field.alias or name: _value(field.annotation, _asks(field), field.metadata, gaps)
        for name, field in part.model_fields.items()
        if field.is_required() or name in shown
    }


def _asks(field: FieldInfo) -> str:
    """What to write there, in words that mean nothing to a snippet."""
    return re.sub(r"[$\\{}]", "", field.description or "")


def _value(kind: Any, asks: str, limits: list[Any], gaps: Iterator[int]) -> Body:
    """What to insert after a key whose value is of type `kind`, bounded by `limits`."""
    if get_origin(kind) is Annotated:
        kind, *more = get_args(kind)
        return _value(kind, asks, [*limits, *more], gaps)
    if get_origin(kind) in (Union, UnionType):
        return _value(_first(kind), asks, limits, gaps)
    if get_origin(kind) is tuple:
        least = max((one.min_length for one in limits if isinstance(one, MinLen)), default=1)
        return [_value(get_args(kind)[0], asks, [], gaps) for _ in range(least)]
    if isinstance(kind, type) and issubclass(kind, Part):
        return _mapping(kind, gaps)
    if get_origin(kind) is Mapping:
        return {f"${{{next(gaps)}:名字}}": _value(get_args(kind)[1], asks, [], gaps)}
    return _gap(kind, asks, next(gaps))


def _first(union: Any) -> Any:
    """The plainest kind of block; of a value that may be missing, the value."""
    return next(one for one in get_args(union) if one is not type(None))


def _gap(kind: Any, asks: str, number: int) -> str:
    if isinstance(kind, type) and issubclass(kind, Enum):
        return f"${{{number}|{','.join(str(one.value) for one in kind)}|}}"
    return f"${{{number}:{asks}}}"
