"""Warnings about the whole: findings that nobody answers."""

from collections.abc import Iterator

from cunbo.checks.desk import Desk, problem
from cunbo.problems.codes import Code
from cunbo.problems.problem import Problem


def findings_are_answered(desk: Desk) -> Iterator[Problem]:
    """Each finding of a paper is answered by a lesson or by what the course does as a whole."""
    course = desk.course
    answered = {one for lesson in course.lessons.values() for one in lesson.derives_from}
    answered |= {one for practice in course.practices for one in practice.derives_from}
    if any(key.startswith("lessons/") for key in desk.reading.broken):
        return
    for name, paper in course.papers.items():
        for index, proposal in enumerate(paper.proposals):
            if proposal.id not in answered:
                what = f"这条发现没有一课回应：{proposal.id}"
                mend = "写进某一课的 derives_from，或 practices.yml"
                source = desk.source("sources", name)
                yield problem(source, ("proposals", index), Code.UNANSWERED, what, mend)
