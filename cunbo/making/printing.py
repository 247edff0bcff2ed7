"""Prints the sheets that are asked for, and keeps them for as long as they do not change."""

from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from cunbo.handouts.measured import Measured, as_json, from_json
from cunbo.handouts.orders import Order
from cunbo.handouts.typst_sheets import SheetPrinter
from cunbo.making.files import Files, fingerprint, fingerprint_of, read_folder, write_if_changed
from cunbo.making.freshness import tools
from cunbo.making.kept_sheets import KeptSheets
from cunbo.telling.sheets import Printable

_MEASURED = "measured.json"


@dataclass(frozen=True)
class Printed:
    """Sheets that lie ready, and what each turned out to be: `files` by the name they are handed
    out under, `fresh` counts those that had to be printed now."""

    sheets: Mapping[Printable, Measured]
    files: Files
    fresh: int


def print_sheets(
    work: tuple[Order, ...], village: str, templates: Path, kept: KeptSheets
) -> Printed:
    """Print what does not lie ready among the sheets `kept`.

    A sheet is known by a hash of everything it comes from: its words, the templates, the tools.
    Raises SheetError, PressError, BlankSheetError, OSError; nothing is kept that has not been read
    back.
    """
    shop = _Shop(SheetPrinter(templates), fingerprint_of(read_folder(templates)) + tools(), kept)
    shop.print(order for order in work if not order.names_sides)
    sheets = {order.lesson_id: shop.measured[order] for order in work if order.has_steps}
    work = tuple(_with_sides(order, sheets) for order in work)
    shop.print(order for order in work if order.names_sides)
    kept.used(village, shop.keys.values())
    return Printed(
        {_printable(order, sheet): sheet for order in work for sheet in (shop.measured[order],)},
        {name: data for order in work for name, data in shop.made[order].items()},
        shop.fresh,
    )


class _Shop:
    """Prints orders, and looks first whether they lie ready."""

    def __init__(self, printer: SheetPrinter, made_with: str, kept: KeptSheets) -> None:
        self._printer = printer
        self._made_with = made_with
        self._kept = kept
        self.keys: dict[Order, str] = {}
        self.made: dict[Order, Files] = {}
        self.measured: dict[Order, Measured] = {}
        self.fresh = 0

    def print(self, orders: Iterable[Order]) -> None:
        keys = {order: _key(order, self._made_with) for order in orders}
        ready = {order: files for order, key in keys.items() if (files := self._kept.get(key))}
        fresh = [order for order in keys if order not in ready]
        self.keys |= keys
        self.made |= ready
        asked = ((one.sheet, one.data, one.epoch, one.sides) for one in fresh)
        for order, pdf in zip(fresh, self._printer.print_pdfs(asked), strict=True):
            self.made[order] = {order.file: pdf}
            self.measured[order] = self._measure(order)
            self._kept.put(keys[order], self.made[order])
        self.measured |= {order: self._known(order) for order in ready}
        self.fresh += len(fresh)

    def _known(self, order: Order) -> Measured:
        """What a sheet that lay ready turned out to be."""
        note = self._kept.path(self.keys[order], _MEASURED)
        with suppress(OSError, ValueError, TypeError, KeyError):
            return from_json(note.read_bytes())
        return self._measure(order)

    def _measure(self, order: Order) -> Measured:
        """Measure a sheet, and keep what was found beside it."""
        # What reads PDFs takes 0.05 s to import: where all sheets lie ready a build goes without.
        from cunbo.handouts.measuring import measured

        found = measured(self.made[order][order.file], order.file, order.sheet.margin)
        note = self._kept.path(self.keys[order], _MEASURED)
        write_if_changed(note, as_json(found))
        return found


def _with_sides(order: Order, sheets: Mapping[str | None, Measured]) -> Order:
    known = sheets.get(order.lesson_id)
    return order.naming(known) if known and order.names_sides else order


def _printable(order: Order, sheet: Measured) -> Printable:
    return order.printed(len(sheet.letters), sheet.size)


def _key(order: Order, made_with: str) -> str:
    """What a printed sheet is kept under: the same only for the same content."""
    return fingerprint(made_with, order.sheet.name, str(order.epoch), str(order.sides), order.data)
