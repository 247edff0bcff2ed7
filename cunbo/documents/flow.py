"""Blocks one below the other, and beside a picture what there is room for."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from cunbo.documents import blocks as told
from cunbo.documents import grids
from cunbo.documents.desk import SetInWord, WritingDesk
from cunbo.documents.room import height
from cunbo.documents.wordml import Element, GridRow, gap, mm, table
from cunbo.model.blocks import Block, Figure

BLOCKS: Mapping[str, SetInWord] = {**told.BLOCKS, **grids.BLOCKS}
"""How a document sets each kind of block."""

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
        if not block.beside:
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
