"""Who calls, who asks for a code, and who is asked before money goes."""

from drawing.catalogue import picture
from drawing.hands import reach
from drawing.paper import note
from drawing.pen import arc, dot, line, lines, slab
from drawing.people import Person, voice
from drawing.places import ground, open_door, stool, table
from drawing.things import phone


@picture
def call_back_to_back() -> tuple[str, ...]:
    calls, hears = Person(122, -1, "sit", lean=-8), Person(206, 1, "sit", lean=16)
    return (
        ground(), stool(122), stool(206), calls.body(), voice(calls), hears.body(),
        calls.arm(138 + 76j, aim=-100, holds=phone(139 + 64j, 32, 8)), calls.arm(98 + 134j),
        hears.arm(250 + 64j, far=True, aim=-110), hears.arm(217 + 82j, aim=-80, holds=phone(216 + 70j, 32, 8)),
    )  # fmt: skip


@picture
def turn_away() -> tuple[str, ...]:
    away = Person(256, 1, "half", 176, 1.1)
    keys = "".join(
        dot(complex(88 + 16 * n, 118 + 16 * row), 3.6) for row in range(3) for n in range(3)
    )
    return (
        away.body(), table(176, 196, 316, 204), arc(226 + 66j, 240 + 42j, 266 + 46j), lines((266 + 46j, 257 + 39j), (266 + 46j, 256 + 52j)),
        away.arm(278 + 92j, far=True, kind="flat", aim=-88),
        phone(104 + 112j, 150), keys, line(80 + 76j, 128 + 76j),
        reach(-30 + 70j, 112 + 60j, kind="flat", size=2.2, aim=6, thumb=1),
        reach(190 + 230j, 120 + 134j, kind="point", size=2, aim=-115),
    )  # fmt: skip


@picture
def cover_code() -> tuple[str, ...]:
    asks, keeps = Person(52, 1, "half", 176), Person(226, 0, "half", 176, 1.35)
    paper = slab(226 + 108j, 66, 60, radius=1, turn=-6) + line(194 + 96j, 258 + 89j)
    return (
        asks.body(), voice(asks), keeps.body(), table(176, 8, 312, 204),
        asks.arm(76 + 84j, aim=-100, holds=phone(77 + 76j, 34, 10)), asks.arm(92 + 148j, far=True, kind="flat", aim=-20),
        paper,
        keeps.arm(238 + 130j, kind="flat", aim=-8), keeps.arm(214 + 120j, far=True, kind="flat", aim=-172),
    )  # fmt: skip


@picture
def ask_before_pay() -> tuple[str, ...]:
    asks, old = Person(84, 1), Person(236, -1, wear="bun")
    return (
        ground(188, 6, 300), open_door(176, 268, 18), old.body(), old.arm(204 + 84j, kind="flat", aim=-95),
        asks.body(), asks.arm(170 + 92j, far=True, kind="fist", aim=0),
        note(98 + 104j, 34, 20, -14) + note(100 + 112j, 34, 20, -4), asks.arm(92 + 116j),
    )  # fmt: skip
