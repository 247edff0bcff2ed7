"""What follows a lesson on the paths that teach it."""

from dataclasses import dataclass

from cunbo.model.base import Sentence
from cunbo.model.course import Course


@dataclass(frozen=True)
class NextTime:
    """A lesson that comes next, on the paths whose letters are named, and what is brought to it.

    Of an outline nobody knows yet what to bring.
    """

    id: str
    title: str
    written: bool
    paths: tuple[str, ...]
    bring: tuple[Sentence, ...]


def next_times(course: Course, lesson_id: str) -> tuple[NextTime, ...]:
    """What comes next after a lesson; where two paths go on alike, once.

    Empty for a lesson that no path teaches, and for one with which every path ends. A lesson that
    a path names and that cannot be read is passed over.
    """
    found: dict[str, list[str]] = {}
    for path in course.paths.values():
        onward = dict(zip(path.lessons, path.lessons[1:], strict=False))
        after = onward.get(lesson_id, "")
        if after in course.lessons:
            found.setdefault(after, []).append(path.id)
    following = ((course.lessons[name], tuple(paths)) for name, paths in found.items())
    return tuple(
        NextTime(one.id, one.title, not one.is_outline, paths, one.bring)
        for one, paths in following
    )
