"""What a path may call itself a standard course for: depth, time, and more than first steps."""

from collections.abc import Iterator

from cunbo.checks.desk import Desk, problem
from cunbo.model.choices import TrackId
from cunbo.model.course import LearningPath, Week
from cunbo.model.lesson import Lesson
from cunbo.problems.codes import Code
from cunbo.problems.problem import Problem
from cunbo.reading.source import Source

_LEAST_WEEKS = 8
_MOST_HOURS_A_WEEK = 6


def competences_are_taught(desk: Desk) -> Iterator[Problem]:
    """A standard path answers, by lessons taught or waived, every competence of `course.yml`.

    An outline counts here by what it lists: this holds the plan of a path, not what is written.
    """
    for source, path in _standard_paths(desk):
        answered = {
            one for lesson in _lessons(desk, path, path.waived) for one in lesson.derives_from
        }
        for competence in desk.course.settings.competences:
            if not answered.intersection(competence.any_of):
                fitting = _answering(desk, competence.any_of)
                what = f"标准课没有教“{competence.name}”，论文点名要教"
                mend = f"在 weeks 里加一课：{'、'.join(fitting)}" if fitting else _WRITE_ONE
                at = source.at_key("weeks")
                yield Problem(Code.COMPETENCE, at, what, mend)


def weeks_are_enough(desk: Desk) -> Iterator[Problem]:
    """A standard path is spread over two months at least: three days change nobody (yang 3.1)."""
    for source, path in _standard_paths(desk):
        if len(path.weeks) < _LEAST_WEEKS:
            what = f"{path.hours} 课时排在 {len(path.weeks)} 周里，学不进去"
            mend = f"标准课至少分 {_LEAST_WEEKS} 周上：weeks 下面一周写一项"
            yield Problem(Code.TOO_FEW_WEEKS, source.at_key("weeks"), what, mend)


def weeks_are_not_crowded(desk: Desk) -> Iterator[Problem]:
    """Nobody who has a field to work takes in more than six hours a week, unless it is said why."""
    for name, path in desk.course.paths.items():
        for number, week in enumerate(path.weeks):
            known = (desk.course.lessons.get(one) for one in week.lessons)
            hours = sum(lesson.hours for lesson in known if lesson)
            if hours > _MOST_HOURS_A_WEEK and week.reason is None:
                what = f"第 {number + 1} 周排了 {hours} 课时，一周最多 {_MOST_HOURS_A_WEEK} 课时"
                mend = "挪几课到别的周；真要这样排，补一行 reason 写明为什么"
                source = desk.source("paths", name)
                yield problem(source, ("weeks", number), Code.CROWDED_WEEK, what, mend)


def culture_is_there_every_week(desk: Desk) -> Iterator[Problem]:
    """A standard path has an hour of culture or integration in each week while any is left: two
    tracks side by side (chen 3.2), not one after the other."""
    for source, path in _standard_paths(desk):
        culture = [_first_of_culture(desk, week) for week in path.weeks]
        for number, here in enumerate(culture):
            later = next((one for one in culture[number + 1 :] if one), None)
            if here is None and later:
                what = f"第 {number + 1} 周全是技能课，后面的周却还有文化课、融合课"
                mend = f"从后面挪一课到这一周，比如 {later}；它的先修课也要在它前面"
                at = source.at("weeks", number)
                yield Problem(Code.WEEK_WITHOUT_CULTURE, at, what, mend)


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
            yield Problem(Code.TOO_BASIC, source.at_key("weeks"), what, mend)


_WRITE_ONE = "现在还没有一课回应它，先写一课，再加进 weeks"


def _standard_paths(desk: Desk) -> Iterator[tuple[Source, LearningPath]]:
    """Standard paths whose lessons can all be read; of others it is too early to judge."""
    for name, path in desk.course.paths.items():
        if path.standard and all(one in desk.course.lessons for one in path.lessons):
            yield desk.source("paths", name), path


def _lessons(desk: Desk, path: LearningPath, more: tuple[str, ...] = ()) -> Iterator[Lesson]:
    known = desk.course.lessons
    return (known[name] for name in (*path.lessons, *more) if name in known)


def _first_of_culture(desk: Desk, week: Week) -> str | None:
    lessons = desk.course.lessons
    return next((one for one in week.lessons if lessons[one].track is not TrackId.SKILLS), None)


def _answering(desk: Desk, findings: tuple[str, ...]) -> list[str]:
    lessons = desk.course.lessons.values()
    return [one.id for one in lessons if {*findings}.intersection(one.derives_from)]
