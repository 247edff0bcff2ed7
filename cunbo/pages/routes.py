"""Where every page stands in the site, and how one page points at another.

A route is a path inside the site's folder, with `/` and without a leading one. Links are relative,
so that the site works from a web server, from any subfolder and from a USB stick.
"""

import re
from functools import cache
from urllib.parse import quote

from cunbo.telling.places import SENT_ON

HOME = "index.html"
MAP = "map.html"
PATHS = "paths/index.html"
TRAINERS = "for-trainers.html"
ASK_FIRST = "trainer/ask-first.html"
LAW = "trainer/law.html"
AUTHORS = "for-authors.html"
DOWNLOADS = "downloads.html"
DRAWINGS = "drawings.html"
GLOSSARY = "glossary.html"
SEARCH = "search.html"
OFFLINE = "offline.html"
SOURCES = "sources/index.html"
FIRST_LESSON = "authors/first-lesson.html"
PATTERN = "authors/pattern.html"
LESSON_KEYS = "authors/keys.html"
BLOCKS = "authors/blocks.html"
AROUND = "authors/around.html"
BESIDE = "authors/beside.html"
SLIPS = "authors/slips.html"
ERRORS = "authors/errors.html"
PROMPTER = "tools/prompter.html"
RED_LINES = "tools/red-lines.html"
CUES = "tools/cues.js"
RED_LINE_WORDS = "tools/red-lines-data.js"
CURRENT = "C/index.html"
"""The page that a sheet's QR code leads to: an address in capitals makes a smaller code."""
SHEET_STATES = "C/sheets.js"

_UNFIT = re.compile(r"[\x00-\x1f\x7f\\\\/:*?\"<>|\s]+")
"""What a name of a file must not hold on Windows or a USB stick, and blanks."""
_LONGEST_NAME = 40
_DOORS = {
    "lessons": MAP,
    "paths": PATHS,
    "trainer": TRAINERS,
    "tools": MAP,
    "C": DOWNLOADS,
    "sources": SOURCES,
    "authors": AUTHORS,
    "downloads": DOWNLOADS,
    DRAWINGS: DOWNLOADS,
}
"""The folders of pages that are not in the menu, and a page that is not."""


def lesson(lesson_id: str) -> str:
    """The learner's page of a lesson."""
    return f"lessons/{lesson_id}.html"


def single_file(lesson_id: str, title: str) -> str:
    """A written lesson as one file, under a name that says in a chat what it is."""
    name = _UNFIT.sub("", title)[:_LONGEST_NAME].strip(".")
    return f"{SENT_ON}/{lesson_id}-{name}.html"


def step(lesson_id: str, number: int) -> str:
    """The place of a step, counted from 1, on its learners' page."""
    return f"{lesson(lesson_id)}#step-{number}"


def trainer(lesson_id: str) -> str:
    """The trainer's page of a written lesson."""
    return f"trainer/{lesson_id}.html"


def answers(lesson_id: str) -> str:
    """The script that knows the answers of a lesson's quiz."""
    return f"quiz/{lesson_id}.js"


def path(path_id: str) -> str:
    """The page of one audience's learning path."""
    return f"paths/{path_id}.html"


def paper(paper_id: str) -> str:
    """The page of one paper and its findings."""
    return f"sources/{paper_id}.html"


def further(route: str, number: int) -> str:
    """The page on which a long page goes on; itself for the first."""
    return route if number == 1 else f"{route.removesuffix('.html')}/{number}.html"


def errors(group: str) -> str:
    """The page of one group of the error manual."""
    return f"authors/errors-{group}.html"


def error(group: str, code: str) -> str:
    """The place of one code in the error manual."""
    return f"{errors(group)}#{code}"


MEANINGS = "glossary.js"
"""What the words of the glossary mean, for scripts."""


def word(term: str) -> str:
    """The anchor of a word on the glossary's page."""
    return "w-" + "".join(term.split())


def door(route: str) -> str:
    """The entry of the menu that a page is reached from; itself for a page of the menu."""
    return _DOORS.get(route.split("/")[0], route)


def handout(file: str) -> str:
    """A printed sheet, by its file name."""
    return f"handouts/{file}"


def relative(here: str, target: str) -> str:
    """The address that leads from the page `here` to `target`, percent-encoded for `href`."""
    return "../" * here.count("/") + _encoded(target)


@cache
def _encoded(target: str) -> str:
    page, end, anchor = target.partition(".html#")
    return quote(page) + end + quote(anchor)


def markdown_file(route: str) -> str:
    """The Markdown file that MkDocs turns into the page at `route`."""
    return route.removesuffix(".html") + ".md"
