"""How a lesson teaches: it shows before it tells, leaves something behind, belongs to a village."""

from collections.abc import Iterator

from cunbo.checks.desk import Desk, problem
from cunbo.model.choices import HANDS_ON, StepKind, TrackId
from cunbo.model.lesson import Lesson
from cunbo.problems.codes import Code
from cunbo.problems.problem import Problem

_EVERY_LESSON_HAS = (
    ({StepKind.CASE}, "案例", "case"),
    ({StepKind.DEMONSTRATION}, "示范", "demonstration"),
    (HANDS_ON, "动手练", "practice、role_play 或 field_work"),
)


def steps_of_every_kind(desk: Desk) -> Iterator[Problem]:
    """A written lesson has a case, a demonstration and a timed practice."""
    for source, lesson in desk.written_lessons():
        kinds = {step.kind for step in lesson.steps}
        for wanted, name, keys in _EVERY_LESSON_HAS:
            if not kinds & wanted:
                what = f"这一课没有“{name}”这一步"
                mend = f"加一步，kind 写 {keys}，再写上 minutes"
                yield Problem(Code.MISSING_STEP, source.at_key("steps"), what, mend)


def learners_keep_something(desk: Desk) -> Iterator[Problem]:
    """A written lesson names a form, or has something learners fill in on the handout."""
    for source, lesson in desk.written_lessons():
        shown = (block for step in lesson.steps for block in step.learner)
        if not lesson.deliverable.form and not any(block.filled_in for block in shown):
            what = "学员带不走东西：没有表，讲义上也没有要填的地方"
            mend = "在 deliverable 里写 form，或给学员加一个 write_in、checklist 或留空行的 table"
            at = source.at_key("deliverable")
            yield Problem(Code.NOTHING_TO_KEEP, at, what, mend)


def village_has_a_say(desk: Desk) -> Iterator[Problem]:
    """A written lesson has a village slot somewhere."""
    having = {source.file for source, _, sentence in desk.sentences() if "【" in sentence}
    for source, _ in desk.written_lessons():
        if source.file not in having:
            what = "这一课没有一个村里填的空，哪个村印出来都一样"
            mend = "把说到货、说到地方的字换成空，比如【产品】【来处】；有哪些空，见 slots.yml"
            yield problem(source, (), Code.NO_SLOT, what, mend)


def culture_is_used(desk: Desk) -> Iterator[Problem]:
    """An integration lesson uses what a culture lesson made, itself or through another one."""
    for name, lesson in desk.course.lessons.items():
        if lesson.track is TrackId.INTEGRATION and not _reaches_culture(desk, lesson):
            source = desk.source("lessons", name)
            what = "融合课没有用上文化课的成果"
            mend = "在 consumes 里加一门文化课（C 开头），或者一门用到文化课的融合课"
            at = source.at_key("consumes") if lesson.consumes else source.at("track")
            yield Problem(Code.NO_CULTURE, at, what, mend)


def _reaches_culture(desk: Desk, lesson: Lesson) -> bool:
    """Whether the chain of integration lessons that `lesson` builds on starts from culture."""
    seen, waiting = {lesson.id}, list(lesson.consumes)
    while waiting:
        name = waiting.pop()
        used = desk.course.lessons.get(name)
        if name.startswith("C"):
            return True
        if used and used.track is TrackId.INTEGRATION and name not in seen:
            seen.add(name)
            waiting += used.consumes
    return False
