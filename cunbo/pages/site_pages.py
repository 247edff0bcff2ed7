"""An edition of the course → every Markdown page of the site."""

from pathlib import Path

from jinja2 import BytecodeCache

from cunbo.pages import routes
from cunbo.pages.cards import Cards, cards_of
from cunbo.pages.lesson_page import lesson_page, plan_page
from cunbo.pages.page_setter import Pages, PageSetter
from cunbo.pages.standing import ABOUT_MANUAL, ABOUT_PAPERS, STANDING_PAGES, Contents
from cunbo.telling.edition import Edition
from cunbo.telling.sheets import Printable


def pages(
    edition: Edition,
    printables: tuple[Printable, ...],
    templates: Path,
    compiled: BytecodeCache | None = None,
) -> Pages:
    """All pages of the site.

    `templates` is the folder that holds `pages/`, `compiled` has what was compiled of it before.
    The same input gives the same text. Raises a
    Jinja2 error where a template asks for something its view does not have.
    """
    setter = PageSetter(edition, templates, compiled)
    of_course = tuple(one for one in printables if one.lesson_id is None)
    contents = Contents(edition, cards_of(edition, printables), templates, of_course)
    found = (
        _standing(setter, contents)
        | _paths(setter, contents)
        | _lessons(setter, contents.cards)
        | _plans(setter, contents.cards)
        | _papers(setter, contents)
        | _manual(setter, contents)
    )
    return {routes.markdown_file(route): text for route, text in sorted(found.items())}


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
    return {routes.lesson(one.id): lesson_page(setter, one, cards) for one in lessons}


def _plans(setter: PageSetter, cards: Cards) -> Pages:
    written = setter.edition.written
    return {routes.trainer(one.id): plan_page(setter, one, cards) for one in written}


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
