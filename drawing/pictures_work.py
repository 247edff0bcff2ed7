"""A working day with the phone: what comes after what, and who does it."""

from drawing.catalogue import picture
from drawing.hands import reach
from drawing.paper import book, crumpled, flat_sheet, pencil, slip, strip
from drawing.pen import lines, oval
from drawing.people import Person, voice
from drawing.places import ground, plate, stool, table, table_top
from drawing.things import phone, phone_on_stand
from drawing.vessels import bowl, box, open_box


@picture
def day_strip() -> tuple[str, ...]:
    marks, shows = Person(92, 0, "half", 132), Person(228, 0, "half", 132, wear="bun")
    return (
        marks.body(), shows.body(), table_top(128), strip(160 + 164j, 8, 30, (0, 1, 2, 3)),
        marks.arm(126 + 156j, far=True, kind="pinch", holds=pencil(128 + 160j, -70, 40)),
        marks.arm(46 + 140j), shows.arm(206 + 158j, kind="point"), shows.arm(276 + 138j, far=True),
    )  # fmt: skip


@picture
def visitor_hands() -> tuple[str, ...]:
    guest, first, second = Person(50, 1, "sit"), Person(214, -1, "sit"), Person(282, -1, "sit")
    return (
        ground(), stool(50), stool(214), stool(282), guest.body(), voice(guest),
        table(152, 90, 170), box(130 + 152j, 60, 30),
        guest.arm(154 + 94j, far=True, kind="flat", aim=30), guest.arm(112 + 102j, kind="flat", aim=30),
        first.body(), first.arm(188 + 132j), second.body(), second.arm(264 + 84j, aim=-80),
    )  # fmt: skip


@picture
def order_in_row() -> tuple[str, ...]:
    return (
        table(158, 8, 312, 200),
        bowl(40 + 158j, 40, 22), phone(26 + 130j, 54, 8), slip(94 + 147j, 36, 22, 2),
        book(155 + 148j, 56, 20), open_box(216 + 158j, 48, 32), box(280 + 158j, 44, 40),
        reach(120 - 20j, 95 + 132j, kind="point", size=1.5),
    )  # fmt: skip


@picture
def change_places() -> tuple[str, ...]:
    talks, packs, writes = Person(24), Person(158, 0, "half", 122, 0.9), Person(288, -1, "sit")
    return (
        ground(188, 6, 314), talks.body(), voice(talks), talks.arm(54 + 108j), phone_on_stand(74, 78),
        packs.body(), table(158, 112, 204), open_box(158 + 158j, 62, 40),
        crumpled(164 + 106j, 11), packs.arm(174 + 102j, far=True, aim=150), packs.arm(126 + 124j, aim=30),
        table(140, 222, 272), stool(288), writes.body(), flat_sheet(238 + 134j, 34, 14, 1),
        writes.arm(250 + 108j, far=True, kind="pinch", holds=slip(244 + 98j, 24, 24, 2, 8)),
        writes.arm(240 + 131j, kind="pinch", holds=pencil(238 + 135j, -50, 30)),
    )  # fmt: skip


@picture
def supper_question() -> tuple[str, ...]:
    young, old = Person(62, 1, "half", 150), Person(258, -1, "half", 150, wear="bun")
    return (
        young.body(), old.body(), oval(160 + 166j, 140, 24), voice(young), voice(old),
        plate(160 + 160j), bowl(86 + 164j, 36, 20), lines((60 + 142j, 116 + 146j), (60 + 148j, 116 + 151j)),
        young.arm(114 + 112j, aim=-20, kind="flat"), bowl(204 + 118j, 40, 22),
        old.arm(210 + 112j),
    )  # fmt: skip
