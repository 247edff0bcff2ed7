"""What holds only for some kinds of goods: a basket has no shelf life, an egg no weaver.

An item of a list (a sentence, a table row, a block and the like) may begin with
`【限干货、鲜货】` or `【除手工艺】`. Told for a village that sells something else, the item is not
there; the mark itself is never shown.
"""

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import Any, TypeVar

from cunbo.model.base import Part, Sentence
from cunbo.model.choices import Goods
from cunbo.model.meanings import short_name
from cunbo.model.text import HoldsFor, holds_for, marks_of_goods
from cunbo.model.walk import Path, inside, sentences

P = TypeVar("P", bound=Part)

GOODS: Mapping[str, Goods] = {short_name(kind): kind for kind in Goods}
"""Each kind of goods by the name authors write."""


def told_for(part: P, goods: Goods | None) -> P:
    """The part as it is told where `goods` are sold; of a village that does not say, all of it.

    A list that loses all it had takes with it the item it stands in, where that cannot do without.
    """
    key = HoldsFor, goods
    if key not in part.found:
        part.found[key] = (_told(part, goods) if _marked(part) else part,)
    told: P = part.found[key][0]
    return told


def _marked(part: Part) -> bool:
    """Whether any mark of goods stands inside. Most parts have none, and are not walked again."""
    return any("【" in text and marks_of_goods(text) for _, text in sentences(part))


def conditions(part: Part) -> Iterable[tuple[Path, HoldsFor]]:
    """Every mark of goods that stands where one may, with the path of its sentence."""
    if HoldsFor not in part.found:
        part.found[HoldsFor] = tuple(_conditions(part)) if _marked(part) else ()
    return part.found[HoldsFor]


def _conditions(part: Part) -> Iterator[tuple[Path, HoldsFor]]:
    for path, item in _items(part, ()):
        for below, text in _head(item):
            mark = holds_for(text)
            if mark:
                yield (*path, *below), mark


def _items(value: object, path: Path) -> Iterator[tuple[Path, object]]:
    """Every item of every list inside `value` that may hold for some goods only."""
    for key, one in inside(value):
        listed = isinstance(value, tuple) and (not isinstance(one, Part) or one.for_some_goods)
        if listed:
            yield (*path, key), one
        if not (isinstance(value, tuple) and isinstance(one, tuple)):  # a row is one item
            yield from _items(one, (*path, key))


def _head(item: object) -> list[tuple[Path, Sentence]]:
    """The words an item begins with, as a list of one or none. Those of a list inside it are not
    its own: each is an item itself."""
    if isinstance(item, Sentence):
        return [((), item)]
    if isinstance(item, tuple):
        return [((0,), item[0])] if item and isinstance(item[0], Sentence) else []
    first = list(sentences(item))[:1] if isinstance(item, Part) else []
    return [(path, text) for path, text in first if all(isinstance(key, str) for key in path)]


def holds(item: object, goods: Goods | None) -> bool:
    """Whether an item of a list is told where `goods` are sold."""
    mark = next((holds_for(text) for _, text in _head(item)), None)
    if mark is None or goods is None or (isinstance(item, Part) and not item.for_some_goods):
        return True
    return (goods in {GOODS.get(name) for name in mark.names}) is mark.only


def _told(value: Any, goods: Goods | None) -> Any:
    if isinstance(value, Sentence):
        mark = holds_for(value)
        return type(value)(mark.rest) if mark else value
    if isinstance(value, tuple):
        held = ((item, _told(item, goods)) for item in value if holds(item, goods))
        return tuple(after for before, after in held if not _lost_its_list(before, after))
    if isinstance(value, Part):
        kind = type(value)
        return kind.model_construct(
            **{name: _told(getattr(value, name), goods) for name in kind.model_fields}
        )
    return value


def _lost_its_list(before: object, after: object) -> bool:
    """Whether a part has nothing left in a list that it needs, itself or in a part it needs."""
    if not isinstance(before, Part):
        return False
    needed = ((getattr(before, name), getattr(after, name)) for name in _needed(type(before)))
    return any(
        bool(had) and not kept if isinstance(had, tuple) else _lost_its_list(had, kept)
        for had, kept in needed
    )


@cache
def _needed(kind: type[Part]) -> tuple[str, ...]:
    return tuple(name for name, field in kind.model_fields.items() if field.is_required())
