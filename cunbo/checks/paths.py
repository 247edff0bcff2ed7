"""Learning paths: hours that add up, prerequisites that are taught or waived, no circle."""

from collections.abc import Iterator

from cunbo.checks.desk import Desk, problem
from cunbo.problems.codes import Code
from cunbo.problems.problem import Problem

_STANDARD_HOURS = range(48, 53)
"""What a course may last that calls itself the 48-hour one."""


def hours_add_up(desk: Desk) -> Iterator[Problem]:
    """A path's hours are those of its lessons; a standard path has 48 to 52."""
    lessons = desk.course.lessons
    for name, path in desk.course.paths.items():
        source = desk.source("paths", name)
        if not all(one in lessons for one in path.lessons):
            continue
        total = sum(lessons[one].hours for one in path.lessons)
        if total != path.hours:
            what = f"写的是 {path.hours} 课时，各课加起来是 {total} 课时"
            mend = "改 hours，或者增减 weeks 里的课"
            yield problem(source, ("hours",), Code.PATH_HOURS, what, mend)
        if path.standard and total < _STANDARD_HOURS[0]:
            what = f"标准课要满 {_STANDARD_HOURS[0]} 课时，这里只有 {total}"
            mend = "补课；或者写 standard: false，换个名字"
            yield problem(source, ("standard",), Code.PATH_HOURS, what, mend)
        if path.standard and total > _STANDARD_HOURS[-1]:
            what = f"标准课最多 {_STANDARD_HOURS[-1]} 课时，这里排了 {total}"
            mend = "挪几课到 electives，愿学的再学；hours 也要改"
            yield problem(source, ("standard",), Code.PATH_HOURS, what, mend)


def prerequisites_are_met(desk: Desk) -> Iterator[Problem]:
    """Each lesson of a path finds its prerequisites before it in the path, or waived."""
    lessons = desk.course.lessons
    for name, path in desk.course.paths.items():
        source = desk.source("paths", name)
        have, known = {*path.lessons, *path.waived}, desk.ids("lessons")
        for index, (place, one) in enumerate(path.places):
            missing = [need for need in _requires(desk, one) if need not in have and need in known]
            if missing and one in lessons:
                what = f"{one} 要先学 {'、'.join(missing)}，这条路里没有"
                mend = (
                    "把它加进 weeks，hours 也要改；拿得出成果就能免的，加进 waived；"
                    f"不必先学的，去掉 {one}.yml 的 requires 里那一个"
                )
                yield problem(source, place, Code.PREREQUISITE, what, mend)
            late = [need for need in _requires(desk, one) if need in path.lessons[index + 1 :]]
            if late and not _circle_from(desk, one):
                what = f"{one} 要先学 {'、'.join(late)}，这条路里却排在它后面"
                mend = f"把 {'、'.join(late)} 挪到 {one} 前面"
                yield problem(source, place, Code.PREREQUISITE, what, mend)


def electives_are_extra(desk: Desk) -> Iterator[Problem]:
    """What a path teaches anyway is no elective of it."""
    for name, path in desk.course.paths.items():
        for index, one in enumerate(path.electives):
            if one in path.lessons:
                what = f"{one} 已经在 weeks 里了，electives 里又写了一次"
                source = desk.source("paths", name)
                yield problem(source, ("electives", index), Code.DUPLICATE_NAME, what, "留一处")


def no_lesson_is_left_out(desk: Desk) -> Iterator[Problem]:
    """Every lesson is taught, offered or waived on some path; nobody would find it otherwise."""
    paths = desk.course.paths.values()
    met = {one for path in paths for one in (*path.lessons, *path.electives, *path.waived)}
    for name, lesson in desk.course.lessons.items():
        if name not in met and lesson.id == name and not _has_a_broken_path(desk):
            what = f"哪条学习路径里都没有 {name}，学员走不到这一课"
            mend = "在 paths/ 里挑一条路，写进它的 weeks（hours 也要改）或者 electives"
            yield Problem(Code.OFF_THE_PATHS, desk.source("lessons", name).at_key("id"), what, mend)


def _has_a_broken_path(desk: Desk) -> bool:
    return any(key.startswith("paths/") for key in desk.reading.broken)


def no_circles(desk: Desk) -> Iterator[Problem]:
    """No lesson requires itself, directly or through others."""
    for name in desk.course.lessons:
        circle = _circle_from(desk, name)
        if circle and name == min(circle):
            what = f"先修课绕成了圈：{' → '.join((*circle, name))}"
            source = desk.source("lessons", name)
            mend = "从圈里去掉一个 requires"
            yield Problem(Code.CYCLE, source.at_key("requires"), what, mend)


def _requires(desk: Desk, name: str) -> tuple[str, ...]:
    lesson = desk.course.lessons.get(name)
    return lesson.requires if lesson else ()


def _circle_from(desk: Desk, start: str) -> tuple[str, ...]:
    """The lessons on a way from `start` back to it, or nothing. Depth-first, each lesson once."""
    seen: set[str] = set()
    ways: list[tuple[str, ...]] = [(start,)]
    while ways:
        way = ways.pop()
        for need in _requires(desk, way[-1]):
            if need == start:
                return way
            if need not in seen:
                seen.add(need)
                ways.append((*way, need))
    return ()
