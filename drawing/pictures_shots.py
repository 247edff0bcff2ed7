"""Taking pictures and films: goods, light, corners of a house, and slips beside the phone."""

from drawing.catalogue import picture
from drawing.grips import phone_in_hand
from drawing.hands import reach
from drawing.paper import board, pencil, slip
from drawing.pen import arc, circle, line, lines, oval, shape, slab
from drawing.people import Person, voice
from drawing.places import ground, stool, sunny_window, table
from drawing.things import phone, phone_on_stand
from drawing.vessels import basket, bowl, bucket, bundle, covered_bowl, tray


@picture
def tip_basket() -> tuple[str, ...]:
    old, films = Person(66, wear="bun"), Person(256, -1, "squat")
    pan = shape(148 + 66j, 112 + 84j, 112 + 138j, 148 + 154j, radius=6) + oval(148 + 110j, 26, 44)
    return (
        ground(), old.body(), old.arm(124 + 76j, far=True, aim=0),
        pan, oval(140 + 110j, 13, 25), old.arm(118 + 138j, aim=0),
        films.arm(216 + 112j, far=True), films.body(), films.arm(220 + 118j, holds=phone(212 + 108j, 42)),
    )  # fmt: skip


@picture
def paper_for_light() -> tuple[str, ...]:
    films, holds = Person(90, lean=20), Person(272, -1)
    return (
        ground(), sunny_window(36 + 48j, 50, 60), table(150, 132, 232), covered_bowl(172 + 150j, 48),
        films.body(), films.arm(132 + 112j, holds=phone(138 + 104j, 38)),
        holds.arm(226 + 92j, far=True), holds.body(), slab(216 + 112j, 34, 70, radius=1), holds.arm(232 + 126j),
    )  # fmt: skip


@picture
def hand_beside() -> tuple[str, ...]:
    return (
        line(6 + 164j, 214 + 164j), bundle(128 + 128j, 42, 36),
        reach(-30 + 206j, 50 + 112j, kind="flat", size=2.2, aim=-86, thumb=1),
        phone_in_hand(330 + 215j, 252 + 92j, 110, way=-1),
    )  # fmt: skip


@picture
def ask_before_shot() -> tuple[str, ...]:
    asks, old = Person(84), Person(246, -1, "sit", wear="bun")
    return (
        ground(), asks.body(), voice(asks), asks.arm(140 + 106j, far=True, kind="flat", aim=0),
        asks.arm(92 + 118j, holds=phone(94 + 104j, 36, -8)),
        stool(246), old.body(), basket(214 + 133j, 46, 26, handle=False), old.arm(208 + 76j, kind="flat", aim=-80),
    )  # fmt: skip


@picture
def film_slowly() -> tuple[str, ...]:
    films, works, counts = Person(56, 1, "walk"), Person(176, -1, "sit", lean=14), Person(268, -1)
    return (
        ground(), films.arm(94 + 98j, far=True), films.body(), films.arm(92 + 104j, holds=phone(98 + 92j, 40)),
        lines((16 + 112j, 28 + 112j), (12 + 130j, 28 + 130j)),
        stool(176), works.body(), works.arm(130 + 128j, far=True), oval(140 + 136j, 32, 10), works.arm(150 + 128j),
        counts.body(), voice(counts), counts.arm(228 + 104j, kind="three", aim=-80),
    )  # fmt: skip


@picture
def three_boxes() -> tuple[str, ...]:
    house = shape(24 + 88j, 50 + 64j, 76 + 88j) + slab(50 + 102j, 36, 28) + slab(50 + 107j, 10, 18)
    return (
        slab(140 + 92j, 264, 116, radius=1), *(slab(complex(50 + 88 * n, 92), 78, 84) for n in range(3)), house,
        bowl(138 + 124j, 42, 22), reach(108 + 66j, 129 + 94j, size=0.9), reach(168 + 66j, 147 + 94j, size=0.9),
        arc(206 + 104j, 198 + 68j, 226 + 72j), arc(226 + 72j, 246 + 76j, 240 + 98j),
        reach(340 + 200j, 256 + 116j, kind="pinch", size=1.8, aim=-150, holds=pencil(240 + 98j, 35, 56, 9)),
    )  # fmt: skip


def _seller(x: float) -> str:
    """Somebody in a drawing, who holds a bowl."""
    body = shape(
        complex(x - 18, 134),
        complex(x - 16, 94),
        complex(x + 16, 94),
        complex(x + 18, 134),
        radius=9,
    )
    return body + circle(complex(x, 78), 13) + bowl(complex(x, 124), 26, 12)


@picture
def two_corners() -> tuple[str, ...]:
    bare = slab(80 + 74j, 116, 84) + _seller(72)
    pot = (
        circle(126 + 98j, 7), line(126 + 104j, 126 + 114j),
        shape(117 + 114j, 135 + 114j, 132 + 134j, 120 + 134j),
    )  # fmt: skip
    rich = (
        slab(188 + 90j, 32, 88), circle(198 + 92j, 2.5), tray(284 + 48j, 19, 21),
        line(215 + 134j, 215 + 52j), line(207 + 62j, 208 + 52j, 224 + 52j), _seller(246),
    )  # fmt: skip
    old = circle(282 + 94j, 9) + shape(269 + 134j, 271 + 105j, 293 + 105j, 295 + 134j, radius=6)
    return (
        slab(80 + 78j, 150, 144, radius=1), slab(240 + 78j, 150, 144, radius=1), bare, *pot, *rich, old,
        reach(40 + 225j, 72 + 146j, kind="point", size=1.7, aim=-80),
        reach(280 + 225j, 248 + 146j, kind="point", size=1.7, aim=-100),
    )  # fmt: skip


@picture
def turn_to_window() -> tuple[str, ...]:
    shows, films = Person(128, -1), Person(250, -1, "walk")
    return (
        ground(), sunny_window(34 + 66j, 50, 70), shows.body(), slab(88 + 92j, 22, 30, turn=-8),
        covered_bowl(90 + 118j, 42), shows.arm(98 + 116j),
        films.arm(210 + 100j, far=True), films.body(), films.arm(212 + 104j, holds=phone(206 + 92j, 40)),
        arc(282 + 172j, 306 + 152j, 296 + 128j), arc(276 + 160j, 292 + 146j, 286 + 130j),
    )  # fmt: skip


@picture
def carry_out() -> tuple[str, ...]:
    carries, looks = Person(58, -1, "walk"), Person(278, -1)
    return (
        ground(188, 6, 314), carries.body(), bucket(30 + 166j, 38, 34), carries.arm(31 + 112j, kind="fist", aim=100),
        lines((84 + 122j, 98 + 122j), (84 + 140j, 102 + 140j)),
        tray(150 + 114j, 30, 32), table(150, 114, 190), covered_bowl(152 + 150j, 44),
        phone_on_stand(222, 92), looks.body(), looks.arm(204 + 72j, far=True, kind="point", aim=175), looks.resting(),
    )  # fmt: skip


@picture
def draw_floor() -> tuple[str, ...]:
    wall = line(72 + 44j, 72 + 30j, 232 + 30j, 232 + 158j, 72 + 158j, 72 + 112j)
    return (
        slab(152 + 96j, 216, 176, radius=1), wall, slab(72 + 78j, 9, 68),
        slab(196 + 60j, 20, 30, radius=4), lines((190 + 75j, 182 + 88j), (202 + 75j, 210 + 88j), (196 + 75j, 196 + 88j)),
        slab(118 + 132j, 34, 26), arc(112 + 70j, 96 + 92j, 118 + 96j), arc(118 + 96j, 142 + 98j, 140 + 74j),
        reach(340 + 210j, 152 + 92j, kind="pinch", size=2, holds=pencil(140 + 74j, 30, 62, 10)),
    )  # fmt: skip


@picture
def circle_on_list() -> tuple[str, ...]:
    rows = lines(*((complex(96, y), complex(178 - y % 3 * 8, y)) for y in range(28, 180, 21)))
    return (
        slab(136 + 100j, 116, 190, radius=1), oval(136 + 70j, 50, 11), oval(136 + 133j, 50, 11), rows,
        reach(340 + 180j, 204 + 88j, kind="pinch", size=2, holds=pencil(184 + 74j, 20, 64, 10)),
    )  # fmt: skip


@picture
def read_slip_aloud() -> tuple[str, ...]:
    reads = Person(70)
    return (
        ground(188, 16, 214), reads.body(), voice(reads), covered_bowl(118 + 112j, 48), reads.arm(112 + 110j),
        phone_on_stand(180, 54, 188, 58),
        reach(292 + 225j, 252 + 96j, kind="pinch", size=1.8, aim=-125, holds=slip(238 + 74j, 56, 40, 2, -4)),
    )  # fmt: skip


@picture
def hand_up_slips() -> tuple[str, ...]:
    talks, helps, notes = Person(40), Person(206, -1, "squat"), Person(286, -1, "sit")
    fan = tuple(slip(176 + 136j + x, 16, 28, 0, turn) for x, turn in ((-8, -30), (0, 0)))
    return (
        ground(188, 6, 314), talks.body(), voice(talks), covered_bowl(84 + 112j, 42), talks.arm(79 + 110j),
        phone_on_stand(128, 74), helps.arm(170 + 86j, far=True, kind="pinch", aim=-130, holds=slip(163 + 74j, 34, 24, 1)),
        helps.body(), *fan, helps.arm(178 + 148j),
        stool(284), notes.body(), board(252 + 122j, 38, 30, -16),
        notes.arm(253 + 120j, kind="pinch", holds=pencil(249 + 124j, -55, 34)),
    )  # fmt: skip
