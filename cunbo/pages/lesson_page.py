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
from cunbo.pages.single_file import SingleFile, SingleFiles
from cunbo.telling.pictures import pictures_by_lesson
from cunbo.telling.sheets import Printable
from cunbo.telling.views import LearnerLesson, for_learner, for_trainer

_SENT_ON_HERE = "<!--send-->"
"""Where the page says what can be sent on: how large that is, is not known before it is set."""


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
    cards = cards_of(setter.edition, printables, pictures_by_lesson(setter.edition))
    told = told_lesson(setter, lesson, cards)
    single = None if lesson.is_outline else told.single_file(SingleFiles(setter))
    found = {routes.lesson(lesson.id): told.page(setter, single)}
    if not lesson.is_outline:
        found[routes.trainer(lesson.id)] = plan_page(setter, lesson, cards)
    return {routes.markdown_file(route): text for route, text in found.items()}


def told_lesson(setter: PageSetter, lesson: Lesson, cards: Cards) -> "ToldLesson":
    """What its learners find of a lesson, set once, for its page and for its single file."""
    view = for_learner(setter.edition, lesson)
    template = "outline" if lesson.is_outline else "lesson"
    title = f"{lesson.id} {lesson.title}"
    html = setter.html(
        routes.lesson(lesson.id),
        template,
        title,
        lesson=view,
        glosses=Glosses(setter.glossed),
        around=surroundings(view, cards),
        hands_on=HANDS_ON,
        confidence_notes=READERS_ARE_TOLD,
    )
    about = f"今天带走：{setter.edition.plain(lesson.deliverable.name)}"
    return ToldLesson(cards[lesson.id], template, title, about, html)


@dataclass(frozen=True)
class ToldLesson:
    """A lesson as its learners are told it: HTML with the marks of what only a page has."""

    card: Card
    template: str
    title: str
    about: str
    html: str

    def page(self, setter: PageSetter, single: SingleFile | None) -> str:
        """The lesson's page, as Markdown; with a single file it says what can be sent on."""
        route = routes.lesson(self.card.head.id)
        sent_on = {"card": self.card, "single": single}
        ways = setter.html(route, "send", self.title, **sent_on) if single else ""
        html = self.html.replace(_SENT_ON_HERE, ways)
        return setter.finished(route, self.template, self.title, self.about, html)

    def single_file(self, files: SingleFiles) -> SingleFile:
        """The whole lesson as one file."""
        return files.made(self.card.head, self.title, self.about, self.html)


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
