"""The phases of a build: gather, print, write, make the site, swap it in.

Nothing outside `build/` is touched before the last phase, and that is one swap. A sheet whose
content did not change is not printed again: it is known by a hash of everything it comes from.
"""

import time
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from filelock import FileLock, Timeout
from jinja2 import TemplateError

from cunbo.handouts.orders import orders
from cunbo.handouts.typst_sheets import SheetError
from cunbo.making.files import fingerprint_of, make_like, read_folder
from cunbo.making.freshness import Record, remember
from cunbo.making.kept_sheets import KeptSheets
from cunbo.making.printing import Printed, print_sheets
from cunbo.making.swap import recover, swap_in
from cunbo.model.course import Course, Village
from cunbo.pages import routes
from cunbo.pages.site import SiteError, make_site
from cunbo.pages.site_pages import pages
from cunbo.problems.system import reason
from cunbo.project import Project
from cunbo.telling.edition import Edition

Tell = Callable[[str], None]


class BuildError(Exception):
    """The course is right but cannot be built; the text says why, in Chinese."""


@dataclass
class Outcome:
    """What a build did. `seconds` is wall time by phase; `printed` counts PDFs made anew."""

    pages: int = 0
    sheets: int = 0
    printed: int = 0
    seconds: dict[str, float] = field(default_factory=dict)

    @contextmanager
    def phase(self, name: str) -> Iterator[None]:
        start = time.perf_counter()
        yield
        self.seconds[name] = time.perf_counter() - start


def build(project: Project, course: Course, village: Village, inputs: str, tell: Tell) -> Outcome:
    """Build the site and all sheets of a checked course for one village.

    `inputs` is what `freshness` knows the build by. `tell` is called with a line of progress at
    the start of each phase. Raises BuildError when another build is under way, a template is broken
    or the disk is full; the last `site/` is whole then too.
    """
    if project.site.is_symlink():
        raise BuildError("site 是一个链接，不敢换它。删掉这个链接，再做一遍")
    with _told_in_chinese(project.templates), _alone(project):
        return _build(project, Edition(course, village), inputs, tell)


@contextmanager
def _alone(project: Project) -> Iterator[None]:
    """One build at a time: two would publish each other's pages."""
    project.work.mkdir(parents=True, exist_ok=True)
    try:
        with FileLock(project.work / "lock", timeout=0):
            yield
    except Timeout as error:
        raise BuildError("另一个 cunbo 正在做这门课，等它做完再来") from error


@contextmanager
def _told_in_chinese(templates: Path) -> Iterator[None]:
    try:
        yield
    except SheetError as error:
        raise BuildError(f"讲义的模板出错（templates/handouts/）：\n{error}") from error
    except TemplateError as error:
        raise BuildError(f"网页的模板出错（templates/pages/）：{error}") from error
    except SiteError as error:
        raise BuildError(f"网站没有做成：\n{error}") from error
    except OSError as error:
        where = error.filename or "build"
        mend = "看看磁盘满了没有，文件有没有被别的程序打开"
        raise BuildError(f"写不进 {where}：{reason(error)}。{mend}") from error
    except Exception as error:  # a template can fail in any way that Python can
        place = _last_template(error, templates)
        if place is None:
            raise
        raise BuildError(f"网页的模板出错：{place}：{error}") from error


def _last_template(error: Exception, templates: Path) -> str | None:
    """The template that a fault came through, with its line."""
    for frame in reversed(traceback.extract_tb(error.__traceback__)):
        if Path(frame.filename).is_relative_to(templates):
            name = Path(frame.filename).relative_to(templates).as_posix()
            return f"{templates.name}/{name}:{frame.lineno}"
    return None


def _build(project: Project, edition: Edition, inputs: str, tell: Tell) -> Outcome:
    outcome = Outcome()
    recover(project.site, _parking(project))
    with outcome.phase("sheets"):
        work = orders(edition, edition.course.figures)
        tell(f"印讲义和教案：{len(work)} 份 PDF……")
        kept = KeptSheets(project.work / "sheets")
        printed = print_sheets(work, edition.village.id, project.templates / "handouts", kept)
        outcome.sheets, outcome.printed = len(work), printed.fresh
    with outcome.phase("pages"):
        files = _docs(project, edition, printed)
        outcome.pages = sum(name.endswith(".md") for name in files)
    with outcome.phase("write"):
        make_like(project.work / "docs", files)
    tell(f"做网站：{outcome.pages} 页……")
    _make_site(project, edition, inputs, outcome)
    return outcome


def _docs(project: Project, edition: Edition, printed: Printed) -> dict[str, bytes]:
    """Everything MkDocs is given: pages, drawings and sheets."""
    texts = pages(edition, printed.printables, project.templates)
    files = {name: text.encode() for name, text in texts.items()}
    files |= {name: svg.encode() for name, svg in edition.course.figures.items()}
    files |= {routes.handout(name): data for name, data in printed.files.items()}
    return files


def _make_site(project: Project, edition: Edition, inputs: str, outcome: Outcome) -> None:
    fresh = project.work / "site.next"
    make_like(fresh, {})
    with outcome.phase("mkdocs"):
        make_site(project.settings, project.work / "docs", fresh, _last_review(edition))
    with outcome.phase("swap"):
        site = fingerprint_of(read_folder(fresh))
        swap_in(fresh, project.site, _parking(project))
        remember(project, Record(inputs, site, outcome.pages, outcome.sheets))


def _last_review(edition: Edition) -> int:
    """Midnight (UTC) of the latest review in the course, in seconds since 1970."""
    days = [lesson.reviewed for lesson in edition.written if lesson.reviewed]
    if not days:
        return 0
    return int(datetime.combine(max(days), datetime.min.time(), UTC).timestamp())


def _parking(project: Project) -> Path:
    return project.work / "site.last"
