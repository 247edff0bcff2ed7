"""Large hands that hold something: what is held lies between fingers and thumb."""

from drawing.hands import reach
from drawing.pen import Limb, merged, turned
from drawing.things import phone


def phone_in_hand(
    start: complex,
    centre: complex,
    high: float = 110,
    turn: float = 0,
    dots: str = "",
    way: int = 1,
) -> str:
    """A phone held upright by an arm from `start`; the thumb is left (1) or right (-1)."""
    half = high * 0.28
    held = phone(centre, high, turn) + dots
    hold = turned(centre + complex(-half * 0.72 * way, high * 0.16), turn, centre)
    aim = -62.0 if way > 0 else -118.0
    fingers = "\n".join(
        merged(
            Limb((
                turned(centre + complex((half + 3) * way, y), turn, centre),
                turned(centre + complex((half - 7) * way, y + 2), turn, centre),
            ), 12)
        )
        for y in (high * 0.02, high * 0.16, high * 0.3)
    )  # fmt: skip
    return reach(start, hold, size=2, aim=aim, thumb=way, holds=held) + "\n" + fingers
