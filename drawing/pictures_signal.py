"""The phone itself: where it has signal and power, whose it is, what one taps."""

import cmath
import math

from drawing.catalogue import picture
from drawing.grips import phone_in_hand
from drawing.hands import reach
from drawing.paper import flat_sheet, pencil, tick_box
from drawing.pen import circle, dot, line, lines, slab
from drawing.people import Person, stick, voice
from drawing.places import ground, socket, stool, table, table_top, tree
from drawing.things import clock, phone, phone_lying, phone_on_stand
from drawing.vessels import covered_bowl


@picture
def look_at_clock() -> tuple[str, ...]:
    looks = Person(110, 1, lean=-5)
    return (
        ground(), clock(236 + 58j, 36, hour=7, minute=40), looks.body(),
        looks.arm(96 + 38j, aim=-40),
        looks.arm(146 + 130j, far=True, holds=phone(152 + 142j, 34, 20)),
    )  # fmt: skip


@picture
def count_sending() -> tuple[str, ...]:
    return (
        phone_in_hand(20 + 215j, 96 + 92j, 120),
        reach(330 + 190j, 232 + 104j, kind="three", size=2.1, aim=-95),
    )  # fmt: skip


@picture
def call_from_spot() -> tuple[str, ...]:
    outside, inside = Person(86), Person(270, -1, "sit")
    return (
        ground(188, 6, 314), tree(36, 188, 168, 66), outside.body(), voice(outside),
        outside.arm(134 + 96j, holds=phone(140 + 84j, 36)),
        line(180 + 188j, 180 + 22j, 312 + 22j), line(196 + 188j, 196 + 38j, 312 + 38j),
        stool(270), inside.body(),
        inside.arm(226 + 90j, far=True, kind="two", aim=-100),
        inside.arm(236 + 122j, holds=phone(230 + 114j, 36, -10)),
    )  # fmt: skip


@picture
def unplug() -> tuple[str, ...]:
    return (
        socket(44 + 70j, 44),
        lines((78 + 64j, 90 + 64j), (78 + 76j, 90 + 76j)), slab(100 + 70j, 22, 30, radius=5),
        reach(120 + 215j, 112 + 72j, kind="fist", size=2, aim=-150),
        table(160, 176, 312, 200), phone_on_stand(216, 66, 160, 64),
        line(232 + 124j, 246 + 128j, 250 + 148j, 262 + 148j, radius=8),
        slab(282 + 151j, 42, 17, radius=5),
    )  # fmt: skip


@picture
def whose_phone() -> tuple[str, ...]:
    old = Person(64, 0, "half", 150, 0.85, lean=4)
    young = Person(160, 0, "half", 150, 0.85, wear="bun")
    man = Person(256, 0, "half", 150, 0.85, lean=-4)
    return (
        old.body(), young.body(), man.body(), voice(young), table(150, 16, 304), stick(24 + 100j, 150),
        old.arm(76 + 140j), man.arm(258 + 82j, far=True, aim=-110), man.arm(240 + 144j),
        young.arm(160 + 108j, kind="point", aim=-10), young.arm(192 + 144j, far=True),
        phone_lying(132 + 140j, 44), slab(216 + 142j, 24, 13, radius=2),
    )  # fmt: skip


@picture
def tap_and_write() -> tuple[str, ...]:
    taps, writes = Person(66, 1, "half", 140), Person(226, 0, "half", 140, lean=-5, wear="bun")
    return (
        taps.body(), writes.body(), table_top(138), flat_sheet(226 + 168j, 84, 40, 3),
        taps.arm(122 + 124j, holds=phone(134 + 108j, 60)),
        taps.arm(132 + 104j, far=True, kind="point", aim=10),
        writes.arm(196 + 160j),
        writes.arm(240 + 160j, far=True, kind="pinch", holds=pencil(234 + 166j, -60, 42)),
    )  # fmt: skip


@picture
def own_hands() -> tuple[str, ...]:
    shows, away = Person(70, 1, "half", 150), Person(252, 1, "half", 150)
    card = slab(128 + 100j, 40, 28, radius=2) + slab(118 + 100j, 10, 12)
    return (
        shows.body(), away.body(), table(150, 20, 300), phone_on_stand(180, 66, 150, 56),
        shows.arm(112 + 104j, holds=card + lines((129 + 95j, 142 + 95j), (129 + 105j, 140 + 105j))),
        away.arm(240 + 56j, kind="flat", aim=-88, up=False), shows.arm(96 + 145j, far=True),
    )  # fmt: skip


@picture
def say_and_type() -> tuple[str, ...]:
    says, types = Person(72, 1, "half", 150), Person(246, 0, "half", 150, lean=-3)
    return (
        says.body(), voice(says), types.body(), table(150, 20, 300), covered_bowl(146 + 150j, 56),
        says.arm(120 + 116j, kind="point"),
        phone(240 + 112j, 44, back=True),
        types.arm(226 + 122j, thumb=1), types.arm(254 + 122j, far=True, thumb=-1),
    )  # fmt: skip


@picture
def finger_before_button() -> tuple[str, ...]:
    paper = slab(84 + 88j, 96, 128, radius=1, turn=-4)
    rows = tuple(
        part
        for y in (52, 88, 124)
        for part in (tick_box(complex(54, y), True, 16), line(complex(72, y), complex(120, y)))
    )
    return (
        phone(196 + 92j, 150), dot(196 + 132j, 8),
        reach(-20 + 210j, 62 + 138j, holds=paper + "".join(rows), aim=-50, thumb=1),
        reach(330 + 200j, 216 + 138j, kind="point", size=2),
    )  # fmt: skip


@picture
def bare_clock() -> tuple[str, ...]:
    centre = 104 + 100j
    marks = (
        (
            centre + cmath.rect(78 if n % 3 else 70, n * math.tau / 12),
            centre + cmath.rect(88, n * math.tau / 12),
        )
        for n in range(12)
    )
    return (
        circle(centre, 94), lines(*marks), dot(centre, 5),
        reach(350 + 225j, 226 + 148j, kind="pinch", size=2, holds=pencil(202 + 130j, 28, 66, 10)),
    )  # fmt: skip
