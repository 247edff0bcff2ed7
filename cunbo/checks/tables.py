"""Tables whose rows fit their head."""

from collections.abc import Iterator

from cunbo.checks.desk import Desk
from cunbo.model.base import Cell
from cunbo.model.blocks import Table, TableData
from cunbo.model.walk import Path, blocks
from cunbo.problems.codes import Code
from cunbo.problems.problem import Problem
from cunbo.reading.source import Source

_NOTHING_IN_QUOTES = {"‘’", "“”", "’’", "””", "“", "”", "‘", "’"}


def rows_fit_heads(desk: Desk) -> Iterator[Problem]:
    """Every row, and the list of widths, has as many entries as the table's head."""
    for source, part in desk.parts():
        for path, block in blocks(part):
            if not isinstance(block, Table):
                continue
            columns = len(block.table.head)
            yield from _widths(source, path, block.table)
            for index, row in enumerate(block.table.rows):
                if len(row) != columns:
                    what = f"表头有 {columns} 格，这一行有 {len(row)} 格"
                    mend = "补齐或删掉；空格子写 ''，格子里有英文逗号就加引号"
                    if len(row) < columns and any(sign in cell for cell in row for sign in "，、"):
                        mend = "格和格之间用英文逗号加空格，不是“，”和“、”；空格子写 ''"
                    at = source.at(*path, "table", "rows", index)
                    yield Problem(Code.TABLE_ROW, at, what, mend)
                yield from _quoted_nothing(source, (*path, "table", "rows", index), row)


def _quoted_nothing(source: Source, path: Path, row: tuple[Cell, ...]) -> Iterator[Problem]:
    for number, cell in enumerate(row):
        if cell in _NOTHING_IN_QUOTES:
            what = f"这一格会印出引号 {cell}"
            mend = "空格子写两个英文的单引号：''"
            at = source.at(*path, number)
            mended = source.edit(at, cell, "''")
            yield Problem(Code.EMPTY_VALUE, at, what, mend, mended)


def _widths(source: Source, path: Path, table: TableData) -> Iterator[Problem]:
    have, want = len(table.widths), len(table.head)
    if table.widths and have != want:
        what = f"表头有 {want} 格，widths 写了 {have} 个数"
        mend = f"一格写一个数，像 [{', '.join('1' for _ in range(want))}]；不想管宽窄就删掉 widths"
        at = source.at(*path, "table", "widths")
        yield Problem(Code.TABLE_ROW, at, what, mend)
