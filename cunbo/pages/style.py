"""The style sheet of all pages, and those of a few kinds of page, put together from pieces."""

from collections.abc import Mapping
from pathlib import Path

from jinja2 import TemplateNotFound
from rcssmin import cssmin

FILE = "style.css"
PIECES = (
    "palette",
    "first",
    "base",
    "frame",
    "marks",
    "lists",
    "lesson",
    "blocks",
    "learner",
    "trainer",
    "seek",
    "offline",
    "print",
)
"""Files in `theme/styles/`, in an order that counts: what comes later wins."""
_OWN: Mapping[str, frozenset[str]] = {
    "class": frozenset({"trainer"}),
    "drawings": frozenset({"drawings"}),
    "search": frozenset({"search"}),
    "guide": frozenset(
        {"authors", "manual", "manual_chapter"}
        | {
            f"guide_{page}"
            for page in ("around", "beside", "blocks", "first", "keys", "pattern", "slips")
        }
    ),
    "tools": frozenset({"current", "prompter", "red_lines"}),
}
"""Pieces that only pages of these templates ask for, each a sheet by itself: a telephone that shows
other pages never carries them."""
_OFTEN_FIRST = {"home", "lesson"}
"""Templates of pages that people are sent to. With a weak signal the style sheet comes a second
after the page: these have the first two pieces in themselves, so that there is something to read.
A page of a trainer's is long enough without."""


def is_often_first(template: str) -> bool:
    """Whether pages of the template are often the first that somebody sees of the site."""
    return template in _OFTEN_FIRST


_SINGLE_FILE = ("palette", "first", "base", "frame", "marks", "lesson", "blocks", "print", "alone")
"""What of it a single file of a lesson has in itself, and a piece of its own."""


def pieces() -> frozenset[str]:
    """Every piece that something wears."""
    return frozenset({*PIECES, *_OWN, *_SINGLE_FILE})


def own_sheet(template: str) -> str | None:
    """The route of the second style sheet that pages of the template have, if they have one."""
    return next((_file(piece) for piece, asking in _OWN.items() if template in asking), None)


def style_sheets(templates: Path) -> dict[str, str]:
    """Every style sheet of the site by its route. Raises TemplateNotFound for a missing piece."""
    own = {_file(piece): _together(templates, (piece,)) for piece in _OWN}
    return {FILE: style_sheet(templates), **own}


def style_sheet(templates: Path) -> str:
    """The text of `style.css`. Raises TemplateNotFound where a piece is missing."""
    return _together(templates, PIECES)


def for_single_files(templates: Path) -> str:
    """The style of a lesson that is one file. Raises TemplateNotFound where a piece is missing."""
    return _together(templates, _SINGLE_FILE)


def _together(templates: Path, pieces: tuple[str, ...]) -> str:
    """Pieces as they go out, without comments and blanks."""
    return str(cssmin("".join(_piece(templates, name) for name in pieces)))


def palette(templates: Path) -> str:
    """The colours by name, by day and by night, for what wears no other style of the site."""
    return _piece(templates, "palette")


def _piece(templates: Path, name: str) -> str:
    file = templates / "theme" / "styles" / f"{name}.css"
    if not file.is_file():
        raise TemplateNotFound(file.relative_to(templates).as_posix())
    return file.read_text(encoding="utf-8")


def _file(piece: str) -> str:
    return f"{piece}.css"
