"""Draws the pictures that are asked for, and keeps them for as long as they do not change."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
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
    """Draw what does not lie ready among those `kept`. Raises SheetError, PressError, OSError."""
    made_with = fingerprint_of(read_folder(templates)) + tools()
    keys = {order: _key(order, made_with) for order in work}
    ready = {order: files for order, key in keys.items() if (files := kept.get(key))}
    fresh = [order for order in work if order not in ready]
    for order, png in zip(fresh, _drawn(fresh, templates), strict=True):
        ready[order] = {_PICTURE: png}
        kept.put(keys[order], ready[order])
    kept.used(village, keys.values())
    return Drawn({order.file: ready[order][_PICTURE] for order in work}, len(fresh))


def drawn_alone(
    sources: Iterable[str], edition: Edition, templates: Path, kept: KeptSheets
) -> dict[str, bytes]:
    """The drawings at these places as PNGs. Kept ones are taken, others not kept: only a build
    knows what is used no more. Raises SheetError, PressError."""
    made_with = fingerprint_of(read_folder(templates)) + tools()
    orders = {src: drawing_order(src, edition.course.figures[src]) for src in sources}
    ready = {src: kept.get(_key(order, made_with)) for src, order in orders.items()}
    fresh = _drawn([orders[src] for src, files in ready.items() if not files], templates)
    return {src: files[_PICTURE] if files else next(fresh) for src, files in ready.items()}


def _key(order: PictureOrder, made_with: str) -> str:
    """What a picture is kept under: the same only for the same content."""
    return fingerprint(made_with, order.template, order.data)


def _drawn(orders: list[PictureOrder], templates: Path) -> Iterator[bytes]:
    asked = ((one.template, one.data) for one in orders)
    pictures = SheetPrinter(templates).pngs(asked, _PIXELS_PER_INCH)
    for order, png in zip(orders, pictures, strict=True):
        yield with_few_colours(png, order.gray)
