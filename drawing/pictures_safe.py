"""What is looked at twice: photos, screens, codes."""

from drawing.catalogue import picture
from drawing.hands import reach
from drawing.pen import bent, circle, lines, shape, slab
from drawing.people import Person
from drawing.places import ground, lamp, table_top, window
from drawing.things import phone, phone_on_stand


@picture
def phone_face_down() -> tuple[str, ...]:
    return (
        window(60 + 52j, 72, 72, moon=True), table_top(136, 6, 314, 210), lamp(264 + 156j, 100),
        shape(94 + 148j, 196 + 148j, 208 + 184j, 80 + 184j, radius=8), circle(110 + 158j, 5),
        reach(270 + 240j, 176 + 164j, kind="flat", size=1.9, aim=-170),
    )  # fmt: skip


@picture
def cover_behind() -> tuple[str, ...]:
    hangs = Person(168)
    cloth = bent(
        206 + 42j,
        290 + 42j,
        290 + 112j,
        (279 + 120j, 269 + 112j),
        (258 + 120j, 248 + 112j),
        (237 + 120j, 227 + 112j),
        (216 + 120j, 206 + 112j),
    )
    return (
        ground(), phone_on_stand(60, 78), slab(262 + 90j, 84, 92), lines((284 + 122j, 296 + 122j)), cloth,
        hangs.arm(228 + 46j, far=True, aim=-20), hangs.body(), hangs.arm(210 + 52j, aim=-30),
    )  # fmt: skip


@picture
def screenshot_keys() -> tuple[str, ...]:
    return (
        slab(119 + 82j, 8, 26, radius=2), slab(201 + 82j, 8, 26, radius=2), phone(160 + 98j, 140),
        lines((104 + 60j, 94 + 50j), (112 + 54j, 106 + 42j), (216 + 60j, 226 + 50j), (208 + 54j, 214 + 42j)),
        reach(-20 + 200j, 114 + 84j, kind="point", size=2, aim=-10), reach(340 + 200j, 206 + 84j, kind="point", size=2, aim=-170),
    )  # fmt: skip
