"""Things that are held, opened, weighed, written on. A thing is placed by the point named first."""

import cmath
import math

from drawing.pen import (
    Limb,
    arc,
    arch,
    bent,
    circle,
    filled,
    form,
    line,
    lines,
    merged,
    oval,
    shape,
    slab,
    spun,
    to,
    turned,
    unit,
)

# Phones


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


# Paper


def sheet(
    centre: complex, wide: float = 44, high: float = 56, rows: int = 4, turn: float = 0
) -> str:
    """Paper with so many lines on it."""
    paper = slab(centre, wide, high, radius=1, turn=turn)
    return paper + written(centre, wide, high, rows, turn)


def written(centre: complex, wide: float, high: float, rows: int, turn: float = 0) -> str:
    """The lines alone, as they stand on a sheet; the last is shorter."""
    if not rows:
        return ""
    step, left = high / (rows + 1), -wide / 2 + min(9.0, wide * 0.2)
    pairs = []
    for row in range(rows):
        y = -high / 2 + step * (row + 1)
        right = -left if row < rows - 1 or rows == 1 else wide * 0.1
        ends = centre + complex(left, y), centre + complex(right, y)
        pairs.append((turned(ends[0], turn, centre), turned(ends[1], turn, centre)))
    return lines(*pairs)


def slip(
    centre: complex, wide: float = 34, high: float = 18, rows: int = 1, turn: float = 0
) -> str:
    return sheet(centre, wide, high, rows, turn)


def receipt(
    centre: complex, wide: float = 28, high: float = 66, rows: int = 4, turn: float = 0
) -> str:
    """A long slip, torn off at its lower edge."""
    x, y, teeth = wide / 2, high / 2, 4
    edge = [
        complex(x - wide * n / (teeth * 2), y - (6 if n % 2 else 0)) for n in range(teeth * 2 + 1)
    ]
    points = (complex(-x, -y), complex(x, -y), *edge)
    paper = shape(*(centre + p for p in points), turn=turn, around=centre)
    return paper + written(centre, wide, high - 8, rows, turn)


def flat_sheet(centre: complex, wide: float = 56, high: float = 22, rows: int = 2) -> str:
    """Paper that lies on a table and is seen from in front."""
    x, y = wide / 2, high / 2
    rim = (complex(-x * 0.86, -y), complex(x * 0.86, -y), complex(x, y), complex(-x, y))
    marks = []
    for row in range(rows):
        down = -y + high * (row + 1) / (rows + 1)
        marks.append((centre + complex(-x * 0.66, down), centre + complex(x * 0.6, down)))
    return shape(*(centre + c for c in rim)) + (lines(*marks) if marks else "")


def board(centre: complex, wide: float = 40, high: float = 34, turn: float = 0) -> str:
    """A writing board with a sheet."""
    back = slab(centre, wide, high, radius=2, turn=turn)
    return back + written(centre, wide, high, 2, turn)


def book(centre: complex, wide: float = 90, high: float = 34) -> str:
    """An open notebook lying on a table."""
    x, y = wide / 2, high / 2
    left = f"M{to(centre + complex(0, -y))}Q{to(centre + complex(-x / 2, -y - 7))} "
    left += f"{to(centre + complex(-x + 5, -y))}L{to(centre + complex(-x, y))}"
    left += f"Q{to(centre + complex(-x / 2, y - 7))} {to(centre + complex(0, y))}Z"
    right = f"M{to(centre + complex(0, -y))}Q{to(centre + complex(x / 2, -y - 7))} "
    right += f"{to(centre + complex(x - 5, -y))}L{to(centre + complex(x, y))}"
    right += f"Q{to(centre + complex(x / 2, y - 7))} {to(centre + complex(0, y))}Z"
    return form(left) + form(right)


def tag(hole: complex, wide: float = 46, high: float = 28, turn: float = 0, rows: int = 2) -> str:
    """A label with a hole, on a string of one's own."""
    y = high / 2
    points = (0j, complex(9, -y), complex(wide, -y), complex(wide, y), complex(9, y))
    base = hole - 9
    paper = shape(*(base + p for p in points), turn=turn, around=hole)
    middle = turned(hole + complex(wide / 2 - 2, 0), turn, hole)
    return paper + circle(hole, 3) + written(middle, wide - 16, high, rows, turn)


# What one writes and cuts with


def pencil(tip: complex, turn: float = -50, length: float = 40, wide: float = 7) -> str:
    """A pencil whose point is at `tip` and whose end lies where `turn` shows (-90 is above)."""
    way = turned(1 + 0j, turn)
    side = way * 1j * wide / 2
    neck, end = tip + way * 9, tip + way * length
    return shape(tip, neck + side, end + side, end - side, neck - side) + line(
        neck + side, neck - side
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


def strip(centre: complex, boxes: int, side: float = 22, black: tuple[int, ...] = ()) -> str:
    """A long paper of boxes in a row, some of them blackened."""
    left = centre - boxes * side / 2
    parts = [slab(centre, boxes * side, side)]
    parts += [
        line(left + side * n - side / 2 * 1j, left + side * n + side / 2 * 1j)
        for n in range(1, boxes)
    ]
    parts += [filled(left + side * (n + 0.5), side - 9) for n in black]
    return "\n".join(parts)


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


# What goods are put into


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


def crumpled(centre: complex, radius: float = 12) -> str:
    """A ball of crumpled paper."""
    rough = (1, 0.86, 1.05, 0.84, 1, 0.9, 1.04, 0.85)
    rim = (centre + turned(radius * r, 45 * n + 10) for n, r in enumerate(rough))
    inner = line(centre + turned(radius * 0.75, 200), centre, centre + turned(radius * 0.6, 70))
    return shape(*rim) + inner


def cloth_on(foot: complex, wide: float = 54) -> str:
    """A folded cloth on which something lies soft."""
    return slab(foot - 4j, wide, 8, radius=4)


# What one measures and counts with


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


def tick_box(centre: complex, ticked: bool = False, side: float = 15) -> str:
    frame = slab(centre, side, side, radius=1)
    if not ticked:
        return frame
    return frame + line(
        centre + complex(-side * 0.28, 0), centre + complex(-side * 0.05, side * 0.25),
        centre + complex(side * 0.4, -side * 0.5),
    )  # fmt: skip


def clock(centre: complex, radius: float = 22, hour: int = 3, minute: int = 0) -> str:
    """A clock without numbers; the longer hand is the minute's."""
    long, short = radius * 0.6, radius * 0.42
    minutes = centre + cmath.rect(long, (minute / 60 - 0.25) * math.tau)
    hours = centre + cmath.rect(short, ((hour + minute / 60) / 12 - 0.25) * math.tau)
    return circle(centre, radius) + line(minutes, centre, hours)


def note(centre: complex, wide: float = 34, high: float = 18, turn: float = 0) -> str:
    """A banknote: no number on it."""
    return slab(centre, wide, high, radius=1, turn=turn) + circle(centre, high * 0.24)


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
