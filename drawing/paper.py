"""Paper that is written on, ticked, torn off or crumpled. It is placed by the point named first."""

from drawing.pen import circle, filled, form, line, lines, shape, slab, to, turned


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


def tick_box(centre: complex, ticked: bool = False, side: float = 15) -> str:
    frame = slab(centre, side, side, radius=1)
    if not ticked:
        return frame
    return frame + line(
        centre + complex(-side * 0.28, 0), centre + complex(-side * 0.05, side * 0.25),
        centre + complex(side * 0.4, -side * 0.5),
    )  # fmt: skip


def note(centre: complex, wide: float = 34, high: float = 18, turn: float = 0) -> str:
    """A banknote: no number on it."""
    return slab(centre, wide, high, radius=1, turn=turn) + circle(centre, high * 0.24)


def crumpled(centre: complex, radius: float = 12) -> str:
    """A ball of crumpled paper: a lumpy edge and creases that do not meet."""
    rough = (1.08, 0.9, 1.02, 0.86, 1.1, 0.92, 1.0, 0.88, 1.06)
    rim = (centre + turned(radius * r, 360 / len(rough) * n + 14) for n, r in enumerate(rough))
    creases = (((205, 0.85), (245, 0.3), (310, 0.6)), ((165, 0.3), (100, 0.35), (60, 0.85)))
    inner = "".join(
        line(*(centre + turned(radius * far, degrees) for degrees, far in crease))
        for crease in creases
    )
    return shape(*rim, radius=radius * 0.28) + inner


def pencil(tip: complex, turn: float = -50, length: float = 40, wide: float = 7) -> str:
    """A pencil whose point is at `tip` and whose end lies where `turn` shows (-90 is above)."""
    way = turned(1 + 0j, turn)
    side = way * 1j * wide / 2
    neck, end = tip + way * 9, tip + way * length
    return shape(tip, neck + side, end + side, end - side, neck - side) + line(
        neck + side, neck - side
    )
