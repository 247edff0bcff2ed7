"""What each audience gets of a lesson, decided here and nowhere later.

A `LearnerLesson` has no field for an answer or a word to the trainer, so no template can leak one.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from cunbo.model.base import Sentence
from cunbo.model.blocks import Block
from cunbo.model.choices import StepKind
from cunbo.model.course import Fact, Form, LearningPath, Paper, Proposal
from cunbo.model.lesson import Appendix, Criterion, Lesson, Step, Thing, Trial, Trouble
from cunbo.model.meanings import short_name
from cunbo.telling.edition import Edition
from cunbo.telling.elder_view import ElderVersion, for_elders
from cunbo.telling.heads import Head
from cunbo.telling.next_time import NextTime, next_times
from cunbo.telling.quiz import Answer, LearnerQuestion, answered, asked
from cunbo.telling.run_sheet import TrainerStep, run_sheet

NUMERALS = "一二三四五六七八九十"


@dataclass(frozen=True)
class LessonName:
    """Another lesson, as named on a page or a sheet."""

    id: str
    title: str
    written: bool


@dataclass(frozen=True)
class LearnerStep:
    number: int
    kind: StepKind
    kind_name: str
    title: Sentence
    minutes: int
    blocks: tuple[Block, ...]


@dataclass(frozen=True)
class LearnerCriterion:
    look_for: Sentence
    passes: Sentence


@dataclass(frozen=True)
class Finding:
    """A finding of a paper that the lesson lists, and the steps, counted from 1, that answer or
    only touch it; of an outline, and of what is listed and not taught, none."""

    paper: Paper
    proposal: Proposal
    answered_in: tuple[int, ...]
    touched_in: tuple[int, ...]


@dataclass(frozen=True)
class LearnerLesson:
    """Everything a learner may see of a lesson, on a page or on paper."""

    head: Head
    scene: Sentence | None
    objectives: tuple[Sentence, ...]
    bring: tuple[Sentence, ...]
    deliverable: Sentence
    form: Form | None
    steps: tuple[LearnerStep, ...]
    questions: tuple[LearnerQuestion, ...]
    criteria: tuple[LearnerCriterion, ...]
    homework: Sentence | None
    trouble: tuple[Trouble, ...]
    card: tuple[Sentence, ...]
    elder: ElderVersion | None
    facts: tuple[Fact, ...]
    requires: tuple[LessonName, ...]
    consumes: tuple[LessonName, ...]
    paths: tuple[LearningPath, ...]
    offered: tuple[LearningPath, ...]
    findings: tuple[Finding, ...]


@dataclass(frozen=True)
class PlanAppendix:
    """A page behind the plan; `label` is what the lesson's sentences call it: 附页二."""

    label: str
    title: Sentence
    cut: bool
    blocks: tuple[Block, ...]


@dataclass(frozen=True)
class TrainerLesson:
    """A lesson as its trainer sees it: the learner's part and all that is kept from learners."""

    learner: LearnerLesson
    prepare: tuple[tuple[str, tuple[Sentence, ...]], ...]
    things: tuple[Thing, ...]
    always_there: tuple[Sentence, ...]
    done_when: tuple[Sentence, ...]
    steps: tuple[TrainerStep, ...]
    answers: tuple[Answer, ...]
    next_times: tuple[NextTime, ...]
    follow_up: tuple[tuple[int, Sentence], ...]
    tried: tuple[Trial, ...]
    appendix: tuple[PlanAppendix, ...]


def for_learner(edition: Edition, lesson: Lesson) -> LearnerLesson:
    """The learner's part of a lesson; of an outline, what is known of it."""
    return edition.once(_for_learner, lesson)


def _for_learner(edition: Edition, lesson: Lesson) -> LearnerLesson:
    course = edition.course
    form = course.forms[lesson.deliverable.form] if lesson.deliverable.form else None
    return LearnerLesson(
        head=head(edition, lesson),
        scene=lesson.scene,
        objectives=tuple(objective.can for objective in lesson.objectives),
        bring=lesson.bring,
        deliverable=lesson.deliverable.name,
        form=form,
        steps=tuple(_learner_step(n, step) for n, step in enumerate(lesson.steps, 1)),
        questions=tuple(asked(n, one) for n, one in enumerate(lesson.quiz, 1)),
        criteria=tuple(_criterion(one) for one in lesson.rubric),
        homework=lesson.after.homework if lesson.after else None,
        trouble=lesson.trouble,
        card=lesson.card,
        elder=for_elders(lesson),
        facts=tuple(course.facts[fact] for fact in edition.facts_of(lesson)),
        requires=_references(edition, lesson.requires),
        consumes=_references(edition, lesson.consumes),
        paths=tuple(path for path in course.paths.values() if lesson.id in path.lessons),
        offered=tuple(path for path in course.paths.values() if lesson.id in path.electives),
        findings=tuple(_finding(edition, lesson, one) for one in lesson.derives_from),
    )


def for_trainer(edition: Edition, lesson: Lesson) -> TrainerLesson:
    """The whole of a written lesson, as a run sheet with answers."""
    return edition.once(_for_trainer, lesson)


def _for_trainer(edition: Edition, lesson: Lesson) -> TrainerLesson:
    return TrainerLesson(
        learner=for_learner(edition, lesson),
        prepare=lesson.prepare.dates if lesson.prepare else (),
        things=lesson.things,
        always_there=edition.course.settings.always_there,
        done_when=lesson.done_when,
        steps=run_sheet(lesson.steps),
        answers=tuple(answered(n, one) for n, one in enumerate(lesson.quiz, 1)),
        next_times=next_times(edition.course, lesson.id),
        follow_up=_follow_up(lesson),
        tried=lesson.tried,
        appendix=tuple(_appendices(lesson.appendix)),
    )


def head(edition: Edition, lesson: Lesson) -> Head:
    """Title and frame of a lesson; the part of the title after the colon is its subtitle."""
    title, subtitle = lesson.title_parts
    return Head(
        id=lesson.id,
        title=title,
        subtitle=subtitle,
        track=edition.tracks[lesson.track],
        layer=edition.layers[lesson.layer],
        hours=lesson.hours,
        minutes=lesson.hours * edition.course.settings.hour_minutes,
        reviewed=lesson.reviewed,
        outline=lesson.is_outline,
        for_elders=lesson.elder is not None,
    )


def _references(edition: Edition, ids: tuple[str, ...]) -> tuple[LessonName, ...]:
    lessons = (edition.course.lessons[one] for one in ids)
    return tuple(LessonName(one.id, one.title, not one.is_outline) for one in lessons)


def _finding(edition: Edition, lesson: Lesson, finding: str) -> Finding:
    steps = tuple(enumerate(lesson.steps, 1))
    return Finding(
        *edition.proposals[finding],
        answered_in=tuple(number for number, step in steps if finding in step.answers),
        touched_in=tuple(number for number, step in steps if finding in step.touches),
    )


def _learner_step(number: int, step: Step) -> LearnerStep:
    return LearnerStep(
        number, step.kind, short_name(step.kind), step.title, step.minutes, step.learner
    )


def _criterion(criterion: Criterion) -> LearnerCriterion:
    return LearnerCriterion(criterion.look_for, criterion.passes)


def _appendices(appendix: tuple[Appendix, ...]) -> Iterator[PlanAppendix]:
    """Numbered as they are printed: those to cut lie last, on sheets of their own."""
    for number, one in enumerate(sorted(appendix, key=lambda one: one.cut)):
        label = "附页" + (NUMERALS[number : number + 1] or f"{number + 1}") * (len(appendix) > 1)
        yield PlanAppendix(label, one.title, one.cut, one.blocks)


def _follow_up(lesson: Lesson) -> tuple[tuple[int, Sentence], ...]:
    if lesson.after is None:
        return ()
    asked = lesson.after.follow_up
    days = ((30, asked.day_30), (60, asked.day_60), (90, asked.day_90))
    return tuple((day, question) for day, question in days if question)
