"""Arms that reach what they hold, and the hands at their ends."""

import cmath
import math
from typing import Literal

from drawing.pen import Limb, line, lines, merged, turned, unit

Kind = Literal["mitt", "point", "pinch", "flat", "fist", "two", "three"]
"""`mitt` holds, `point` shows or presses, `pinch` takes between thumb and finger, `flat` lies on
something or stops it, `fist` closes around something, `two` and `three` stretch so many fingers."""
_TO_TARGET = {"mitt": 9, "point": 20, "pinch": 20, "flat": 14, "fist": 7, "two": 12, "three": 12}
"""How far from the wrist that is which meets the target, for a hand of size 1."""
ARM = 12.5


_Spot = tuple[float, float]
_PALM = {"mitt": 10, "pinch": 7, "fist": 7}
_FINGERS: dict[Kind, tuple[tuple[float, *tuple[_Spot, ...]], ...]] = {
    "mitt": ((7, (3, 4), (11, 11)),),
    "point": ((6.6, (8, 4), (18, 4)), (6.4, (4, 5), (11, 9))),
    "pinch": (
        (6.8, (8, -3), (15, -4), (20, 0.5)),
        (6.4, (8, 2), (15, 0.5)),
        (6.6, (3, 5), (10, 8), (19, 3.5)),
    ),
    "flat": (
        (5.6, (7, -5), (17, -5)),
        (5.6, (7, -1.6), (20, -1.6)),
        (5.6, (7, 1.8), (19.4, 1.8)),
        (5.6, (7, 5), (16, 5)),
        (6.4, (3, 5), (11, 11.5)),
    ),
    "fist": ((6.4, (5, 4), (10, 6), (13, 2)),),
    "two": ((6, (7, -3.5), (23, -7)), (6, (7, 3.5), (23, 7)), (6.4, (4, 3), (9, 4))),
    "three": (
        (6, (7, -4.5), (23, -9)),
        (6, (7, 0), (23, 0)),
        (6, (7, 4.5), (23, 9)),
        (6.4, (4, 3), (9, 4)),
    ),
}
"""Width and way of each finger, ahead of the wrist and towards the thumb; the thumb is the last."""


def _elbow(start: complex, end: complex, bones: tuple[float, float], up: bool) -> complex:
    """Where an arm of two bones bends; bones grow where the way is too long for them."""
    way = abs(end - start) or 1.0
    upper, lower = bones
    grown = max(1.0, way / (upper + lower) * 1.02)
    upper, lower = upper * grown, lower * grown
    along: float = max(-upper, min(upper, (upper**2 - lower**2 + way**2) / (2 * way)))
    aside = math.sqrt(upper**2 - along**2)
    foot = start + unit(end - start) * along
    normal = unit(end - start) * 1j
    choices = sorted((foot + normal * aside, foot - normal * aside), key=lambda p: p.imag)
    return choices[0] if up else choices[1]


def _hand(wrist: complex, ahead: complex, kind: Kind, thumb: int, size: float) -> list[Limb]:
    """The limbs of a hand; the thumb is the last of them where there is one."""

    def spot(along: float, aside: float) -> complex:
        return wrist + ahead * complex(along, aside * thumb) * size

    palm = Limb((spot(1, 0), spot(_PALM.get(kind, 8), 0)), 15 * size)
    fingers = (
        Limb(tuple(spot(*point) for point in points), wide * size, 5 * size)
        for wide, *points in _FINGERS[kind]
    )
    return [palm, *fingers]


def _fingers(wrist: complex, ahead: complex, kind: Kind, thumb: int, size: float) -> str:
    """Lines between fingers, for a hand that is drawn large."""

    def spot(along: float, aside: float) -> complex:
        return wrist + ahead * complex(along, aside * thumb) * size

    if kind == "flat":
        return lines(*((spot(9, a), spot(16, a)) for a in (-3.3, 0.1, 3.4)))
    if kind in ("point", "fist"):
        return lines(*((spot(10, a), spot(15, a)) for a in (-3.2, 0.4)))
    return ""


def arm(
    start: complex,
    target: complex,
    *,
    kind: Kind = "mitt",
    size: float = 1,
    bones: tuple[float, float] = (32, 30),
    up: bool = False,
    aim: float | None = None,
    thumb: int = 0,
    holds: str = "",
) -> str:
    """An arm from a shoulder to where its hand meets the target.

    `up` lifts the elbow, `aim` turns the hand (0 points right, 90 down), `thumb` is on the
    side that is clockwise (1) or not (-1) of the hand's way, else above.
    What it `holds` lies between fingers and thumb.
    """
    ahead = unit(target - start) if aim is None else turned(1 + 0j, aim)
    for _ in range(8 if aim is None else 0):
        wrist = target - ahead * _TO_TARGET[kind] * size
        ahead = unit(ahead + unit(wrist - _elbow(start, wrist, bones, up)))
    wrist = target - ahead * _TO_TARGET[kind] * size
    elbow = _elbow(start, wrist, bones, up)
    side = thumb or (-1 if cmath.phase(ahead * 1j) > 0 else 1)
    sleeve = Limb((start, elbow, wrist), ARM * size, 22 * size)
    limbs = [sleeve, *_hand(wrist, ahead, kind, side, size)]
    across = ahead * 1j * (ARM * size / 2 + 0.8)
    cuff = line(wrist + across, wrist - across)
    fingers = _fingers(wrist, ahead, kind, side, size) if size > 1.5 else ""
    if not holds and kind != "pinch":
        return "\n".join(part for part in (merged(*limbs), fingers, cuff) if part)
    under = merged(*limbs[:-1])
    return "\n".join(filter(None, (under, cuff, holds, merged(limbs[-1], opened=True))))


def reach(
    start: complex,
    target: complex,
    *,
    kind: Kind = "mitt",
    size: float = 1.8,
    bow: float = 0,
    aim: float | None = None,
    thumb: int = 0,
    holds: str = "",
) -> str:
    """A large arm from the edge of the picture; `bow` bends it down (or up) in the middle."""
    span = abs(target - start)
    bones = (span * 0.5 + abs(bow), span * 0.5 - size * 10 + abs(bow))
    return arm(
        start,
        target,
        kind=kind,
        size=size,
        bones=bones,
        up=bow < 0,
        aim=aim,
        thumb=thumb,
        holds=holds,
    )
