"""What all tests share: golden files, built courses, a browser."""

import datetime
import gc
import io
import os
import shutil
import signal
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, redirect_stderr
from itertools import product
from pathlib import Path
from types import CodeType
from typing import TextIO

import all_there  # noqa: F401 # what the house lacks is said before anything asks for it
import pytest
from casebook import SMALL, small_reading
from chromium import LEAN_FLAGS, PHONE, chromium_without_windows, with_chinese_font
from filelock import FileLock
from jinja2 import Environment
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright
from prints import Prints, let_go, print_anew, words_printed
from reading_back import missing
from scratch import copied, lasts, write_in_memory

from cunbo.cli.main import main
from cunbo.making.project import Project
from cunbo.making.village import village_of
from cunbo.reading.curriculum import read_curriculum
from cunbo.telling.edition import Edition
from cunbo.telling.sheet_table import SHEETS

ROOT = Path(__file__).parent.parent

expect.set_options(timeout=30_000)
lasts(ROOT / "templates")
write_in_memory()


def pytest_configure(config: pytest.Config) -> None:
    if keeps(config) and not hasattr(config, "workerinput"):
        let_go(config.cache.mkdir("printed"))


def keeps(config: pytest.Config) -> bool:
    """Whether anything is kept for runs to come."""
    return config.pluginmanager.hasplugin("cacheprovider")


def pytest_collection_finish() -> None:
    """What is imported and read by now stays till the end: looking for garbage among it, as Python
    does again and again, cost a tenth of the tests' time."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(100_000, 50, 100)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Tables that tests have measured, by their titles."""
    for report in terminalreporter.getreports("passed") + terminalreporter.getreports("failed"):
        for title, rows in report.user_properties:
            terminalreporter.section(title)
            terminalreporter.write_line("files     bytes  page")
            for name, files, size in rows:
                terminalreporter.write_line(f"{files:>5} {size:>9,}  {name}")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--refresh", action="store_true", help="write golden files anew")


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[Path, str], None]:
    """Compare a text with the file that holds what it should be; `--refresh` writes the file."""

    def compare(path: Path, text: str) -> None:
        if request.config.getoption("--refresh"):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="\n")
        assert path.exists(), f"{path.name} is missing: run pytest --refresh and read the diff"
        refresh = f"if {path.name} is to be so: run pytest --refresh and read the diff"
        assert text == path.read_text(encoding="utf-8"), refresh

    return compare


def make_project(folder: Path, curriculum: Path) -> Project:
    """A project of its own: this repository's templates and settings, with some curriculum."""
    copied(curriculum, folder / "curriculum")
    copied(ROOT / "templates", folder / "templates")
    shutil.copy(ROOT / "mkdocs.yml", folder)
    return Project(folder)


class Overheard(io.StringIO):
    """Keeps what is said, and passes it on."""

    def __init__(self, to: TextIO) -> None:
        super().__init__()
        self._to = to

    def write(self, text: str) -> int:
        self._to.write(text)
        return super().write(text)


def build(project: Project, *options: str) -> None:
    """Build through the command line, as a user does, and read the sheets back."""
    with redirect_stderr(Overheard(sys.stderr)) as said:
        code = main(["--course", str(project.root), "build", *options])
    assert code == 0, said.getvalue()
    course = read_curriculum(project.curriculum, small_reading()).course
    assert course is not None
    edition = Edition(course, course.villages[village_of(project, course, None)])
    for lesson, sheet in product(edition.written, SHEETS):
        if sheet.view(edition, lesson) is not None:
            words = words_printed((project.site / "handouts" / sheet.file(lesson.id)).read_bytes())
            assert missing(words, edition, lesson, sheet.name) == Counter(), sheet.file(lesson.id)


@pytest.fixture(autouse=True)
def clock(monkeypatch: pytest.MonkeyPatch) -> None:
    """One moment for all tests: a course must not fall due while they are run, year after year."""
    moment = datetime.datetime(2026, 11, 26, 12, tzinfo=datetime.UTC)
    monkeypatch.setattr("cunbo.checks.clock.now", lambda: moment)


@pytest.fixture(autouse=True, scope="session")
def templates_compiled_once() -> Iterator[None]:
    """A template is compiled once a process, wherever the course is copied that it belongs to:
    compiling them took longer than all else of a small build."""
    compiling, known = Environment.compile, {}

    def compiled(
        self: Environment, source: str, name: str | None = None, file: str | None = None, *how: bool
    ) -> CodeType:
        key = (source, name, how, self.autoescape, self.trim_blocks, *sorted(self.extensions))
        if file is None or key not in known:
            known[key] = compiling(self, source, name, file, *how)
        return known[key].replace(co_filename=file or "<template>")

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Environment, "compile", compiled)
        yield


@pytest.fixture(autouse=True, scope="session")
def printed_once(
    pytestconfig: pytest.Config, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[None]:
    """The same data in the same templates are set once, and kept in the cache of pytest;
    `prints_anew` is for what tests setting itself."""
    folder = of_run(tmp_path_factory) / "printed"
    if keeps(pytestconfig):
        folder = pytestconfig.cache.mkdir("printed")
    with pytest.MonkeyPatch.context() as patch:
        Prints(folder).take_over(patch)
        yield


@pytest.fixture
def prints_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    """Everything is set anew, whatever other tests have had printed."""
    print_anew(monkeypatch)


@pytest.fixture
def cpu_seconds() -> Callable[[int], AbstractContextManager[None]]:
    """Fail what takes more than so many seconds of a processor, however busy the machine is."""

    @contextmanager
    def limit(most: int) -> Iterator[None]:
        def too_slow(number: int, frame: object) -> None:
            pytest.fail(f"took more than {most} seconds of a processor")

        before = signal.signal(signal.SIGVTALRM, too_slow)
        signal.setitimer(signal.ITIMER_VIRTUAL, most)
        try:
            yield
        finally:
            signal.setitimer(signal.ITIMER_VIRTUAL, 0)
            signal.signal(signal.SIGVTALRM, before)

    return limit


@pytest.fixture
def curriculum(tmp_path: Path) -> Path:
    """The curriculum of the small course, to change and read."""
    return copied(SMALL, tmp_path / "curriculum")


@pytest.fixture
def small(tmp_path: Path) -> Project:
    """The small course, not yet built, to break and change at will."""
    return make_project(tmp_path / "small", SMALL)


@pytest.fixture
def built(small_built: Project, tmp_path: Path) -> Project:
    """The small course, built and copied, to change and build again."""
    return Project(copied(small_built.root, tmp_path / "built"))


def of_run(factory: pytest.TempPathFactory) -> Path:
    """The folder that all processes of the run share."""
    own = factory.getbasetemp()
    run = own.parent if "PYTEST_XDIST_WORKER" in os.environ else own
    return run / "made"


def made_once(factory: pytest.TempPathFactory, name: str, make: Callable[[Path], None]) -> Path:
    """A folder filled by whichever process of the run comes first, for all of them to read."""
    run = of_run(factory)
    folder, done = run / name, run / f"{name}.done"
    run.mkdir(exist_ok=True)
    with FileLock(run / f"{name}.lock"):
        if not done.exists():
            make(folder)
            done.touch()
    lasts(folder)
    return folder


def built_once(factory: pytest.TempPathFactory, name: str, curriculum: Path) -> Project:
    """A project built by one process of the run."""
    return Project(made_once(factory, name, lambda to: build(make_project(to, curriculum))))


@pytest.fixture(scope="session")
def small_built(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """The small course, built once. Read only."""
    return built_once(tmp_path_factory, "small", SMALL)


@pytest.fixture(scope="session")
def course_built(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """The real course, built once. Read only."""
    return built_once(tmp_path_factory, "course", ROOT / "curriculum")


@pytest.fixture(scope="session")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    """A real browser. There is no skipping: without one the tests fail and say what to do."""
    fonts = with_chinese_font(tmp_path_factory.mktemp("fonts"))
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=chromium_without_windows(), args=LEAN_FLAGS, env=fonts
        )
        yield browser
        browser.close()


@pytest.fixture
def phone(browser: Browser) -> Iterator[BrowserContext]:
    """A phone that has never been anywhere."""
    context = browser.new_context(viewport=PHONE)
    yield context
    context.close()


@pytest.fixture
def page(phone: BrowserContext) -> Iterator[Page]:
    """A page on a phone, on which no script may fail."""
    page = phone.new_page()
    troubles: list[str] = []
    page.on("pageerror", lambda error: troubles.append(str(error)))
    yield page
    assert troubles == []
