"""Where things lie: one course project on disk."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Project:
    """A folder with `curriculum/`, `templates/` and `mkdocs.yml`."""

    root: Path

    @property
    def curriculum(self) -> Path:
        return self.root / "curriculum"

    @property
    def templates(self) -> Path:
        return self.root / "templates"

    @property
    def settings(self) -> Path:
        return self.root / "mkdocs.yml"

    @property
    def work(self) -> Path:
        """What the generator makes for itself; safe to delete at any time."""
        return self.root / "build"

    @property
    def site(self) -> Path:
        """What is published or copied to a USB stick."""
        return self.root / "site"


def find_project(start: Path) -> Project | None:
    """The project that `start` lies in, or None."""
    for folder in (start, *start.parents):
        if (folder / "curriculum").is_dir() and (folder / "mkdocs.yml").is_file():
            return Project(folder)
    return None
