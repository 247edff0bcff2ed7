"""A bad copier, and the copy of a copy that it makes."""

import random
from functools import cache

from PIL import Image, ImageChops, ImageFilter

DOTS = 150
"""Dots an inch at which pages are copied."""


def second_copy(page: Image.Image) -> Image.Image:
    """The copy of a copy of a page in shades of gray."""
    noise = _noise(page.size)
    return _copied_once(_copied_once(page, noise), noise.transpose(Image.Transpose.ROTATE_180))


@cache
def _noise(size: tuple[int, int]) -> Image.Image:
    grain = random.Random(8).randbytes(size[0] * size[1])
    return Image.frombytes("L", size, grain).point(lambda value: value * 48 // 255)


def _copied_once(page: Image.Image, noise: Image.Image) -> Image.Image:
    """As a worn copier makes it: out of focus, with specks, in black and white."""
    soft = page.filter(ImageFilter.GaussianBlur(1))
    grainy = ImageChops.add(soft, noise, scale=1, offset=-24)
    return grainy.point(lambda value: 255 if value > 160 else 0)
