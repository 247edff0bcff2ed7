"""Lines of one width on white: all that a drawing is made of."""

import cmath
import math
from typing import NamedTuple

WIDE, HIGH = 320, 200
INK = "#1d1a16"
LINE = 2.8
_HEAD = (
    f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDE} {HIGH}" width="{WIDE}"'
    f' height="{HIGH}"><g fill="#fff" stroke="{INK}" stroke-width="{LINE}"'
    ' stroke-linecap="round" stroke-linejoin="round">\n'
)


def drawn(*parts: str) -> str:
    """A whole file; what comes later lies on top."""
    return _HEAD + "\n".join(part for part in parts if part) + "\n</g></svg>\n"


def number(value: float) -> str:
    text = f"{value:.1f}".removesuffix(".0")
    return "0" if text == "-0" else text


def to(point: complex) -> str:
    return f"{number(point.real)},{number(point.imag)}"


def turned(point: complex, degrees: float, around: complex = 0) -> complex:
    """Clockwise, as one sees it."""
    return around + (point - around) * cmath.rect(1, math.radians(degrees))


def unit(vector: complex) -> complex:
    return vector / abs(vector) if vector else 1 + 0j


def _through(*points: complex) -> str:
    return f"M{'L'.join(to(point) for point in points)}"


def _soft(*points: complex, radius: float) -> str:
    """A way from the first to the last point, bent round at those between."""
    d = f"M{to(points[0])}"
    for before, corner, after in zip(points, points[1:], points[2:], strict=False):
        reach = min(radius, abs(corner - before) * 0.5, abs(after - corner) * 0.5)
        start = corner + unit(before - corner) * reach
        end = corner + unit(after - corner) * reach
        d += f"L{to(start)}Q{to(corner)} {to(end)}"
    return f"{d}L{to(points[-1])}"


def line(*points: complex, radius: float = 0) -> str:
    """An open line, with soft corners where a radius is given."""
    d = _soft(*points, radius=radius) if radius else _through(*points)
    return f'<path d="{d}" fill="none"/>'


def lines(*pairs: tuple[complex, complex]) -> str:
    d = "".join(_through(start, end) for start, end in pairs)
    return f'<path d="{d}" fill="none"/>'


def arc(start: complex, over: complex, end: complex) -> str:
    """An open line that is drawn towards `over` without reaching it."""
    return f'<path d="M{to(start)}Q{to(over)} {to(end)}" fill="none"/>'


def arch(start: complex, pull: complex, other: complex, end: complex) -> str:
    """An open line between two points that pull it."""
    return f'<path d="M{to(start)}C{to(pull)} {to(other)} {to(end)}" fill="none"/>'


def shape(*points: complex, radius: float = 0, turn: float = 0, around: complex = 0) -> str:
    """A closed white form, with soft corners where a radius is given."""
    points = tuple(turned(point, turn, around) for point in points)
    if not radius:
        return f'<path d="{_through(*points)}Z"/>'
    d = ""
    for index, corner in enumerate(points):
        before, after = points[index - 1], points[(index + 1) % len(points)]
        reach = min(radius, abs(corner - before) * 0.5, abs(after - corner) * 0.5)
        start = corner + unit(before - corner) * reach
        end = corner + unit(after - corner) * reach
        d += f"{'L' if d else 'M'}{to(start)}Q{to(corner)} {to(end)}"
    return f'<path d="{d}Z"/>'


def form(d: str) -> str:
    """A closed white form along a way of one's own."""
    return f'<path d="{d}"/>'


Step = complex | tuple[complex, ...]
"""On to a point; or past one or two points that pull, to the last of the tuple."""


def bent(start: complex, *steps: Step) -> str:
    """A closed white form with bent sides."""
    d = f"M{to(start)}"
    for step in steps:
        if isinstance(step, tuple):
            d += f"{'QC'[len(step) - 2]}{' '.join(to(point) for point in step)}"
        else:
            d += f"L{to(step)}"
    return form(f"{d}Z")


def slab(centre: complex, wide: float, high: float, *, radius: float = 0, turn: float = 0) -> str:
    """A rectangle by its middle."""
    x, y = wide / 2, high / 2
    corners = (complex(-x, -y), complex(x, -y), complex(x, y), complex(-x, y))
    return shape(*(centre + c for c in corners), radius=radius, turn=turn, around=centre)


def circle(centre: complex, radius: float) -> str:
    x, y = number(centre.real), number(centre.imag)
    return f'<circle cx="{x}" cy="{y}" r="{number(radius)}"/>'


def ring(centre: complex, radius: float) -> str:
    """A round line through which one sees."""
    x, y = number(centre.real), number(centre.imag)
    return f'<circle cx="{x}" cy="{y}" r="{number(radius)}" fill="none"/>'


def oval(centre: complex, across: float, down: float) -> str:
    x, y = number(centre.real), number(centre.imag)
    return f'<ellipse cx="{x}" cy="{y}" rx="{number(across)}" ry="{number(down)}"/>'


def dot(centre: complex, radius: float = 3) -> str:
    x, y = number(centre.real), number(centre.imag)
    return f'<circle cx="{x}" cy="{y}" r="{number(radius)}" fill="{INK}" stroke="none"/>'


def filled(centre: complex, side: float) -> str:
    """A black square."""
    x, y, edge = number(centre.real - side / 2), number(centre.imag - side / 2), number(side)
    return f'<rect x="{x}" y="{y}" width="{edge}" height="{edge}" fill="{INK}" stroke="none"/>'


def spun(part: str, degrees: float, around: complex) -> str:
    """The same, turned as a whole."""
    x, y = number(around.real), number(around.imag)
    return f'<g transform="rotate({number(degrees)},{x},{y})">{part}</g>'


class Limb(NamedTuple):
    """A capsule along a way: an arm, a finger, a hose."""

    points: tuple[complex, ...]
    wide: float
    radius: float = 0

    @property
    def way(self) -> str:
        if len(self.points) > 2 and self.radius:
            return _soft(*self.points, radius=self.radius)
        return _through(*self.points)

    def opened(self) -> "Limb":
        """Longer at its beginning, so that its white opens it to what it grows from."""
        first, second, *more = self.points
        start = first + unit(first - second) * (self.wide / 2 + LINE)
        return Limb((start, second, *more), self.wide, self.radius)


def merged(*limbs: Limb, opened: bool = False) -> str:
    """Limbs that grow from each other: one outline around all of them."""
    ink = (
        f'<path d="{limb.way}" fill="none" stroke-width="{number(limb.wide + LINE)}"/>'
        for limb in limbs
    )
    white = (
        f'<path d="{(limb.opened() if opened else limb).way}" fill="none" stroke="#fff"'
        f' stroke-width="{number(limb.wide - LINE)}"/>'
        for limb in limbs
    )
    return "\n".join((*ink, *white))
