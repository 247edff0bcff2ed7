"""Tables whose rows fit their head."""

from collections.abc import Iterator

from cunbo.checks.desk import Desk
from cunbo.model.blocks import Table
from cunbo.model.walk import blocks
from cunbo.problems import Code, Problem


def rows_fit_heads(desk: Desk) -> Iterator[Problem]:
    """Every row has as many cells as the table's head."""
    for source, part in desk.parts():
        for path, block in blocks(part):
            if not isinstance(block, Table):
                continue
            columns = len(block.table.head)
            for index, row in enumerate(block.table.rows):
                if len(row) != columns:
                    what = f"表头有 {columns} 格，这一行有 {len(row)} 格"
                    mend = "补齐或删掉；空格子写 ''，格子里有英文逗号就加引号"
                    at = source.at(*path, "table", "rows", index)
                    yield Problem(Code.TABLE_ROW, at, what, mend)
