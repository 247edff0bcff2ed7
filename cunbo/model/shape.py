"""What the model asks for at each place: the one walk over its annotations.

Messages, the author's guide, editors' skeletons and the tests' inventions all read shapes.
"""

import types
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic.fields import FieldInfo

from cunbo.model.base import Part
from cunbo.model.blocks import Block, block_kinds
from cunbo.model.ids import Reference
from cunbo.model.walk import Path

_LIMITS = ("ge", "le", "min_length", "max_length", "pattern")


@dataclass(frozen=True)
class Shape:
    """What may stand at a place.

    `kind` is the type of the value: `tuple` or `Mapping` where there are several, a `Part`, `Block`
    for any kind of block, else the type of a single value. `each` is the shape of one of several.
    `limits` are the bounds on it, by pydantic's names for them.
    """

    kind: type
    limits: Mapping[str, Any] = field(default_factory=dict)
    each: "Shape | None" = None

    @property
    def is_part(self) -> bool:
        """Whether keys stand here that the model names."""
        return issubclass(self.kind, Part)


@dataclass(frozen=True)
class Key:
    """One key of a part: its name, its meaning, what stands after it, whether it must be there."""

    name: str
    meaning: str
    shape: Shape
    required: bool


def keys_of(part: type[Part]) -> Iterator[Key]:
    """The keys that may be written in a part, in the order of the model."""
    for name, info in part.model_fields.items():
        shape = shape_of(info.annotation, info.metadata)
        yield Key(info.alias or name, info.description or "", shape, info.is_required())


def shape_of(annotation: Any, metadata: Iterable[Any] = ()) -> Shape:
    """The shape of an annotation; of a value that may be missing, the value's."""
    bounds = list(metadata)
    while get_origin(annotation) in (Annotated, Union, types.UnionType):
        annotation, more = _unwrapped(annotation)
        bounds = [*more, *bounds]
    limits = _limits(bounds)
    if get_origin(annotation) is tuple:
        return Shape(tuple, limits, shape_of(get_args(annotation)[0]))
    if get_origin(annotation) is Mapping:
        return Shape(Mapping, limits, shape_of(get_args(annotation)[1]))
    if isinstance(annotation, type) and issubclass(annotation, Reference):
        limits["pattern"] = annotation.pattern
    return Shape(annotation, limits)


def shape_at(part: type[Part], path: Path) -> Shape | None:
    """What the model asks for at `path`; None where it knows no such place."""
    shape: Shape | None = Shape(part)
    for step in path:
        shape = _below(shape, step) if shape else None
    return shape


def names_at(part: type[Part], path: Path) -> list[str]:
    """The keys that may be written in the mapping at `path`."""
    shape = shape_at(part, path)
    return [key.name for key in keys_of(shape.kind)] if shape and shape.is_part else []


def meaning_at(part: type[Part], path: Path) -> str:
    """What the key that ends `path` means; empty where the model knows no such key."""
    above = shape_at(part, path[:-1])
    keys = keys_of(above.kind) if above and above.is_part else ()
    return next((key.meaning for key in keys if key.name == path[-1]), "")


def _below(shape: Shape, step: str | int) -> Shape | None:
    if shape.kind is Block:
        named = (Shape(kind) for kind in block_kinds() if kind.kind == step)
        shape = next(named, shape)
    if shape.is_part:
        return next((key.shape for key in keys_of(shape.kind) if key.name == step), None)
    return shape.each


def _unwrapped(annotation: Any) -> tuple[Any, tuple[Any, ...]]:
    """An annotation without its outermost `Annotated` or `| None`, and the bounds it bore."""
    if get_origin(annotation) is Annotated:
        kind, *bounds = get_args(annotation)
        return kind, tuple(bounds)
    return next(one for one in get_args(annotation) if one is not type(None)), ()


def _limits(metadata: Iterable[Any]) -> dict[str, Any]:
    flat = (one for bound in metadata for one in _bounds(bound))
    found = ((name, getattr(one, name, None)) for one in flat for name in _LIMITS)
    return {name: value for name, value in found if value is not None}


def _bounds(bound: Any) -> Iterable[Any]:
    return bound.metadata if isinstance(bound, FieldInfo) else (bound,)
