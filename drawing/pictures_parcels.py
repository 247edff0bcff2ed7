"""Boxes and what protects goods on their way."""

from drawing.catalogue import picture
from drawing.hands import reach
from drawing.paper import crumpled, sheet
from drawing.pen import lines, slab, spun
from drawing.people import Person
from drawing.places import ground, table, table_top
from drawing.things import tape_roll
from drawing.vessels import bag, box, bundle, open_bag, open_box


@picture
def empty_sack() -> tuple[str, ...]:
    pours, takes = Person(52), Person(276, -1)
    return (
        ground(), pours.body(), table(150, 92, 246), pours.arm(136 + 62j, far=True),
        slab(128 + 144j, 46, 10, radius=1), crumpled(174 + 138j, 12), tape_roll(152 + 118j, 13), slab(184 + 112j, 30, 22, turn=24),
        sheet(224 + 140j, 26, 18, 0, -12),
        spun(open_bag(122 + 96j, 58, 60), 158, 124 + 70j), pours.arm(112 + 86j),
        takes.body(), takes.arm(232 + 134j),
    )  # fmt: skip


@picture
def lift_two() -> tuple[str, ...]:
    lifts = Person(160, 0)
    down = lines((66 + 126j, 66 + 142j), (60 + 135j, 66 + 142j), (72 + 135j, 66 + 142j))
    up = lines((256 + 136j, 256 + 120j), (250 + 127j, 256 + 120j), (262 + 127j, 256 + 120j))
    return (
        ground(), lifts.body(), box(80 + 102j, 84, 60), box(236 + 96j, 48, 30), down, up,
        lifts.arm(84 + 110j, kind="flat", aim=178, thumb=-1), lifts.arm(236 + 104j, far=True, kind="flat", aim=2, thumb=-1),
    )  # fmt: skip


@picture
def lay_in_row() -> tuple[str, ...]:
    return (
        table_top(60, 4, 316, 178), bundle(38 + 112j, 20, 18), bag(84 + 130j, 30, 42),
        slab(126 + 108j, 36, 40, radius=1), slab(174 + 112j, 38, 32, radius=2), slab(174 + 112j, 24, 18, radius=1),
        box(222 + 130j, 36, 28), open_box(280 + 134j, 44, 40),
        reach(90 + 225j, 120 + 136j, kind="flat", size=1.7, aim=-75),
        reach(260 + 225j, 228 + 134j, kind="mitt", size=1.8, aim=-105),
    )  # fmt: skip


@picture
def take_one_out() -> tuple[str, ...]:
    inside = slab(166 + 62j, 66, 74, radius=1) + bundle(114 + 96j, 26, 20)
    return (
        table(172, 6, 314, 205), open_box(130 + 172j, 132, 70, inside),
        slab(256 + 166j, 44, 10, radius=1), slab(262 + 156j, 34, 10, radius=1),
        reach(340 + 40j, 192 + 40j, kind="pinch", size=1.8, aim=170),
        reach(-20 + 190j, 74 + 108j, kind="mitt", size=1.9, aim=-50, thumb=1),
    )  # fmt: skip
