"""Old people who show and tell, and those who learn from them."""

from drawing.catalogue import picture
from drawing.hands import reach
from drawing.pen import dot, line, spun
from drawing.people import Person, stick, voice
from drawing.places import ground, stool, table
from drawing.things import hand_tool, phone
from drawing.vessels import bowl, mug


@picture
def show_own_tool() -> tuple[str, ...]:
    old, sees = Person(92, 0, "sit"), Person(226, 0, "sit", lean=-8)
    return (
        ground(), stick(46 + 132j), stool(92), stool(226), old.body(), sees.body(),
        old.arm(150 + 122j, far=True, aim=-10), hand_tool(170 + 110j, 180, 72), old.arm(124 + 120j, aim=-20),
        sees.arm(184 + 112j, aim=180), sees.arm(240 + 138j, far=True),
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
