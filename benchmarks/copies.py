"""A course to measure on: a copy of the project, so that nothing of it is touched."""

import re
import shutil
from pathlib import Path

CHANGED = "S1-07"
"""The lesson that somebody changes: one that is written in the course as it is."""
_TITLE = re.compile(r"(?m)^title: ([^\n：]*)")


def copy_project(project: Path, to: Path) -> None:
    """What a fresh clone has, as far as a build needs it, in the new folder `to`."""
    shutil.rmtree(to, ignore_errors=True)
    to.mkdir(parents=True)
    for name in ("curriculum", "templates"):
        shutil.copytree(project / name, to / name)
    shutil.copy(project / "mkdocs.yml", to)


class Author:
    """Changes one lesson again and again, each time to words that it never had."""

    def __init__(self, project: Path) -> None:
        self._file = project / "curriculum" / "lessons" / f"{CHANGED}.yml"
        self._text = self._file.read_text(encoding="utf-8")
        self._times = 0

    def change(self) -> str:
        """Save the lesson with a new title, which stands on its pages, on its sheets and in lists.

        Returns the new words in it.
        """
        self._times += 1
        words = f"第{self._times}遍存盘"
        changed = _TITLE.sub(rf"title: \1{words}", self._text, count=1)
        self._file.write_text(changed, encoding="utf-8")
        return words
