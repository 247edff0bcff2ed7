"""Blocks that are read or looked at: each value → paragraphs and tables."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from cunbo.documents.columns import shared, table_widths
from cunbo.documents.desk import SetInWord, WritingDesk
from cunbo.documents.lines import empty_cells, ruled, write_lines
from cunbo.documents.wordml import Element, GridRow, paragraph
from cunbo.model.base import Sentence
from cunbo.model.blocks import (
    Blank,
    Caution,
    KeyCharacter,
    Line,
    PrintedPicture,
    Swap,
    TableData,
)

_READ_ALOUD = 14
"""Points: what is read out is read at arm's length."""
_NARROW, _WIDE, _HIGHEST = 40, 80, 64
"""Millimetres of a drawing."""


def text_block(value: Sentence, at: WritingDesk) -> Iterator[Element]:
    """Words."""
    yield paragraph(*at.words(value))


def say_block(value: Sentence, at: WritingDesk) -> Iterator[Element]:
    """What the trainer reads out."""
    at = at.at_least(_READ_ALOUD)
    yield paragraph(at.plain("说：", bold=True), *at.words(value), style="Said")


def note_block(value: Sentence, at: WritingDesk) -> Iterator[Element]:
    """What may go wrong."""
    yield paragraph(at.plain("留心：", bold=True), *at.words(value))


def steps_block(value: tuple[Sentence, ...], at: WritingDesk) -> Iterator[Element]:
    """A list that counts from 1."""
    number = at.file.new_list()
    return (paragraph(*at.words(one), style="Steps", number=number) for one in value)


def points_block(value: tuple[Sentence, ...], at: WritingDesk) -> Iterator[Element]:
    """A list."""
    return (paragraph(*at.words(one), style="Points") for one in value)


def checklist_block(value: tuple[Sentence, ...], at: WritingDesk) -> Iterator[Element]:
    """A list with boxes to tick."""
    return (paragraph(*at.words(one), style="Ticks") for one in value)


def key_characters_block(value: tuple[KeyCharacter, ...], at: WritingDesk) -> Iterator[Element]:
    """One large character a row, and what it stands for."""
    rows = []
    for one in value:
        more = [at.plain("　"), *at.words(one.text)] if one.text else []
        told = paragraph(*at.words(one.title, bold=True), *more, style="Cell")
        large = paragraph(_large(one.char, at), style="Middle")
        rows.append(GridRow(((large,), (told,))))
    narrow = round(at.points * 20 * 4.6)
    return ruled([narrow, at.width - narrow], None, rows)


def _large(char: str, at: WritingDesk) -> Element:
    return replace(at, size=round(at.points * 3.4)).plain(char, bold=True)


def script_block(value: tuple[Line, ...], at: WritingDesk) -> Iterator[Element]:
    """Who says it, and what is said."""
    at = at.at_least(_READ_ALOUD)
    longest = min(max(len(one.who) for one in value), 8)
    indent = round((longest + 1) * at.points * 20)
    for one in value:
        yield paragraph(
            *at.words(one.who, bold=True),
            at.plain("\t"),
            *at.words(one.line),
            hanging=indent,
            tabs=[indent],
        )


def say_instead_block(value: tuple[Swap, ...], at: WritingDesk) -> Iterator[Element]:
    """What not to say, beside what to say."""
    head = GridRow(
        (at.cell("✗ 别这么说", bold=True), at.cell("✓ 换成这么说", bold=True)), head=True, keep=True
    )
    return ruled(shared(at.width, (1, 1.65)), head, (_swap(one, at) for one in value))


def _swap(swap: Swap, at: WritingDesk) -> GridRow:
    told = list(at.cell(swap.say, bold=True))
    why = [*(at.words(swap.why) if swap.why else ()), *_fact(swap.fact, at)]
    if why:
        told.append(paragraph(*why, style="Cell"))
    return GridRow((at.cell(swap.instead_of), tuple(told)))


def _fact(name: str | None, at: WritingDesk) -> Iterator[Element]:
    if name is not None and name in at.law:
        yield at.plain(f"（法规册 {at.law[name]}）")


def table_block(value: TableData, at: WritingDesk) -> Iterator[Element]:
    """A table; in empty cells there is room to write."""
    head = GridRow(tuple(at.cell(one, bold=True) for one in value.head), head=True, keep=True)
    high = at.write_gap * value.lines
    filled = (
        GridRow(tuple(_cell(one, at) for one in row), 0 if all(row) else high) for row in value.rows
    )
    blank = (GridRow(empty_cells(len(value.head)), high) for _ in range(value.blank_rows))
    widths = table_widths(value, at.width, at.points, at.said)
    return ruled(widths, head, (*filled, *blank), "ToCut" if at.cut else "Ruled")


def _cell(text: str, at: WritingDesk) -> tuple[Element, ...]:
    return at.cell(text) if text else ()


def write_in_block(value: Blank, at: WritingDesk) -> Iterator[Element]:
    """What to write, and lines for it."""
    yield paragraph(at.plain("✎ "), *at.words(value.label), keep=True)
    yield from write_lines(value.lines, at.width, at.write_gap)


def picture_width(value: PrintedPicture) -> int:
    """Millimetres; what is to be looked at in detail is twice as wide."""
    return _WIDE if value.wide else _NARROW


def figure_block(value: PrintedPicture, at: WritingDesk) -> Iterator[Element]:
    """A drawing and its caption."""
    widest = picture_width(value)
    drawn = at.file.picture(at.pictures[value.src], value.alt, widest, _HIGHEST)
    yield paragraph(drawn, style="Drawing")
    if value.caption:
        yield paragraph(*at.words(value.caption), align="center")


def warning_block(value: Caution, at: WritingDesk) -> Iterator[Element]:
    """A frame with a thick left side."""
    told = (*at.label("当心"), *at.words(value.text), *_fact(value.fact, at))
    yield paragraph(*told, style="Warned")


BLOCKS: Mapping[str, SetInWord] = {
    "text": text_block,
    "say": say_block,
    "note": note_block,
    "steps": steps_block,
    "points": points_block,
    "key_characters": key_characters_block,
    "script": script_block,
    "say_instead": say_instead_block,
    "table": table_block,
    "checklist": checklist_block,
    "write_in": write_in_block,
    "figure": figure_block,
    "warning": warning_block,
}
"""How a document sets what is read or looked at."""
