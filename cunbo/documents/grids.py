"""What forms are filled in on besides tables and lines: signatures, scales, days, names, slips."""

from collections.abc import Iterator, Mapping

from cunbo.documents.columns import shared
from cunbo.documents.desk import TICK_SIZE, SetInWord, WritingDesk
from cunbo.documents.lines import empty_cells, ruled
from cunbo.documents.room import height
from cunbo.documents.wordml import Element, GridRow, gap, mm, paragraph, run, table
from cunbo.model.base import Sentence
from cunbo.model.blocks import Agreement, Days, Measure, Permission, Roll, Signature

_SIGNATURE = mm(13)
"""A thumb needs as much room as a name."""
_ITEM, _MARK, _NUMBER, _NAME = 3.4, 1.0, 0.7, 2.0
"""How columns share the width: words, a tick, a row's number, a name."""
_HALF_PAGE = mm(118)
_CUT_HERE = "- - - - - - - - - - 从这里剪开 - - - - - - - - - -"
_FIELD = 16
"""Letters of what is to be filled in, before its line begins."""


def signatures(value: tuple[Signature, ...], at: WritingDesk) -> Iterator[Element]:
    """Who signs for what, with room for a thumb."""
    heads = ("谁", "签的是什么", "签名或手印", "哪天")
    rows = (
        GridRow((at.cell(one.who), at.cell(one.stands_for), (), ()), _SIGNATURE) for one in value
    )
    return ruled(shared(at.width, (3, 5, 5, 3)), _head(heads, at), rows)


def scale(value: Measure, at: WritingDesk) -> Iterator[Element]:
    """A row for each thing to measure, a box to tick under each mark."""
    note = (value.note,) if value.note else ()
    shares = (_ITEM, *(_MARK for _ in value.marks), *(_ITEM for _ in note))
    rows = (
        GridRow(
            (at.cell(item), *(_box(at) for _ in value.marks), *empty_cells(len(note))), at.write_gap
        )
        for item in value.items
    )
    return ruled(shared(at.width, shares), _head(("", *value.marks, *note), at), rows)


def date_grid(value: Days, at: WritingDesk) -> Iterator[Element]:
    """A row for each thing to look at, a column for each day."""
    days = len(value.days)
    rows = (GridRow((at.cell(item), *empty_cells(days)), at.write_gap) for item in value.items)
    widths = shared(at.width, (_ITEM, *(_MARK for _ in value.days)))
    return ruled(widths, _head((value.label, *value.days), at), rows)


def names_grid(value: Roll, at: WritingDesk) -> Iterator[Element]:
    """A numbered row for each name."""
    wide = (value.wide,) if value.wide else ()
    shares = (_NUMBER, _NAME, *(_MARK for _ in value.heads), *(_ITEM for _ in wide))
    more = empty_cells(1 + len(value.heads) + len(wide))
    rows = (
        GridRow((at.cell(str(n), style="Middle"), *more), at.write_gap)
        for n in range(1, value.names + 1)
    )
    heads = ("", "名字", *value.heads, *wide)
    return ruled(shared(at.width, shares), _head(heads, at), rows)


def two_copies(value: Agreement, at: WritingDesk) -> Iterator[Element]:
    """The same slip twice, to be cut apart."""
    first, second = value.kept_by
    upper = list(_copy(value, first, at))
    is_high = height(upper, at.width, at.points) > _HALF_PAGE
    yield from upper
    if not is_high:
        yield paragraph(at.plain(_CUT_HERE), align="center", keep=True)
    yield from _copy(value, second, at, page=is_high)


def _copy(value: Agreement, keeper: str, at: WritingDesk, page: bool = False) -> Iterator[Element]:
    heading = (*at.words(value.title, bold=True), at.plain("　"), *at.label(f"这一半归{keeper}"))
    yield paragraph(*heading, keep=True, page=page)
    for term in value.terms:
        yield paragraph(*at.words(term), style="Points", keep=True)
    if value.asked:
        yield from _asked(value.asked, at)
    to_fill = (*value.fields, *value.signed_by)
    if to_fill:
        yield _fields(to_fill, at)
        yield gap()


def _asked(value: Permission, at: WritingDesk) -> Iterator[Element]:
    """Yes and no to each use, to be circled."""
    uses = len(value.uses)
    answers = tuple(at.cell("行　不行", style="Middle") for _ in value.uses)
    rows = (GridRow((at.cell(one), *answers)) for one in value.items)
    widths = shared(at.width, (_ITEM, *(2 * _MARK for _ in range(uses))))
    return ruled(widths, _head(("念一样，圈一样", *value.uses), at), rows)


def _fields(labels: tuple[Sentence, ...], at: WritingDesk) -> Element:
    """A label and, behind it, the lower border of a cell to write on."""
    longest = max(len(at.said(one)) for one in labels)
    room = round((min(longest, _FIELD) + 1.2) * at.points * 20)
    last = len(labels) - 1
    rows = (
        GridRow((at.cell(one), ()), at.write_gap, keep=n < last, field=True)
        for n, one in enumerate(labels)
    )
    return table([room, at.width - room], rows, "TableNormal")


def _head(heads: tuple[str, ...], at: WritingDesk) -> GridRow:
    first, *others = heads
    cells = (at.cell(first, bold=True), *(at.cell(one, True, "Middle") for one in others))
    return GridRow(cells, head=True, keep=True)


def _box(at: WritingDesk) -> tuple[Element, ...]:
    return (paragraph(run("□", size=max(TICK_SIZE, round(at.points * 2))), style="Middle"),)


BLOCKS: Mapping[str, SetInWord] = {
    "signatures": signatures,
    "scale": scale,
    "date_grid": date_grid,
    "names_grid": names_grid,
    "two_copies": two_copies,
}
"""How a document sets what is written in."""
