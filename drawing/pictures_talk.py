"""Who talks to whom, and to the phone."""

from drawing.catalogue import picture
from drawing.people import Person, stick, voice
from drawing.places import ground, stool
from drawing.things import board, cloth_on, pencil, phone_lying


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
