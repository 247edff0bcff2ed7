"""The table of printed sheets, and what is known of one that was printed.

A sheet is one entry here and one template in `templates/handouts/`. The press, downloads, pages and
the preview read the table.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import StrEnum

from cunbo.model.course import Fact
from cunbo.model.lesson import Lesson
from cunbo.model.walk import facts_named
from cunbo.telling.edition import Edition
from cunbo.telling.views import LearnerLesson, TrainerLesson, for_learner, for_trainer


class Reader(StrEnum):
    """Whose hands a sheet is for."""

    LEARNER = "学员"
    TRAINER = "培训员"


@dataclass(frozen=True)
class Sheet:
    """A kind of printed sheet.

    `view` picks what of a written lesson stands on it: a sheet is printed anew only when that
    changes. `has_form` tells the one whose last page is the lesson's form. With `pictures` every
    page is also made as a PNG, to be sent on in a chat.
    """

    name: str
    template: str
    reader: Reader
    view: Callable[[Edition, Lesson], LearnerLesson | TrainerLesson]
    has_form: bool = False
    pictures: bool = False

    def file(self, lesson_id: str) -> str:
        """The PDF's name, as a villager sees it when the file is forwarded in a chat."""
        return f"{lesson_id}-{self.name}.pdf"

    def picture(self, lesson_id: str, page: int) -> str:
        """The name of one page as a picture; pages count from 1."""
        return f"{lesson_id}-{self.name}-{page}.png"


@dataclass(frozen=True)
class Printable:
    """A finished PDF: `pages` A4 pages, `size` bytes, `file` its name inside `handouts/`.

    `pictures` are the names of its pages as PNG, in order; none where the sheet has none.
    """

    lesson_id: str
    sheet: Sheet
    file: str
    pages: int
    size: int
    pictures: tuple[str, ...] = ()


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
    return replace(view, requires=(), consumes=(), paths=(), offered=(), findings=())


SHEETS = (
    Sheet("讲义", "learner.typ", Reader.LEARNER, _handout, has_form=True),
    Sheet("教案", "trainer.typ", Reader.TRAINER, _plan),
)
"""Every kind of sheet, in the order in which they are offered."""
