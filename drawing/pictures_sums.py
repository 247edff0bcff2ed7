"""Money and losses, laid out in beans."""

from drawing.catalogue import picture
from drawing.hands import reach
from drawing.paper import book, receipt
from drawing.pen import circle, line, lines, oval, slab, spun
from drawing.people import Person, stick
from drawing.places import table_top
from drawing.vessels import bag, bowl


def _beans(*places: complex, size: float = 6) -> str:
    return "".join(circle(place, size) for place in places)


@picture
def beans_taken_away() -> tuple[str, ...]:
    heap = tuple(
        complex(132 + x * 16 + 8, 84 + y * 14) for y in range(4) for x in range(-y - 1, y + 1)
    )
    parts = []
    for foot in (44 + 86j, 60 + 180j, 246 + 78j, 268 + 150j):
        parts += [
            bowl(foot, 54, 24),
            _beans(foot + complex(-10, -29), foot + complex(4, -30), foot + complex(-3, -38)),
        ]
    return (
        table_top(20, 4, 316, 196), *parts, _beans(*heap),
        _beans(206 + 128j, 218 + 136j, 216 + 122j),
        reach(150 + 230j, 196 + 136j, kind="flat", size=1.8, aim=-35),
    )  # fmt: skip


@picture
def nine_carry_ten() -> tuple[str, ...]:
    bags = tuple(bag(complex(34 + 27 * n, 124), 25, 40) for n in range(9))
    return (
        table_top(70, 2, 318, 190), *bags, _beans(*(complex(34 + 27 * n, 138) for n in range(5))),
        spun(bag(292 + 78j, 26, 42), 12, 292 + 46j), lines((288 + 62j, 294 + 68j), (294 + 68j, 289 + 74j)),
        reach(345 - 10j, 292 + 42j, kind="pinch", size=1.5),
        reach(230 + 230j, 173 + 146j, kind="pinch", size=1.7, aim=-130, holds=_beans(169 + 139j, size=6)),
    )  # fmt: skip


def _abacus(centre: complex) -> str:
    columns = ((-38, (-20, 4, 25)), (-13, (-20, 12, 25)), (13, (-20, 4, 16)), (38, (-20, 12, 25)))
    rods = ((centre + complex(x, -34), centre + complex(x, 34)) for x, _ in columns)
    beads = (oval(centre + complex(x, y), 10, 6) for x, column in columns for y in column)
    bar = line(centre + complex(-52, -9), centre + complex(52, -9))
    return slab(centre, 106, 70, radius=2) + lines(*rods) + bar + "".join(beads)


@picture
def abacus_and_book() -> tuple[str, ...]:
    old = Person(160, 0, "half", 116, 0.95)
    return (
        old.body(), table_top(114, 2, 318, 198), stick(286 + 70j, 115), _abacus(90 + 158j), book(228 + 160j, 116, 56),
        old.arm(106 + 142j, kind="point", aim=105), old.arm(214 + 156j, far=True, kind="flat", aim=70),
    )  # fmt: skip


@picture
def lay_receipts() -> tuple[str, ...]:
    return (
        table_top(40, 4, 316, 190), receipt(160 + 112j, 62, 112, 5),
        reach(-30 + 220j, 72 + 140j, kind="pinch", size=2, aim=-50, holds=receipt(78 + 98j, 62, 112, 5, -6)),
        reach(350 + 220j, 250 + 140j, kind="pinch", size=2, aim=-130, holds=receipt(242 + 98j, 62, 112, 5, 6)),
    )  # fmt: skip
