"""What is graded, packed, shaken and dropped; and who answers the buyer."""

from drawing.catalogue import picture
from drawing.grips import phone_in_hand
from drawing.hands import reach
from drawing.paper import board, crumpled, pencil, slip
from drawing.pen import arc, circle, line, lines, slab
from drawing.people import Person, voice
from drawing.places import ground, stool, table, table_top, window
from drawing.things import phone
from drawing.vessels import bowl, bundle, carton, jar, open_bag, open_box


@picture
def show_box() -> tuple[str, ...]:
    shows, looks = Person(70, 1, "half", 150), Person(252, -1, "half", 150, lean=10)
    stuffing = crumpled(144 + 100j, 13) + crumpled(182 + 101j, 12)
    return (
        shows.body(), looks.body(), table(150, 24, 296),
        open_box(162 + 150j, 92, 44, stuffing), line(116 + 136j, 128 + 130j, 124 + 150j),
        shows.arm(150 + 84j, far=True, kind="point", aim=25), looks.arm(224 + 147j),
    )  # fmt: skip


@picture
def shake_box() -> tuple[str, ...]:
    who = Person(138, 1, lean=4)
    return (
        ground(), who.body(), carton(192 + 58j, 62, 48, -8),
        arc(230 + 36j, 240 + 56j, 232 + 78j), arc(242 + 32j, 254 + 54j, 245 + 80j),
        who.arm(214 + 80j, far=True, aim=-50), who.arm(172 + 80j, aim=-60),
    )  # fmt: skip


@picture
def grade_by_hand() -> tuple[str, ...]:
    heap = ((54, 110), (74, 112), (94, 111), (64, 96), (84, 96))
    full = ((52, 146), (70, 142), (88, 146))
    return (
        table_top(92, 8, 312), *(circle(complex(*at), 10) for at in heap),
        *(circle(complex(*at), 10) for at in full), bowl(70 + 180j, 68, 34),
        circle(147 + 148j, 10), bowl(160 + 180j, 68, 34),
        circle(250 + 148j, 10), bowl(250 + 180j, 68, 34),
        reach(110 - 30j, 98 + 84j, kind="pinch", size=1.6, holds=circle(96 + 89j, 10)),
        reach(250 - 30j, 173 + 132j, kind="pinch", size=1.6, holds=circle(172 + 137j, 10)),
    )  # fmt: skip


@picture
def stuff_box() -> tuple[str, ...]:
    """The front of the box is cut away, so that one sees what is filled."""
    wall = line(56 + 62j, 56 + 188j, 250 + 188j, 250 + 62j)
    flaps = line(56 + 62j, 18 + 46j) + line(250 + 62j, 288 + 46j)
    below = (crumpled(complex(x, y), 17) for x, y in ((80, 166), (80, 132), (226, 166)))
    return (
        wall, flaps, *below, bundle(154 + 136j, 54, 50),
        reach(300 - 30j, 232 + 92j, kind="mitt", size=2, aim=104, thumb=1, holds=crumpled(229 + 114j, 19)),
        lines((200 + 66j, 200 + 84j), (210 + 60j, 210 + 76j)),
        reach(-30 + 110j, 52 + 108j, kind="flat", size=2, aim=10, thumb=-1), crumpled(292 + 178j, 15),
    )  # fmt: skip


@picture
def drop_box() -> tuple[str, ...]:
    drops, looks = Person(66, 1, lean=42), Person(256, -1, "squat")
    return (
        ground(), drops.body(), carton(148 + 164j, 52, 40, 5),
        lines((136 + 138j, 134 + 124j), (160 + 138j, 162 + 124j)),
        drops.arm(158 + 104j, far=True, kind="flat", aim=10),
        drops.arm(132 + 110j, kind="flat", aim=20),
        looks.body(), looks.arm(226 + 146j),
    )  # fmt: skip


@picture
def night_phone() -> tuple[str, ...]:
    who = Person(150, 1, "sit", lean=8)
    return (
        window(256 + 52j, 64, 64, moon=True), ground(),
        lines((38 + 150j, 38 + 188j), (176 + 156j, 176 + 188j)),
        slab(104 + 149j, 150, 16, radius=6), slab(32 + 132j, 10, 62, radius=4),
        slab(58 + 134j, 36, 16, radius=7), slab(104 + 139j, 44, 12, radius=6),
        who.body(), who.arm(192 + 106j, far=True, aim=-20),
        phone(197 + 98j, 36, 16), who.arm(188 + 112j, aim=-25),
    )  # fmt: skip


@picture
def draw_slip() -> tuple[str, ...]:
    holds, draws = Person(78, 1, "half", 150), Person(254, -1, "half", 150)
    return (
        holds.body(), draws.body(), table(150, 24, 296),
        holds.arm(188 + 112j, far=True), open_bag(160 + 142j, 60, 52), holds.arm(132 + 126j),
        draws.arm(176 + 78j, far=True, kind="pinch", holds=slip(168 + 80j, 20, 32, 2, 8)),
        draws.arm(226 + 147j),
    )  # fmt: skip


def _broken(foot: complex, wide: float, high: float) -> str:
    """A jar with a crack down its side."""
    steps = (-0.1 - 0.7j, 0.08 - 0.52j, -0.06 - 0.38j, 0.12 - 0.18j)
    crack = (foot + complex(step.real * wide, step.imag * high) for step in steps)
    return jar(foot, wide, high) + line(*crack)


@picture
def photo_of_damage() -> tuple[str, ...]:
    seen = open_box(238 + 116j, 44, 28, _broken(238 + 100j, 28, 40))
    return (
        open_box(94 + 190j, 112, 72, _broken(94 + 136j, 66, 76)),
        phone_in_hand(340 + 225j, 238 + 96j, 140, dots=seen, way=-1),
    )  # fmt: skip


@picture
def three_fingers() -> tuple[str, ...]:
    says, writes = Person(72, 1, "sit"), Person(250, -1, "sit")
    return (
        ground(), stool(72), says.body(), voice(says),
        says.arm(126 + 62j, far=True, kind="three", aim=-70),
        phone(110 + 126j, 34, 14), says.arm(104 + 136j),
        stool(250), writes.body(), board(214 + 126j, 44, 34, -12),
        writes.arm(214 + 122j, kind="pinch", holds=pencil(210 + 126j, -55, 34)),
    )  # fmt: skip
