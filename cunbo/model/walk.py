"""Walking through a part of the course: every sentence, every block, wherever it stands."""

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from itertools import chain, count
from operator import itemgetter
from typing import Any, TypeAlias, TypeVar

from cunbo.model.base import Part, Sentence, Spoken
from cunbo.model.blocks import Block, Picture
from cunbo.model.ids import Reference, ToFact

T = TypeVar("T")

Path = tuple[str | int, ...]
"""Keys and indexes from the top of an author's file down to a value."""
_Numbered: TypeAlias = tuple[int, Path, Any]
_ByClass: TypeAlias = tuple[tuple[type, list[_Numbered]], ...]
_number = itemgetter(0)


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


def spoken_words(value: object) -> Iterable[tuple[Path, Spoken, tuple[str, ...]]]:
    """Every sentence that is to be said, with its path and whose words it is told as."""
    if not isinstance(value, Part):
        return _spoken_words(value)
    if spoken_words not in value.found:
        value.found[spoken_words] = tuple(_spoken_words(value))
    return value.found[spoken_words]


def _spoken_words(value: object) -> Iterator[tuple[Path, Spoken, tuple[str, ...]]]:
    around = {path: part.speaker for path, part in _of_type(value, Part)}
    for path, one in _of_type(value, Spoken):
        parts = (around.get(path[:depth], "") for depth in range(len(path)))
        yield path, one, tuple(filter(None, parts))


def _of_type(value: object, kind: type[T]) -> Iterable[tuple[Path, T]]:
    """Each part or text of a type inside `value`, itself included, in reading order."""
    if isinstance(value, str):
        return (((), value),) if isinstance(value, kind) else ()
    if not isinstance(value, Part):
        return [
            ((key, *path), found)
            for key, one in inside(value)
            for path, found in _of_type(one, kind)
        ]
    if kind not in value.found:
        whole = value.found.get(object) or value.found.setdefault(object, _by_class(value))
        value.found[kind] = _picked(whole, kind)
    return value.found[kind]


def _picked(whole: _ByClass, kind: type[T]) -> tuple[tuple[Path, T], ...]:
    """Of all that was found, what is of a type. Few classes are looked at, not every text."""
    fitting = [found for one, found in whole if kind in one.__mro__]
    merged = fitting[0] if len(fitting) == 1 else sorted(chain(*fitting), key=_number)
    return tuple((path, one) for _, path, one in merged)


def _by_class(value: object) -> _ByClass:
    """Everything inside `value` by its class, numbered in reading order."""
    found: dict[type, list[_Numbered]] = {}
    _collect(value, (), found, count())
    return tuple(found.items())


def _collect(
    value: object, path: Path, found: dict[type, list[_Numbered]], numbers: Iterator[int]
) -> None:
    """Add `value` and what is inside to what was `found`. A list, for generators within generators
    would hand on each value once for every level."""
    if isinstance(value, str | Part):
        found.setdefault(type(value), []).append((next(numbers), path, value))
    if not isinstance(value, str):
        for key, one in inside(value):
            if one is not None:
                _collect(one, (*path, key), found, numbers)


def inside(value: object) -> Iterable[tuple[str | int, object]]:
    """What is directly inside, each with the key or number an author finds it by."""
    if isinstance(value, tuple):
        return enumerate(value)
    if isinstance(value, Part):
        held = vars(value)
        return [(key, held[name]) for name, key in _keys(type(value))]
    return value.items() if isinstance(value, Mapping) else ()


@cache
def _keys(kind: type[Part]) -> tuple[tuple[str, str], ...]:
    """The fields of a part that can hold words, each with the key an author writes."""
    return tuple((name, field.alias or name) for name, field in kind.model_fields.items())
