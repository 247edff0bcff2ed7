"""Phones, tools and what grows: things that are held, placed by the point named first."""

import cmath
import math

from drawing.pen import (
    Limb,
    arc,
    bent,
    circle,
    line,
    lines,
    merged,
    oval,
    shape,
    slab,
    spun,
    turned,
    unit,
)


def phone(centre: complex, high: float = 46, turn: float = 0, back: bool = False) -> str:
    """A phone that stands upright; with `turn=90` it lies across."""
    wide = high * 0.56
    case = slab(centre, wide, high, radius=4, turn=turn)
    if back:
        lens = turned(centre + complex(-wide * 0.22, -high * 0.3), turn, centre)
        return case + circle(lens, max(3.0, high * 0.07))
    inset = max(6.0, high * 0.15)
    return case + slab(centre, wide - inset, high - inset - 3, radius=1, turn=turn)


def tripod(top: complex, foot: float = 188) -> str:
    x = top.real
    knot = complex(x, top.imag + (foot - top.imag) * 0.4)
    spread = 16 if foot - top.imag > 45 else 11
    ends = (complex(x - spread, foot), complex(x, foot), complex(x + spread, foot))
    return lines((top, knot), *((knot, end) for end in ends))


def phone_on_stand(
    x: float, top: float = 72, foot: float = 188, high: float = 46, turn: float = 0
) -> str:
    """A phone on a tripod; `turn` leans it back."""
    centre = complex(x, top + high / 2)
    return tripod(centre + high / 2 * 1j, foot) + phone(centre, high, turn)


def phone_lying(centre: complex, wide: float = 40) -> str:
    """A phone that lies flat and is seen from in front."""
    x, y = wide / 2, 8
    rim = (complex(-x + 5, -y), complex(x - 5, -y), complex(x, y), complex(-x, y))
    screen = (complex(-x + 9, -y + 4), complex(x - 9, -y + 4), complex(x - 6, y - 4))
    left = complex(-x + 6, y - 4)
    return shape(*(centre + c for c in rim), radius=4) + shape(
        *(centre + c for c in (*screen, left)), radius=1
    )


def ringing(centre: complex, way: int = 1) -> str:
    """Two bows beside something that sounds."""
    return arc(centre + 6j * -1, centre + complex(6 * way, 0), centre + 6j) + arc(
        centre + complex(7 * way, -10), centre + complex(15 * way, 0), centre + complex(7 * way, 10)
    )


def scissors(tip: complex, turn: float = 90, length: float = 56, spread: float = 11) -> str:
    """Scissors that cut at `tip`; their rings lie where `turn` shows."""
    way = turned(1 + 0j, turn)
    joint = tip + way * length * 0.5
    parts = []
    for side in (-1, 1):
        handle = turned(way, side * spread) * length * 0.36 + joint
        blade = joint - turned(way, side * spread) * length * 0.5
        parts.append(merged(Limb((blade, handle), 6)))
        parts.append(circle(handle + unit(handle - joint) * 7, 8))
    return "\n".join(parts) + circle(joint, 2)


def key(bow: complex, turn: float = 90, length: float = 38, ring: float = 10) -> str:
    """A key by its ring; its bit lies where `turn` shows."""
    way = turned(1 + 0j, turn)
    end = bow + way * length
    teeth = [Limb((end - way * n, end - way * n + way * 1j * 9), 6) for n in (1, 11)]
    return merged(Limb((bow, end), 6), *teeth) + circle(bow, ring) + circle(bow, ring * 0.35)


def tape_roll(centre: complex, radius: float = 17) -> str:
    return circle(centre, radius) + circle(centre, radius * 0.5)


def ruler(centre: complex, wide: float = 90, high: float = 15, turn: float = 0) -> str:
    marks, count = [], max(3, int(wide // 12))
    for n in range(1, count):
        x = -wide / 2 + wide * n / count
        top = complex(x, -high / 2)
        foot = top + complex(0, high * (0.5 if n % 2 else 0.7))
        marks.append((turned(centre + top, turn, centre), turned(centre + foot, turn, centre)))
    return slab(centre, wide, high, radius=1, turn=turn) + lines(*marks)


def knife(tip: complex, turn: float = 0, length: float = 50) -> str:
    """A kitchen knife; its handle lies where `turn` shows."""
    way = turned(1 + 0j, turn)
    down = way * 1j
    heel = tip + way * length * 0.6
    blade = shape(tip, heel, heel + down * 13, tip + way * 6 + down * 11, radius=3)
    return merged(Limb((heel + down * 4, tip + way * length + down * 4), 7)) + blade


def scale(foot: complex, wide: float = 84) -> str:
    """A scale with a pan and a round dial; its pan is 36 above its foot."""
    x, y = foot.real, foot.imag
    pan = slab(complex(x, y - 33), wide, 7, radius=3)
    neck = slab(complex(x, y - 27), wide * 0.3, 8)
    stand = shape(
        complex(x - wide * 0.34, y - 24), complex(x + wide * 0.34, y - 24),
        complex(x + wide * 0.44, y), complex(x - wide * 0.44, y), radius=4,
    )  # fmt: skip
    dial = circle(complex(x, y - 11.5), 8.5) + line(complex(x, y - 11.5), complex(x + 4, y - 15.5))
    return neck + pan + stand + dial


def clock(centre: complex, radius: float = 22, hour: int = 3, minute: int = 0) -> str:
    """A clock without numbers; the longer hand is the minute's."""
    long, short = radius * 0.6, radius * 0.42
    minutes = centre + cmath.rect(long, (minute / 60 - 0.25) * math.tau)
    hours = centre + cmath.rect(short, ((hour + minute / 60) / 12 - 0.25) * math.tau)
    return circle(centre, radius) + line(minutes, centre, hours)


def leaf(stalk: complex, turn: float = -90, length: float = 40, bitten: bool = False) -> str:
    """A leaf by the end of its stalk."""

    def at(x: float, y: float) -> complex:
        return turned(stalk + complex(x, y) * length / 40, turn, stalk)

    upper = (at(22, -22), at(40, 0))
    lower = ((at(36, 10), at(30, 9)), at(26, 3), (at(22, 14), at(9, 0))) if bitten else (
        (at(22, 22), at(9, 0)),
    )  # fmt: skip
    return line(stalk, at(9, 0)) + bent(at(9, 0), upper, *lower) + line(at(9, 0), at(26, 0))


def hand_tool(grip: complex, turn: float = 0, length: float = 58) -> str:
    """Some tool of a craft: a blunt head on a handle that is wound with strips of cloth."""
    way = turned(1 + 0j, turn)
    side, neck = way * 1j, grip + way * length * 0.5
    middle = neck + way * length * 0.24
    handle = merged(Limb((grip - way * length * 0.2, neck), 9))
    wound = ((grip + way * n, grip + way * (n + 4)) for n in (-4, 6, 16))
    strips = lines(*((start - side * 5, end + side * 5) for start, end in wound))
    head = spun(oval(middle, length * 0.27, length * 0.17), turn, middle)
    return handle + head + strips


def bent_tool(foot: complex, size: float = 1) -> str:
    """An old wooden tool with a bent handle, lying."""
    way = (complex(-24, -4), complex(-6, -5), complex(8, -24), complex(26, -22))
    return merged(Limb(tuple(foot + step * size for step in way), 9 * size, 12))


def gourd(centre: complex, size: float = 1) -> str:
    """Something round and old with a stalk."""
    stalk = merged(Limb((centre - 20j * size, centre + complex(6, -32) * size), 7))
    return stalk + circle(centre, 22 * size)


def lump(centre: complex, size: float = 1) -> str:
    """A round thing that has grown crooked."""
    c = centre
    return bent(
        c + complex(-17, 6) * size,
        (c + complex(-22, -14) * size, c + complex(-6, -13) * size),
        (c + complex(2, -26) * size, c + complex(14, -14) * size),
        (c + complex(26, 0) * size, c + complex(13, 8) * size),
        (c + complex(2, 22) * size, c + complex(-17, 6) * size),
    )
