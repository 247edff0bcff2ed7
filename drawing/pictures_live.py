"""On air: before the phone, behind it, and what goes out by post afterwards."""

from drawing.catalogue import picture
from drawing.hands import reach
from drawing.paper import board, flat_sheet, pencil, sheet, slip, written
from drawing.pen import lines, shape, slab
from drawing.people import Person, voice
from drawing.places import corner, counter, ground, stool, table, table_top
from drawing.things import phone, phone_lying, phone_on_stand, tripod
from drawing.vessels import carton, covered_bowl


@picture
def five_sheets_in_row() -> tuple[str, ...]:
    papers = tuple(sheet(complex(52 + 54 * n, 92), 44, 62, 4 if n else 0) for n in range(5))
    return (
        table_top(34, 2, 318, 150), *papers, slab(52 + 84j, 22, 30, radius=2),
        reach(-10 + 215j, 50 + 118j, kind="flat", aim=-70),
        reach(330 + 215j, 276 + 120j, kind="flat", aim=-110),
    )  # fmt: skip


@picture
def phone_at_ceiling() -> tuple[str, ...]:
    talks = Person(84)
    return (
        slab(160 + 12j, 296, 12), slab(160 + 34j, 296, 8),
        ground(), talks.body(), voice(talks),
        talks.arm(146 + 84j, far=True, kind="flat", aim=-60), covered_bowl(124 + 126j, 44),
        talks.arm(116 + 124j),
        tripod(220 + 122j), slab(222 + 112j, 12, 58, radius=4, turn=66),
        lines((206 + 92j, 198 + 74j), (226 + 92j, 222 + 72j)),
    )  # fmt: skip


@picture
def pairs_apart() -> tuple[str, ...]:
    parts = [corner(160, 14, 146)]
    for way in (-1, 1):
        middle = 160 + way * 26
        talks = Person(middle, way, foot=184, size=0.8)
        notes = Person(middle + way * 102, -way, "sit", foot=186, size=0.8)
        hand = complex(middle + way * 76, 134)
        parts += [
            talks.body(), voice(talks), talks.arm(complex(middle + way * 26, 108)),
            phone_on_stand(middle + way * 48, 90, 186, 36),
            stool(middle + way * 102, 149, 186, 38), notes.body(), slab(hand + way * 2, 34, 28, radius=2, turn=14 * way),
            notes.arm(hand, kind="pinch", holds=pencil(hand + complex(-way * 2, 4), -90 + 30 * way, 30)),
        ]  # fmt: skip
    return tuple(parts)


@picture
def watch_together() -> tuple[str, ...]:
    left, right = (
        Person(114, 0, "half", 138, lean=10),
        Person(206, 0, "half", 138, lean=-10, wear="bun"),
    )
    return (
        right.body(), left.body(), table_top(136), phone_lying(134 + 158j, 64),
        flat_sheet(214 + 172j, 76, 36, 3),
        left.arm(92 + 156j),
        right.arm(222 + 166j, far=True, kind="pinch", holds=pencil(208 + 172j, -40, 42)),
    )  # fmt: skip


@picture
def open_tin() -> tuple[str, ...]:
    lid = slab(92 + 74j, 150, 18, radius=6, turn=-34)
    return (
        table(168, 20, 300, 205), shape(86 + 128j, 236 + 128j, 252 + 146j, 70 + 146j, radius=3),
        sheet(150 + 136j, 60, 26, 1, 5), slab(161 + 156j, 184, 26, radius=4),
        reach(-20 + 150j, 46 + 104j, kind="mitt", aim=-40, thumb=-1, holds=lid),
        reach(340 + 120j, 232 + 78j, kind="pinch", size=1.9,
              holds=slip(196 + 74j, 60, 44, 0, -6) + lines((168 + 77j, 225 + 71j))),
    )  # fmt: skip


@picture
def behind_the_phone() -> tuple[str, ...]:
    talks, looks, notes = Person(44), Person(206, -1, "sit"), Person(282, -1, "sit")
    return (
        ground(188, 6, 314), talks.body(), voice(talks), table(144, 6, 104), covered_bowl(74 + 144j, 42),
        talks.arm(84 + 92j, kind="flat", aim=-30), phone_on_stand(124, 70),
        stool(206), looks.body(), looks.arm(170 + 106j, holds=phone(164 + 98j, 38)),
        stool(282), notes.body(), board(250 + 122j, 38, 30, -16),
        notes.arm(251 + 120j, kind="pinch", holds=pencil(247 + 124j, -55, 34)),
    )  # fmt: skip


@picture
def stick_label() -> tuple[str, ...]:
    label = shape(104 + 62j, 206 + 62j, 216 + 74j, 216 + 132j, 104 + 132j, radius=1)
    return (
        carton(160 + 98j, 216, 150), label, written(156 + 100j, 108, 60, 3),
        reach(-20 + 190j, 106 + 112j, kind="flat", size=1.9),
        reach(340 + 190j, 212 + 116j, kind="flat", size=1.9),
    )  # fmt: skip


@picture
def hand_over_parcel() -> tuple[str, ...]:
    gives, takes = Person(66), Person(256, -1)
    return (
        ground(), gives.body(), takes.body(), takes.arm(180 + 84j, far=True, up=False),
        counter(122, 200, 126),
        carton(150 + 88j, 50, 40), gives.arm(126 + 96j),
        takes.arm(192 + 112j, kind="pinch", holds=slip(178 + 114j, 22, 30, 2, 10)),
        takes.arm(176 + 80j, far=True),
    )  # fmt: skip
