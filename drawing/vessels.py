"""What goods, water and work are put into. A vessel is placed by the point named first."""

from drawing.pen import (
    Limb,
    arc,
    arch,
    bent,
    circle,
    form,
    line,
    lines,
    merged,
    oval,
    shape,
    slab,
    to,
    turned,
)


def box(foot: complex, wide: float = 56, high: float = 42, taped: bool = True) -> str:
    """A closed carton by the middle of its lower edge; on its top one sees the tape."""
    x, lid = wide / 2, min(13.0, high * 0.28)
    top = foot.imag - high
    front = shape(
        complex(foot.real - x, top), complex(foot.real + x, top),
        complex(foot.real + x, foot.imag), complex(foot.real - x, foot.imag), radius=1,
    )  # fmt: skip
    cover = shape(
        complex(foot.real - x + 8, top - lid), complex(foot.real + x - 8, top - lid),
        complex(foot.real + x, top), complex(foot.real - x, top), radius=1,
    )  # fmt: skip
    if not taped:
        return front + cover
    middle, strip = foot.real, max(4.5, wide * 0.09)
    tape = shape(
        complex(middle - strip * 0.8, top - lid), complex(middle + strip * 0.8, top - lid),
        complex(middle + strip, top), complex(middle + strip, top + high * 0.3),
        complex(middle - strip, top + high * 0.3), complex(middle - strip, top),
    )  # fmt: skip
    return front + cover + tape


def carton(centre: complex, wide: float = 50, high: float = 40, turn: float = 0) -> str:
    """A closed carton from straight in front, with tape down its middle; it can be tilted."""
    strip = max(5.0, wide * 0.12)
    return slab(centre, wide, high, radius=2, turn=turn) + slab(centre, strip * 2, high, turn=turn)


def open_box(foot: complex, wide: float = 96, high: float = 54, inside: str = "") -> str:
    """A carton with its flaps open; what is `inside` looks out over its front edge."""
    x, top = wide / 2, foot.imag - high
    left, right = complex(foot.real - x, top), complex(foot.real + x, top)
    back = high * 0.3
    far_left, far_right = left + complex(12, -back), right + complex(-12, -back)
    flap = wide * 0.22
    flaps = (
        shape(left, far_left, far_left + complex(-flap, -6), left + complex(-flap, 4), radius=1)
        + shape(right, far_right, far_right + complex(flap, -6), right + complex(flap, 4), radius=1)
    )  # fmt: skip
    well = shape(left, far_left, far_right, right)
    front = shape(
        left, right, complex(right.real, foot.imag), complex(left.real, foot.imag), radius=1
    )
    return "\n".join(part for part in (flaps, well, inside, front) if part)


def bag(foot: complex, wide: float = 44, high: float = 52, string: bool = True) -> str:
    """A small sack, tied at its neck."""
    x, y, top = foot.real, foot.imag, foot.imag - high
    neck = top + high * 0.26
    half = wide / 2
    body = (
        f"M{to(complex(x - 5, neck))}Q{to(complex(x - half - 3, neck + high * 0.18))} "
        f"{to(complex(x - half, y - 9))}Q{to(complex(x - half, y))} {to(complex(x - half + 9, y))}"
        f"L{to(complex(x + half - 9, y))}Q{to(complex(x + half, y))} {to(complex(x + half, y - 9))}"
        f"Q{to(complex(x + half + 3, neck + high * 0.18))} {to(complex(x + 5, neck))}Z"
    )
    ears = (
        f"M{to(complex(x - 5, neck))}L{to(complex(x - 11, top))}Q{to(complex(x, top + 6))} "
        f"{to(complex(x + 11, top))}L{to(complex(x + 5, neck))}Z"
    )
    knot = merged(Limb((complex(x - 5, neck), complex(x + 5, neck)), 5)) if string else ""
    return form(ears) + form(body) + knot


def open_bag(foot: complex, wide: float = 50, high: float = 56) -> str:
    """A cloth bag whose mouth is open."""
    x, y, half, top = foot.real, foot.imag, wide / 2, foot.imag - high
    body = (
        f"M{to(complex(x - half * 0.8, top))}Q{to(complex(x - half * 1.1, y - high * 0.4))} "
        f"{to(complex(x - half, y - 8))}Q{to(complex(x - half, y))} {to(complex(x - half + 9, y))}"
        f"L{to(complex(x + half - 9, y))}Q{to(complex(x + half, y))} {to(complex(x + half, y - 8))}"
        f"Q{to(complex(x + half * 1.1, y - high * 0.4))} {to(complex(x + half * 0.8, top))}Z"
    )
    return form(body) + oval(complex(x, top), half * 0.8, max(5.0, half * 0.26))


def basket(foot: complex, wide: float = 54, high: float = 34, handle: bool = True) -> str:
    """A woven basket; two bands show that it is woven."""
    x, y, half = foot.real, foot.imag, wide / 2
    bow = ""
    if handle:
        over = y - high - wide * 0.85
        ends = (complex(x - half + 5, y - high), complex(x + half - 5, y - high))
        bow = arch(ends[0], complex(x - half + 4, over), complex(x + half - 4, over), ends[1])
    rim = slab(complex(x, y - high), wide + 6, 8, radius=4)
    body = shape(
        complex(x - half, y - high), complex(x + half, y - high), complex(x + half * 0.78, y),
        complex(x - half * 0.78, y), radius=5,
    )  # fmt: skip
    mid = y - high * 0.42
    weave = lines(
        (complex(x - half * 0.88, mid), complex(x + half * 0.88, mid)),
        *(
            (complex(x + s * half * 0.34, y - high), complex(x + s * half * 0.28, y))
            for s in (-1, 1)
        ),
    )
    return bow + body + weave + rim


def bowl(foot: complex, wide: float = 48, high: float = 24) -> str:
    x, y, half = foot.real, foot.imag, wide / 2
    d = f"M{to(complex(x - half, y - high))}Q{to(complex(x - half * 0.9, y))} "
    d += f"{to(complex(x - half * 0.4, y))}L{to(complex(x + half * 0.4, y))}"
    d += f"Q{to(complex(x + half * 0.9, y))} {to(complex(x + half, y - high))}Z"
    return form(d)


def covered_bowl(foot: complex, wide: float = 50) -> str:
    """Goods of whatever kind: a bowl under a cloth."""
    x, y, half = foot.real, foot.imag, wide / 2
    high = wide * 0.5
    left, right = complex(x - half, y - high * 0.55), complex(x + half, y - high * 0.55)
    under = f"M{to(left + 4)}Q{to(complex(x - half * 0.75, y))} {to(complex(x - half * 0.4, y))}"
    under += f"L{to(complex(x + half * 0.4, y))}Q{to(complex(x + half * 0.75, y))} {to(right - 4)}Z"
    top = y - high * 1.25
    third = wide / 3
    cloth = f"M{to(left)}Q{to(complex(x - half * 0.7, top))} {to(complex(x, top))}"
    cloth += f"Q{to(complex(x + half * 0.7, top))} {to(right)}"
    for n in (1, 2, 3):
        end = right - third * n
        cloth += f"Q{to(end + third / 2 + 7j)} {to(end)}"
    folds = lines(
        (complex(x - 5, top + 7), complex(x - 9, y - high * 0.8)),
        (complex(x + 7, top + 7), complex(x + 10, y - high * 0.8)),
    )
    return form(under) + form(cloth + "Z") + folds


def jar(foot: complex, wide: float = 34, high: float = 42, lid: bool = True) -> str:
    x, y, half = foot.real, foot.imag, wide / 2
    neck = y - high * 0.78
    mouth = half * 0.68
    belly = y - high * 0.4
    body = bent(
        complex(x - mouth, neck),
        (complex(x - half * 1.15, neck + 5), complex(x - half, belly)),
        complex(x - half, y - 7), (complex(x - half, y), complex(x - half + 7, y)),
        complex(x + half - 7, y), (complex(x + half, y), complex(x + half, y - 7)),
        complex(x + half, belly), (complex(x + half * 1.15, neck + 5), complex(x + mouth, neck)),
    )  # fmt: skip
    if lid:
        top = slab(complex(x, neck - high * 0.09), mouth * 2 + 7, high * 0.2, radius=3)
        return body + top
    return body + oval(complex(x, neck), mouth, max(4.0, mouth * 0.3))


def bundle(centre: complex, across: float = 26, down: float = 22) -> str:
    """Goods wrapped in a cloth with its ends tied above."""
    knot = centre - complex(0, down)
    ears = (
        bent(knot, (knot + 18 * w - 2j, knot + 14 * w - 16j), (knot + 2 * w - 12j, knot))
        for w in (-1, 1)
    )
    creases = lines(
        (knot + complex(-3, 6), knot + complex(-9, 15)),
        (knot + complex(4, 6), knot + complex(9, 14)),
    )
    return "\n".join(ears) + oval(centre, across, down) + creases


def mug(foot: complex, wide: float = 24, high: float = 26, lid: bool = False) -> str:
    x, y = foot.real, foot.imag
    ear = arc(complex(x + wide / 2, y - high + 5), complex(x + wide / 2 + 16, y - high / 2),
              complex(x + wide / 2, y - 5))  # fmt: skip
    cup = slab(complex(x, y - high / 2), wide, high, radius=4)
    if not lid:
        return ear + cup
    cover = slab(complex(x, y - high - 2), wide + 6, 7, radius=3) + circle(
        complex(x, y - high - 9), 3.5
    )
    return ear + cup + cover


def kettle(foot: complex, way: int = 1, size: float = 1, turn: float = 0) -> str:
    """A kettle that pours to the right (1) or the left (-1)."""

    def at(x: float, y: float) -> complex:
        return turned(foot + complex(x * way, y) * size, turn, foot)

    spout = shape(at(14, -8), at(36, -34), at(40, -29), at(20, 0), radius=1)
    handle = arc(at(-16, -28), at(0, -66), at(16, -28))
    body = form(
        f"M{to(at(-16, -30))}Q{to(at(0, -36))} {to(at(16, -30))}Q{to(at(26, -14))} {to(at(20, 0))}"
        f"L{to(at(-20, 0))}Q{to(at(-26, -14))} {to(at(-16, -30))}Z"
    )
    return handle + spout + body


def bucket(foot: complex, wide: float = 40, high: float = 36) -> str:
    """A bucket whose handle stands up; one holds it 24 above its rim."""
    x, y, half = foot.real, foot.imag, wide / 2
    handle = arc(
        complex(x - half, y - high), complex(x, y - high - 48), complex(x + half, y - high)
    )
    body = shape(
        complex(x - half, y - high), complex(x + half, y - high), complex(x + half * 0.75, y),
        complex(x - half * 0.75, y), radius=3,
    )  # fmt: skip
    return handle + body + slab(complex(x, y - high), wide + 5, 7, radius=3)


def tray(centre: complex, across: float = 38, down: float = 40) -> str:
    """A round flat basket, seen from above or leaning on a wall."""
    return oval(centre, across, down) + oval(centre, across - 8, down - 8)


def backpack(centre: complex, wide: float = 26, high: float = 46) -> str:
    return slab(centre, wide, high, radius=9) + line(centre - wide / 2 + 4j, centre + wide / 2 + 4j)


def cloth_on(foot: complex, wide: float = 54) -> str:
    """A folded cloth on which something lies soft."""
    return slab(foot - 4j, wide, 8, radius=4)
