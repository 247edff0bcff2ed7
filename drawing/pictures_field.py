"""Asking and showing in the village: stones, wells, keys, a year on the ground."""

from drawing.catalogue import picture
from drawing.hands import reach
from drawing.paper import board, pencil
from drawing.pen import bent, circle, line, lines, oval, ring, shape, slab, turned
from drawing.people import Person, stick, voice
from drawing.places import ground, stool, table, table_top
from drawing.things import key, leaf
from drawing.vessels import backpack


@picture
def count_on_hand() -> tuple[str, ...]:
    counts, asks = Person(84, 1, "sit"), Person(236, -1, "sit")
    return (
        ground(), stool(84), stool(236), counts.body(), voice(counts), asks.body(), voice(asks),
        counts.arm(144 + 104j, far=True, kind="three", aim=-80, thumb=-1),
        counts.arm(130 + 100j, kind="point", aim=-20), asks.arm(160 + 98j, kind="point", aim=178),
    )  # fmt: skip


@picture
def ask_the_stone() -> tuple[str, ...]:
    guest, first, second = Person(54, 1, "squat"), Person(218, -1), Person(288, -1)
    stone = bent(
        90 + 188j,
        94 + 146j,
        (96 + 140j, 112 + 140j),
        (136 + 166j, 158 + 140j),
        164 + 140j,
        (174 + 140j, 175 + 146j),
        180 + 188j,
    )
    return (
        ground(), guest.body(), backpack(32 + 138j), voice(guest), stone, guest.arm(126 + 150j),
        first.body(), first.arm(230 + 38j, aim=-140), second.body(),
        second.arm(262 + 112j, kind="flat", aim=170), second.arm(256 + 130j, far=True, kind="flat", aim=150),
    )  # fmt: skip


@picture
def point_and_write() -> tuple[str, ...]:
    shows, writes = Person(50), Person(276, -1)
    return (
        ground(188, 6, 314), lines((122 + 130j, 122 + 60j), (196 + 130j, 196 + 60j), (112 + 60j, 206 + 60j), (159 + 60j, 159 + 132j)),
        shape(118 + 134j, 200 + 134j, 200 + 188j, 118 + 188j, radius=4), oval(159 + 134j, 41, 10), line(159 + 60j, 159 + 134j),
        lines((120 + 160j, 198 + 160j), (145 + 144j, 145 + 160j), (176 + 144j, 176 + 160j), (159 + 160j, 159 + 188j)),
        shows.body(), shows.arm(110 + 128j, kind="point"),
        writes.arm(238 + 118j, far=True), writes.body(), board(244 + 110j, 42, 32, -14),
        writes.arm(249 + 106j, kind="pinch", holds=pencil(244 + 110j, -55, 34)),
    )  # fmt: skip


@picture
def ask_at_door() -> tuple[str, ...]:
    old, asks, writes = Person(58, 1, "sit"), Person(180, -1, lean=14), Person(272, -1)
    return (
        slab(50 + 100j, 76, 176), slab(50 + 100j, 58, 176), slab(50 + 168j, 92, 40), ground(188, 4, 314),
        old.body(), voice(old), stick(112 + 130j), old.arm(108 + 134j),
        old.arm(106 + 52j, far=True, kind="point", aim=-50),
        asks.body(), asks.arm(134 + 112j, kind="flat", aim=175),
        writes.arm(236 + 120j, far=True), writes.body(), board(242 + 110j, 42, 32, -14),
        writes.arm(246 + 106j, kind="pinch", holds=pencil(241 + 110j, -55, 34)),
    )  # fmt: skip


@picture
def three_scraps() -> tuple[str, ...]:
    feather = bent(122 + 128j, (124 + 96j, 150 + 92j), (156 + 116j, 122 + 128j)) + line(
        114 + 138j, 146 + 98j
    )
    curl = circle(84 + 140j, 12) + circle(84 + 140j, 5) + line(84 + 152j, 108 + 152j)
    return (
        reach(-60 + 170j, 120 + 132j, kind="flat", size=4.4, aim=0, thumb=-1), feather, curl,
        reach(350 + 10j, 214 + 62j, kind="pinch", size=2, holds=leaf(218 + 60j, 125, 66, bitten=True)),
    )  # fmt: skip


@picture
def walk_the_year() -> tuple[str, ...]:
    works, first, second = Person(78, 1, lean=38, foot=178), Person(230, -1), Person(284, -1)
    return (
        shape(36 + 152j, 216 + 152j, 186 + 196j, 4 + 196j),
        lines(*((complex(36 + 45 * n, 152), complex(4 + 45.5 * n, 196)) for n in range(1, 4))),
        works.arm(132 + 148j, far=True), works.body(), works.arm(118 + 154j),
        first.body(), first.arm(190 + 118j, kind="point"), second.body(), second.resting(),
    )  # fmt: skip


@picture
def stones_on_strip() -> tuple[str, ...]:
    stones = tuple(
        circle(complex(34 + 23 * column - 0.5, y), 7.5)
        for column, count in ((0, 1), (2, 2), (3, 2), (6, 1), (7, 2), (10, 1))
        for y in (68, 92)[:count]
    )
    return (
        table_top(20, 6, 314, 150), slab(160 + 80j, 276, 54),
        lines(*((complex(22 + 23 * n, 53), complex(22 + 23 * n, 107)) for n in range(1, 12))), *stones,
        reach(340 + 215j, 276 + 104j, kind="pinch", size=1.8, aim=-110, holds=circle(273 + 94j, 7)),
        reach(-20 + 215j, 76 + 150j, kind="mitt", size=2.2, aim=-20),
        *(circle(p, 6.5) for p in (64 + 146j, 80 + 140j, 78 + 155j)),
    )  # fmt: skip


@picture
def show_size() -> tuple[str, ...]:
    shows, asks = Person(92, 0, "sit"), Person(262, -1, "sit", lean=-8)
    return (
        ground(), stool(92), stool(262), shows.body(), voice(shows), asks.body(),
        shows.arm(132 + 110j, far=True, kind="flat", aim=-80, thumb=-1),
        shows.arm(52 + 110j, kind="flat", aim=-100, thumb=1), asks.arm(214 + 106j, kind="flat", aim=175),
    )  # fmt: skip


@picture
def keys_out() -> tuple[str, ...]:
    shows, looks = Person(64, 1, "half", 150), Person(250, -1, "half", 150, lean=8)
    return (
        looks.body(), shows.body(), table(150, 16, 304),
        ring(152 + 76j, 17), *(key(152 + 76j + turned(26, turn), turn, 44, 9) for turn in (45, 115)),
        shows.arm(138 + 72j, kind="pinch", aim=-10), shows.arm(92 + 145j, far=True),
        looks.arm(184 + 100j, kind="point", aim=-170),
    )  # fmt: skip


@picture
def key_left_right() -> tuple[str, ...]:
    return (
        table_top(26, 4, 316, 196), line(160 + 27j, 160 + 195j),
        reach(-20 + 60j, 62 + 90j, kind="pinch", size=1.7, holds=key(68 + 92j, 0, 56)),
        reach(340 + 60j, 258 + 90j, kind="pinch", size=1.7, holds=key(252 + 92j, 180, 56)),
        reach(210 + 225j, 172 + 140j, kind="pinch", size=1.7, aim=-110, holds=key(163 + 132j, -94, 56)),
    )  # fmt: skip


@picture
def tell_one_listener() -> tuple[str, ...]:
    tells, hears = Person(80, 1, "sit"), Person(240, -1, "sit")
    return (
        ground(), stool(80), stool(240), tells.body(), voice(tells),
        tells.arm(132 + 92j, far=True, kind="pinch", aim=-20, holds=key(138 + 88j, 86, 42)),
        tells.arm(108 + 133j),
        hears.arm(208 + 132j, far=True), hears.body(), hears.arm(216 + 133j),
    )  # fmt: skip


@picture
def write_beside_key() -> tuple[str, ...]:
    return (
        table_top(14, 4, 316, 196), slab(164 + 100j, 168, 140, radius=1),
        lines((164 + 30j, 164 + 170j), (80 + 100j, 248 + 100j), (92 + 50j, 150 + 50j), (92 + 66j, 146 + 66j), (92 + 82j, 126 + 82j), (176 + 50j, 212 + 50j)),
        key(48 + 70j, 90, 60),
        reach(340 + 190j, 232 + 74j, kind="pinch", size=2, holds=pencil(212 + 64j, 20, 62, 10)),
    )  # fmt: skip
