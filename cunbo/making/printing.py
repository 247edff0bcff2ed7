"""Prints the sheets that are asked for, and keeps them for as long as they do not change."""

import os
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from cunbo.handouts.orders import Order
from cunbo.handouts.typst_sheets import SheetPrinter, page_count
from cunbo.making.files import fingerprint, fingerprint_of, make_like, read_folder
from cunbo.making.freshness import tools
from cunbo.telling.sheets import Printable

_PIXELS_PER_INCH = 130
"""An A4 page of 1,075 pixels: as wide as phones in a chat show a picture."""

Files = Mapping[str, bytes]


@dataclass(frozen=True)
class Printed:
    """Sheets that lie ready: `files` by the name they are handed out under, `fresh` counts those
    orders that had to be printed now."""

    printables: tuple[Printable, ...]
    files: Files
    fresh: int


def print_sheets(work: tuple[Order, ...], templates: Path, kept: Path) -> Printed:
    """Print what does not lie ready in the folder `kept`, and let nothing else stay there.

    A sheet is known by a hash of everything it comes from: its words, the templates, the tools.
    Raises SheetError, OSError.
    """
    printer = SheetPrinter(templates)
    made_with = fingerprint_of(read_folder(templates)) + tools()
    keys = {order: _key(order, made_with) for order in work}
    ready = {order: files for order, key in keys.items() if (files := _ready(order, kept / key))}
    fresh = [order for order in work if order not in ready]
    with ThreadPoolExecutor(os.cpu_count()) as printers:
        made = printers.map(lambda order: _print(printer, order), fresh)
        sheets = ready | dict(zip(fresh, made, strict=True))
    make_like(
        kept,
        {f"{keys[order]}/{name}": data for order in work for name, data in sheets[order].items()},
    )
    return Printed(
        tuple(
            order.printed(page_count(pdf := sheets[order][order.file]), len(pdf)) for order in work
        ),
        {name: data for order in work for name, data in sheets[order].items()},
        len(fresh),
    )


def _key(order: Order, made_with: str) -> str:
    """The folder in which a printed sheet is kept: the same only for the same content."""
    return fingerprint(made_with, order.sheet.name, str(order.epoch), order.data)


def _ready(order: Order, folder: Path) -> Files | None:
    """The files of a sheet printed earlier, if all of them are there."""
    pdf = folder / order.file
    if not pdf.is_file():
        return None
    printed = order.printed(page_count(pdf.read_bytes()), 0)
    paths = [pdf, *(folder / name for name in printed.pictures)]
    return (
        {path.name: path.read_bytes() for path in paths} if all(map(Path.is_file, paths)) else None
    )


def _print(printer: SheetPrinter, order: Order) -> Files:
    files = {order.file: printer.print_pdf(order.sheet, order.data, order.epoch)}
    if order.sheet.pictures:
        pages = printer.png_pages(order.sheet, order.data, _PIXELS_PER_INCH)
        for number, page in enumerate(pages, 1):
            files[order.sheet.picture(order.lesson_id, number)] = page
    return files
