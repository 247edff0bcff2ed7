"""Makes what one tab of the preview shows: a lesson's web page in the site's frame, its sheets."""

from functools import lru_cache
from types import CodeType

from jinja2 import BytecodeCache
from jinja2.bccache import Bucket

from cunbo.handouts.press import PressError, SheetError
from cunbo.making.files import fingerprint
from cunbo.making.project import Project
from cunbo.model.lesson import Lesson
from cunbo.pages import routes, style
from cunbo.pages.lesson_page import lesson_pages
from cunbo.pages.page_setter import PageSetter
from cunbo.pages.site import Frame, SettingsError
from cunbo.preview.mistakes import (
    in_memory,
    in_press,
    in_settings,
    in_sheet,
    in_template,
    on_disk,
)
from cunbo.preview.rendered import PageKind, RenderedLesson, RenderError, Selection
from cunbo.preview.shown_sheets import ShownSheets
from cunbo.problems.memory import lacks_memory
from cunbo.telling.edition import Edition
from cunbo.telling.sheets import Printable


class LessonRenderer:
    """Keeps open what takes long to open: fonts, Typst, compiled templates, MkDocs' settings."""

    def __init__(self, project: Project) -> None:
        self._project = project
        self._compiled = _Compiled()
        self._sheets = ShownSheets(project)
        self._frame = lru_cache(1)(self._open_frame)

    def render(self, edition: Edition, selection: Selection, whole: bool) -> RenderedLesson:
        """Make a lesson of the edition visible; unless it is to be `whole`, only what is seen of
        it, if the rest has been printed before. Raises RenderError."""
        templates = self._project.templates
        try:
            lesson = edition.course.lessons[selection.lesson]
            return self._render(edition, lesson, selection, whole)
        except SheetError as error:
            raise RenderError(in_sheet(str(error), templates)) from error
        except PressError as error:
            raise RenderError(in_press(error, selection.lesson)) from error
        except SettingsError as error:
            raise RenderError(in_settings(str(error))) from error
        except OSError as error:
            raise RenderError(on_disk(error, self._project.root)) from error
        except Exception as error:  # a template runs Python's operators: anything can come of it
            if lacks_memory(error):
                raise RenderError(in_memory(selection.lesson)) from error
            raise RenderError(in_template(error, templates)) from error

    def _render(
        self, edition: Edition, lesson: Lesson, selection: Selection, whole: bool
    ) -> RenderedLesson:
        printed = self._sheets.printed(edition, lesson, selection.sheet, whole)
        route, page = self._page(edition, lesson, selection.page, tuple(printed.sizes.values()))
        sheets = {_name(at, picture): picture for at, picture in enumerate(printed.pictures, 1)}
        files = {name: svg.encode() for name, svg in edition.course.figures.items()}
        files |= {routes.handout(name): pdf for name, pdf in printed.pdfs.items()}
        dress = style.style_sheets(self._project.templates)
        files |= {name: text.encode() for name, text in dress.items()}
        files |= {route: page.encode()} | sheets
        pdf = routes.handout(printed.shown) if printed.shown else None
        to_come = frozenset(map(routes.handout, printed.sizes.keys() - printed.pdfs.keys()))
        return RenderedLesson(route, tuple(sheets), pdf, files, to_come, printed.measured)

    def _page(
        self, edition: Edition, lesson: Lesson, kind: PageKind, printables: tuple[Printable, ...]
    ) -> tuple[str, str]:
        """The route of the page, and the page. An outline has a page for learners only."""
        route = routes.lesson(lesson.id)
        if kind is PageKind.TRAINER and not lesson.is_outline:
            route = routes.trainer(lesson.id)
        setter = PageSetter(edition, self._project.templates, self._compiled)
        name = routes.markdown_file(route)
        return route, self._open().page(name, lesson_pages(setter, lesson, printables)[name])

    def _open(self) -> Frame:
        return self._frame(self._project.settings.read_bytes())

    def _open_frame(self, _settings: bytes) -> Frame:
        return Frame(self._project.settings, self._project.templates, self._project.site)


class _Compiled(BytecodeCache):
    """Compiled page templates, in memory. Jinja itself sees whether one is out of date."""

    def __init__(self) -> None:
        self._code: dict[str, CodeType] = {}
        self._checksums: dict[str, str] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        if self._checksums.get(bucket.key) == bucket.checksum:
            bucket.code = self._code[bucket.key]

    def dump_bytecode(self, bucket: Bucket) -> None:
        if bucket.code is not None:
            self._code[bucket.key] = bucket.code
            self._checksums[bucket.key] = bucket.checksum


def _name(number: int, picture: bytes) -> str:
    """By what it shows: a browser need not fetch a page again that did not change."""
    return f"sheets/{fingerprint(picture)}-{number}.png"
