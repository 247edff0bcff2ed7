"""Old people who show and tell, and those who learn from them."""

from drawing.catalogue import picture
from drawing.hands import reach
from drawing.pen import Limb, dot, line, lines, merged, shape, spun
from drawing.people import Person, stick, voice
from drawing.places import ground, stool, table
from drawing.things import hand_tool, phone
from drawing.vessels import bowl, mug


@picture
def show_own_tool() -> tuple[str, ...]:
    handle = merged(Limb((60 + 132j, 206 + 88j), 17))
    wound = lines(
        *(
            (complex(x - 5, y - 8), complex(x + 3, y + 8))
            for x, y in ((124, 113), (138, 109), (152, 105), (166, 100))
        )
    )
    return (
        handle, wound, shape(192 + 62j, 226 + 50j, 248 + 100j, 204 + 116j, radius=8),
        reach(-30 + 200j, 92 + 126j, kind="fist", size=2.3, aim=-16),
        reach(350 + 210j, 232 + 122j, kind="flat", size=2.3, aim=-160, thumb=-1),
        lines((150 + 48j, 184 + 38j), (176 + 33j, 185 + 38j), (178 + 47j, 185 + 38j)),
    )  # fmt: skip


@picture
def empty_stool() -> tuple[str, ...]:
    shows, thinks = Person(58, 1, "sit"), Person(266, -1, "sit")
    return (
        ground(), stool(58), stool(266), stool(162, 152, wide=58), mug(162 + 152j, 28, 28, lid=True),
        shows.body(), shows.arm(132 + 122j, kind="point"),
        thinks.body(), thinks.arm(250 + 84j, aim=-70), thinks.arm(240 + 134j),
    )  # fmt: skip


@picture
def wait_and_listen() -> tuple[str, ...]:
    waits, old = Person(64, 1, "sit", lean=8), Person(250, -1, "sit")
    return (
        ground(), stool(64), stool(250), stick(296 + 132j), waits.body(),
        waits.arm(124 + 72j, far=True, kind="point", aim=-85), waits.arm(92 + 133j),
        old.body(), voice(old), old.arm(196 + 106j, far=True), hand_tool(206 + 116j, 195, 66), old.arm(216 + 124j),
    )  # fmt: skip


@picture
def press_dot() -> tuple[str, ...]:
    return (
        line(10 + 178j, 310 + 178j),
        spun(bowl(158 + 178j, 130, 62), 180, 158 + 147j), phone(158 + 100j, 146, 2), dot(156 + 146j, 9),
        reach(-20 + 110j, 116 + 50j, kind="mitt", size=2.1, aim=-10, thumb=1),
        reach(340 + 180j, 168 + 144j, kind="point", size=2.2, aim=-172),
    )  # fmt: skip


@picture
def tell_with_tool() -> tuple[str, ...]:
    old, helps = Person(58, 1, "sit"), Person(272, -1, "sit")
    return (
        ground(188, 6, 314), stool(58), stool(272), stick(16 + 132j), old.body(), voice(old),
        old.arm(110 + 108j, far=True), hand_tool(100 + 112j, -25, 66), old.arm(92 + 118j),
        table(150, 152, 212), spun(bowl(186 + 150j, 38, 22), 180, 186 + 139j), phone(176 + 124j, 50, 8),
        helps.body(), helps.arm(232 + 80j, far=True, kind="two", aim=-95), helps.arm(246 + 134j),
    )  # fmt: skip


@picture
def teach_hands() -> tuple[str, ...]:
    old, learns = Person(66, 1, "sit", lean=8), Person(226, -1, "sit", lean=8)
    return (
        ground(), stool(66), stool(226), stick(24 + 132j), old.body(), learns.body(),
        learns.arm(168 + 118j, far=True), hand_tool(176 + 122j, 148, 74), learns.arm(184 + 122j),
        old.arm(168 + 108j, up=True),
    )  # fmt: skip
