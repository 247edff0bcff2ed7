"""Blocks one below the other, and beside a picture what there is room for."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from cunbo.documents import blocks as told
from cunbo.documents import grids
from cunbo.documents.desk import WritingDesk
from cunbo.documents.room import height
from cunbo.documents.wordml import Element, GridRow, gap, mm, table
from cunbo.model.blocks import Block, Figure, Table

SetInWord = Callable[[Any, WritingDesk], Iterable[Element]]

BLOCKS: Mapping[str, SetInWord] = {
    "text": told.text_block,
    "say": told.say_block,
    "note": told.note_block,
    "steps": told.steps_block,
    "points": told.points_block,
    "key_characters": told.key_characters_block,
    "script": told.script_block,
    "say_instead": told.say_instead_block,
    "table": told.table_block,
    "checklist": told.checklist_block,
    "write_in": told.write_in_block,
    "signatures": grids.signatures,
    "scale": grids.scale,
    "date_grid": grids.date_grid,
    "names_grid": grids.names_grid,
    "two_copies": grids.two_copies,
    "figure": told.figure_block,
    "warning": told.warning_block,
}
"""How a document sets each kind of block."""

_BESIDE = {
    "text",
    "say",
    "note",
    "steps",
    "points",
    "script",
    "table",
    "checklist",
    "write_in",
    "warning",
}
"""Kinds that may stand beside a picture; others need the whole width."""
_MOST_COLUMNS = 3
_HIGHEST = mm(96)
"""What is higher does not stand beside a picture."""
_OVERHANG = mm(14)
"""So much further down than a picture may reach what stands beside it."""
_GUTTER = mm(4)


def set_blocks(blocks: Iterable[Block], at: WritingDesk) -> Iterator[Element]:
    """A picture shares its height with the blocks after it, which saves a third of a page."""
    rest = list(blocks)
    while rest:
        one, *rest = rest
        if isinstance(one, Figure):
            made, taken = _beside(one, rest, at)
            yield from made or _set(one, at)
            rest = rest[taken:]
        else:
            yield from _set(one, at)


def _set(block: Block, at: WritingDesk) -> list[Element]:
    return list(BLOCKS[block.kind](block.value, at))


def _beside(picture: Figure, after: Sequence[Block], at: WritingDesk) -> tuple[list[Element], int]:
    """The picture with its neighbours, and how many; nothing where none stands beside it."""
    left = mm(told.picture_width(picture.figure)) + _GUTTER
    narrow = replace(at, width=at.width - left - _GUTTER)
    room = height(_set(picture, at), left, at.points) + _OVERHANG
    words: list[Element] = []
    taken, used = 0, 0
    for block in after:
        if not _stands_beside(block):
            break
        made = _set(block, narrow)
        used += height(made, narrow.width, at.points)
        if used > (room if taken else _HIGHEST):
            break
        words, taken = [*words, *made], taken + 1
    if not taken:
        return [], 0
    cells = (tuple(_set(picture, at)), tuple(words))
    widths = [left, at.width - left]
    return [table(widths, [GridRow(cells)], "TableNormal"), gap()], taken


def _stands_beside(block: Block) -> bool:
    if isinstance(block, Table) and len(block.table.head) > _MOST_COLUMNS:
        return False
    return block.kind in _BESIDE
