"""Who talks to whom, and to the phone."""

from drawing.catalogue import picture
from drawing.paper import board, pencil, sheet
from drawing.people import Person, nodding, stick, voice
from drawing.places import ground, stool, table
from drawing.things import phone_lying, ringing
from drawing.vessels import cloth_on, kettle, mug


@picture
def three_stools() -> tuple[str, ...]:
    old, asks, notes = Person(54, 1, "sit"), Person(196, -1, "sit"), Person(278, -1, "sit")
    return (
        ground(),
        stool(54), old.body(), voice(old), stick(16 + 132j), old.arm(98 + 104j, aim=-20),
        stool(124, 158, wide=40), cloth_on(124 + 158j, 36), phone_lying(124 + 144j, 34),
        stool(196), asks.body(), asks.arm(158 + 106j, aim=175),
        stool(278), notes.body(), board(246 + 122j, 38, 30, -16),
        notes.arm(247 + 120j, kind="pinch", holds=pencil(243 + 124j, -55, 34)),
    )  # fmt: skip


@picture
def hush_listen() -> tuple[str, ...]:
    old, waits = Person(66, 1, "sit", lean=-6), Person(254, -1, "sit", lean=8)
    return (
        ground(), stick(24 + 132j),
        stool(66), old.body(), old.arm(84 + 76j, aim=-70), old.arm(92 + 132j),
        stool(160, 160, wide=42), cloth_on(160 + 160j, 38), phone_lying(160 + 146j, 34),
        waits.arm(220 + 132j, far=True), stool(254), waits.body(), waits.arm(228 + 133j),
    )  # fmt: skip


@picture
def two_heads_one_phone() -> tuple[str, ...]:
    old = Person(116, 0, "half", 150, lean=12)
    young = Person(206, 0, "half", 150, lean=-12, wear="plaits")
    return (
        young.body(), old.body(), table(150, 40, 280), stick(70 + 104j, 150),
        phone_lying(161 + 138j, 54), ringing(130 + 130j, -1), ringing(192 + 130j),
        old.arm(114 + 62j, aim=-60, kind="flat"), young.arm(252 + 146j, far=True),
    )  # fmt: skip


@picture
def pour_tea() -> tuple[str, ...]:
    pours, old, notes = Person(50, lean=14), Person(170, -1, "sit"), Person(278, -1, "sit")
    return (
        ground(), pours.body(),
        stool(170), old.body(), stick(208 + 132j), mug(128 + 128j, 20, 22),
        old.arm(140 + 122j), kettle(92 + 108j, turn=14),
        pours.arm(93 + 58j, kind="fist", aim=10),
        stool(278), notes.body(), board(246 + 126j, 40, 28, -8), pencil(236 + 122j, 10, 28),
        notes.arm(268 + 134j),
    )  # fmt: skip


@picture
def read_back() -> tuple[str, ...]:
    reads, old = Person(96, 0, "sit"), Person(214, 0, "sit", lean=-14)
    return (
        ground(), table(143, 50, 268), stick(278 + 132j), reads.body(), old.body(), voice(reads),
        sheet(150 + 118j, 50, 50, 3, -6),
        reads.arm(122 + 138j, far=False), reads.arm(146 + 118j, far=True, kind="point"),
        old.arm(178 + 120j), old.arm(236 + 140j, far=True), nodding(old.head + 20),
    )  # fmt: skip
