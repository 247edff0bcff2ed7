"""The one style sheet of all pages, put together from its pieces."""

import re
from pathlib import Path

from jinja2 import TemplateNotFound

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
    "class",
    "guide",
    "search",
    "tools",
    "offline",
    "drawings",
    "print",
)
"""Files in `theme/styles/`, in an order that counts: what comes later wins."""
_OFTEN_FIRST = {"home", "lesson"}
"""Templates of pages that people are sent to. With a weak signal the style sheet comes a second
after the page: these have the first two pieces in themselves, so that there is something to read.
A page of a trainer's is long enough without."""


def is_often_first(template: str) -> bool:
    """Whether pages of the template are often the first that somebody sees of the site."""
    return template in _OFTEN_FIRST


_SINGLE_FILE = ("palette", "first", "base", "frame", "marks", "lesson", "blocks", "print", "alone")
"""What of it a single file of a lesson has in itself, and a piece of its own."""
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_NEEDLESS = re.compile(r"\s*([{};,])\s*|;(?=\s*\})")


def style_sheet(templates: Path) -> str:
    """The text of `style.css`. Raises TemplateNotFound where a piece is missing."""
    return "".join(_piece(templates, name) for name in PIECES)


def for_single_files(templates: Path) -> str:
    """The style of a lesson that is one file, without comments and blanks: it is sent each time."""
    told = "".join(_piece(templates, name) for name in _SINGLE_FILE)
    return _NEEDLESS.sub(r"\1", _COMMENT.sub("", told)).strip()


def palette(templates: Path) -> str:
    """The colours by name, by day and by night, for what wears no other style of the site."""
    return _piece(templates, "palette")


def _piece(templates: Path, name: str) -> str:
    file = templates / "theme" / "styles" / f"{name}.css"
    if not file.is_file():
        raise TemplateNotFound(file.relative_to(templates).as_posix())
    return file.read_text(encoding="utf-8")
