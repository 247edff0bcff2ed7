"""What a path may call itself a standard course for: depth, time, and more than first steps."""

from collections.abc import Iterator

from cunbo.checks.desk import Desk, problem
from cunbo.model.course import LearningPath
from cunbo.model.lesson import Lesson
from cunbo.problems.codes import Code
from cunbo.problems.problem import Problem
from cunbo.reading.source import Source

_MOST_HOURS_A_DAY = 6


def competences_are_taught(desk: Desk) -> Iterator[Problem]:
    """A standard path answers, by lessons taught or waived, every competence of `course.yml`."""
    for source, path in _standard_paths(desk):
        answered = {
            one for lesson in _lessons(desk, path, path.waived) for one in lesson.derives_from
        }
        for competence in desk.course.settings.competences:
            if not answered.intersection(competence.any_of):
                fitting = _answering(desk, competence.any_of)
                what = f"标准课没有教“{competence.name}”，论文点名要教"
                mend = f"在 lessons 里加一课：{'、'.join(fitting)}" if fitting else _WRITE_ONE
                at = source.at_key("lessons")
                yield Problem(Code.COMPETENCE, at, what, mend)


def days_are_enough(desk: Desk) -> Iterator[Problem]:
    """A standard path says over how many days it is spread at least, and crams none of them."""
    for source, path in _standard_paths(desk):
        least = -(-path.hours // _MOST_HOURS_A_DAY)
        if path.days_at_least is None:
            what = "标准课没有写至少分几天上"
            mend = f"补一行 days_at_least: {least}，或者更多；一天最多 {_MOST_HOURS_A_DAY} 课时"
            yield Problem(Code.TOO_FEW_DAYS, source.at_key("standard"), what, mend)
        elif path.days_at_least < least:
            what = f"{path.hours} 课时排在 {path.days_at_least} 天里，学不进去"
            mend = f"一天最多 {_MOST_HOURS_A_DAY} 课时，至少写 {least} 天"
            yield problem(source, ("days_at_least",), Code.TOO_FEW_DAYS, what, mend)


def basics_stay_few(desk: Desk) -> Iterator[Problem]:
    """First steps on a platform take no more of a standard path than `course.yml` allows."""
    basics = desk.course.settings.basics
    for source, path in _standard_paths(desk):
        lessons = list(_lessons(desk, path))
        total = sum(lesson.hours for lesson in lessons)
        basic = [one for one in lessons if basics and {*basics.any_of} & {*one.derives_from}]
        hours = sum(lesson.hours for lesson in basic)
        if basics and hours * 100 > basics.at_most_percent * total:
            names = "、".join(lesson.id for lesson in basic)
            what = f"{total} 课时里有 {hours} 课时在教平台怎么点（{names}）"
            mend = f"最多占 {basics.at_most_percent}%：去掉一课，或多加几课真本事"
            yield Problem(Code.TOO_BASIC, source.at_key("lessons"), what, mend)


_WRITE_ONE = "现在还没有一课回应它，先写一课，再加进 lessons"


def _standard_paths(desk: Desk) -> Iterator[tuple[Source, LearningPath]]:
    """Standard paths whose lessons can all be read; of others it is too early to judge."""
    for name, path in desk.course.paths.items():
        if path.standard and all(one in desk.course.lessons for one in path.lessons):
            yield desk.source("paths", name), path


def _lessons(desk: Desk, path: LearningPath, more: tuple[str, ...] = ()) -> Iterator[Lesson]:
    known = desk.course.lessons
    return (known[name] for name in (*path.lessons, *more) if name in known)


def _answering(desk: Desk, findings: tuple[str, ...]) -> list[str]:
    lessons = desk.course.lessons.values()
    return [one.id for one in lessons if {*findings}.intersection(one.derives_from)]
