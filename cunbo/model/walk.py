"""Walking through a part of the course: every sentence, every block, wherever it stands."""

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import Any, TypeVar

from cunbo.model.base import Part, Sentence, Spoken
from cunbo.model.blocks import Block, Picture
from cunbo.model.ids import Reference, ToFact

T = TypeVar("T")

Path = tuple[str | int, ...]
"""Keys and indexes from the top of an author's file down to a value."""


def sentences(value: object) -> Iterable[tuple[Path, Sentence]]:
    """Every sentence inside `value`, with its path."""
    return _of_type(value, Sentence)


def texts(value: object) -> Iterable[tuple[Path, str]]:
    """Every text inside `value`, sentence or not, with its path."""
    return _of_type(value, str)


def blocks(value: object) -> Iterable[tuple[Path, Block]]:
    """Every block inside `value`, with its path."""
    return _of_type(value, Block)


def pictures(value: object) -> Iterable[tuple[Path, Picture]]:
    """Every picture inside `value`, with its path."""
    return _of_type(value, Picture)


def references(value: object) -> Iterable[tuple[Path, Reference]]:
    """Every name inside `value` that points at something elsewhere, with its path."""
    return _of_type(value, Reference)


def facts_named(value: object) -> Iterator[str]:
    """Every fact that is pointed at inside `value`, in reading order."""
    return (one for _, one in references(value) if isinstance(one, ToFact))


def spoken_words(value: object) -> Iterator[tuple[Path, Spoken, tuple[str, ...]]]:
    """Every sentence that is to be said, with its path and whose words it is told as."""
    around = {path: part.speaker for path, part in _of_type(value, Part)}
    for path, one in _of_type(value, Spoken):
        parts = (around.get(path[:depth], "") for depth in range(len(path)))
        yield path, one, tuple(filter(None, parts))


def _of_type(value: object, kind: type[T]) -> Iterable[tuple[Path, T]]:
    """Each part or text of a type inside `value`, itself included, in reading order."""
    if not isinstance(value, Part):
        return (found for found in _everything(value) if isinstance(found[1], kind))
    if kind not in value.found:
        whole = value.found.get(object) or value.found.setdefault(object, _everything(value))
        value.found[kind] = tuple(found for found in whole if isinstance(found[1], kind))
    return value.found[kind]


def _everything(value: object) -> tuple[tuple[Path, Any], ...]:
    found: list[tuple[Path, Any]] = []
    _collect(value, (), found)
    return tuple(found)


def _collect(value: object, path: Path, found: list[tuple[Path, Any]]) -> None:
    """Add `value` and what is inside to what was `found`. A list, for generators within generators
    would hand on each value once for every level."""
    if isinstance(value, str):
        found.append((path, value))
    elif isinstance(value, Part):
        found.append((path, value))
        for name, key in _keys(type(value)):
            _collect(getattr(value, name), (*path, key), found)
    elif isinstance(value, tuple):
        for index, one in enumerate(value):
            _collect(one, (*path, index), found)
    elif isinstance(value, Mapping):
        for key, one in value.items():
            _collect(one, (*path, key), found)


@cache
def _keys(kind: type[Part]) -> tuple[tuple[str, str], ...]:
    """The fields of a part that can hold words, each with the key an author writes."""
    return tuple((name, field.alias or name) for name, field in kind.model_fields.items())
