"""An edition of the course → every Markdown page of the site."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, TypeAlias

from jinja2 import BytecodeCache

from cunbo.pages import routes
from cunbo.pages.cards import Cards, cards_of
from cunbo.pages.download_stretches import download_stretches
from cunbo.pages.law_stretches import law_stretches
from cunbo.pages.lesson_page import plan_page, told_lesson
from cunbo.pages.page_setter import Pages, PageSetter
from cunbo.pages.single_file import SingleFile, SingleFiles
from cunbo.pages.standing import (
    ABOUT_LAW,
    ABOUT_MANUAL,
    ABOUT_PAPERS,
    DOWNLOADS_TITLE,
    LAW_TITLE,
    STANDING_PAGES,
    Contents,
    View,
    downloads_view,
    law_view,
)
from cunbo.pages.stretches import Stretch, titled
from cunbo.telling.edition import Edition
from cunbo.telling.pictures import pictures_by_lesson
from cunbo.telling.sheets import Printable

_LongPage: TypeAlias = tuple[Sequence[Stretch[Any]], str, str, str, Callable[[Contents, int], View]]
"""Its pages, their template, title and purpose, and what the one of a number shows."""


def pages(
    edition: Edition,
    printables: tuple[Printable, ...],
    templates: Path,
    compiled: BytecodeCache | None = None,
) -> Pages:
    """All pages of the site, and the single files of its lessons, which are HTML already.

    `templates` is the folder that holds `pages/`, `compiled` has what was compiled of it before.
    The same input gives the same text. Raises a
    Jinja2 error where a template asks for something its view does not have.
    """
    setter = PageSetter(edition, templates, compiled)
    of_course = tuple(one for one in printables if one.lesson_id is None)
    cards = cards_of(edition, printables, pictures_by_lesson(edition))
    lessons, singles = _lessons(setter, cards)
    contents = Contents(edition, cards, templates, of_course, singles)
    found = (
        _standing(setter, contents)
        | _paths(setter, contents)
        | lessons
        | _plans(setter, contents.cards)
        | _papers(setter, contents)
        | _further(setter, contents)
        | _manual(setter, contents)
    )
    texts = {routes.markdown_file(route): text for route, text in sorted(found.items())}
    return texts | {one.route: one.html for one in singles.values()}


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


def _lessons(setter: PageSetter, cards: Cards) -> tuple[Pages, dict[str, SingleFile]]:
    """The learners' pages, and the single files of those lessons that are written, by id."""
    files = SingleFiles(setter)
    told = {one.id: told_lesson(setter, one, cards) for one in setter.edition.in_order}
    singles = {one.id: told[one.id].single_file(files) for one in setter.edition.written}
    found = {routes.lesson(name): one.page(setter, singles.get(name)) for name, one in told.items()}
    return found, singles


def _plans(setter: PageSetter, cards: Cards) -> Pages:
    written = setter.edition.written
    return {routes.trainer(one.id): plan_page(setter, one, cards) for one in written}


def _papers(setter: PageSetter, contents: Contents) -> Pages:
    return {
        part.route: setter.page(
            part.route,
            "paper",
            titled(one.paper.cite, part.number),
            ABOUT_PAPERS,
            reading=one,
            part=part,
        )
        for one in contents.papers
        for part in one.stretches
    }


def _further(setter: PageSetter, contents: Contents) -> Pages:
    """The pages of long pages after their first, which is a standing one."""
    tagline = setter.edition.plain(setter.edition.course.settings.tagline)
    law, lists = law_stretches(setter.edition), download_stretches(contents.written)
    long: tuple[_LongPage, ...] = (
        (law, "law", LAW_TITLE, ABOUT_LAW, law_view),
        (lists, "downloads", DOWNLOADS_TITLE, tagline, downloads_view),
    )
    return {
        one.route: setter.page(
            one.route, template, titled(title, one.number), about, **view(contents, one.number)
        )
        for stretches, template, title, about, view in long
        for one in stretches[1:]
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
