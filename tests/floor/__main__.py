"""`python -m tests.floor SITE OUT`: a built site in the CSS of Chrome 64, to be looked at."""

import shutil
import sys
from pathlib import Path

from .chrome64 import Reading


def dress(site: Path, out: Path) -> None:
    """Copy the site to the new folder `out`, its style as Chrome 64 reads it."""
    shutil.copytree(site, out)
    for style in out.glob("*.css"):
        style.write_text(Reading(style.read_text(encoding="utf-8")).css, encoding="utf-8")
    for page in out.rglob("*.html"):
        page.write_text(_dressed(page.read_text(encoding="utf-8")), encoding="utf-8")


def _dressed(page: str) -> str:
    """A page with the style in its head as Chrome 64 reads it."""
    start, style, rest = page.partition("<style>")
    css, end, body = rest.partition("</style>")
    return "".join((start, style, Reading(css).css, end, body)) if style else page


if __name__ == "__main__":
    dress(Path(sys.argv[1]), Path(sys.argv[2]))
