"""Where something happens: ground, tables, seats, walls, doors, trees."""

from drawing.pen import bent, circle, form, line, lines, oval, shape, slab, to, turned


def ground(y: float = 188, left: float = 16, right: float = 304) -> str:
    return line(complex(left, y), complex(right, y))


def table(y: float = 149, left: float = 40, right: float = 280, foot: float = 188) -> str:
    """A table from in front; `y` is its upper edge."""
    legs = lines(*((complex(x, y + 8), complex(x, foot)) for x in (left + 14, right - 14)))
    return legs + slab(complex((left + right) / 2, y + 4), right - left, 8, radius=4)


def table_top(y: float = 130, left: float = 26, right: float = 294, foot: float = 198) -> str:
    """A table on which one looks down; what lies on it is seen whole."""
    slant = 18
    return shape(
        complex(left + slant, y),
        complex(right - slant, y),
        complex(right, foot),
        complex(left, foot),
    )


def stool(x: float, seat: float = 143, foot: float = 188, wide: float = 46) -> str:
    half = wide / 2
    legs = lines(
        (complex(x - half + 7, seat + 8), complex(x - half + 3, foot)),
        (complex(x + half - 7, seat + 8), complex(x + half - 3, foot)),
    )
    return legs + slab(complex(x, seat + 4), wide, 8, radius=3)


def bench(y: float = 143, left: float = 60, right: float = 260, foot: float = 188) -> str:
    return table(y, left, right, foot)


def counter(left: float, right: float, y: float = 120, foot: float = 188) -> str:
    """A counter that hides who stands behind it."""
    front = slab(complex((left + right) / 2, (y + foot) / 2), right - left - 10, foot - y)
    return front + slab(complex((left + right) / 2, y + 4), right - left, 8, radius=3)


def corner(
    x: float = 160, top: float = 10, y: float = 142, left: float = 8, right: float = 312
) -> str:
    """The corner of a room: two walls and the floor between them."""
    fall = 0.28
    return lines(
        (complex(x, top), complex(x, y)),
        (complex(x, y), complex(left, y + (x - left) * fall)),
        (complex(x, y), complex(right, y + (right - x) * fall)),
    )


def window(centre: complex, wide: float = 58, high: float = 58, moon: bool = False) -> str:
    frame = slab(centre, wide, high, radius=2)
    if moon:
        at = centre + complex(wide * 0.04, 0)
        r = min(wide, high) * 0.27
        tips = at + turned(r, -70), at + turned(r, 110)
        sickle = f"M{to(tips[0])}A{r:.1f},{r:.1f} 0 1 0 {to(tips[1])}"
        sickle += f"A{r * 1.15:.1f},{r * 1.15:.1f} 0 0 1 {to(tips[0])}Z"
        return frame + form(sickle)
    cross = lines(
        (centre - wide / 2, centre + wide / 2), (centre - high / 2 * 1j, centre + high / 2 * 1j)
    )
    return frame + cross


def sunny_window(centre: complex, wide: float = 58, high: float = 58, way: int = 1) -> str:
    """A window through which light falls to the right (1) or left (-1)."""
    rays = lines(
        *(
            (
                centre + complex(way * (wide / 2 + 8), y),
                centre + complex(way * (wide / 2 + 26), y + 9),
            )
            for y in (-18, 2, 22)
        )
    )
    return window(centre, wide, high) + rays


def lamp(foot: complex, high: float = 62, lit: bool = True) -> str:
    """A table lamp."""
    x, y = foot.real, foot.imag
    top = y - high
    base = slab(complex(x, y - 3), 30, 6, radius=3)
    pole = line(complex(x, y - 6), complex(x, top + 24))
    shade = shape(
        complex(x - 11, top), complex(x + 11, top),
        complex(x + 23, top + 26), complex(x - 23, top + 26),
        radius=2,
    )  # fmt: skip
    rays = lines(
        (complex(x - 20, top + 34), complex(x - 27, top + 46)),
        (complex(x + 20, top + 34), complex(x + 27, top + 46)),
        (complex(x - 8, top + 35), complex(x - 10, top + 47)),
        (complex(x + 8, top + 35), complex(x + 10, top + 47)),
    )
    return base + pole + shade + (rays if lit else "")


def socket(centre: complex, side: float = 34) -> str:
    """A socket in the wall."""
    holes = lines(
        (centre + complex(-6, -4), centre + complex(-6, 4)),
        (centre + complex(6, -4), centre + complex(6, 4)),
    )
    return slab(centre, side, side, radius=4) + holes


def door(left: float, right: float, top: float = 34, foot: float = 188) -> str:
    """A closed door with its handle at the right."""
    leaf = slab(complex((left + right) / 2, (top + foot) / 2), right - left, foot - top)
    return leaf + circle(complex(right - 10, (top + foot) / 2 + 6), 4)


def open_door(left: float, right: float, top: float = 30, foot: float = 188, way: int = 1) -> str:
    """A doorway, its leaf swung open to the right (1) or left (-1)."""
    frame = slab(complex((left + right) / 2, (top + foot) / 2), right - left, foot - top)
    hinge = right if way > 0 else left
    far = hinge + way * (right - left) * 0.5
    leaf = shape(
        complex(hinge, top), complex(far, top - 8), complex(far, foot + 8), complex(hinge, foot)
    )
    return frame + leaf + circle(complex(far - way * 8, (top + foot) / 2 + 4), 3.5)


def tree(x: float, foot: float = 188, high: float = 150, wide: float = 90) -> str:
    """A tree with a round crown."""
    top, half = foot - high, wide / 2
    trunk = shape(
        complex(x - 8, foot - high * 0.5), complex(x + 8, foot - high * 0.5), complex(x + 11, foot),
        complex(x - 11, foot),
    )  # fmt: skip
    mid = top + high * 0.3
    low = top + high * 0.58
    lump, left, right = mid - 6, x - half * 0.66, x + half * 0.66
    crown = bent(
        complex(x - half * 0.6, low),
        (complex(x - half * 1.3, low), complex(x - half * 1.2, lump), complex(left, lump)),
        (complex(left, top - 6), complex(right, top - 6), complex(right, lump)),
        (complex(x + half * 1.2, lump), complex(x + half * 1.3, low), complex(x + half * 0.6, low)),
    )
    return trunk + crown


def leaves(centre: complex, size: float = 1) -> str:
    """A tuft of leaves."""
    parts = []
    for way in (-48, 48, 0):
        tip = centre + turned(-26j * size, way)
        left = centre + turned(complex(-9, -12) * size, way)
        right = centre + turned(complex(9, -12) * size, way)
        parts.append(form(f"M{to(centre)}Q{to(left)} {to(tip)}Q{to(right)} {to(centre)}Z"))
    return "\n".join(parts)


def house(left: float, right: float, foot: float = 188, top: float = 70) -> str:
    """A small house from in front."""
    x, eave = (left + right) / 2, top + (foot - top) * 0.42
    walls = slab(complex(x, (eave + foot) / 2), right - left - 24, foot - eave)
    roof = shape(
        complex(left + 22, top),
        complex(right - 22, top),
        complex(right, eave),
        complex(left, eave),
        radius=2,
    )
    way_in = slab(complex(x, foot - (foot - eave) * 0.36), 22, (foot - eave) * 0.72)
    return walls + roof + way_in


def cart(left: float, foot: float = 188, wide: float = 90) -> str:
    """A hand cart with two wheels, seen from the side; its shaft points right."""
    bed = slab(complex(left + wide / 2, foot - 36), wide, 10, radius=2)
    shaft = line(complex(left + wide, foot - 36), complex(left + wide + 26, foot - 58))
    wheel = complex(left + wide * 0.45, foot - 20)
    return shaft + bed + circle(wheel, 20) + circle(wheel, 5)


def shelf(y: float, left: float, right: float) -> str:
    brackets = lines(*((complex(x, y + 6), complex(x, y + 18)) for x in (left + 12, right - 12)))
    return brackets + slab(complex((left + right) / 2, y + 3), right - left, 6, radius=1)


def plate(centre: complex, across: float = 30) -> str:
    return oval(centre, across, across * 0.3) + oval(centre, across * 0.6, across * 0.14)
