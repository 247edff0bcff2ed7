"""What stands at the top of everything made from a lesson."""

from dataclasses import dataclass
from datetime import date

from cunbo.model.settings import Layer, Track


@dataclass(frozen=True)
class Head:
    """What stands at the top of everything made from a lesson."""

    id: str
    title: str
    subtitle: str | None
    track: Track
    layer: Layer
    hours: int
    minutes: int
    reviewed: date | None
    outline: bool
    for_elders: bool
