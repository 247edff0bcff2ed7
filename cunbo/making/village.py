"""Whose site it is: the village that was asked for, else the one asked for last, else the course's.

The choice is kept in a file of its own: it must not be lost with what was made, or a village's site
would turn into the sample's without a word.
"""

from cunbo.making.files import is_link, write_if_changed
from cunbo.making.project import Project
from cunbo.model.course import Course


def village_of(project: Project, course: Course, asked: str | None) -> str:
    """The id of the village to make; it need not be one of the course's if it was asked for."""
    kept = kept_village(project)
    return asked or (kept if kept in course.villages else None) or course.settings.village


def kept_village(project: Project) -> str | None:
    """The village that was asked for last."""
    try:
        return project.chosen_village.read_text(encoding="utf-8").strip() or None
    except (OSError, UnicodeDecodeError):
        return None


def keep_village(project: Project, course: Course, asked: str) -> None:
    """Make this village from now on. Nothing is kept of the course's own: it may change its mind.

    Raises OSError.
    """
    path = project.chosen_village
    if asked == course.settings.village or is_link(path):
        path.unlink(missing_ok=True)
    if asked != course.settings.village:
        write_if_changed(path, f"{asked}\n".encode())
