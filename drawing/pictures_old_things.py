"""Old things and seeds: unpacked, shared out, written down, found again."""

from drawing.catalogue import picture
from drawing.hands import reach
from drawing.paper import flat_sheet, pencil, sheet
from drawing.pen import bent, circle, spun
from drawing.people import Person
from drawing.places import table, table_top
from drawing.things import bent_tool, gourd
from drawing.vessels import bag, bowl, jar, open_bag


@picture
def loft_bundle() -> tuple[str, ...]:
    guest = Person(160, 0, "half", 136, 0.95)
    left, right = (
        Person(48, 1, "half", 150, 0.95, lean=8),
        Person(272, -1, "half", 150, 0.95, lean=8),
    )
    cloth = bent(
        98 + 150j,
        (92 + 132j, 98 + 120j),
        (112 + 140j, 132 + 144j),
        190 + 144j,
        (208 + 140j, 222 + 120j),
        (228 + 132j, 222 + 150j),
    )
    return (
        guest.body(), left.body(), right.body(), table(150, 12, 308), cloth,
        jar(146 + 148j, 32, 42), bent_tool(188 + 149j, 0.9),
        guest.arm(102 + 122j), guest.arm(218 + 122j, far=True), left.arm(80 + 145j), right.arm(240 + 145j),
    )  # fmt: skip


@picture
def split_three() -> tuple[str, ...]:
    grains = tuple(
        circle(complex(x, y), 3.6) for x, y in ((134, 70), (137, 84), (131, 95), (140, 99))
    )
    return (
        table(180, 30, 312, 210), bag(222 + 180j, 50, 66), bag(282 + 180j, 50, 66), open_bag(140 + 180j, 60, 66),
        *grains, spun(jar(80 + 86j, 50, 66, lid=False), 66, 80 + 56j),
        reach(-30 + 90j, 68 + 66j, kind="mitt", size=2, aim=-20, thumb=1),
        reach(250 + 240j, 172 + 124j, kind="pinch", size=1.7, aim=-140),
    )  # fmt: skip


@picture
def register_one() -> tuple[str, ...]:
    shows, writes = Person(70, 1, "half", 140), Person(232, 0, "half", 140, lean=-5, wear="bun")
    return (
        shows.body(), writes.body(), table_top(138), flat_sheet(232 + 168j, 84, 40, 3),
        shows.arm(151 + 84j, far=True, kind="point", aim=30), gourd(150 + 114j, 0.9), shows.arm(140 + 130j, aim=0, thumb=-1),
        writes.arm(204 + 160j),
        writes.arm(246 + 160j, far=True, kind="pinch", holds=pencil(240 + 166j, -60, 42)),
    )  # fmt: skip


@picture
def find_by_sheet() -> tuple[str, ...]:
    finds = Person(96, 1, "half", 150)
    return (
        finds.body(), table(150, 12, 308), bag(56 + 150j, 40, 48), jar(168 + 150j, 36, 48),
        bent_tool(228 + 150j), bowl(282 + 150j, 40, 24),
        finds.arm(156 + 96j, far=True, kind="point", aim=20),
        finds.arm(104 + 118j, holds=sheet(106 + 104j, 40, 46, 3, -8)),
    )  # fmt: skip
