"""Lines to write on, and tables that are filled in."""

from collections.abc import Iterable, Iterator, Sequence

from cunbo.documents.wordml import Element, GridRow, gap, table

_FEW_ROWS = 8
"""A table of so few rows stays on one page."""


def write_lines(count: int, width: int, apart: int) -> Iterator[Element]:
    """So many lines, each the lower border of a cell, so that they stay where they are."""
    is_few = count <= _FEW_ROWS
    rows = [GridRow(((),), apart, exact=True, keep=is_few and n < count - 1) for n in range(count)]
    yield table([width], rows, "Lines")
    yield gap()


def ruled(
    widths: Sequence[int], head: GridRow | None, rows: Iterable[GridRow], style: str = "Ruled"
) -> Iterator[Element]:
    """A table; where it is short, on one page."""
    all_rows = [*([head] if head else []), *rows]
    is_short = len(all_rows) <= _FEW_ROWS
    last = len(all_rows) - 1
    kept = (
        GridRow(row.cells, row.high, row.exact, row.head, row.keep or (is_short and n < last))
        for n, row in enumerate(all_rows)
    )
    yield table(widths, kept, style)
    yield gap()


def empty_cells(count: int) -> tuple[tuple[Element, ...], ...]:
    """Cells to write in."""
    return ((),) * count
