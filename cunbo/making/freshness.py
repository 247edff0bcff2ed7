"""Whether `site/` is still what the course would make, told without making anything.

The inputs are what was read: the course as it was checked, the templates, the settings, this
program and its libraries. Each is read once, and what is hashed is what is built from: it does not
matter what happens to the files meanwhile. The site is compared by content, so a page somebody
damaged is made again.
"""

from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

from cunbo.checks.clock import Today
from cunbo.making.files import Files, fingerprint, fingerprint_of, is_source, read_folder
from cunbo.making.mark import Mark, is_whole, read_mark
from cunbo.making.project import Project
from cunbo.making.refusal import BuildError
from cunbo.problems.system import reason
from cunbo.reading.reading import Reading

_TOOLS = (
    "mkdocs",
    "mkdocs-material",
    "jinja2",
    "markdown",
    "typst",
    "segno",
    "manimgx-fonts-cjk",
    "uharfbuzz",
    "pillow",
)
_MEND = "看看它能不能打开；少了、坏了，就从发布包里拷一份回来"


@dataclass(frozen=True)
class Inputs:
    """What a build is made from beside the course; `mark` is a hash of both, and of the village;
    `program` is one of this program and its libraries."""

    templates: Files
    settings: bytes
    mark: str
    program: str


def inputs_of(project: Project, reading: Reading, village: str) -> Inputs:
    """Everything that a build of this reading depends on, for one village.

    Raises BuildError where templates or settings cannot be read.
    """
    try:
        templates = read_folder(project.templates, is_source)
        settings = project.settings.read_bytes()
    except OSError as error:
        name = Path(error.filename or project.templates)
        shown = name.relative_to(project.root) if name.is_relative_to(project.root) else name
        raise BuildError(f"{shown.as_posix()} 读不了：{reason(error)}。{_MEND}") from error
    if not templates:
        raise BuildError(f"少了 {project.templates.name} 文件夹。从发布包里拷一份回来")
    program = _program()
    parts = map(fingerprint_of, (templates, _course(reading)))
    mark = fingerprint(program, settings, *parts, village)
    return Inputs(templates, settings, mark, program)


def read_state(reading: Reading, day: Today) -> str:
    """A hash of everything on which it depends what the rules find in what was read."""
    told = map(repr, reading.problems)
    return fingerprint(_program(), fingerprint_of(_course(reading)), repr(day), *told)


def _program() -> str:
    """A hash of this program and its libraries."""
    code = read_folder(Path(__file__).parent.parent, is_source)
    return fingerprint(tools(), fingerprint_of(code))


def _course(reading: Reading) -> Files:
    """The files of the course as they were read. Of a drawing, the text is all that is used."""
    files = {key: file.data for key, file in reading.files.items() if file.data is not None}
    figures = reading.course.figures if reading.course else {}
    return files | {name: svg.encode() for name, svg in figures.items()}


def tools() -> str:
    """The libraries that shape the result, with their versions."""
    return " ".join(f"{tool}={version(tool)}" for tool in _TOOLS)


def last_build(project: Project) -> Mark | None:
    """The mark of the last build, if `site/` still has all that it was given then."""
    mark = read_mark(project.site)
    return mark if mark and is_whole(project.site, mark) else None
