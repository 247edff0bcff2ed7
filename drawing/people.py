"""People without faces: who stands, sits, walks or looks over a table."""

import math
from dataclasses import dataclass
from typing import Literal

from drawing.hands import Kind, arm
from drawing.pen import Limb, arc, circle, form, line, lines, merged, to, turned

Pose = Literal["stand", "sit", "squat", "walk", "half"]
Wear = Literal["", "bun", "scarf", "hat", "plaits"]
GROUND = 188
_HEAD = 17


@dataclass(frozen=True)
class Person:
    """Somebody at `x` who looks right (1), left (-1) or at us (0).

    `foot` is the ground; for a half figure, the edge of the table that hides the rest. A child
    has a size of 0.7.
    `lean` bends the upper part forward by so many degrees; to our right where somebody faces us.
    """

    x: float
    facing: int = 1
    pose: Pose = "stand"
    foot: float = GROUND
    size: float = 1
    wear: Wear = ""
    lean: float = 0

    def spot(self, ahead: float, above: float) -> complex:
        """A place `ahead` of the middle of this person and so high above the ground."""
        way = self.facing or 1
        return complex(self.x + ahead * way * self.size, self.foot - above * self.size)

    def _upper(self, ahead: float, above: float) -> complex:
        """A place of the part above the hip."""
        way = self.facing or 1
        if self.pose == "half":  # a table hides where it bends
            return self.spot(ahead + above * math.tan(math.radians(self.lean)), above)
        return turned(self.spot(ahead, above), self.lean * way, self.spot(0, self._hip))

    @property
    def _hip(self) -> float:
        return {"stand": 60, "walk": 60, "sit": 46, "squat": 20, "half": 0}[self.pose]

    @property
    def _top(self) -> float:
        """Height of the shoulders."""
        return {"stand": 115, "walk": 115, "sit": 101, "squat": 74, "half": 72}[self.pose]

    @property
    def head(self) -> complex:
        return self._upper(3 if self.facing else 0, self._top + 22)

    @property
    def mouth(self) -> complex:
        """Where the voice comes out."""
        radius = self._radius
        return self.head + complex((radius + 5) * (self.facing or 1), radius * 0.2)

    @property
    def _radius(self) -> float:
        return _HEAD * (0.45 + 0.55 * self.size)

    def body(self) -> str:
        legs, torso = self._legs(), self._torso()
        before = self.pose == "sit" and not self.facing
        parts = (torso, legs) if before else (legs, torso)
        return "\n".join(part for part in (*parts, self._face()) if part)

    def _face(self) -> str:
        radius, head, way = self._radius, self.head, self.facing or 1
        skull = circle(head, radius)
        if self.wear == "bun":
            return circle(head + complex(-way * radius * 0.85, -radius * 0.75), 7) + skull
        if self.wear == "plaits":
            return skull + lines(
                *(
                    (head + complex(s * radius, 2), head + complex(s * radius * 1.25, 17))
                    for s in (-1, 1)
                )
            )
        if self.wear == "scarf":
            left, right = head + complex(-radius, -2), head + complex(radius, -2)
            knot = head + complex(-way * (radius + 6), 9)
            return (
                skull
                + form(f"M{to(left)}A{radius},{radius} 0 0 1 {to(right)}Z")
                + line(head + complex(-way * radius, -2), knot)
            )
        if self.wear == "hat":
            left, right = head + complex(-radius - 8, -5), head + complex(radius + 8, -5)
            peak = head + complex(0, -radius - 26)
            return skull + form(f"M{to(left)}Q{to(peak)} {to(right)}Z")
        return skull

    def _torso(self) -> str:
        top, wide, low = self._top, 20.0, self._hip - (3 if self.pose != "sit" else 2)
        if self.pose == "half":
            wide, low = 32.0, 0.0
        shoulder, hem = wide - 8, wide + 2

        def at(ahead: float, above: float) -> str:
            return to(self._upper(ahead, above))

        bottom = "" if self.pose == "half" else f"Q{at(0, low - 6)} {at(-hem, low)}"
        return form(
            f"M{at(-shoulder, top)}Q{at(0, top + 5)} {at(shoulder, top)}"
            f"Q{at(wide, top - 5)} {at(wide, top - 19)}L{at(hem, low)}"
            f"{bottom or 'L' + at(-hem, low)}"
            f"L{at(-wide, top - 19)}Q{at(-wide, top - 5)} {at(-shoulder, top)}Z"
        )

    def _legs(self) -> str:
        if self.pose == "stand":
            return "\n".join(self._leg((x, 66), (x, 8)) for x in (-9, 9))
        if self.pose == "walk":
            return self._leg((-5, 66), (-19, 8)) + self._leg((5, 66), (17, 8))
        if self.pose == "squat":
            shin = Limb((self.spot(-6, 16), self.spot(27, 42), self.spot(14, 8)), 15 * self.size, 9)
            return self._shoe(14) + merged(shin)
        if self.pose == "sit" and not self.facing:
            return "\n".join(self._leg((x, 46), (x, 8)) for x in (-11, 11))
        if self.pose == "sit":
            thigh = Limb((self.spot(0, 50), self.spot(29, 50), self.spot(29, 8)), 16 * self.size, 9)
            return self._shoe(29) + merged(thigh)
        return ""

    def _leg(self, hip: tuple[float, float], ankle: tuple[float, float]) -> str:
        limb = Limb((self.spot(*hip), self.spot(*ankle)), 15.5 * self.size)
        return self._shoe(ankle[0]) + merged(limb)

    def _shoe(self, ahead: float) -> str:
        heel, toe = ahead - 8, ahead + (14 if self.facing else 9)

        def at(x: float, above: float) -> str:
            return to(self.spot(x, above))

        return form(
            f"M{at(heel, 0)}L{at(heel, 8)}Q{at(ahead + 4, 12)} {at(toe - 1, 4)}Q{at(toe + 1, 0)} "
            f"{at(toe - 1, 0)}Z"
        )

    def shoulder(self, far: bool) -> complex:
        """Where an arm grows; `far` is the one on the right side where somebody looks at us."""
        if self.facing:
            return self._upper(10 if far else -2, self._top - 17)
        wide = 26 if self.pose == "half" else 15
        return self._upper(wide if far else -wide, self._top - 15)

    def arm(
        self,
        target: complex,
        *,
        far: bool = False,
        kind: Kind = "mitt",
        up: bool = False,
        aim: float | None = None,
        thumb: int = 0,
        holds: str = "",
    ) -> str:
        """An arm whose hand touches the target."""
        return arm(
            self.shoulder(far),
            target,
            kind=kind,
            size=self.size,
            bones=(32 * self.size, 28 * self.size),
            up=up,
            aim=aim,
            thumb=thumb,
            holds=holds,
        )

    def resting(self, far: bool = False) -> str:
        """An arm that hangs down, or lies on the knee of somebody who sits."""
        if self.pose == "sit":
            return self.arm(self.spot(26, 58), far=far, aim=None)
        out = (16 if far else -16) if not self.facing else (13 if far else 0)
        return self.arm(self.spot(out * 1.2, 54), far=far)


def stick(top: complex, foot: float = GROUND) -> str:
    """The walking stick of somebody old, held at `top`."""
    x, y = top.real, top.imag
    bend = complex(x - 12, y - 7), complex(x - 12, y + 1)
    return line(complex(x, foot), complex(x, y - 7), *bend, radius=7)


def voice(person: Person) -> str:
    """Three strokes before the mouth of somebody who speaks."""
    mouth, way = person.mouth, person.facing or 1
    return lines(
        (mouth + complex(4 * way, -8), mouth + complex(13 * way, -13)),
        (mouth + complex(5 * way, 0), mouth + complex(16 * way, 0)),
        (mouth + complex(4 * way, 8), mouth + complex(13 * way, 13)),
    )


def nodding(beside: complex) -> str:
    """A bow beside a head that nods."""
    return arc(beside + complex(4, -10), beside + complex(11, 0), beside + complex(4, 10))
