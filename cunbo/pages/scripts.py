"""The scripts of the pages: one file for a kind of page, put together from its pieces.

A page is whole without them; they only add. A piece is a file in `templates/scripts/` and hangs
what other pieces need on `window.cunbo`. Comments and blanks stay here: a page on a weak signal
would carry them.
"""

from collections.abc import Mapping
from pathlib import Path

from jinja2 import TemplateNotFound
from rjsmin import jsmin

_FOLDER = "scripts"
_EVERY_PAGE = "page"
_COMMON = ("kept", "arrive", "newer")
"""Pieces that every page has, before its own."""
_PIECES: Mapping[str, tuple[str, ...]] = {
    _EVERY_PAGE: (),
    "lesson": ("load", "quiz", "mine", "write_ins", "progress", "code", "carry", "glossary_tap"),
    "trainer": (
        "awake",
        "over",
        "class_clock",
        "class_time",
        "class_parts",
        "class_screens",
        "class_grid",
        "class_view",
    ),
    "search": ("load", "fold", "scan", "search_row", "search"),
    "prompter": ("load", "pace", "awake", "over", "pasted", "prompt_stage", "prompter"),
    "red_lines": ("load", "claims", "pasted", "red_lines"),
    "offline": ("save",),
    "drawings": ("fold", "drawings"),
    "current": ("load", "sheet_code", "current"),
}
"""What pages have beside that, by the template that sets them; in an order that counts."""
_ASKED_FOR: Mapping[str, tuple[str, ...]] = {"found": ("fold", "found")}
"""Scripts that a page's own script asks for when there is need of them."""


def script_of(template: str) -> str:
    """The route of the script for pages that are set by the template."""
    return _route(template if template in _PIECES else _EVERY_PAGE)


def scripts(templates: Path) -> dict[str, str]:
    """Every script of the site by its route. Raises TemplateNotFound where a piece is missing."""
    made = {**{name: (*_COMMON, *own) for name, own in _PIECES.items()}, **_ASKED_FOR}
    return {
        _route(name): "".join(_piece(templates, piece) for piece in pieces)
        for name, pieces in made.items()
    }


def _route(name: str) -> str:
    return f"{_FOLDER}/{name}.js"


def _piece(templates: Path, name: str) -> str:
    file = templates / _FOLDER / f"{name}.js"
    if not file.is_file():
        raise TemplateNotFound(file.relative_to(templates).as_posix())
    return sent(file.read_text(encoding="utf-8"))


def sent(piece: str) -> str:
    """A piece as it goes out: without comments and blanks; ended, for the next opens a bracket."""
    return f"{jsmin(piece)};\n"
