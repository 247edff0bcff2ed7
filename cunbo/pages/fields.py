"""The keys an author can write, told in words, read from the model itself."""

import types
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import Annotated, Any, Union, get_args, get_origin

from cunbo.model.base import Cell, LessonId, Part, Sentence, Slug
from cunbo.model.blocks import AnyBlock, Block


@dataclass(frozen=True)
class Key:
    """One key: what it means, what stands after it, whether it must be there, keys inside it."""

    name: str
    meaning: str
    shape: str
    required: bool
    inside: tuple["Key", ...] = ()


def keys_of(model: type[Part]) -> tuple[Key, ...]:
    """The keys of a mapping, in the order of the model. Blocks are not unfolded."""
    return tuple(
        Key(
            name=field.alias or name,
            meaning=field.description or "",
            shape=_shape(field.annotation, _limits(field.metadata)),
            required=field.is_required(),
            inside=_inside(field.annotation),
        )
        for name, field in model.model_fields.items()
    )


def block_models() -> tuple[type[Block], ...]:
    """Every kind of block, in the order of the model."""
    union, *_ = get_args(AnyBlock)
    return tuple(get_args(tagged)[0] for tagged in get_args(union))


def _inside(kind: Any) -> tuple[Key, ...]:
    kind = _bare(kind)
    while get_origin(kind) is tuple:
        kind = _bare(get_args(kind)[0])
    return keys_of(kind) if _is_part(kind) else ()


def _shape(kind: Any, limits: Mapping[str, Any]) -> str:
    """What stands after the key, in a few words."""
    kind, limits = _bare(kind), {**_own_limits(kind), **limits}
    if get_origin(kind) is tuple:
        return f"列表{_count(limits)}，{_item(get_args(kind)[0])}"
    if isinstance(get_origin(kind), type) and issubclass(get_origin(kind), Mapping):
        return "一组“名字: 内容”"
    if _is_part(kind):
        return "一组键"
    return _single(kind, limits)


def _item(kind: Any) -> str:
    bare = _bare(kind)
    if _is_block_union(bare):
        return "一项一种内容"
    if get_origin(bare) is tuple:
        return "一项一行，一行几格"
    return f"每项是{_shape(kind, {})}"


def _single(kind: Any, limits: Mapping[str, Any]) -> str:
    if issubclass(kind, Enum):
        return f"只能写 {'、'.join(str(one.value) for one in kind)}"
    if issubclass(kind, bool):
        return "true 或 false"
    if issubclass(kind, int):
        return f"整数{_range(limits)}"
    if issubclass(kind, date):
        return "日期，像 2026-11-22"
    if issubclass(kind, Cell):
        return "一句话，空格子写 ''"
    if issubclass(kind, Sentence):
        return "一句话"
    return _PATTERNS.get(limits.get("pattern"), f"几个字{_letters(limits)}")


def _range(limits: Mapping[str, Any]) -> str:
    if "ge" in limits and "le" in limits:
        return f"，{limits['ge']} 到 {limits['le']}"
    return f"，{limits['ge']} 以上" if "ge" in limits else ""


def _count(limits: Mapping[str, Any]) -> str:
    least, most = limits.get("min_length"), limits.get("max_length")
    if least and most:
        return f"，{least} 到 {most} 项"
    if most:
        return f"，最多 {most} 项"
    return f"，至少 {least} 项" if least else ""


def _letters(limits: Mapping[str, Any]) -> str:
    return f"，最多 {limits['max_length']} 个" if limits.get("max_length") else ""


def _bare(kind: Any) -> Any:
    """Without Annotated and without None."""
    if _is_block_union(kind):
        return kind
    if get_origin(kind) is Annotated:
        return _bare(get_args(kind)[0])
    if get_origin(kind) in (Union, types.UnionType):
        return _bare(next(one for one in get_args(kind) if one is not type(None)))
    return kind


def _own_limits(kind: Any) -> dict[str, Any]:
    """The bounds written into the type itself."""
    if get_origin(kind) is Annotated:
        return _limits(get_args(kind)[1:])
    if get_origin(kind) in (Union, types.UnionType):
        return _own_limits(get_args(kind)[0])
    return {}


def _limits(metadata: Iterable[Any]) -> dict[str, Any]:
    """The bounds that annotations put on a value, by pydantic's names for them."""
    names = ("ge", "le", "min_length", "max_length", "pattern")
    found = ((name, getattr(one, name, None)) for one in metadata for name in names)
    return {name: value for name, value in found if value is not None}


def _is_part(kind: Any) -> bool:
    return isinstance(kind, type) and issubclass(kind, Part)


def _is_block_union(kind: Any) -> bool:
    return bool(kind == AnyBlock)


def _pattern_of(alias: Any) -> str:
    return str(_limits(get_args(alias)[1:])["pattern"])


_PATTERNS: Mapping[str | None, str] = {
    _pattern_of(LessonId): "课的编号，像 S1-07",
    _pattern_of(Slug): "小写英文短名，像 product-card",
    "^[A-Z]$": "一个大写英文字母",
    r"^G\d{2}$": "像 G01",
}
