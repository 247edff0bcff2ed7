"""Which sheets are in a pack, and what stands on its cover: pure, nothing is printed here."""

import json
from collections.abc import Mapping
from dataclasses import dataclass

from cunbo.handouts.data import sheet_data
from cunbo.handouts.orders import epoch_of
from cunbo.telling.edition import Edition
from cunbo.telling.packs import Bound, Chosen, Pack, bound, cover


@dataclass(frozen=True)
class Binding:
    """How a pack is printed and bound: whether its pages are `facing` each other, as printed on
    both sides, and whether each sheet begins on the `right_hand` page."""

    facing: bool = False
    right_hand: bool = False


@dataclass(frozen=True)
class PackOrder:
    """A pack to print: `data` holds all its words, `epoch` (Unix seconds) dates the PDF."""

    pack: Pack
    sheets: tuple[Bound, ...]
    data: bytes
    epoch: int


def pack_order(
    edition: Edition,
    pack: Pack,
    chosen: Chosen,
    binding: Binding,
    steps: Mapping[str, tuple[int, ...]],
) -> PackOrder | None:
    """The pack of the chosen lessons; None where none of them has a sheet for it.

    `steps` says for each lesson on which page of the learners' pack its steps begin.
    """
    sheets = bound(edition, pack, chosen)
    if not sheets:
        return None
    told = cover(pack, chosen, sheets)
    data = sheet_data(edition, pack, told, {}).content | {
        "facing": binding.facing,
        "right_hand": binding.right_hand,
        "paper": pack.size,
        "front": pack.front,
        "sheets": [_sheet(edition, one, steps.get(one.lesson.id, ())) for one in sheets],
    }
    words = json.dumps(data, ensure_ascii=False, sort_keys=True).encode()
    return PackOrder(pack, sheets, words, epoch_of(told.reviewed))


def _sheet(edition: Edition, one: Bound, steps: tuple[int, ...]) -> dict[str, object]:
    figures = edition.course.figures
    data = sheet_data(edition, one.sheet, one.view, figures).content
    return {"number": one.number, "template": one.sheet.template, "data": data, "sides": steps}
