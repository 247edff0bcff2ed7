"""Makes what one tab of the preview shows: a lesson's web page in the site's frame, its sheets."""

from collections.abc import Iterable
from concurrent.futures import Future, ThreadPoolExecutor
from functools import lru_cache
from types import CodeType

from jinja2 import BytecodeCache
from jinja2.bccache import Bucket

from cunbo.handouts.measured import measured
from cunbo.handouts.orders import Order, lesson_orders
from cunbo.handouts.typst_sheets import SheetError, SheetPrinter, page_count
from cunbo.making.files import fingerprint, fingerprint_of, read_folder
from cunbo.model.lesson import Lesson
from cunbo.pages import routes, style
from cunbo.pages.lesson_page import lesson_pages
from cunbo.pages.page_setter import PageSetter
from cunbo.pages.site import Frame, SettingsError
from cunbo.preview.mistakes import in_settings, in_sheet, in_template, on_disk
from cunbo.preview.rendered import PageKind, RenderedLesson, RenderError, Selection
from cunbo.project import Project
from cunbo.telling.edition import Edition
from cunbo.telling.sheets import Printable, Sheet

PIXELS_PER_INCH = 110
"""Sharp in half a wide window; twice as fine takes three times as long."""
_KEPT_SHEETS = 16


class LessonRenderer:
    """Keeps open what takes long to open: fonts, Typst, compiled templates, MkDocs' settings."""

    def __init__(self, project: Project) -> None:
        self._project = project
        self._compiled = _Compiled()
        self._sheets = SheetPrinter(project.templates / "handouts")
        self._printers = ThreadPoolExecutor(2, thread_name_prefix="printer")
        self._frame = lru_cache(1)(self._open_frame)
        self._pdf = lru_cache(_KEPT_SHEETS)(self._print_pdf)
        self._pictures = lru_cache(_KEPT_SHEETS)(self._print_pictures)

    def render(self, edition: Edition, selection: Selection) -> RenderedLesson:
        """Make a lesson of the edition visible. Raises RenderError."""
        templates = self._project.templates
        try:
            return self._render(edition, edition.course.lessons[selection.lesson], selection)
        except SheetError as error:
            raise RenderError(in_sheet(str(error), templates)) from error
        except SettingsError as error:
            raise RenderError(in_settings(str(error))) from error
        except OSError as error:
            raise RenderError(on_disk(error, self._project.root)) from error
        except Exception as error:  # a template runs Python's operators: anything can come of it
            raise RenderError(in_template(error, templates)) from error

    def close(self) -> None:
        self._printers.shutdown(cancel_futures=True)

    def _render(self, edition: Edition, lesson: Lesson, selection: Selection) -> RenderedLesson:
        pdfs, pictures = self._print(edition, lesson, selection.sheet)
        printables = tuple(order.printed(page_count(pdf), len(pdf)) for order, pdf in pdfs.items())
        route, page = self._page(edition, lesson, selection.page, printables)
        chosen = [order for order in pdfs if order.sheet is selection.sheet]
        sheets = {_name(number, picture): picture for number, picture in enumerate(pictures, 1)}
        files = {name: svg.encode() for name, svg in edition.course.figures.items()}
        files |= {routes.handout(order.file): pdf for order, pdf in pdfs.items()}
        sheet = style.style_sheet(self._project.templates)
        files |= {route: page.encode(), style.FILE: sheet.encode()} | sheets
        files["seal.svg"] = (self._project.templates / "theme" / "seal.svg").read_bytes()
        pdf = routes.handout(chosen[0].file) if chosen else None
        return RenderedLesson(route, tuple(sheets), pdf, files)

    def _print(
        self, edition: Edition, lesson: Lesson, shown: Sheet
    ) -> tuple[dict[Order, bytes], list[bytes]]:
        """Both PDFs, two at a time, and pictures of the pages of the sheet that is shown."""
        if lesson.is_outline:
            return {}, []
        made_with = fingerprint_of(read_folder(self._project.templates / "handouts"))
        orders = list(lesson_orders(edition, lesson, edition.course.figures))
        orders.sort(key=lambda order: order.sheet is not shown)
        jobs = self._submit([order for order in orders if not order.names_sides], made_with)
        handout = next(measured(job.result()) for order, job in jobs.items() if order.has_steps)
        orders = [order.naming(handout) if order.names_sides else order for order in orders]
        jobs |= self._submit([order for order in orders if order.names_sides], made_with)
        pictures = self._printers.submit(self._pictures, orders[0], made_with)
        return {order: jobs[order].result() for order in orders}, pictures.result()

    def _submit(self, orders: Iterable[Order], made_with: str) -> dict[Order, Future[bytes]]:
        return {order: self._printers.submit(self._pdf, order, made_with) for order in orders}

    def _print_pdf(self, order: Order, _made_with: str) -> bytes:
        return self._sheets.print_pdf(order.sheet, order.data, order.epoch, order.sides)

    def _print_pictures(self, order: Order, _made_with: str) -> list[bytes]:
        return self._sheets.png_pages(order.sheet, order.data, PIXELS_PER_INCH, order.sides)

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
