"""Walking through a part of the course: every sentence, every block, wherever it stands."""

from collections.abc import Iterator, Mapping

from cunbo.model.base import Part, Sentence, Spoken
from cunbo.model.blocks import Block
from cunbo.model.ids import Reference, ToFact

Path = tuple[str | int, ...]
"""Keys and indexes from the top of an author's file down to a value."""


def everything(value: object, path: Path = ()) -> Iterator[tuple[Path, object]]:
    """Each part and each text inside `value`, itself included, in reading order."""
    if isinstance(value, Part):
        yield path, value
        for name, field in type(value).model_fields.items():
            yield from everything(getattr(value, name), (*path, field.alias or name))
    elif isinstance(value, tuple):
        for index, one in enumerate(value):
            yield from everything(one, (*path, index))
    elif isinstance(value, Mapping):
        for key, one in value.items():
            yield from everything(one, (*path, key))
    elif isinstance(value, str):
        yield path, value


def sentences(value: object) -> Iterator[tuple[Path, Sentence]]:
    """Every sentence inside `value`, with its path."""
    return ((path, one) for path, one in everything(value) if isinstance(one, Sentence))


def texts(value: object) -> Iterator[tuple[Path, str]]:
    """Every text inside `value`, sentence or not, with its path."""
    return ((path, one) for path, one in everything(value) if isinstance(one, str))


def blocks(value: object) -> Iterator[tuple[Path, Block]]:
    """Every block inside `value`, with its path."""
    return ((path, one) for path, one in everything(value) if isinstance(one, Block))


def spoken_words(value: object) -> Iterator[tuple[Path, Spoken, tuple[str, ...]]]:
    """Every sentence that is to be said, with its path and whose words it is told as."""
    around: dict[Path, str] = {}
    for path, one in everything(value):
        if isinstance(one, Part):
            around[path] = one.speaker
        elif isinstance(one, Spoken):
            parts = (around.get(path[:depth], "") for depth in range(len(path)))
            yield path, one, tuple(filter(None, parts))


def references(value: object) -> Iterator[tuple[Path, Reference]]:
    """Every name inside `value` that points at something elsewhere, with its path."""
    return ((path, one) for path, one in everything(value) if isinstance(one, Reference))


def facts_named(value: object) -> Iterator[str]:
    """Every fact that is pointed at inside `value`, in reading order."""
    return (one for _, one in references(value) if isinstance(one, ToFact))
