"""Photographs and films that are shown to others, and what these say of them."""

from drawing.catalogue import picture
from drawing.grips import phone_in_hand
from drawing.hands import reach
from drawing.paper import pencil
from drawing.pen import circle, lines, oval, ring, shape, slab
from drawing.people import Person, voice
from drawing.places import ground, stool, table
from drawing.things import phone
from drawing.vessels import covered_bowl


def _photo(centre: complex, wide: float, high: float) -> str:
    """A house and somebody before it."""

    def at(x: float, y: float) -> complex:
        return centre + complex(x * wide, y * high)

    roof = shape(at(-0.42, -0.06), at(-0.2, -0.34), at(0.02, -0.06))
    wall = shape(at(-0.36, -0.06), at(-0.04, -0.06), at(-0.04, 0.32), at(-0.36, 0.32))
    way_in = shape(at(-0.26, 0.08), at(-0.14, 0.08), at(-0.14, 0.32), at(-0.26, 0.32))
    body = slab(at(0.24, 0.18), wide * 0.2, high * 0.3, radius=min(wide, high) * 0.08)
    head = circle(at(0.24, -0.08), min(wide, high) * 0.1)
    return slab(centre, wide, high) + roof + wall + way_in + body + head


@picture
def zoom_in_photo() -> tuple[str, ...]:
    held = phone(136 + 84j, 216, 90) + _photo(136 + 84j, 181, 89)
    return (
        reach(-40 + 215j, 48 + 128j, size=2.3, aim=-62, thumb=1, holds=held), ring(99 + 86j, 40),
        reach(330 + 240j, 136 + 112j, kind="point", size=2, aim=-150),
    )  # fmt: skip


@picture
def six_answers() -> tuple[str, ...]:
    photos = "".join(
        slab(complex(76 + 34 * n, 60 + 33 * row), 28, 27) for row in range(3) for n in range(2)
    )
    rows = lines(
        *((complex(174, y), complex(238, y)) for y in (40, 70, 130, 160)), (182 + 100j, 222 + 100j)
    )
    return (
        phone_in_hand(-10 + 225j, 93 + 94j, 150, dots=photos),
        slab(206 + 100j, 92, 170, radius=1), oval(202 + 100j, 34, 14), rows,
        reach(350 + 210j, 256 + 124j, kind="pinch", size=1.9, holds=pencil(236 + 108j, 25, 60, 9)),
    )  # fmt: skip


@picture
def say_what_is_seen() -> tuple[str, ...]:
    shows, says = Person(60, 1, "half", 176, 1.1), Person(262, -1, "half", 176, 1.1)
    played = shape(140 + 92j, 140 + 120j, 162 + 106j)
    return (
        shows.body(), says.body(), voice(says), table(176, 14, 306, 204), phone(150 + 106j, 96), played,
        shows.arm(128 + 132j, far=True), says.arm(220 + 84j, far=True, kind="three", aim=-100), says.arm(240 + 168j),
    )  # fmt: skip


@picture
def guess_from_photo() -> tuple[str, ...]:
    holds, first, second = Person(46, 1, "sit"), Person(216, -1, "sit"), Person(284, -1, "sit")
    return (
        ground(188, 6, 314), stool(46), stool(216), stool(284), holds.body(), second.body(), voice(second), second.arm(262 + 132j),
        phone(118 + 66j, 90), _photo(118 + 64j, 42, 66), holds.arm(104 + 98j, far=True), holds.arm(78 + 134j),
        first.body(), first.arm(164 + 72j, far=True, kind="point", aim=180), first.arm(194 + 132j),
    )  # fmt: skip


@picture
def compare_with_photo() -> tuple[str, ...]:
    return (
        phone_in_hand(-10 + 225j, 92 + 94j, 150, dots=covered_bowl(92 + 112j, 48)),
        covered_bowl(230 + 118j, 84), reach(345 + 225j, 234 + 120j, size=2.3, aim=-150, thumb=1),
        lines((146 + 60j, 176 + 60j), (154 + 53j, 146 + 60j), (154 + 67j, 146 + 60j), (168 + 53j, 176 + 60j), (168 + 67j, 176 + 60j)),
    )  # fmt: skip
