"""Every drawing that has a description, by name."""

import pkgutil
from collections.abc import Callable
from importlib import import_module
from pathlib import Path

import drawing
from drawing.pen import drawn

FIGURES = Path(__file__).parent.parent / "curriculum" / "figures"
Draw = Callable[[], tuple[str, ...]]
_DESCRIBED: dict[str, Draw] = {}


def picture(draw: Draw) -> Draw:
    """A function whose parts, from the hindmost to the foremost, are the drawing of its name."""
    name = draw.__name__.replace("_", "-")
    if name in _DESCRIBED:
        raise ValueError(f"{name} is described twice")
    _DESCRIBED[name] = draw
    return draw


def drawings() -> dict[str, str]:
    """The files, by name."""
    for module in pkgutil.iter_modules(drawing.__path__):
        if module.name.startswith("pictures_"):
            import_module(f"drawing.{module.name}")
    return {f"{name}.svg": drawn(*draw()) for name, draw in sorted(_DESCRIBED.items())}
