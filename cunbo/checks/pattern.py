"""The pattern of a lesson: what five readers of the first six found that every lesson must have."""

from collections.abc import Iterator

from cunbo.checks.desk import Desk, problem
from cunbo.model.blocks import Say
from cunbo.model.choices import HANDS_ON, Goods, StepKind
from cunbo.model.goods import holds
from cunbo.model.lesson import Lesson
from cunbo.model.meanings import short_name
from cunbo.model.text import slot_names
from cunbo.model.walk import Path, spoken_words
from cunbo.problems.codes import Code
from cunbo.problems.problem import Problem
from cunbo.reading.source import Source

_STEPS_AN_HOUR = 5
_LONG_PRACTICE = 15
_MOST_ANSWERED = 5
_MOST_QUESTIONS = 3


def homework_opens_the_lesson(desk: Desk) -> Iterator[Problem]:
    """The first step takes out what was done at home, or what last time left behind."""
    for source, lesson in desk.written_lessons():
        if lesson.steps[0].kind is not StepKind.OPENING:
            what = "这一课的第一步不是开场"
            mend = "加一步 kind: opening，三四分钟：上回回家做的那件事，拿出来给同桌看"
            yield problem(source, ("steps", 0), Code.MISSING_STEP, what, mend)


def steps_are_few(desk: Desk) -> Iterator[Problem]:
    """At most five steps an hour: a first-time trainer holds no more together."""
    for source, lesson in desk.written_lessons():
        most = lesson.hours * _STEPS_AN_HOUR
        if len(lesson.steps) > most:
            what = f"{lesson.hours} 课时分了 {len(lesson.steps)} 步，最多 {most} 步"
            mend = "并几步；装不下就多给一课时"
            yield problem(source, ("steps", most), Code.TOO_MANY_STEPS, what, mend)


def practice_is_in_one_piece(desk: Desk) -> Iterator[Problem]:
    """One step of doing lasts a quarter of an hour at least, so that everybody gets to do it."""
    for source, lesson in desk.written_lessons():
        hands_on = {n: one.minutes for n, one in enumerate(lesson.steps) if one.kind in HANDS_ON}
        longest = max(hands_on, key=hands_on.__getitem__, default=None)
        if longest is not None and hands_on[longest] < _LONG_PRACTICE:
            what = f"动手的时间是零碎的，最长的一段只有 {hands_on[longest]} 分钟"
            mend = f"并成一段不打断的，至少 {_LONG_PRACTICE} 分钟，人人自己做一遍"
            path = ("steps", longest, "minutes")
            yield problem(source, path, Code.PRACTICE_IN_PIECES, what, mend)


def practice_begins_with_a_launch_line(desk: Desk) -> Iterator[Problem]:
    """Doing begins with what the trainer says: who with whom, what first, how long, how to stop."""
    for source, lesson in desk.written_lessons():
        for number, step in enumerate(lesson.steps):
            if step.kind in HANDS_ON and not isinstance(next(iter(step.trainer), None), Say):
                what = f"第 {number + 1} 步要动手，没有开练的话"
                mend = "在 trainer 下面第一条写 say: 谁跟谁，先做什么，做几分钟，怎么喊停"
                path: Path = ("steps", number, *(("trainer", 0) if step.trainer else ()))
                yield problem(source, path, Code.NO_LAUNCH_LINE, what, mend)


def quizzes_are_worth_taking(desk: Desk) -> Iterator[Problem]:
    """Two or three questions whatever is sold; for each wrong choice, why decent people make it."""
    for source, lesson in desk.written_lessons():
        yield from _quiz_size(source, lesson)
        for index, question in enumerate(lesson.quiz):
            wrong = [at for at in range(len(question.choices)) if at + 1 != question.answer]
            for at in wrong if question.answer <= len(question.choices) else ():
                option = question.choices[at]
                if option.why is None:
                    what = f"选错的人为什么选它，没有写：{option.text}"
                    mend = "补上 why: 好好的人为什么会这样做。想不出来，这个选项就没人选，换一个"
                    path: Path = ("quiz", index, "choices", at)
                    yield problem(source, path, Code.NO_REASON, what, mend)


def _quiz_size(source: Source, lesson: Lesson) -> Iterator[Problem]:
    sizes = {goods: sum(holds(one, goods) for one in lesson.quiz) for goods in Goods}
    odd = [goods for goods, size in sizes.items() if not 2 <= size <= _MOST_QUESTIONS]
    if lesson.quiz and odd:
        whose = "、".join(map(short_name, odd))
        where = f"卖{whose}的村，" if len(set(sizes.values())) > 1 else ""
        path = ("quiz", min(len(lesson.quiz), _MOST_QUESTIONS + 1) - 1)
        what = f"{where}小测有 {sizes[odd[0]]} 题，要两三题"
        yield problem(source, path, Code.QUIZ_SIZE, what, "一题考一件要拿主意的事")


def findings_have_a_step(desk: Desk) -> Iterator[Problem]:
    """What a lesson says it answers is answered or touched in a step; nothing else is."""
    for source, lesson in desk.written_lessons():
        placed = {one for step in lesson.steps for one in (*step.answers, *step.touches)}
        for index, name in enumerate(lesson.derives_from):
            if name not in placed:
                what = f"哪一步也没有回应 {name}"
                mend = "真回应了，写进那一步的 answers；只碰到，写进 touches；都没有，就从这里去掉"
                path = ("derives_from", index)
                yield problem(source, path, Code.FINDING_UNPLACED, what, mend)
        yield from _answered_elsewhere(source, lesson)
        answered = {one for step in lesson.steps for one in step.answers}
        if len(answered) > _MOST_ANSWERED:
            what = f"一课说回应了 {len(answered)} 条发现，最多 {_MOST_ANSWERED} 条"
            mend = "只碰到的，从 answers 挪到 touches"
            yield Problem(Code.FINDING_UNPLACED, source.at_key("derives_from"), what, mend)


def _answered_elsewhere(source: Source, lesson: Lesson) -> Iterator[Problem]:
    for number, step in enumerate(lesson.steps):
        for key, names in (("answers", step.answers), ("touches", step.touches)):
            for index, name in enumerate(names):
                if name not in lesson.derives_from:
                    what = f"这一步回应了 {name}，课头的 derives_from 里没有它"
                    mend = "补进 derives_from；不是这一条，就改"
                    path = ("steps", number, key, index)
                    yield problem(source, path, Code.FINDING_UNPLACED, what, mend)


def elders_have_their_version(desk: Desk) -> Iterator[Problem]:
    """Every written lesson of a class of elders has pages for them."""
    for name, path in desk.course.paths.items():
        taught = (desk.course.lessons.get(one) for one in path.lessons if path.elders)
        without = [one.id for one in taught if one and not one.is_outline and one.elder is None]
        if without:
            what = f"老人班里有课没有老人版：{'、'.join(without)}"
            mend = "在这些课里写 elder；不适合老人的，从这条路里去掉"
            source = desk.source("paths", name)
            yield problem(source, ("elders",), Code.NO_ELDER_VERSION, what, mend)


def one_slot_in_what_is_said(desk: Desk) -> Iterator[Problem]:
    """A line to be spoken has one blank at most: with two nobody can say it."""
    for folder in ("lessons", "forms"):
        for name, part in desk.course.folder(folder).items():
            for path, line, _ in spoken_words(part):
                if len(slot_names(line)) > 1:
                    what = f"一句要说的话里有 {len(slot_names(line))} 个空，没填的村念不出来"
                    mend = "一句只留一个空，别的拆成另一句，或者写死"
                    yield problem(desk.source(folder, name), path, Code.TWO_SLOTS, what, mend)
