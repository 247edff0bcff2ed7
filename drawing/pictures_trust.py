"""Who calls, who asks for a code, and who is asked before money goes."""

from drawing.catalogue import picture
from drawing.paper import note
from drawing.pen import line, slab
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
    types, away = Person(88, 0, "half", 150), Person(244, 1, "half", 150)
    return (
        types.body(), away.body(), table(150, 20, 300), phone(84 + 124j, 40, back=True),
        types.arm(72 + 134j), types.arm(118 + 112j, far=True, kind="flat", aim=-90),
        away.arm(232 + 56j, kind="flat", aim=-88),
    )  # fmt: skip


@picture
def cover_code() -> tuple[str, ...]:
    asks, keeps = Person(64, 1, "half", 150), Person(258, -1, "half", 150)
    paper = slab(240 + 112j, 40, 28, radius=1, turn=-4) + line(240 + 98j, 240 + 126j)
    return (
        asks.body(), keeps.body(), voice(asks), table(150, 16, 304),
        asks.arm(156 + 122j, far=True, kind="flat", aim=0), asks.arm(52 + 62j, kind="two", aim=-75),
        paper, keeps.arm(248 + 106j, kind="flat", aim=-165), keeps.arm(232 + 122j, far=True, kind="flat", aim=170),
    )  # fmt: skip


@picture
def ask_before_pay() -> tuple[str, ...]:
    asks, old = Person(84, 1), Person(236, -1, wear="bun")
    return (
        ground(188, 6, 300), open_door(176, 268, 18), old.body(), old.arm(204 + 84j, kind="flat", aim=-95),
        asks.body(), asks.arm(170 + 92j, far=True, kind="fist", aim=0),
        note(98 + 104j, 34, 20, -14) + note(100 + 112j, 34, 20, -4), asks.arm(92 + 116j),
    )  # fmt: skip
