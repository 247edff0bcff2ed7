"""The keys an author can write, told in words, read from the model itself."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import Any

from cunbo.model.base import Cell, Part, Sentence
from cunbo.model.blocks import Block
from cunbo.model.ids import LessonId, Slug
from cunbo.model.shape import Shape, keys_of, shape_of


@dataclass(frozen=True)
class KeyInWords:
    """One key: what it means, what stands after it, whether it must be there, keys inside it."""

    name: str
    meaning: str
    shape: str
    required: bool
    inside: tuple["KeyInWords", ...] = ()


def keys_in_words(part: type[Part]) -> tuple[KeyInWords, ...]:
    """The keys of a mapping, in the order of the model. Blocks are not unfolded."""
    return tuple(
        KeyInWords(key.name, key.meaning, _in_words(key.shape), key.required, _inside(key.shape))
        for key in keys_of(part)
    )


def _inside(shape: Shape) -> tuple[KeyInWords, ...]:
    while shape.kind is tuple and shape.each:
        shape = shape.each
    return keys_in_words(shape.kind) if shape.is_part and shape.kind is not Block else ()


def _in_words(shape: Shape) -> str:
    """What stands after the key, in a few words."""
    if shape.kind is tuple and shape.each:
        return f"列表{_count(shape.limits)}，{_item(shape.each)}"
    if shape.kind is Mapping:
        return "一组“名字: 内容”"
    return "一组键" if shape.is_part else _single(shape)


def _item(shape: Shape) -> str:
    if shape.kind is Block:
        return "一项一种内容"
    if shape.kind is tuple:
        return "一项一行，一行几格"
    return f"每项是{_in_words(shape)}"


def _single(shape: Shape) -> str:
    return next(say(shape) for kind, say in _SINGLE if issubclass(shape.kind, kind))


def _choices(kind: type) -> list[str]:
    return [str(one.value) for one in kind.__members__.values()] if issubclass(kind, Enum) else []


def _text(shape: Shape) -> str:
    return _PATTERNS.get(shape.limits.get("pattern"), f"几个字{_letters(shape.limits)}")


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


def _pattern_of(alias: Any) -> str:
    return str(shape_of(alias).limits["pattern"])


_SINGLE: tuple[tuple[type, Callable[[Shape], str]], ...] = (
    (Enum, lambda shape: f"只能写 {'、'.join(_choices(shape.kind))}"),
    (bool, lambda shape: "true 或 false"),
    (int, lambda shape: f"整数{_range(shape.limits)}"),
    (date, lambda shape: "日期，像 2026-11-22"),
    (Cell, lambda shape: "一句话，空格子写 ''"),
    (Sentence, lambda shape: "一句话"),
    (str, _text),
)
"""What is said of a single value, by its type; the first that fits."""

_PATTERNS: Mapping[str | None, str] = {
    _pattern_of(LessonId): "课的编号，像 S1-07",
    _pattern_of(Slug): "小写英文短名，像 product-card",
    "^[A-Z]$": "一个大写英文字母",
    r"^G\d{2}$": "像 G01",
}
