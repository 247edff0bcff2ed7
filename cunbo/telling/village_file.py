"""The village file on paper: what a cadre writes with a pen and a bookkeeper then types."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from cunbo.model.base import Sentence, Spoken
from cunbo.model.choices import Goods
from cunbo.model.course import SlotName, Village
from cunbo.model.meanings import MEANINGS, short_name
from cunbo.model.shape import keys_of
from cunbo.telling.edition import Edition

_LETTERS_IN_A_LINE = 16
"""What a hand that writes large gets on a line across the page."""


@dataclass(frozen=True)
class SlotToFill:
    """A slot with what to say in it, and the lines that an answer as long as its longest example
    takes; `example` is one of the village's kind of goods."""

    name: str
    meaning: Sentence
    grammar: Sentence | None
    example: Spoken | None
    lines: int


@dataclass(frozen=True)
class SlotGroup:
    """Slots one below the other; `heading` is None for those before the first heading."""

    heading: str | None
    slots: tuple[SlotToFill, ...]


@dataclass(frozen=True)
class GoodsToTick:
    """A kind of goods: the word that is typed, and what it means."""

    word: str
    means: str


@dataclass(frozen=True)
class KeyToType:
    """A key of the file with what it asks for."""

    key: str
    asks: str


@dataclass(frozen=True)
class VillageFile:
    """The sheet. `examples_of` names the kind of goods that its examples are of; `keys` are those
    of the file in their order, `folder` is where the file lies."""

    reviewed: date | None
    goods: tuple[GoodsToTick, ...]
    examples_of: str
    groups: tuple[SlotGroup, ...]
    keys: tuple[KeyToType, ...]
    folder: str


def village_file(edition: Edition) -> VillageFile | None:
    """The sheet of the course, if it leaves anything to its villages."""
    if not edition.course.slots:
        return None
    goods = edition.village.goods or next(iter(Goods))
    return VillageFile(
        edition.reviewed,
        tuple(GoodsToTick(kind.value, MEANINGS[Goods][kind]) for kind in Goods),
        short_name(goods),
        tuple(_groups(edition.course.slots, goods)),
        tuple(KeyToType(key.name, key.meaning) for key in keys_of(Village)),
        Village.folder,
    )


def _groups(slots: tuple[SlotName, ...], goods: Goods) -> Iterator[SlotGroup]:
    """The slots in the order of the file, cut where one of them begins a heading."""
    starts = [number for number, slot in enumerate(slots) if slot.heading or number == 0]
    for start, end in zip(starts, [*starts[1:], len(slots)], strict=True):
        told = tuple(_to_fill(slot, goods) for slot in slots[start:end])
        yield SlotGroup(slots[start].heading, told)


def _to_fill(slot: SlotName, goods: Goods) -> SlotToFill:
    longest = max(map(len, slot.examples.values()), default=0)
    lines = 1 + longest // _LETTERS_IN_A_LINE
    return SlotToFill(slot.name, slot.meaning, slot.grammar, slot.examples.get(goods), lines)
