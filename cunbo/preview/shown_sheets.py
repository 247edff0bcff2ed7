"""Prints the sheets of the lesson that a tab shows: first the one that is looked at, then all."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from cunbo.handouts.measured import Measured
from cunbo.handouts.measuring import measured
from cunbo.handouts.orders import Order, lesson_orders
from cunbo.handouts.typst_sheets import SheetPrinter
from cunbo.making.files import fingerprint_of, read_folder
from cunbo.making.project import Project
from cunbo.model.lesson import Lesson
from cunbo.pages.site import check_address
from cunbo.telling.edition import Edition
from cunbo.telling.sheets import Printable, Sheet

PIXELS_PER_INCH = 110
"""Sharp in half a wide window; twice as fine takes three times as long."""
_KEPT_SHEETS = 16


@dataclass(frozen=True)
class SheetsMade:
    """The sheets of a lesson, each by its file's name.

    `shown` is the one that was asked for, if the lesson has it, and `pictures` are its pages.
    `sizes` are those of all. `pdfs` has all or none; with them comes what each sheet turned out to
    be when it was `measured`.
    """

    shown: str | None = None
    pictures: Sequence[bytes] = ()
    sizes: Mapping[str, Printable] = field(default_factory=dict)
    pdfs: Mapping[str, bytes] = field(default_factory=dict)
    measured: Mapping[Printable, Measured] = field(default_factory=dict)


class ShownSheets:
    """Keeps Typst open, and the sheets that were printed last."""

    def __init__(self, project: Project) -> None:
        self._templates = project.templates / "handouts"
        self._settings = project.settings
        self._printer = SheetPrinter(self._templates)
        self._pdf = lru_cache(_KEPT_SHEETS)(self._print_pdf)
        self._pictures = lru_cache(_KEPT_SHEETS)(self._print_pictures)
        self._measured = lru_cache(_KEPT_SHEETS)(self._measure)
        self._sizes: dict[str, Printable] = {}

    def printed(self, edition: Edition, lesson: Lesson, shown: Sheet, whole: bool) -> SheetsMade:
        """The sheet to be shown and, unless it is to be `whole`, the others' sizes as they were
        when they were last printed. Raises SheetError, OSError."""
        if lesson.is_outline:
            return SheetsMade()
        made_with = fingerprint_of(read_folder(self._templates))
        address = check_address(self._settings)
        orders = list(lesson_orders(edition, lesson, edition.course.figures, address))
        orders.sort(key=lambda order: order.sheet is not shown)
        whole = whole or any(order.file not in self._sizes for order in orders)
        if whole or orders[0].names_sides:
            handout = self._handout(orders, made_with)
            orders = [order.naming(handout) if order.names_sides else order for order in orders]
        pdfs = {order: self._pdf(order, made_with) for order in orders if whole}
        found = {order: self._measured(order, made_with) for order in pdfs}
        for order, sheet in found.items():
            self._sizes[order.file] = order.printed(len(sheet.letters), sheet.size)
        return SheetsMade(
            orders[0].file if orders[0].sheet is shown else None,
            self._pictures(orders[0], made_with),
            {order.file: self._sizes[order.file] for order in orders},
            {order.file: pdf for order, pdf in pdfs.items()},
            {self._sizes[order.file]: sheet for order, sheet in found.items()},
        )

    def _handout(self, orders: Sequence[Order], made_with: str) -> Measured:
        return self._measured(next(one for one in orders if one.has_steps), made_with)

    def _measure(self, order: Order, made_with: str) -> Measured:
        return measured(self._pdf(order, made_with), order.file, order.sheet.margin)

    def _print_pdf(self, order: Order, _made_with: str) -> bytes:
        return self._printer.print_pdf(order.sheet, order.data, order.epoch, order.sides)

    def _print_pictures(self, order: Order, _made_with: str) -> list[bytes]:
        return self._printer.png_pages(order.sheet, order.data, PIXELS_PER_INCH, order.sides)
