"""The table of printed sheets.

A sheet is one entry here and one template in `templates/handouts/`. The printer, downloads, pages
and the preview read the table.
"""

from dataclasses import replace

from cunbo.model.course import Fact
from cunbo.model.lesson import Lesson
from cunbo.model.walk import facts_named
from cunbo.telling.edition import Edition
from cunbo.telling.sheets import Reader, Sheet
from cunbo.telling.views import LearnerLesson, TrainerLesson, for_learner, for_trainer


def _handout(edition: Edition, lesson: Lesson) -> LearnerLesson:
    """What learners take home: of the law, only what their sheet points to."""
    view = _without_site(for_learner(edition, lesson))
    return replace(view, facts=_cited(view))


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
    Sheet("讲义", "learner.typ", Reader.LEARNER, _handout, has_form=True),
    Sheet("教案", "trainer.typ", Reader.TRAINER, _plan),
)
"""Every kind of sheet, in the order in which they are offered."""
