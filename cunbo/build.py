"""The phases of a build: gather, print, write, make the site, swap it in.

Nothing outside `build/` is touched before the last phase, and that is one swap. What did not change
is not made again: each sheet and the whole site are known by a hash of everything they come from.
"""

import json
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path

from cunbo.edition import Edition
from cunbo.folder import fingerprint, fingerprint_of, make_like, read_folder, write_if_changed
from cunbo.handouts.gather import Order, orders
from cunbo.handouts.typst_sheets import Press, page_count
from cunbo.model.course import Course, Village
from cunbo.pages.gather import pages
from cunbo.pages.site import make_site
from cunbo.printables import Printable
from cunbo.project import Project
from cunbo.swap import recover, swap_in

Tell = Callable[[str], None]
_TOOLS = ("mkdocs", "mkdocs-material", "jinja2", "markdown", "typst", "manimgx-fonts-cjk")


@dataclass
class Outcome:
    """What a build did. `seconds` is wall time by phase; `printed` counts PDFs made anew."""

    site: Path
    pages: int = 0
    sheets: int = 0
    printed: int = 0
    site_made: bool = False
    seconds: dict[str, float] = field(default_factory=dict)

    @contextmanager
    def phase(self, name: str) -> Iterator[None]:
        start = time.perf_counter()
        yield
        self.seconds[name] = time.perf_counter() - start


def build(project: Project, course: Course, village: Village, tell: Tell) -> Outcome:
    """Build the site and all sheets of a checked course for one village.

    `tell` is called with a line of progress at the start of each phase. Raises SheetError or
    SiteError when a template is broken, OSError when the disk is full; `site/` is whole then too.
    """
    outcome = Outcome(project.site)
    edition = Edition(course, village)
    recover(project.site, _parking(project))
    with outcome.phase("sheets"):
        work = orders(edition, course.figures)
        tell(f"印讲义和教案：{len(work)} 份 PDF……")
        sheets = _printed(project, work, outcome)
    with outcome.phase("pages"):
        files = _docs(project, edition, work, sheets)
        outcome.pages = sum(name.endswith(".md") for name in files)
    with outcome.phase("write"):
        make_like(project.work / "docs", files)
    with outcome.phase("compare"):
        inputs = _inputs(project, files)
        fresh = _is_fresh(project, inputs)
    if not fresh:
        tell(f"做网站：{outcome.pages} 页……")
        _make_site(project, edition, inputs, outcome)
    return outcome


def _printed(project: Project, work: tuple[Order, ...], outcome: Outcome) -> dict[str, bytes]:
    """PDF bytes by file name; printed anew only where no sheet with the same content lies ready."""
    shelf = project.work / "sheets"
    press = Press(project.templates / "handouts")
    tools = fingerprint_of(read_folder(project.templates / "handouts")) + _versions()
    sheets, used = {}, {}
    for order in work:
        name = fingerprint(tools, order.kind, str(order.epoch), order.data) + ".pdf"
        ready = shelf / name
        if ready.is_file():
            sheets[order.file] = ready.read_bytes()
        else:
            sheets[order.file] = press.print_pdf(order.kind, order.data, order.epoch)
            outcome.printed += 1
        used[name] = sheets[order.file]
    make_like(shelf, used)
    outcome.sheets = len(sheets)
    return sheets


def _docs(
    project: Project, edition: Edition, work: tuple[Order, ...], sheets: dict[str, bytes]
) -> dict[str, bytes]:
    """Everything MkDocs is given: pages, drawings and PDFs."""
    printables = tuple(
        Printable(order.lesson_id, order.kind, order.file, page_count(pdf), len(pdf))
        for order in work
        for pdf in (sheets[order.file],)
    )
    texts = pages(edition, printables, project.templates)
    files = {name: text.encode() for name, text in texts.items()}
    files |= {name: svg.encode() for name, svg in edition.course.figures.items()}
    files |= {f"handouts/{name}": pdf for name, pdf in sheets.items()}
    return files


def _inputs(project: Project, files: dict[str, bytes]) -> str:
    theme = fingerprint_of(read_folder(project.templates / "theme"))
    settings = project.settings.read_bytes()
    return fingerprint(fingerprint_of(files), theme, settings, _versions())


def _versions() -> str:
    return " ".join(f"{tool}={version(tool)}" for tool in _TOOLS)


def _is_fresh(project: Project, inputs: str) -> bool:
    """True if `site/` was made from these inputs and nobody has changed it since."""
    note = _note(project)
    if not (note.is_file() and project.site.is_dir()):
        return False
    try:
        known = json.loads(note.read_text())
    except ValueError:
        return False
    return bool(known == {"inputs": inputs, "site": fingerprint_of(read_folder(project.site))})


def _make_site(project: Project, edition: Edition, inputs: str, outcome: Outcome) -> None:
    fresh = project.work / "site.next"
    make_like(fresh, {})
    with outcome.phase("mkdocs"):
        make_site(project.settings, project.work / "docs", fresh, _last_review(edition))
    with outcome.phase("swap"):
        made = fingerprint_of(read_folder(fresh))
        swap_in(fresh, project.site, _parking(project))
        write_if_changed(
            _note(project), json.dumps({"inputs": inputs, "site": made}).encode()
        )
    outcome.site_made = True


def _last_review(edition: Edition) -> int:
    """Midnight (UTC) of the latest review in the course, in seconds since 1970."""
    days = [lesson.reviewed for lesson in edition.written if lesson.reviewed]
    if not days:
        return 0
    return int(datetime.combine(max(days), datetime.min.time(), UTC).timestamp())


def _note(project: Project) -> Path:
    return project.work / "site.json"


def _parking(project: Project) -> Path:
    return project.work / "site.last"
