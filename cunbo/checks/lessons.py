"""One lesson at a time: whole, on time, practised, assessed, nothing for the trainer leaked."""

from collections.abc import Iterator

from cunbo.checks.desk import Desk, misnamed, problem
from cunbo.model.choices import HANDS_ON
from cunbo.model.lesson import Lesson
from cunbo.model.walk import Path, blocks
from cunbo.problems.codes import Code
from cunbo.problems.guess import near, nearest
from cunbo.problems.problem import Problem
from cunbo.reading.source import Source

_LEAST_PRACTICE = 0.4


def lessons_are_whole(desk: Desk) -> Iterator[Problem]:
    """A lesson with steps has every part a trainer needs."""
    for source, lesson in desk.written_lessons():
        for key in lesson.ONCE_WRITTEN:
            if not getattr(lesson, key):
                what = f"这一课已经写了 steps，还少“{key}”"
                mend = f"补一行 {key}: （{type(lesson).model_fields[key].description}）"
                yield problem(source, (), Code.UNFINISHED_LESSON, what, mend)


def steps_hold_something(desk: Desk) -> Iterator[Problem]:
    """A step has something for the learner or for the trainer."""
    for source, lesson in desk.written_lessons():
        for number, step in enumerate(lesson.steps):
            if not step.learner and not step.trainer:
                what = f"第 {number + 1} 步“{step.title}”下面是空的"
                mend = "在 learner 下写学员看到什么、做什么；不要这一步就整段删掉"
                yield problem(source, ("steps", number), Code.UNFINISHED_LESSON, what, mend)


def minutes_add_up(desk: Desk) -> Iterator[Problem]:
    """The steps take exactly the lesson's hours."""
    hour = desk.course.settings.hour_minutes
    for source, lesson in desk.written_lessons():
        total = sum(step.minutes for step in lesson.steps) + lesson.slack
        want = lesson.hours * hour
        if total != want:
            each = "＋".join(str(step.minutes) for step in lesson.steps)
            each += f"＋机动 {lesson.slack}" if lesson.slack else ""
            side = f"多了 {total - want}" if total > want else f"少了 {want - total}"
            given = f"各步加起来是 {total} 分钟（{each}）"
            what = f"{given}，{lesson.hours} 课时是 {want} 分钟，{side} 分钟"
            mend = "改各步的 minutes，或者改 hours"
            yield Problem(Code.MINUTES, source.at_key("steps"), what, mend)


def practice_is_enough(desk: Desk) -> Iterator[Problem]:
    """At least 40 % of the minutes are practice, role-play or field work."""
    for source, lesson in desk.written_lessons():
        total = sum(step.minutes for step in lesson.steps) + lesson.slack
        hands_on = sum(step.minutes for step in lesson.steps if step.kind in HANDS_ON)
        if hands_on < _LEAST_PRACTICE * total:
            what = f"动手的时间只有 {hands_on} 分钟，不到全课 {total} 分钟的四成"
            mend = "把讲的压短，给 practice、role_play、field_work 多些时间"
            yield Problem(Code.TOO_LITTLE_PRACTICE, source.at_key("steps"), what, mend)


def objectives_are_used(desk: Desk) -> Iterator[Problem]:
    """Every objective is practised in a step and assessed; no step or question names another."""
    for source, lesson in desk.written_lessons():
        known = [objective.id for objective in lesson.objectives]
        practised, assessed = list(_practised(lesson)), list(_assessed(lesson))
        for path, name in [*practised, *assessed]:
            if name not in known:
                what = f"这一课没有“{name}”这个目标{near(name, known)}"
                mend = f"改成 objectives 里有的：{'、'.join(dict.fromkeys(known))}"
                close = (name, nearest(name, known))
                yield misnamed(source, path, Code.UNKNOWN_OBJECTIVE, (what, mend), close)
        meant = {near(name, known) for _, name in (*practised, *assessed) if name not in known}
        for index, name in enumerate(known):
            if near(name, [name]) not in meant and name not in known[:index]:
                yield from _unused(source, index, name, lesson)
            if name in known[:index]:
                what = f"目标“{name}”写了两次"
                yield problem(source, ("objectives", index), Code.DUPLICATE_NAME, what, "改一个名")


def answers_exist(desk: Desk) -> Iterator[Problem]:
    """The answer is one of the choices."""
    for source, lesson in desk.written_lessons():
        for index, question in enumerate(lesson.quiz):
            if question.answer > len(question.choices):
                what = f"答案写的是第 {question.answer} 个，选项只有 {len(question.choices)} 个"
                path = ("quiz", index, "answer")
                yield problem(source, path, Code.ANSWER, what, "从 1 数起，写对的那一个是第几个")


def learners_see_no_trainer_blocks(desk: Desk) -> Iterator[Problem]:
    """`say` and `note` speak to the trainer."""
    for source, lesson in desk.written_lessons():
        for number, step in enumerate(lesson.steps):
            yield from _for_the_trainer(source, ("steps", number, "learner"), step.learner)
    for name, form in desk.course.forms.items():
        yield from _for_the_trainer(desk.source("forms", name), ("blocks",), form.blocks)


def _for_the_trainer(source: Source, path: Path, shown: object) -> Iterator[Problem]:
    for below, block in blocks(shown):
        if block.for_trainer:
            what = f"“{block.kind}”是给培训员的，写在了学员这边"
            mend = "改成 text"
            if path[0] == "steps":
                mend = "挪到这一步的 trainer 下面，或者改成 text"
            yield problem(source, (*path, *below), Code.TRAINER_ONLY, what, mend)


def _practised(lesson: Lesson) -> Iterator[tuple[Path, str]]:
    for number, step in enumerate(lesson.steps):
        for index, name in enumerate(step.practises):
            yield ("steps", number, "practises", index), name


def _assessed(lesson: Lesson) -> Iterator[tuple[Path, str]]:
    for index, question in enumerate(lesson.quiz):
        yield ("quiz", index, "checks"), question.checks
    for index, criterion in enumerate(lesson.rubric):
        yield ("rubric", index, "checks"), criterion.checks


def _unused(source: Source, index: int, name: str, lesson: Lesson) -> Iterator[Problem]:
    path = ("objectives", index)
    if not any(name in step.practises for step in lesson.steps if step.kind in HANDS_ON):
        what = f"目标“{name}”没有一步在动手练"
        mend = f"在动手练它的那一步（练习、对练或实地）写上 practises: [{name}]"
        yield problem(source, path, Code.OBJECTIVE_UNUSED, what, mend)
    if name not in {one for _, one in _assessed(lesson)}:
        what = f"目标“{name}”没有考，也没有评"
        mend = f"在 quiz 或 rubric 里用 checks: {name} 考一下"
        yield problem(source, path, Code.OBJECTIVE_UNUSED, what, mend)
