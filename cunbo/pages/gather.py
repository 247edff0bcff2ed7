"""An edition of the course → every Markdown page of the site."""

from pathlib import Path

from cunbo.audience import for_learner, for_trainer
from cunbo.edition import Edition
from cunbo.model.lesson import HANDS_ON, Lesson
from cunbo.pages import routes
from cunbo.pages.authoring import block_kinds
from cunbo.pages.course_map import rows
from cunbo.pages.learning_path import LearningPath, learning_path
from cunbo.pages.lesson_page import CONFIDENCE_NOTES, surroundings
from cunbo.pages.library import reading
from cunbo.pages.press import Press
from cunbo.pages.shelf import Shelf, hours_of, stock
from cunbo.printables import Printable

Pages = dict[str, str]
"""Path inside the docs folder → Markdown text."""


def pages(
    edition: Edition,
    printables: tuple[Printable, ...],
    templates: Path,
    compiled: Path | None = None,
) -> Pages:
    """All pages of the site.

    `templates` is the folder that holds `pages/`; `compiled`, if given, an existing folder where
    compiled templates wait for the next run. The same input gives the same text. Raises a Jinja2
    error where a template asks for something its view does not have.
    """
    press = Press(edition, templates, compiled)
    shelf = stock(edition, printables)
    found = (
        _front_pages(press, shelf)
        | _path_pages(press, shelf)
        | _lesson_pages(press, shelf)
        | _trainer_pages(press, shelf)
        | _source_pages(press, shelf)
    )
    return {routes.markdown_file(route): text for route, text in sorted(found.items())}


def _front_pages(press: Press, shelf: Shelf) -> Pages:
    """The pages there is one of: doors, map, lists."""
    cards = tuple(shelf.values())
    written = tuple(card for card in cards if not card.head.outline)
    edition = press.edition
    views = (
        (routes.HOME, "home", "首页", {"cards": cards, "written": written}),
        (routes.MAP, "map", "课程地图", _map_view(press, shelf)),
        (routes.TRAINERS, "trainers", "培训员入口", {"written": written}),
        (routes.AUTHORS, "authors", "编写课程", _author_view(press)),
        (routes.DOWNLOADS, "downloads", "打印下载", {"written": written}),
        (routes.GLOSSARY, "glossary", "词语表", {"terms": edition.course.glossary}),
    )
    about = edition.plain(edition.course.settings.tagline)
    return {
        route: press.page(route, template, title, about, edition=edition, **view)
        for route, template, title, view in views
    }


def _author_view(press: Press) -> dict[str, object]:
    return {"slots": press.edition.course.slots, "block_kinds": block_kinds()}


def _map_view(press: Press, shelf: Shelf) -> dict[str, object]:
    cards = tuple(shelf.values())
    return {
        "rows": rows(press.edition, shelf),
        "cards": cards,
        "hours": hours_of(cards),
        "written": sum(not card.head.outline for card in cards),
    }


def _path_pages(press: Press, shelf: Shelf) -> Pages:
    edition = press.edition
    paths = tuple(learning_path(edition, path, shelf) for path in edition.course.paths.values())
    about = "按你是谁、想做什么，挑一条学习路径。"
    index = press.page(routes.PATHS, "paths", "学习路径", about, paths=paths)
    return {routes.PATHS: index} | {
        routes.path(one.path.id): _path_page(press, one) for one in paths
    }


def _path_page(press: Press, path: LearningPath) -> str:
    title = f"学习路径 {path.path.id} {path.path.name}"
    about = press.edition.plain(path.path.about)
    return press.page(routes.path(path.path.id), "path", title, about, **vars(path))


def _lesson_pages(press: Press, shelf: Shelf) -> Pages:
    lessons = press.edition.in_order
    return {routes.lesson(one.id): _lesson_page(press, one, shelf) for one in lessons}


def _lesson_page(press: Press, lesson: Lesson, shelf: Shelf) -> str:
    view = for_learner(press.edition, lesson)
    return press.page(
        routes.lesson(lesson.id),
        "outline" if lesson.is_outline else "lesson",
        f"{lesson.id} {lesson.title}",
        f"今天带走：{press.edition.plain(lesson.deliverable.name)}",
        lesson=view,
        around=surroundings(view, shelf),
        hands_on=HANDS_ON,
        confidence_notes=CONFIDENCE_NOTES,
    )


def _trainer_pages(press: Press, shelf: Shelf) -> Pages:
    written = press.edition.written
    return {routes.trainer(one.id): _trainer_page(press, one, shelf) for one in written}


def _trainer_page(press: Press, lesson: Lesson, shelf: Shelf) -> str:
    plan = for_trainer(press.edition, lesson)
    return press.page(
        routes.trainer(lesson.id),
        "trainer",
        f"{lesson.id} {lesson.title} 教案",
        "培训员用：分钟、做什么、说什么、容易出的岔子、答案。",
        plan=plan,
        lesson=plan.learner,
        around=surroundings(plan.learner, shelf),
        confidence_notes=CONFIDENCE_NOTES,
    )


def _source_pages(press: Press, shelf: Shelf) -> Pages:
    edition = press.edition
    readings = tuple(reading(edition, paper, shelf) for paper in edition.course.papers.values())
    about = "这门课回应了哪些论文、哪些发现，一条一条对得上。"
    index = press.page(routes.SOURCES, "sources", "论文依据", about, readings=readings)
    return {routes.SOURCES: index} | {
        routes.paper(one.paper.id): press.page(
            routes.paper(one.paper.id), "paper", one.paper.cite, about, reading=one
        )
        for one in readings
    }
