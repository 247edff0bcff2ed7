"""All that the benchmarks know of the inside of cunbo; everything else is measured from outside.

When rooms are moved, this is the one file to follow. Each function imports what it needs itself, so
that a process which is measured has nothing else in it.
"""

import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, Protocol


def mkdocs_alone(project: Path) -> None:
    """MkDocs with our settings and our theme on the pages of a built course, and its links."""
    from cunbo.making.files import read_folder
    from cunbo.pages.site import make_site, refuse_dead_links

    work = project / "build"
    docs = work / "docs"
    make_site(project / "mkdocs.yml", docs, read_folder(docs), work / "alone", 0)
    refuse_dead_links(read_folder(work / "alone"))


def site_alone(project: Path) -> None:
    """A build without its checks. Prints the CPU seconds of its phases as JSON; start and reading
    are none of them."""
    import gc
    import json

    from cunbo.cli.main import GARBAGE
    from cunbo.making.build import build
    from cunbo.making.freshness import inputs_of
    from cunbo.making.project import Project
    from cunbo.making.village import village_of
    from cunbo.reading.curriculum import read_curriculum

    gc.set_threshold(*GARBAGE)
    own, reading = Project(project), read_curriculum(project / "curriculum")
    if reading.course is None:
        raise SystemExit("the course has errors: run cunbo check")
    village = village_of(own, reading.course, None)
    inputs = inputs_of(own, reading, village)
    done = build(own, reading, reading.course.villages[village], inputs, lambda told: None)
    print(json.dumps(done.cpu))
    gc.freeze()


class Handout(Protocol):
    """A sheet to print, as the build knows it. `data` is the JSON that Typst is given."""

    @property
    def data(self) -> bytes: ...


def handouts(project: Path, village: str, lessons: tuple[str, ...]) -> dict[str, Handout]:
    """Each lesson's handout for one village, by lesson."""
    from cunbo.handouts.orders import orders
    from cunbo.reading.curriculum import read_curriculum
    from cunbo.telling.edition import Edition

    course = read_curriculum(project / "curriculum").course
    if course is None:
        raise SystemExit("the course has errors: run cunbo check")
    found = {
        one.file: one for one in orders(Edition(course, course.villages[village]), course.figures)
    }
    return {lesson: found[f"{lesson}-讲义.pdf"] for lesson in lessons}


def printer(project: Path) -> Callable[[Any], bytes]:
    """Typst as the build uses it, kept open: one of `handouts` → its PDF."""
    from cunbo.handouts.typst_sheets import SheetPrinter

    opened = SheetPrinter(project / "templates" / "handouts")
    return lambda one: opened.print_pdf(one.sheet, one.data, one.epoch)


def printing_cpu() -> float:
    """CPU seconds of this process and of those that print for it."""
    from cunbo.handouts.press import Press

    return time.process_time() + Press.seconds


def run_printer(templates: Path) -> Callable[[str, bytes], bytes]:
    """Typst as the build uses it, on a folder of templates: a template and its data → a PDF."""
    from cunbo.handouts.typst_sheets import SheetPrinter
    from cunbo.telling.sheets import Reader, Sheet

    opened = SheetPrinter(templates)

    def print_pdf(template: str, data: bytes) -> bytes:
        sheet = Sheet(name="", template=template, reader=Reader.LEARNER)
        return opened.print_pdf(sheet, data, 0)

    return print_pdf


def run_of(
    project: Path, villages: tuple[str, ...], first: tuple[str, ...]
) -> Iterator[tuple[str, str, bytes]]:
    """All sheets of the written lessons, `first` those of some, each for every village before the
    next one's turn: the file's name, the template and the data."""
    from cunbo.handouts.orders import lesson_orders
    from cunbo.reading.curriculum import read_curriculum
    from cunbo.telling.edition import Edition

    course = read_curriculum(project / "curriculum").course
    if course is None:
        raise SystemExit("the course has errors: run cunbo check")
    editions = [Edition(course, course.villages[name]) for name in villages]
    for lesson in sorted(editions[0].written, key=lambda one: one.id not in first):
        told = [
            lesson_orders(one, one.course.lessons[lesson.id], course.figures) for one in editions
        ]
        for same in zip(*told, strict=True):
            yield from ((one.file, one.sheet.template, one.data) for one in same)


def document_writers(
    project: Path, village: str, lessons: tuple[str, ...]
) -> dict[str, Callable[[str], bytes]]:
    """Ways to write a lesson for other programs, by what comes of them; the drawings lie ready."""
    from cunbo.documents.decks import slide_show
    from cunbo.documents.word_sheets import word_document
    from cunbo.handouts.orders import lesson_orders
    from cunbo.making.drawing import drawn_alone
    from cunbo.making.kept_sheets import KeptSheets
    from cunbo.reading.curriculum import read_curriculum
    from cunbo.telling.edition import Edition
    from cunbo.telling.sheet_table import SHEETS

    course = read_curriculum(project / "curriculum").course
    if course is None:
        raise SystemExit("the course has errors: run cunbo check")
    edition = Edition(course, course.villages[village])
    kept, templates = KeptSheets(project / "build" / "pictures"), project / "templates"
    drawn = drawn_alone(course.figures, edition, templates / "handouts", kept)
    sheet = next(one for one in SHEETS if one.name == "讲义")

    told = {name: edition.course.lessons[name] for name in lessons}
    codes = {
        name: next(iter(lesson_orders(edition, lesson, course.figures))).code
        for name, lesson in told.items()
    }

    def for_word(name: str) -> bytes:
        view, blank = sheet.view(edition, told[name]), templates / "documents" / "word"
        return word_document(edition, sheet, view, codes[name], drawn, blank)

    def as_slides(name: str) -> bytes:
        return slide_show(edition, told[name], drawn)

    return {"a handout for Word": for_word, "slides for PowerPoint": as_slides}


if __name__ == "__main__":
    {"mkdocs": mkdocs_alone, "site": site_alone}[sys.argv[1]](Path(sys.argv[2]))
