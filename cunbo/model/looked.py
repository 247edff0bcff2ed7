"""When somebody last looked at a course."""

from datetime import date

from cunbo.model.course import Course


def last_look(course: Course) -> date:
    """The latest day on which somebody reviewed a lesson or checked a fact.

    Dates are judged by it unless a real day is given, so that a course always gives one result.
    """
    reviewed = (lesson.reviewed for lesson in course.lessons.values())
    checked = (fact.checked for fact in course.facts.values())
    return max((day for day in (*reviewed, *checked) if day), default=date.min)
