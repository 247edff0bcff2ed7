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
    def schemas(self) -> Path:
        """What editors help with."""
        return self.root / "schemas"

    @property
    def vs_code(self) -> Path:
        """How VS Code is to treat the folder."""
        return self.root / ".vscode"

    @property
    def work(self) -> Path:
        """What the generator makes for itself; safe to delete at any time."""
        return self.root / "build"

    @property
    def docs(self) -> Path:
        """The pages, drawings and sheets that MkDocs makes the site from."""
        return self.work / "docs"

    @property
    def shelf(self) -> Path:
        """Printed sheets, for as long as they do not change."""
        return self.work / "sheets"

    @property
    def packs(self) -> Path:
        """Packs for a copy shop, for as long as they do not change."""
        return self.work / "packs"

    @property
    def drawn(self) -> Path:
        """Pictures, for as long as they do not change."""
        return self.work / "pictures"

    @property
    def read(self) -> Path:
        """The files of the course as they were read last, for as long as they do not change."""
        return self.work / "read"

    @property
    def compiled(self) -> Path:
        """Page templates as they were compiled last."""
        return self.work / "compiled"

    @property
    def found(self) -> Path:
        """What the rules found in the course when it was last read."""
        return self.work / "found.json"

    @property
    def told(self) -> Path:
        """What the last build told of its sheets."""
        return self.work / "told.json"

    @property
    def snapshot(self) -> "Project":
        """Templates and settings as they were when the build under way began."""
        return Project(self.work)

    @property
    def next_site(self) -> Path:
        """The site that is being made."""
        return self.work / "site.next"

    @property
    def last_site(self) -> Path:
        """The old site, in the moment between its removal and the arrival of the new one."""
        return self.work / "site.last"

    def stick(self, village: str, version: str) -> Path:
        """The zip of a village's site, to be taken along on a USB stick."""
        return self.work / f"村播课-{village}-{version}.zip"

    @property
    def kept_in_work(self) -> tuple[Path, ...]:
        """The folders below `work`."""
        made = (
            self.docs,
            self.shelf,
            self.packs,
            self.drawn,
            self.read,
            self.compiled,
            self.snapshot.templates,
        )
        return (*made, self.next_site, self.last_site)

    @property
    def chosen_village(self) -> Path:
        """Names the village that somebody asked for last."""
        return self.root / ".cunbo-village"

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
