"""Prints the sheets that are asked for, and keeps them for as long as they do not change."""

import os
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from cunbo.handouts.orders import Order
from cunbo.handouts.typst_sheets import SheetPrinter, page_count, read_back
from cunbo.making.files import Files, fingerprint, fingerprint_of, read_folder
from cunbo.making.freshness import tools
from cunbo.making.kept_sheets import KeptSheets
from cunbo.telling.sheets import Printable

_PIXELS_PER_INCH = 130
"""An A4 page of 1,075 pixels: as wide as phones in a chat show a picture."""


@dataclass(frozen=True)
class Printed:
    """Sheets that lie ready: `files` by the name they are handed out under, `fresh` counts those
    orders that had to be printed now."""

    printables: tuple[Printable, ...]
    files: Files
    fresh: int


def print_sheets(
    work: tuple[Order, ...], village: str, templates: Path, kept: KeptSheets
) -> Printed:
    """Print what does not lie ready among the sheets `kept`.

    A sheet is known by a hash of everything it comes from: its words, the templates, the tools.
    Raises SheetError, BlankSheetError, OSError; nothing is kept that has not been read back.
    """
    printer = SheetPrinter(templates)
    made_with = fingerprint_of(read_folder(templates)) + tools()
    keys = {order: _key(order, made_with) for order in work}
    ready = {order: files for order, key in keys.items() if (files := kept.get(key))}
    fresh = [order for order in work if order not in ready]
    with ThreadPoolExecutor(os.cpu_count()) as printers:
        made = dict(zip(fresh, printers.map(partial(_print, printer), fresh), strict=True))
    for order, files in made.items():
        read_back(files[order.file], order.file)
        kept.put(keys[order], files)
    kept.used(village, keys.values())
    sheets = ready | made
    return Printed(
        tuple(_printable(order, sheets[order]) for order in work),
        {name: data for order in work for name, data in sheets[order].items()},
        len(fresh),
    )


def _printable(order: Order, files: Files) -> Printable:
    pdf = files[order.file]
    return order.printed(page_count(pdf), len(pdf))


def _key(order: Order, made_with: str) -> str:
    """What a printed sheet is kept under: the same only for the same content."""
    return fingerprint(made_with, order.sheet.name, str(order.epoch), order.data)


def _print(printer: SheetPrinter, order: Order) -> Files:
    files = {order.file: printer.print_pdf(order.sheet, order.data, order.epoch)}
    if order.sheet.pictures:
        pages = printer.png_pages(order.sheet, order.data, _PIXELS_PER_INCH)
        for number, page in enumerate(pages, 1):
            files[order.sheet.picture(order.lesson_id, number)] = page
    return files
