"""What a copy shop is asked to do with the files of a class, and how much paper that takes."""

from dataclasses import dataclass
from decimal import Decimal

from cunbo.telling.sheets import Reader, Sheet

PRINT_LIST = Sheet(
    name="打印清单", template="print_list.typ", reader=Reader.TRAINER, names_village=True
)

EDITABLE = "可以改的"
"""The folder beside the packs, of documents that are there to be changed."""
CUT = "要剪开的（要几份，照名字后面写的多印）"


@dataclass(frozen=True)
class ShopOrder:
    """What a class needs: copies for `learners`, the elders' version for so many `elders` beside
    them; whether paper is printed on both sides, and handouts as booklets; yuan for a printed side,
    if the shop has said; sheets of the whole course that are wanted besides, by name."""

    learners: int
    elders: int = 0
    duplex: bool = False
    booklet: bool = False
    price: Decimal | None = None
    also: tuple[str, ...] = ()

    @property
    def people(self) -> int:
        return self.learners + self.elders


@dataclass(frozen=True)
class ShopFile:
    """A file for the shop: its sides, how many copies, and what is done with each copy. What is
    only read on a screen has no copies."""

    file: str
    whom: str
    sides: int
    copies: int
    both_sides: bool
    how: str

    @property
    def sheets_a_copy(self) -> int:
        """Sheets of A4 that one copy takes."""
        return -(-self.sides // 2) if self.both_sides else self.sides

    @property
    def sheets(self) -> int:
        """Sheets of A4 that all copies take."""
        return self.sheets_a_copy * self.copies

    @property
    def printed_sides(self) -> int:
        return self.sides * self.copies


@dataclass(frozen=True)
class ShopRow:
    """A line of the list, as it is read."""

    file: str
    whom: str
    sides: str
    sheets_a_copy: str
    copies: str
    sheets: str
    how: str


@dataclass(frozen=True)
class ShopList:
    """The list for the shop: what it is of, its files, what is to be cut, the sums."""

    reviewed: None
    lines: tuple[str, ...]
    rows: tuple[ShopRow, ...]
    cut: str
    cuts: tuple[str, ...]
    sums: tuple[str, ...]


def shop_list(
    lines: tuple[str, ...], files: tuple[ShopFile, ...], cuts: tuple[str, ...], order: ShopOrder
) -> ShopList:
    """Count what all files take together. A cost stands there only if a price was given."""
    sheets, sides = sum(one.sheets for one in files), sum(one.printed_sides for one in files)
    sums = [f"一共 A4 纸 {sheets} 张，印 {sides} 面。"]
    if order.price is not None:
        cost = (sides * order.price).quantize(Decimal("0.01"))
        sums.append(f"按您给的价，一面 {order.price} 元：{sides} 面一共 {cost} 元，装订另算。")
    return ShopList(None, lines, tuple(map(_row, files)), CUT, cuts, tuple(sums))


def _row(one: ShopFile) -> ShopRow:
    a_copy = str(one.sheets_a_copy) if one.copies else "–"
    return ShopRow(
        one.file, one.whom, str(one.sides), a_copy, str(one.copies), str(one.sheets), one.how
    )


def _counted(row: ShopRow) -> str:
    if row.copies == "0":
        return f"{row.sides} 面"
    a_copy = f"{row.sides} 面，一份 {row.sheets_a_copy} 张纸"
    return f"{a_copy}，印 {row.copies} 份，共 {row.sheets} 张纸"


def as_text(told: ShopList) -> str:
    """The list for whoever opens it as plain text."""
    files = (f"{row.file}（{row.whom}）\n  {_counted(row)}\n  {row.how}" for row in told.rows)
    cuts = (f"{CUT}：", *(f"  {cut}" for cut in told.cuts)) if told.cuts else ()
    return "\n".join((PRINT_LIST.name, *told.lines, "", *files, "", *cuts, *told.sums, ""))
