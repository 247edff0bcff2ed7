"""Warnings about the whole: findings nobody answers, facts due for a new look."""

from collections.abc import Iterator

from cunbo.checks.desk import Desk, problem
from cunbo.problems import Code, Problem


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


def facts_are_fresh(desk: Desk) -> Iterator[Problem]:
    """No fact is past its review-by date on the day a lesson that uses it was last reviewed."""
    for name, lesson in desk.course.lessons.items():
        for index, fact in enumerate(lesson.facts):
            known = desk.course.facts.get(fact)
            if known and lesson.reviewed and known.review_by < lesson.reviewed:
                what = f"依据 {fact} 该在 {known.review_by} 前再核对，这一课之后才核对过"
                mend = f"先核对 facts/{fact}.yml，改它的 checked 和 review_by"
                source = desk.source("lessons", name)
                yield problem(source, ("facts", index), Code.FACT_EXPIRED, what, mend)
