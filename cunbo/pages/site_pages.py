"""An edition of the course → every Markdown page of the site."""

from pathlib import Path

from cunbo.model.choices import HANDS_ON
from cunbo.model.lesson import Lesson
from cunbo.model.meanings import READERS_ARE_TOLD
from cunbo.pages import routes
from cunbo.pages.cards import Cards, cards_of
from cunbo.pages.lesson_page import surroundings
from cunbo.pages.page_setter import PageSetter
from cunbo.pages.standing import ABOUT_MANUAL, ABOUT_PAPERS, STANDING_PAGES, Contents
from cunbo.telling.edition import Edition
from cunbo.telling.sheets import Printable
from cunbo.telling.views import for_learner, for_trainer

Pages = dict[str, str]
"""Path inside the docs folder → Markdown text."""


def pages(edition: Edition, printables: tuple[Printable, ...], templates: Path) -> Pages:
    """All pages of the site.

    `templates` is the folder that holds `pages/`. The same input gives the same text. Raises a
    Jinja2 error where a template asks for something its view does not have.
    """
    setter = PageSetter(edition, templates)
    contents = Contents(edition, cards_of(edition, printables), templates)
    found = (
        _standing(setter, contents)
        | _paths(setter, contents)
        | _lessons(setter, contents.cards)
        | _plans(setter, contents.cards)
        | _papers(setter, contents)
        | _manual(setter, contents)
    )
    return {routes.markdown_file(route): text for route, text in sorted(found.items())}


def lesson_pages(setter: PageSetter, lesson: Lesson, printables: tuple[Printable, ...]) -> Pages:
    """The pages of one lesson as `pages` makes them: the learner's and, if written, the trainer's.

    Of `printables` only the lesson's own are shown.
    """
    cards = cards_of(setter.edition, printables)
    found = {routes.lesson(lesson.id): _lesson(setter, lesson, cards)}
    if not lesson.is_outline:
        found[routes.trainer(lesson.id)] = _plan(setter, lesson, cards)
    return {routes.markdown_file(route): text for route, text in found.items()}


def _standing(setter: PageSetter, contents: Contents) -> Pages:
    edition = setter.edition
    tagline = edition.plain(edition.course.settings.tagline)
    return {
        one.route: setter.page(
            one.route, one.template, one.title, one.about or tagline, **one.view(contents)
        )
        for one in STANDING_PAGES
    }


def _paths(setter: PageSetter, contents: Contents) -> Pages:
    return {
        routes.path(one.path.id): setter.page(
            routes.path(one.path.id),
            "path",
            f"学习路径 {one.path.id} {one.path.name}",
            setter.edition.plain(one.path.about),
            **vars(one),
        )
        for one in contents.paths
    }


def _lessons(setter: PageSetter, cards: Cards) -> Pages:
    lessons = setter.edition.in_order
    return {routes.lesson(one.id): _lesson(setter, one, cards) for one in lessons}


def _lesson(setter: PageSetter, lesson: Lesson, cards: Cards) -> str:
    view = for_learner(setter.edition, lesson)
    return setter.page(
        routes.lesson(lesson.id),
        "outline" if lesson.is_outline else "lesson",
        f"{lesson.id} {lesson.title}",
        f"今天带走：{setter.edition.plain(lesson.deliverable.name)}",
        lesson=view,
        around=surroundings(view, cards),
        hands_on=HANDS_ON,
        confidence_notes=READERS_ARE_TOLD,
    )


def _plans(setter: PageSetter, cards: Cards) -> Pages:
    written = setter.edition.written
    return {routes.trainer(one.id): _plan(setter, one, cards) for one in written}


def _plan(setter: PageSetter, lesson: Lesson, cards: Cards) -> str:
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


def _papers(setter: PageSetter, contents: Contents) -> Pages:
    return {
        routes.paper(one.paper.id): setter.page(
            routes.paper(one.paper.id), "paper", one.paper.cite, ABOUT_PAPERS, reading=one
        )
        for one in contents.papers
    }


def _manual(setter: PageSetter, contents: Contents) -> Pages:
    return {
        routes.errors(one.group.key): setter.page(
            routes.errors(one.group.key),
            "manual_chapter",
            f"错误手册：{one.group.title}",
            ABOUT_MANUAL,
            chapter=one,
            chapters=contents.manual,
        )
        for one in contents.manual
    }
