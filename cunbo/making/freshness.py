"""Whether `site/` is still what the course would make, told without making anything.

The inputs are files: the curriculum, the templates, the settings, this program and the libraries it
builds with. The site is compared by content, so a page somebody damaged is made again.
"""

import json
from dataclasses import asdict, dataclass
from importlib.metadata import version
from pathlib import Path

from cunbo.making.files import fingerprint, fingerprint_of, read_folder, write_if_changed
from cunbo.project import Project

_TOOLS = ("mkdocs", "mkdocs-material", "jinja2", "markdown", "typst", "manimgx-fonts-cjk")


@dataclass(frozen=True)
class Record:
    """What the last build was made from, what it left in `site/`, and how much that is."""

    inputs: str
    site: str
    pages: int
    sheets: int


def inputs_of(project: Project) -> str:
    """A hash of everything a build depends on but the village.

    To be taken before the course is read: what somebody saves while a build is under way then
    counts as changed after it.
    """
    folders = (project.curriculum, project.templates, Path(__file__).parent.parent)
    parts = [fingerprint_of(_sources(folder)) for folder in folders]
    return fingerprint(tools(), project.settings.read_bytes(), *parts)


def for_village(inputs: str, village: str) -> str:
    """The inputs of a build for one village."""
    return fingerprint(inputs, village)


def tools() -> str:
    """The libraries that shape the result, with their versions."""
    return " ".join(f"{tool}={version(tool)}" for tool in _TOOLS)


def last_build(project: Project) -> Record | None:
    """The record of the last build, if `site/` is still as that build left it."""
    try:
        record = Record(**json.loads(_note(project).read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError):
        return None
    whole = project.site.is_dir() and fingerprint_of(read_folder(project.site)) == record.site
    return record if whole else None


def remember(project: Project, record: Record) -> None:
    """Note down a finished build."""
    write_if_changed(_note(project), json.dumps(asdict(record)).encode())


def _note(project: Project) -> Path:
    return project.work / "site.json"


def _sources(folder: Path) -> dict[str, bytes]:
    files = read_folder(folder)
    return {name: data for name, data in files.items() if "__pycache__" not in name}
