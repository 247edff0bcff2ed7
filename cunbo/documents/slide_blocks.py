"""One function a kind of block: its value → what a slide shows of it. What is written in by hand
is on the handout; a slide says only what."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from cunbo.documents.said import said_runs
from cunbo.documents.slide_file import SlideLine
from cunbo.model.base import Sentence
from cunbo.model.blocks import (
    Agreement,
    Blank,
    Block,
    Caution,
    Days,
    KeyCharacter,
    Line,
    Measure,
    Roll,
    Signature,
    Swap,
    TableData,
)
from cunbo.telling.edition import Edition

DOT, TICK = "■", "□"


@dataclass(frozen=True)
class SlideGrid:
    """A table on a slide: rows of cells, the first one a head."""

    rows: tuple[tuple[SlideLine, ...], ...]


Shown = SlideLine | SlideGrid


def shown(edition: Edition, block: Block) -> list[Shown]:
    """What a slide shows of a block, from top to bottom."""
    return list(SLIDE_BLOCKS[block.kind](block.value, edition))


def line(
    edition: Edition, text: str, *, mark: str = "", bold: bool = False, before: str = ""
) -> SlideLine:
    """A sentence as a paragraph; `before` stands bold before it."""
    runs = tuple((one, bold or strong) for one, strong in said_runs(edition.on_paper(text)))
    return SlideLine((((before, True), *runs) if before else runs), mark)


def _text(value: Sentence, edition: Edition) -> Iterator[Shown]:
    yield line(edition, value)


def _steps(value: tuple[Sentence, ...], edition: Edition) -> Iterator[Shown]:
    return (line(edition, one, mark=str(n)) for n, one in enumerate(value, 1))


def _points(value: tuple[Sentence, ...], edition: Edition) -> Iterator[Shown]:
    return (line(edition, one, mark=DOT) for one in value)


def _ticks(value: tuple[Sentence, ...], edition: Edition) -> Iterator[Shown]:
    return (line(edition, one, mark=TICK) for one in value)


def _key_characters(value: tuple[KeyCharacter, ...], edition: Edition) -> Iterator[Shown]:
    for one in value:
        more = said_runs(edition.on_paper(one.text)) if one.text else ()
        title = tuple((text, True) for text, _ in said_runs(edition.on_paper(one.title)))
        runs = ((f"{one.char}　", True), *title, *((f"　{text}", bold) for text, bold in more))
        yield SlideLine(runs, scale=1.2)


def _script(value: tuple[Line, ...], edition: Edition) -> Iterator[Shown]:
    return (line(edition, one.line, before=f"{one.who}：") for one in value)


def _say_instead(value: tuple[Swap, ...], edition: Edition) -> Iterator[Shown]:
    rows = ((line(edition, one.instead_of), line(edition, one.say, bold=True)) for one in value)
    yield SlideGrid((_head(("别这么说", "换成这么说")), *rows))


def _table(value: TableData, edition: Edition) -> Iterator[Shown]:
    head = tuple(line(edition, one, bold=True) for one in value.head)
    rows = (tuple(line(edition, cell) for cell in row) for row in value.rows)
    yield SlideGrid((head, *rows))


def _write_in(value: Blank, edition: Edition) -> Iterator[Shown]:
    yield line(edition, value.label, mark="✎")


def _signatures(value: tuple[Signature, ...], edition: Edition) -> Iterator[Shown]:
    rows = ((line(edition, one.who), line(edition, one.stands_for)) for one in value)
    yield SlideGrid((_head(("谁", "签的是什么")), *rows))


def _scale(value: Measure, edition: Edition) -> Iterator[Shown]:
    note = f"；{value.note}" if value.note else ""
    yield line(edition, f"{'、'.join(value.marks)}{note}", bold=True)
    yield from _ticks(value.items, edition)


def _date_grid(value: Days, edition: Edition) -> Iterator[Shown]:
    yield line(edition, f"{value.label}：{'、'.join(value.days)}", bold=True)
    yield from _ticks(value.items, edition)


def _names_grid(value: Roll, edition: Edition) -> Iterator[Shown]:
    heads = ("名字", *value.heads, *((value.wide,) if value.wide else ()))
    yield line(edition, "、".join(heads), mark="✎")


def _two_copies(value: Agreement, edition: Edition) -> Iterator[Shown]:
    yield line(edition, value.title, bold=True)
    yield line(edition, f"一式两份：{'、'.join(value.kept_by)}")
    yield from _points(value.terms, edition)
    if value.asked:
        yield line(edition, f"念一样，圈一样：{'、'.join(value.asked.uses)}", bold=True)
        yield from (line(edition, f"{one}　行　不行") for one in value.asked.items)
    yield from (line(edition, one, mark="✎") for one in (*value.fields, *value.signed_by))


def _warning(value: Caution, edition: Edition) -> Iterator[Shown]:
    yield line(edition, value.text, before="当心　")


def _head(words: Sequence[str]) -> tuple[SlideLine, ...]:
    return tuple(SlideLine(((one, True),)) for one in words)


OnSlide = Callable[[Any, Edition], Iterable[Shown]]

SLIDE_BLOCKS: Mapping[str, OnSlide] = {
    "text": _text,
    "steps": _steps,
    "points": _points,
    "key_characters": _key_characters,
    "script": _script,
    "say_instead": _say_instead,
    "table": _table,
    "checklist": _ticks,
    "write_in": _write_in,
    "signatures": _signatures,
    "scale": _scale,
    "date_grid": _date_grid,
    "names_grid": _names_grid,
    "two_copies": _two_copies,
    "warning": _warning,
}
"""How a slide shows each kind of block that learners see; a drawing is the slide's own."""
