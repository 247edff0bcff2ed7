"""Old things and seeds: unpacked, shared out, written down, found again."""

from drawing.catalogue import picture
from drawing.hands import reach
from drawing.paper import pencil
from drawing.pen import bent, circle, line, lines, slab, spun
from drawing.places import table, table_top
from drawing.things import bent_tool, gourd
from drawing.vessels import bag, bowl, jar, open_bag


@picture
def loft_bundle() -> tuple[str, ...]:
    cloth = bent(
        52 + 150j, (40 + 116j, 62 + 92j), (84 + 128j, 112 + 130j), 214 + 130j,
        (246 + 128j, 262 + 92j), (284 + 116j, 274 + 150j), (164 + 196j, 52 + 150j),
    )  # fmt: skip
    return (
        table_top(104, 4, 316, 198), cloth, jar(132 + 154j, 58, 84), bent_tool(208 + 150j, 1.5),
        reach(-20 + 10j, 60 + 96j, kind="fist", size=1.9, aim=60),
        reach(340 + 10j, 266 + 96j, kind="fist", size=1.9, aim=120),
    )  # fmt: skip


@picture
def split_three() -> tuple[str, ...]:
    grains = tuple(
        circle(complex(x, y), 4.4)
        for x, y in ((140, 78), (148, 88), (142, 99), (150, 109), (143, 119))
    )
    return (
        table(184, 92, 316, 210), bag(218 + 184j, 58, 82), bag(284 + 184j, 58, 82), open_bag(144 + 184j, 64, 62),
        *grains, spun(jar(74 + 104j, 66, 86, lid=False), 66, 74 + 62j),
        reach(-30 + 130j, 62 + 74j, kind="mitt", size=2.2, aim=-20, thumb=1),
    )  # fmt: skip


@picture
def register_one() -> tuple[str, ...]:
    paper = slab(244 + 100j, 112, 164, radius=1)
    return (
        gourd(92 + 112j, 2.2), line(86 + 96j, 98 + 106j, 88 + 116j, 102 + 126j),
        reach(-30 + 220j, 56 + 146j, size=2.1, aim=-30, thumb=-1), reach(-20 + 10j, 82 + 98j, kind="point", size=1.9, aim=32),
        paper, gourd(226 + 66j, 0.9), line(222 + 60j, 228 + 66j, 222 + 72j),
        lines((200 + 108j, 286 + 108j), (200 + 130j, 286 + 130j), (200 + 152j, 236 + 152j)),
        reach(350 + 225j, 256 + 164j, kind="pinch", size=1.8, holds=pencil(238 + 152j, 25, 58, 9)),
    )  # fmt: skip


@picture
def find_by_sheet() -> tuple[str, ...]:
    paper = slab(66 + 88j, 96, 138, radius=1, turn=-4) + gourd(64 + 66j, 0.95)
    rows = lines((32 + 112j, 98 + 108j), (33 + 130j, 99 + 126j))
    return (
        table(170, 128, 316, 208), jar(156 + 170j, 38, 56), gourd(220 + 144j, 1.15), bowl(282 + 170j, 50, 28),
        reach(20 + 225j, 44 + 146j, size=2, aim=-62, thumb=1, holds=paper + rows),
        reach(340 - 20j, 232 + 122j, kind="point", size=1.9, aim=125),
    )  # fmt: skip
