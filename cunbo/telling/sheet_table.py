"""The table of printed sheets.

A sheet is one entry here and one template in `templates/handouts/`. The printer, downloads, pages
and the preview read the table.
"""

from dataclasses import dataclass, replace

from cunbo.model.course import Form
from cunbo.model.lesson import Lesson
from cunbo.telling.answer_key import answer_key
from cunbo.telling.certificate import BADGES_OF_EACH, badges, certificate
from cunbo.telling.cue_card import CueCard
from cunbo.telling.edition import Edition
from cunbo.telling.elder_view import ElderVersion, for_elders
from cunbo.telling.errands import errand_sheet
from cunbo.telling.heads import Head
from cunbo.telling.law import LawPointer, law_booklet, law_pointers
from cunbo.telling.placement import placement
from cunbo.telling.sheets import CourseSheet, LessonSheet, Occasion, Reader, Size
from cunbo.telling.slides import Deck, deck
from cunbo.telling.views import LearnerLesson, TrainerLesson, for_learner, for_trainer, head
from cunbo.telling.village_file import village_file
from cunbo.telling.wall_sheets import WallSheets, wall_sheets


@dataclass(frozen=True)
class _FormSheet:
    head: Head
    form: Form


@dataclass(frozen=True)
class _PlanSheet:
    plan: TrainerLesson
    law: tuple[LawPointer, ...]


@dataclass(frozen=True)
class _ElderSheet:
    head: Head
    elder: ElderVersion


def _handout(edition: Edition, lesson: Lesson) -> LearnerLesson:
    """What learners hold in class. The scene is read to them, the rubric is ticked by the trainer;
    law and troubles are the trainer's, and on the site."""
    view = _without_site(for_learner(edition, lesson))
    return replace(view, scene=None, objectives=(), criteria=(), trouble=(), facts=(), form=None)


def _form(edition: Edition, lesson: Lesson) -> _FormSheet | None:
    """The form by itself: it is filled in while the steps are read, and used on afterwards."""
    name = lesson.deliverable.form
    return _FormSheet(head(edition, lesson), edition.course.forms[name]) if name else None


def _elder(edition: Edition, lesson: Lesson) -> _ElderSheet | None:
    """The lesson for a class of elders, if it has one."""
    elder = for_elders(lesson)
    return _ElderSheet(head(edition, lesson), elder) if elder else None


def _plan(edition: Edition, lesson: Lesson) -> _PlanSheet:
    """The trainer's plan. Of the law, only where it stands in the booklet."""
    view = for_trainer(edition, lesson)
    told = replace(_without_site(view.learner), steps=(), questions=(), form=None, facts=())
    steps = tuple(replace(step, learner=()) for step in view.steps)
    law = tuple(law_pointers(edition, lesson))
    return _PlanSheet(replace(view, learner=told, steps=steps), law)


def _slides(edition: Edition, lesson: Lesson) -> Deck:
    return deck(head(edition, lesson), edition.course, lesson)


def _cue_cards(edition: Edition, lesson: Lesson) -> CueCard | None:
    return CueCard(head(edition, lesson), lesson.card) if lesson.card else None


def _wall_sheets(edition: Edition, lesson: Lesson) -> WallSheets | None:
    return wall_sheets(head(edition, lesson), lesson)


def _without_site(view: LearnerLesson) -> LearnerLesson:
    """A view without what only a page can lead to."""
    return replace(view, requires=(), consumes=(), paths=(), offered=(), findings=(), elder=None)


SHEETS = (
    LessonSheet(
        name="讲义",
        letter="J",
        template="learner.typ",
        reader=Reader.LEARNER,
        view=_handout,
        has_steps=True,
    ),
    LessonSheet(
        name="空白表",
        letter="K",
        template="form.typ",
        reader=Reader.LEARNER,
        view=_form,
        is_form=True,
    ),
    LessonSheet(
        name="老人版",
        letter="R",
        template="elder.typ",
        reader=Reader.LEARNER,
        view=_elder,
        least_type=18,
    ),
    LessonSheet(
        name="教案",
        letter="A",
        template="trainer.typ",
        reader=Reader.TRAINER,
        view=_plan,
        names_sides=True,
        least_type=11,
    ),
    LessonSheet(
        name="幻灯片",
        letter="H",
        template="slides.typ",
        reader=Reader.TRAINER,
        view=_slides,
        size=Size.SCREEN,
        least_type=28,
    ),
    LessonSheet(
        name="要点卡四张",
        letter="E",
        template="cue_sheet.typ",
        reader=Reader.TRAINER,
        view=_cue_cards,
        serves=4,
        one_sided=True,
        cut=True,
    ),
    LessonSheet(
        name="挂图",
        letter="G",
        template="wall.typ",
        reader=Reader.TRAINER,
        view=_wall_sheets,
        least_type=28,
        one_sided=True,
    ),
)
"""Every kind of sheet that a lesson can have, in the order in which they are offered."""

COURSE_SHEETS = (
    CourseSheet(
        name="摸底定位表",
        letter="D",
        template="placement.typ",
        reader=Reader.TRAINER,
        view=placement,
        occasion=Occasion.BEFORE,
        serves=1,
    ),
    CourseSheet(
        name="法规册",
        letter="F",
        template="law.typ",
        reader=Reader.TRAINER,
        view=law_booklet,
        occasion=Occasion.BEFORE,
        least_type=12,
    ),
    CourseSheet(
        name="村情单",
        letter="C",
        template="village.typ",
        reader=Reader.TRAINER,
        view=village_file,
        least_type=12,
    ),
    CourseSheet(
        name="开班前问清的事",
        letter="Q",
        template="errands.typ",
        reader=Reader.TRAINER,
        view=errand_sheet,
        occasion=Occasion.BEFORE,
        least_type=12,
    ),
    CourseSheet(
        name="结业证",
        letter="Y",
        template="certificate.typ",
        reader=Reader.TRAINER,
        names_village=True,
        view=certificate,
        occasion=Occasion.AFTER,
        serves=1,
        one_sided=True,
    ),
    CourseSheet(
        name="层级徽章",
        letter="W",
        template="badges.typ",
        reader=Reader.TRAINER,
        view=badges,
        occasion=Occasion.AFTER,
        serves=BADGES_OF_EACH,
        one_sided=True,
        cut=True,
    ),
    CourseSheet(
        name="小测答案",
        letter="N",
        template="answer_key.typ",
        reader=Reader.TRAINER,
        view=answer_key,
        least_type=12,
    ),
)
"""Every kind of sheet that there is one of for the whole course, whatever forms it has."""
