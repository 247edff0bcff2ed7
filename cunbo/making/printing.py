"""Prints the sheets that are asked for, and keeps them for as long as they do not change."""

import os
from collections.abc import Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from cunbo.handouts.measured import Measured, as_json, from_json, measured
from cunbo.handouts.orders import Order
from cunbo.handouts.typst_sheets import SheetPrinter, page_count, read_back
from cunbo.making.files import Files, fingerprint, fingerprint_of, read_folder, write_if_changed
from cunbo.making.freshness import tools
from cunbo.making.kept_sheets import KeptSheets
from cunbo.telling.sheets import Printable

_MEASURED = "measured.json"


@dataclass(frozen=True)
class Printed:
    """Sheets that lie ready: `files` by the name they are handed out under, `fresh` counts those
    orders that had to be printed now, `handouts` measures each lesson's."""

    printables: tuple[Printable, ...]
    files: Files
    fresh: int
    handouts: Mapping[str | None, Measured]


def print_sheets(
    work: tuple[Order, ...], village: str, templates: Path, kept: KeptSheets
) -> Printed:
    """Print what does not lie ready among the sheets `kept`.

    A sheet is known by a hash of everything it comes from: its words, the templates, the tools.
    Raises SheetError, BlankSheetError, OSError; nothing is kept that has not been read back.
    """
    shop = _Shop(SheetPrinter(templates), fingerprint_of(read_folder(templates)) + tools(), kept)
    shop.print(order for order in work if not order.names_sides)
    sheets = {order.lesson_id: shop.measure(order) for order in work if order.has_steps}
    work = tuple(_with_sides(order, sheets) for order in work)
    shop.print(order for order in work if order.names_sides)
    kept.used(village, shop.keys.values())
    return Printed(
        tuple(_printable(order, shop.made[order]) for order in work),
        {name: data for order in work for name, data in shop.made[order].items()},
        shop.fresh,
        sheets,
    )


class _Shop:
    """Prints orders, and looks first whether they lie ready."""

    def __init__(self, printer: SheetPrinter, made_with: str, kept: KeptSheets) -> None:
        self._printer = printer
        self._made_with = made_with
        self._kept = kept
        self.keys: dict[Order, str] = {}
        self.made: dict[Order, Files] = {}
        self.fresh = 0

    def print(self, orders: Iterable[Order]) -> None:
        keys = {order: _key(order, self._made_with) for order in orders}
        ready = {order: files for order, key in keys.items() if (files := self._kept.get(key))}
        fresh = [order for order in keys if order not in ready]
        with ThreadPoolExecutor(os.cpu_count()) as printers:
            made = dict(
                zip(fresh, printers.map(partial(_print, self._printer), fresh), strict=True)
            )
        for order, files in made.items():
            read_back(files[order.file], order.file)
            self._kept.put(keys[order], files)
        self.keys |= keys
        self.made |= ready | made
        self.fresh += len(fresh)

    def measure(self, order: Order) -> Measured:
        """What a printed sheet turned out to be; of one that lay ready it is known."""
        note = self._kept.path(self.keys[order], _MEASURED)
        with suppress(OSError, ValueError, TypeError, KeyError):
            return from_json(note.read_bytes())
        found = measured(self.made[order][order.file])
        write_if_changed(note, as_json(found))
        return found


def _with_sides(order: Order, sheets: Mapping[str | None, Measured]) -> Order:
    known = sheets.get(order.lesson_id)
    return order.naming(known) if known and order.names_sides else order


def _printable(order: Order, files: Files) -> Printable:
    pdf = files[order.file]
    return order.printed(page_count(pdf), len(pdf))


def _key(order: Order, made_with: str) -> str:
    """What a printed sheet is kept under: the same only for the same content."""
    return fingerprint(made_with, order.sheet.name, str(order.epoch), str(order.sides), order.data)


def _print(printer: SheetPrinter, order: Order) -> Files:
    return {order.file: printer.print_pdf(order.sheet, order.data, order.epoch, order.sides)}
