"""The phases of a build: gather, print, write, make the site, swap it in.

Nothing outside `build/` is touched before the last phase, and that is one swap. A sheet whose
content did not change is not printed again: it is known by a hash of everything it comes from.
"""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from itertools import chain
from pathlib import Path

from filelock import FileLock, Timeout
from jinja2 import BytecodeCache

from cunbo.handouts.orders import orders
from cunbo.handouts.picture_orders import picture_orders
from cunbo.handouts.press import Press
from cunbo.making.compiled import compiled_templates
from cunbo.making.drawing import Drawn, draw_pictures
from cunbo.making.files import Files, make_like, read_folder, write_if_changed
from cunbo.making.freshness import Inputs
from cunbo.making.ground import refuse_links_in_work, refuse_site_of_others
from cunbo.making.kept_sheets import KeptSheets
from cunbo.making.mark import Mark, leave_mark, listed
from cunbo.making.printing import Printed, print_sheets
from cunbo.making.project import Project
from cunbo.making.refusal import BuildError
from cunbo.making.sheet_faults import sheet_faults
from cunbo.making.swap import recover, swap_in
from cunbo.making.told import keep_told
from cunbo.making.whence import Whence
from cunbo.making.why import told_in_chinese
from cunbo.model.course import Course, Village
from cunbo.pages import routes, style
from cunbo.pages.brought import meanings_script, quiz_scripts
from cunbo.pages.offline import worker_files
from cunbo.pages.scripts import scripts
from cunbo.pages.search_data import search_data
from cunbo.pages.sheet_states import sheet_states
from cunbo.pages.site import check_address, make_site, refuse_dead_links
from cunbo.pages.site_pages import pages
from cunbo.pages.standing import named_pages
from cunbo.pages.tool_data import tool_data
from cunbo.problems.problem import Problem
from cunbo.reading.reading import Reading
from cunbo.telling.edition import Edition

Tell = Callable[[str], None]


@dataclass
class Outcome:
    """What a build did. `cpu` is seconds of CPU time by phase, those of Typst too; `printed` counts
    PDFs made anew, `drawn` pictures; `told` is what of them is more than a page holds."""

    pages: int = 0
    sheets: int = 0
    printed: int = 0
    drawn: int = 0
    told: list[Problem] = field(default_factory=list)
    cpu: dict[str, float] = field(default_factory=dict)

    @contextmanager
    def phase(self, name: str) -> Iterator[None]:
        start = time.process_time() + Press.seconds
        yield
        self.cpu[name] = time.process_time() + Press.seconds - start


def build(
    project: Project, reading: Reading, village: Village, inputs: Inputs, tell: Tell
) -> Outcome:
    """Build the site and all sheets of a checked course for one village.

    `reading` is what the course was read from, and tells where each line of it stands.

    `inputs` is what `freshness` knows the build by. `tell` is called with a line of progress at
    the start of each phase. Raises BuildError when another build is under way, `site/` or `build/`
    holds what no build has made, a template is broken or the disk is full.
    """
    with told_in_chinese(project.snapshot.templates):
        refuse_links_in_work(project)
        with _alone(project):
            recover(project.site, project.last_site)
            refuse_site_of_others(project)
            return _build(project, reading, Edition(_course(reading), village), inputs, tell)


@contextmanager
def _alone(project: Project) -> Iterator[None]:
    """One build at a time: two would publish each other's pages."""
    project.work.mkdir(parents=True, exist_ok=True)
    try:
        with FileLock(project.work / "lock", timeout=0):
            yield
    except Timeout as error:
        raise BuildError("另一个 cunbo 正在做这门课，等它做完再来") from error


def _course(reading: Reading) -> Course:
    if reading.course is None:
        raise ValueError("a course that could not be read cannot be built")
    return reading.course


def _build(
    project: Project, reading: Reading, edition: Edition, inputs: Inputs, tell: Tell
) -> Outcome:
    outcome = Outcome()
    snapshot = project.snapshot
    make_like(snapshot.templates, inputs.templates)
    write_if_changed(snapshot.settings, inputs.settings)
    with outcome.phase("sheets"):
        work = orders(edition, edition.course.figures, check_address(snapshot.settings))
        tell(f"印讲义和教案：{len(work)} 份 PDF……")
        kept = KeptSheets(project.shelf)
        printed = print_sheets(work, edition.village.id, snapshot.templates / "handouts", kept)
        outcome.sheets, outcome.printed = len(work), printed.fresh
        whence = Whence(reading, edition)
        found = (sheet_faults(one, sheet, whence) for one, sheet in printed.sheets.items())
        outcome.told = list(chain.from_iterable(found))
        keep_told(project.told, inputs.mark, outcome.told)
    with outcome.phase("pictures"):
        drawn = _draw(project, edition)
        outcome.drawn = drawn.fresh
    with outcome.phase("pages"):
        compiled = compiled_templates(project.compiled, inputs.program)
        docs = _docs(snapshot.templates, edition, printed, drawn, compiled)
        outcome.pages = sum(name.endswith(".md") for name in docs)
    with outcome.phase("write"):
        make_like(project.docs, docs)
    tell(f"做网站：{outcome.pages} 页……")
    _make_site(project, edition, docs, inputs, outcome)
    return outcome


def _draw(project: Project, edition: Edition) -> Drawn:
    templates = project.snapshot.templates / "handouts"
    kept = KeptSheets(project.drawn)
    return draw_pictures(picture_orders(edition), edition.village.id, templates, kept)


def _docs(
    templates: Path, edition: Edition, printed: Printed, drawn: Drawn, compiled: BytecodeCache
) -> dict[str, bytes]:
    """Everything MkDocs is given: pages, drawings, sheets and pictures."""
    texts = pages(edition, tuple(printed.sheets), templates, compiled)
    files = {name: text.encode() for name, text in texts.items()}
    files |= {name: svg.encode() for name, svg in edition.course.figures.items()}
    files |= drawn.files
    files |= {routes.handout(name): data for name, data in printed.files.items()}
    files |= {name: text.encode() for name, text in scripts(templates).items()}
    files |= {name: text.encode() for name, text in quiz_scripts(edition).items()}
    files |= {name: text.encode() for name, text in search_data(edition, named_pages()).items()}
    files |= {name: text.encode() for name, text in tool_data(edition).items()}
    files[routes.MEANINGS] = meanings_script(edition).encode()
    files |= {name: text.encode() for name, text in style.style_sheets(templates).items()}
    states = sheet_states(edition, tuple(printed.sheets))
    files |= {name: text.encode() for name, text in states.items()}
    return files


def _make_site(
    project: Project, edition: Edition, docs: Files, inputs: Inputs, outcome: Outcome
) -> None:
    """Make the site of the pages in `docs`, which MkDocs is given in their folder, publish it."""
    fresh = project.next_site
    make_like(fresh, {})
    with outcome.phase("mkdocs"):
        settings, epoch = project.snapshot.settings, _last_review(edition)
        kept = make_site(settings, project.docs, docs, fresh, epoch)
    with outcome.phase("swap"):
        files = read_folder(fresh, known=docs)
        refuse_dead_links(files)
        hashes = listed(files)
        worker = worker_files(project.snapshot.templates, files, hashes, kept)
        for name, data in worker.items():
            write_if_changed(fresh / name, data)
        hashes = dict(sorted((hashes | listed(worker)).items()))
        leave_mark(fresh, Mark(inputs.mark, outcome.pages, outcome.sheets, hashes))
        refuse_site_of_others(project)
        swap_in(fresh, project.site, project.last_site)


def _last_review(edition: Edition) -> int:
    """Midnight (UTC) of the latest review in the course, in seconds since 1970."""
    days = [lesson.reviewed for lesson in edition.written if lesson.reviewed]
    if not days:
        return 0
    return int(datetime.combine(max(days), datetime.min.time(), UTC).timestamp())
