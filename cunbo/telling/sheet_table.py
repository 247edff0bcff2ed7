"""The table of printed sheets.

A sheet is one entry here and one template in `templates/handouts/`. The printer, downloads, pages
and the preview read the table.
"""

from dataclasses import dataclass, replace

from cunbo.model.course import Fact, Form
from cunbo.model.lesson import Lesson
from cunbo.model.walk import facts_named
from cunbo.telling.edition import Edition
from cunbo.telling.sheets import LessonSheet, Reader
from cunbo.telling.views import Head, LearnerLesson, TrainerLesson, for_learner, for_trainer, head


@dataclass(frozen=True)
class _FormSheet:
    head: Head
    form: Form


def _handout(edition: Edition, lesson: Lesson) -> LearnerLesson:
    """What learners hold in class. The scene is read to them, the rubric is ticked by the trainer;
    law and troubles are the trainer's, and on the site."""
    view = _without_site(for_learner(edition, lesson))
    return replace(view, scene=None, objectives=(), criteria=(), trouble=(), facts=(), form=None)


def _form(edition: Edition, lesson: Lesson) -> _FormSheet | None:
    """The form by itself: it is filled in while the steps are read, and used on afterwards."""
    name = lesson.deliverable.form
    return _FormSheet(head(edition, lesson), edition.course.forms[name]) if name else None


def _plan(edition: Edition, lesson: Lesson) -> TrainerLesson:
    """The trainer's plan. The facts that the handout points to come first, so that a number means
    the same fact on both."""
    view = for_trainer(edition, lesson)
    cited = _cited(view.learner)
    facts = (*cited, *(fact for fact in view.learner.facts if fact not in cited))
    told = replace(_without_site(view.learner), steps=(), questions=(), form=None, facts=facts)
    return replace(
        view, learner=told, steps=tuple(replace(step, learner=()) for step in view.steps)
    )


def _cited(view: LearnerLesson) -> tuple[Fact, ...]:
    """The facts that the handout points to."""
    named = set(facts_named((*(step.blocks for step in view.steps), view.form)))
    return tuple(fact for fact in view.facts if fact.id in named)


def _without_site(view: LearnerLesson) -> LearnerLesson:
    """A view without what only a page can lead to."""
    return replace(view, requires=(), consumes=(), paths=(), offered=(), findings=(), elder=None)


SHEETS = (
    LessonSheet(name="讲义", template="learner.typ", reader=Reader.LEARNER, view=_handout),
    LessonSheet(
        name="空白表", template="form.typ", reader=Reader.LEARNER, view=_form, is_form=True
    ),
    LessonSheet(name="教案", template="trainer.typ", reader=Reader.TRAINER, view=_plan),
)
"""Every kind of sheet that a lesson can have, in the order in which they are offered."""
