"""The curriculum as it lies on the disk this moment, read and checked."""

import time
from pathlib import Path

from cunbo.authoring.schema_ids import keep_ids
from cunbo.checks.clock import today
from cunbo.checks.rules import check
from cunbo.making.project import Project
from cunbo.making.village import village_of
from cunbo.model.course import Course
from cunbo.preview.mistakes import in_curriculum, on_disk
from cunbo.preview.offers import offers
from cunbo.preview.snapshot import Snapshot
from cunbo.problems.notice import Notice
from cunbo.reading.curriculum import read_curriculum
from cunbo.reading.reading import Reading
from cunbo.telling.edition import Edition


class Snapshots:
    """Reads the curriculum again and again; a file that did not change is not parsed again."""

    def __init__(self, project: Project, village: str | None) -> None:
        self._project = project
        self._village = village
        self._reading: Reading | None = None
        self.unsure = True
        """Whether files may differ from the last snapshot without anybody having said so."""

    def other_villages(self) -> tuple[str, ...]:
        """The villages there are, if the one asked for is none of them.

        None are named for a course with errors: the one asked for may be a file that is broken.
        """
        if self._village is None:
            return ()
        try:
            self._reading = read_curriculum(self._project.curriculum)
        except OSError:
            return ()
        course = self._reading.course
        broken = any(problem.is_error for problem in check(self._reading, *today()))
        if course is None or broken or self._village in course.villages:
            return ()
        return tuple(course.villages)

    def take(self) -> Snapshot:
        """What the author has now. A file that cannot be read is a mistake of the snapshot."""
        noticed = time.perf_counter()
        self.unsure = False
        try:
            self._reading = read_curriculum(self._project.curriculum, self._reading)
        except OSError as error:
            self.unsure = True
            return Snapshot(None, (on_disk(error, self._project.root),), noticed)
        keep_ids(self._project, self._reading)
        problems = check(self._reading, *today())
        mistakes = in_curriculum(problems, self._reading)
        offered = offers(problems, mistakes, self._reading)
        course = self._reading.course
        if course is None or any(mistake.is_error for mistake in mistakes):
            return Snapshot(None, mistakes, noticed, offered)
        edition, told = self._edition(course)
        return Snapshot(edition, (*told, *mistakes), noticed, offered, self._reading)

    def _edition(self, course: Course) -> tuple[Edition | None, tuple[Notice, ...]]:
        """The course for the village that is asked for; or what to say if there is none such."""
        name = village_of(self._project, course, self._village)
        village = course.villages.get(name)
        return (Edition(course, village), ()) if village else (None, (_no_village(name, course),))

    def newest_lesson(self) -> str | None:
        """The id of the lesson whose file was saved last: the one the author is at."""
        lessons = self._project.curriculum / "lessons"
        stamps = {path.stem: _saved_at(path) for path in sorted(lessons.glob("*.yml"))}
        return max(stamps, key=lambda lesson: stamps[lesson], default=None)


def _saved_at(path: Path) -> float:
    try:
        return path.stat().st_mtime
    except OSError:
        return 0


def _no_village(village: str, course: Course) -> Notice:
    known = "、".join(course.villages)
    place = f"curriculum/villages/{village}.yml:1:1"
    return Notice(place, f"没有“{village}”这个村的村情单", f"有的是：{known}")
