"""The pages of one lesson: the learner's, the trainer's, and what surrounds a lesson on them."""

from collections.abc import Mapping
from dataclasses import dataclass

from cunbo.model.choices import HANDS_ON
from cunbo.model.lesson import Lesson
from cunbo.model.meanings import READERS_ARE_TOLD
from cunbo.model.walk import facts_named
from cunbo.pages import routes
from cunbo.pages.cards import Card, Cards, cards_of, pick
from cunbo.pages.glosses import Glosses
from cunbo.pages.page_setter import Pages, PageSetter
from cunbo.telling.sheets import Printable
from cunbo.telling.views import LearnerLesson, for_learner, for_trainer


@dataclass(frozen=True)
class Surroundings:
    """The card of a lesson, the written lessons before and after it, the minutes of practice.

    `cited_in` tells in which step a fact is first pointed to, by the fact's id.
    """

    card: Card
    before: Card | None
    after: Card | None
    hands_on: int
    cited_in: Mapping[str, int]


def lesson_pages(setter: PageSetter, lesson: Lesson, printables: tuple[Printable, ...]) -> Pages:
    """The pages of one lesson as on the site: the learner's and, if written, the trainer's.

    Of `printables` only the lesson's own are shown.
    """
    cards = cards_of(setter.edition, printables)
    found = {routes.lesson(lesson.id): lesson_page(setter, lesson, cards)}
    if not lesson.is_outline:
        found[routes.trainer(lesson.id)] = plan_page(setter, lesson, cards)
    return {routes.markdown_file(route): text for route, text in found.items()}


def lesson_page(setter: PageSetter, lesson: Lesson, cards: Cards) -> str:
    """What its learners find of a lesson, as Markdown."""
    view = for_learner(setter.edition, lesson)
    return setter.page(
        routes.lesson(lesson.id),
        "outline" if lesson.is_outline else "lesson",
        f"{lesson.id} {lesson.title}",
        f"今天带走：{setter.edition.plain(lesson.deliverable.name)}",
        lesson=view,
        glosses=Glosses(setter.edition.course.glossary),
        around=surroundings(view, cards),
        hands_on=HANDS_ON,
        confidence_notes=READERS_ARE_TOLD,
    )


def plan_page(setter: PageSetter, lesson: Lesson, cards: Cards) -> str:
    """What its trainer finds of a written lesson, as Markdown."""
    plan = for_trainer(setter.edition, lesson)
    return setter.page(
        routes.trainer(lesson.id),
        "trainer",
        f"{lesson.id} {lesson.title} 教案",
        "培训员用：分钟、做什么、说什么、容易出的岔子、答案。",
        plan=plan,
        lesson=plan.learner,
        around=surroundings(plan.learner, cards),
        confidence_notes=READERS_ARE_TOLD,
    )


def surroundings(lesson: LearnerLesson, cards: Cards) -> Surroundings:
    """What stands around a lesson, in course order."""
    order = list(cards)
    place = order.index(lesson.head.id)
    before, after = pick(cards, reversed(order[:place])), pick(cards, order[place + 1 :])
    return Surroundings(
        card=cards[lesson.head.id],
        before=next(filter(_is_written, before), None),
        after=next(filter(_is_written, after), None),
        hands_on=sum(step.minutes for step in lesson.steps if step.kind in HANDS_ON),
        cited_in={
            name: step.number
            for step in reversed(lesson.steps)
            for name in facts_named(step.blocks)
        },
    )


def _is_written(card: Card) -> bool:
    return not card.head.outline
