"""What has not been looked at for too long, judged by the desk's `today`."""

from collections.abc import Iterator
from datetime import timedelta

from cunbo.checks.desk import Desk, problem
from cunbo.problems.codes import Code
from cunbo.problems.problem import Problem

_REVIEW_AFTER = timedelta(days=365)


def facts_are_fresh(desk: Desk) -> Iterator[Problem]:
    """No fact is past its review-by date."""
    for name, fact in desk.course.facts.items():
        if fact.review_by < desk.today:
            users = [one.id for one in desk.course.lessons.values() if name in one.facts]
            used = f"，{'、'.join(users)} 在用" if users else ""
            what = f"这条依据该在 {fact.review_by} 前再核对，已经过期{used}"
            mend = "找到原文核对一遍，再改 checked 和 review_by；说法变了，用到它的课也要改"
            source = desk.source("facts", name)
            yield problem(source, ("review_by",), Code.FACT_EXPIRED, what, mend)


def law_to_come_is_looked_at_when_it_comes(desk: Desk) -> Iterator[Problem]:
    """Law that was published and did not hold yet is checked again on the day it begins to."""
    for name, fact in desk.course.facts.items():
        if fact.in_force and fact.checked < fact.in_force < fact.review_by:
            what = f"{fact.in_force} 才施行，却要到 {fact.review_by} 才再核对"
            mend = f"review_by 最晚写 {fact.in_force}：施行那天再核对一遍，说法才靠得住"
            source = desk.source("facts", name)
            yield problem(source, ("review_by",), Code.LATE_FOR_LAW, what, mend)


def reviews_are_fresh(desk: Desk) -> Iterator[Problem]:
    """Every written lesson was reviewed within a year."""
    for source, lesson in desk.written_lessons():
        if lesson.reviewed and desk.today - lesson.reviewed > _REVIEW_AFTER:
            what = f"这一课 {lesson.reviewed} 核对过，到 {desk.today} 已经一年多"
            mend = "从头到尾念一遍，改好了，把 reviewed 写成核对的那天"
            yield problem(source, ("reviewed",), Code.REVIEW_DUE, what, mend)


def no_day_is_yet_to_come(desk: Desk) -> Iterator[Problem]:
    """Nobody has looked at anything on a day that is still to come."""
    lessons, facts = desk.course.lessons.items(), desk.course.facts.items()
    reviewed = [("lessons", name, ("reviewed",), one.reviewed) for name, one in lessons]
    checked = [("facts", name, ("checked",), one.checked) for name, one in facts]
    forms = [
        ("forms", name, ("reviewed",), one.reviewed) for name, one in desk.course.forms.items()
    ]
    changed = [
        ("lessons", name, ("changes", number, "on"), change.on)
        for name, one in lessons
        for number, change in enumerate(one.changes)
    ]
    for folder, name, path, day in (*reviewed, *checked, *forms, *changed):
        if day and day > desk.begun:
            what = f"{path[-1]} 写的 {day} 还没到"
            done = "改" if path[-1] == "on" else "核对"
            mend = f"改成真{done}的那一天，不晚于今天"
            yield problem(desk.source(folder, name), path, Code.DAY_TO_COME, what, mend)
