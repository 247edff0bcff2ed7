"""Draws the pictures that are asked for, and keeps them for as long as they do not change."""

import os
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from cunbo.handouts.few_colours import with_few_colours
from cunbo.handouts.picture_orders import PictureOrder, drawing_order
from cunbo.handouts.typst_sheets import SheetPrinter
from cunbo.making.files import Files, fingerprint, fingerprint_of, read_folder
from cunbo.making.freshness import tools
from cunbo.making.kept_sheets import KeptSheets
from cunbo.telling.edition import Edition

_PIXELS_PER_INCH = 216
"""What is five inches wide gets 1,080 pixels: as wide as telephones are."""
_PICTURE = "picture.png"


@dataclass(frozen=True)
class Drawn:
    """Pictures that lie ready, by where they lie in the site; `fresh` counts those drawn now."""

    files: Files
    fresh: int


def draw_pictures(
    work: tuple[PictureOrder, ...], village: str, templates: Path, kept: KeptSheets
) -> Drawn:
    """Draw what does not lie ready among those `kept`. Raises SheetError, OSError."""
    made_with = fingerprint_of(read_folder(templates)) + tools()
    keys = {order: _key(order, made_with) for order in work}
    ready = {order: files for order, key in keys.items() if (files := kept.get(key))}
    fresh = [order for order in work if order not in ready]
    with ThreadPoolExecutor(os.cpu_count()) as artists:
        for order, png in zip(
            fresh, artists.map(partial(_draw, SheetPrinter(templates)), fresh), strict=True
        ):
            ready[order] = {_PICTURE: png}
            kept.put(keys[order], ready[order])
    kept.used(village, keys.values())
    return Drawn({order.file: ready[order][_PICTURE] for order in work}, len(fresh))


def drawn_alone(
    sources: Iterable[str], edition: Edition, templates: Path, kept: KeptSheets
) -> dict[str, bytes]:
    """The drawings at these places as PNGs. Kept ones are taken, others not kept: only a build
    knows what is used no more. Raises SheetError."""
    made_with = fingerprint_of(read_folder(templates)) + tools()
    printer = SheetPrinter(templates)
    found = {}
    for src in sources:
        order = drawing_order(src, edition.course.figures[src])
        ready = kept.get(_key(order, made_with))
        found[src] = ready[_PICTURE] if ready else _draw(printer, order)
    return found


def _key(order: PictureOrder, made_with: str) -> str:
    """What a picture is kept under: the same only for the same content."""
    return fingerprint(made_with, order.template, order.data)


def _draw(printer: SheetPrinter, order: PictureOrder) -> bytes:
    png = printer.png(order.template, order.data, _PIXELS_PER_INCH)
    return with_few_colours(png, order.gray)
