"""One page of each kind, for whatever takes its time over a page."""

from collections import defaultdict
from pathlib import Path

from cunbo.pages.standing import STANDING_PAGES

PHONE = {"width": 390, "height": 844}
DESKTOP = {"width": 1280, "height": 900}
LAYOUT = (
    (Path(__file__).parent / "judges" / "layout.js").read_text(encoding="utf-8").partition("\n")[2]
)
"""JavaScript: what is wrong with the layout of the page that is open, in sentences."""


def one_of_each_kind(site: Path) -> list[str]:
    """Every page there is one of, the page that is not there, and of each folder's pages the
    shortest and the longest: an outline and a full lesson, a short path and a long one."""
    pages = {page.route for page in STANDING_PAGES} | {"404.html"}
    folders = defaultdict(list)
    for path in site.rglob("*.html"):
        route = path.relative_to(site).as_posix()
        if route not in pages:
            folders[path.parent].append((path.stat().st_size, route))
    ends = {end(found)[1] for found in folders.values() for end in (min, max)}
    return sorted(pages | ends)
