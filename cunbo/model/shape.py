"""What the model asks for at a path of keys and indexes: its type, its keys, its description."""

import types
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic import BaseModel

from cunbo.model.base import Part
from cunbo.model.walk import Path


def keys_at(model: type[Part], path: Path) -> list[str]:
    """The keys that may be written in the mapping at `path`."""
    kind = model_at(model, path)
    if isinstance(kind, type) and issubclass(kind, BaseModel):
        return [field.alias or name for name, field in kind.model_fields.items()]
    return []


def describe(model: type[Part], path: Path) -> str:
    """The description of the field at `path`, as a YAML comment."""
    kind = model_at(model, path[:-1])
    if not (isinstance(kind, type) and issubclass(kind, BaseModel)):
        return ""
    for name, field in kind.model_fields.items():
        if path[-1] in (name, field.alias):
            return f"（{field.description}）" if field.description else ""
    return ""


def model_at(kind: Any, path: Path) -> Any:
    """The type that the model asks for at `path`."""
    for step in path:
        kind = _inside(kind, step)
    return _bare(kind)


def _inside(kind: Any, step: str | int) -> Any:
    kind = _bare(kind, str(step))
    if isinstance(kind, type) and issubclass(kind, BaseModel):
        fields = kind.model_fields
        names = {field.alias or name: name for name, field in fields.items()}
        return fields[names[str(step)]].annotation if step in names else None
    arguments = get_args(kind)
    if get_origin(kind) is tuple:
        return arguments[0]
    return arguments[-1] if arguments else None


def _bare(kind: Any, key: str = "") -> Any:
    """Without Annotated and None; of a union of blocks, the block that `key` names."""
    while get_origin(kind) is Annotated:
        kind = get_args(kind)[0]
    if get_origin(kind) not in (Union, types.UnionType):
        return kind
    kinds = [_bare(one) for one in get_args(kind) if one is not type(None)]
    named = [one for one in kinds if getattr(one, "kind", None) == key]
    return (named or kinds)[0] if named or len(kinds) == 1 else None
