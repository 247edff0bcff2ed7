"""Reads pages and sheets back: what their lesson owes them, and what of it lies on the paper."""

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from enum import Enum
from itertools import pairwise

import pypdfium2 as pdfium

from cunbo.model.base import Sentence
from cunbo.model.blocks import Figure
from cunbo.model.ids import Reference
from cunbo.model.lesson import Lesson, Step
from cunbo.model.walk import Path, texts
from cunbo.telling.edition import Edition

FOR_TRAINERS = {
    "prepare",
    "done_when",
    "appendix",
    "trainer",
    "because",
    "follow_up",
    "guest",
    "things",
    "choices.why",
    "tried",
}
"""Keys of what only the plan and its page show."""
OFF_THE_HANDOUT = {"objectives", "scene", "rubric", "trouble"}
"""Keys of what learners hear or find on their page: on paper it is the trainer's."""
ERRANDS = ("开班前问清的事", "trainer/ask-first.md")
"""The sheet and the page on which the questions of all lessons stand."""
WHETHER_CURRENT = {"changes"}
"""Keys of what only the page tells that compares a sheet with what is current."""
UNREAD = {"id", "src", "alt"}
"""Keys of what nobody reads: names of files and parts, words for who cannot see a drawing."""

MILLIMETRE = 72 / 25.4
HEAD, FOOT, EDGE = 16.5 * MILLIMETRE, 15 * MILLIMETRE, 14 * MILLIMETRE
"""What running head, foot and punch take of a page, in points."""
HYPHEN = "\x02"
"""What PDFium makes of a hyphen at the end of a line."""

Box = tuple[float, float, float, float]
"""Left, bottom, right and top, in points."""


def owed(edition: Edition, lesson: Lesson) -> Iterator[tuple[str, Path, tuple[str, ...]]]:
    """What has to be read of a lesson and its form: sheet or page, path, words."""
    for path, text in read_by_people(lesson):
        if path[0] not in WHETHER_CURRENT:
            for where in _places(path, lesson):
                yield where, path, words(edition, text)
    for path, text in read_by_people(edition.course.forms.get(lesson.deliverable.form or "")):
        for where in ("空白表", f"lessons/{lesson.id}.md"):
            yield where, ("form", *path), words(edition, text)


def _places(path: Path, lesson: Lesson) -> tuple[str, ...]:
    """The sheets and the page that have to show what stands at a path of a lesson."""
    if path[0] == "ask_first":
        return ERRANDS
    if FOR_TRAINERS & keys(path):
        return "教案", f"trainer/{lesson.id}.md"
    wall = ("挂图",) if _is_on_the_wall(path, lesson) else ()
    return *_papers(path), *wall, f"lessons/{lesson.id}.md"


def _is_on_the_wall(path: Path, lesson: Lesson) -> bool:
    """Whether a path leads to what stands below a drawing, or to the title of a drawn step."""
    if path[0] != "steps" or not isinstance(path[1], int):
        return False
    drawn = _is_drawn(lesson.steps[path[1]])
    return "figure.caption" in keys(path) or (drawn and path[2:] == ("title",))


def parts_of(edition: Edition, lesson: Lesson, kind: str) -> tuple[object, ...]:
    """What of a lesson stands on a sheet from beginning to end as it stands in the file: nothing
    on one that is there to be filled in."""
    form = edition.course.forms.get(lesson.deliverable.form or "")
    asked = [(one.ask, tuple(choice.text for choice in one.choices)) for one in lesson.quiz]
    of_learners = (*(step.learner for step in lesson.steps), *asked, lesson.card)
    parts: dict[str, tuple[object, ...]] = {
        "讲义": of_learners,
        "幻灯片": of_learners,
        "要点卡四张": (lesson.card,),
        "挂图": (tuple(step.title for step in lesson.steps if _is_drawn(step)),),
        "空白表": (form,),
        "老人版": (lesson.elder,),
        "教案": (*(step.trainer for step in lesson.steps), *lesson.appendix),
    }
    assert kind in parts, f"`parts_of` of tests/reading_back.py does not say what {kind} has"
    return parts[kind]


def _is_drawn(step: Step) -> bool:
    return any(isinstance(one, Figure) for one in step.learner)


def _papers(path: Path) -> tuple[str, ...]:
    """The sheets that have what learners may see."""
    if path[0] == "elder":
        return ("老人版",)
    if path[0] in OFF_THE_HANDOUT:
        return ("教案",)
    return ("讲义", "幻灯片", "要点卡四张") if path[0] == "card" else ("讲义", "幻灯片")


def read_by_people(value: object) -> Iterator[tuple[Path, str]]:
    """Every text of a part that is there to be read."""
    for path, text in texts(value):
        if path[-1] not in UNREAD and not isinstance(text, Reference | Enum):
            yield path, text


def keys(path: Path) -> set[str]:
    """The keys of a path, and each with the one above it: `choices.why`."""
    names = [step for step in path if isinstance(step, str)]
    return {*names, *map(".".join, pairwise(names))}


def words(edition: Edition, text: str) -> tuple[str, ...]:
    """A text as it can be read: the runs of a sentence, with the village's words."""
    if not isinstance(text, Sentence):
        return (text,)
    return tuple(run.text for run in edition.runs(text))


def missing(read: str, edition: Edition, lesson: Lesson, sheet: str) -> Counter[str]:
    """The letters that a printed sheet, of which this is read, owes its lesson, with how often each
    is lacking.

    Letters, not words: those of a cell that breaks over pages lie far apart.
    """
    there = Counter(unicodedata.normalize("NFKC", read))
    wanted = "".join(one for at, _, runs in owed(edition, lesson) if at == sheet for one in runs)
    letters = (one for one in unicodedata.normalize("NFKC", wanted) if one.isalnum())
    return Counter(letters) - there


def in_order(edition: Edition, part: object) -> list[str]:
    """What is told of a part, one text after the other, but for notes: they are set beside it."""
    return [
        run
        for path, text in read_by_people(part)
        if path[-1] != "note"
        for run in words(edition, text)
    ]


def out_of_order(read: str, told: Iterable[str]) -> list[str]:
    """Of texts that were told one after the other, those that do not follow the one before where
    they are read."""
    letters_read, found, lost = squeezed(read), 0, []
    for text in map(squeezed, told):
        place = letters_read.find(text, found)
        if place < 0:
            lost.append(text)
        else:
            found = place + len(text)
    return lost


def squeezed(text: str) -> str:
    """The letters and figures of a text."""
    return re.sub(r"[\W_]+", "", text)


def printed(pdf: pdfium.PdfDocument) -> str:
    """What can be read between head and foot of the pages. A PDF keeps what lies beyond the edge
    of its paper; that is left out here."""
    return "".join(map(_body, pdf)).replace(HYPHEN, "-")


def _body(page: pdfium.PdfPage) -> str:
    width, height = page.get_size()
    body = (EDGE, FOOT, width - EDGE, height - HEAD)
    text: str = page.get_textpage().get_text_bounded(*body)
    return text


def letters(page: pdfium.PdfPage) -> list[Box]:
    """The box of every letter of a page that leaves ink."""
    text = page.get_textpage()
    boxes = [text.get_charbox(number) for number in range(text.count_chars())]
    return [box for box in boxes if box[2] - box[0] > 0.1]


def overprinted(page: pdfium.PdfPage) -> list[tuple[Box, Box]]:
    """Letters that are printed over each other. Those of a ligature share a box."""
    return [pair for pair in _neighbours(list(dict.fromkeys(letters(page)))) if _overlap(*pair)]


def _neighbours(boxes: list[Box]) -> Iterator[tuple[Box, Box]]:
    near: defaultdict[tuple[int, int], list[Box]] = defaultdict(list)
    for box in boxes:
        x, y = int(box[0] // 24), int(box[1] // 24)
        for spot in ((x + dx, y + dy) for dx in (-1, 0, 1) for dy in (-1, 0, 1)):
            yield from ((box, other) for other in near[spot])
        near[x, y].append(box)


def _overlap(one: Box, other: Box) -> bool:
    left, bottom = max(one[0], other[0]), max(one[1], other[1])
    right, top = min(one[2], other[2]), min(one[3], other[3])
    return right - left > 1 and top - bottom > 1
