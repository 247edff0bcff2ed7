"""Goods that are shown, judged and told by their flaws and months."""

from drawing.catalogue import picture
from drawing.hands import reach
from drawing.paper import pencil, sheet, strip, tag
from drawing.pen import circle, filled, form, lines, ring, shape, slab
from drawing.people import Person, voice
from drawing.places import counter, ground, leaves, table
from drawing.things import gourd, knife, lump
from drawing.vessels import bag, basket, jar


@picture
def show_odd_one() -> tuple[str, ...]:
    shows, looks = Person(70, 1, "half", 150), Person(250, -1, "half", 150)
    return (
        shows.body(), looks.body(), table(150, 20, 300), circle(118 + 136j, 13), circle(216 + 136j, 13),
        lump(166 + 88j, 1.2), shows.arm(160 + 110j, kind="flat", aim=-8),
        looks.arm(222 + 78j, aim=-50),
    )  # fmt: skip


@picture
def point_at_flaw() -> tuple[str, ...]:
    scar = lines((158 + 80j, 186 + 92j), (164 + 94j, 178 + 78j), (176 + 98j, 184 + 84j))
    return (
        gourd(142 + 100j, 2.7), ring(172 + 87j, 24), scar,
        reach(-20 + 206j, 100 + 144j, kind="mitt", size=2.4, aim=-30, thumb=-1),
        reach(340 + 190j, 194 + 96j, kind="point", size=2.2, aim=-160),
    )  # fmt: skip


@picture
def pick_from_row() -> tuple[str, ...]:
    tells, picks = Person(60, 1, "half", 146), Person(262, -1, "half", 146)
    dent = form(
        "M104,134Q104,120 118,120Q124,128 130,120Q143,121 143,134Q143,148 124,148Q104,148 104,134Z"
    )
    return (
        tells.body(), voice(tells), picks.body(), table(148, 12, 308),
        circle(82 + 132j, 16), dent, circle(164 + 138j, 10), lump(202 + 134j, 0.95),
        circle(244 + 132j, 16), shape(238 + 126j, 249 + 124j, 250 + 135j, 241 + 137j),
        picks.arm(204 + 112j, kind="point", aim=115),
    )  # fmt: skip


@picture
def mark_months() -> tuple[str, ...]:
    return (
        strip(160 + 76j, 12, 25, (3, 4, 5)), *(filled(complex(166, y), 9) for y in (71, 80)),
        filled(171 + 80j, 8),
        reach(340 + 215j, 196 + 112j, kind="pinch", size=2, aim=-135, holds=pencil(175 + 84j, 42, 76, 13)),
    )  # fmt: skip


@picture
def turn_over_pack() -> tuple[str, ...]:
    turns, looks = Person(88, 0, "half", 150), Person(238, 0, "half", 150, lean=-6, wear="bun")
    return (
        turns.body(), looks.body(), table(150, 20, 300), bag(152 + 149j, 64, 72),
        lines((138 + 108j, 162 + 108j), (138 + 119j, 154 + 119j)), jar(40 + 150j, 32, 40, lid=False),
        turns.arm(122 + 138j, aim=-10, thumb=-1), turns.arm(124 + 104j, far=True),
        looks.arm(166 + 114j, kind="point", aim=175), looks.arm(268 + 145j, far=True),
    )  # fmt: skip


@picture
def hands_in_a_row() -> tuple[str, ...]:
    return (
        table(158, 6, 314, 200), leaves(40 + 128j, 1.1), leaves(58 + 130j), basket(48 + 158j, 60, 32, handle=False),
        slab(124 + 152j, 66, 11, radius=2), knife(98 + 130j, 0, 56),
        jar(200 + 158j, 58, 62, lid=False), jar(278 + 158j, 42, 56),
        tag(268 + 142j, 30, 20, 20, 0),
        reach(180 - 20j, 196 + 96j, kind="point", size=1.5),
    )  # fmt: skip


@picture
def ask_at_window() -> tuple[str, ...]:
    asks, writes = Person(72), Person(246, -1, "half", 124)
    return (
        ground(), asks.arm(140 + 94j, far=True, holds=sheet(148 + 82j, 30, 40, 3, 8)),
        asks.body(), voice(asks), jar(98 + 138j, 38, 46), asks.arm(108 + 128j, aim=10),
        slab(244 + 74j, 116, 108), writes.body(), counter(172, 312, 124),
        sheet(208 + 116j, 36, 14, 1), writes.arm(216 + 112j, kind="pinch", holds=pencil(210 + 116j, -60, 36)),
    )  # fmt: skip
