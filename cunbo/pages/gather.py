"""An edition of the course → every Markdown page of the site."""

from pathlib import Path
from typing import Any

from cunbo.model.lesson import HANDS_ON, Lesson
from cunbo.model.meanings import READERS_ARE_TOLD
from cunbo.pages import routes
from cunbo.pages.authoring import AROUND_A_LESSON, COMMON_SLIPS, block_samples, lesson_keys
from cunbo.pages.course_map import rows
from cunbo.pages.fields import keys_of
from cunbo.pages.learning_path import PathPage, path_page
from cunbo.pages.lesson_page import surroundings
from cunbo.pages.library import reading
from cunbo.pages.manual import Chapter, chapters, picked
from cunbo.pages.press import Press
from cunbo.pages.shelf import Shelf, hours_of, stock
from cunbo.telling.edition import Edition
from cunbo.telling.sheets import Printable
from cunbo.telling.views import for_learner, for_trainer

Pages = dict[str, str]
"""Path inside the docs folder → Markdown text."""

View = tuple[str, str, str, dict[str, Any]]
"""Of one page: its route, its template, its title, and what the template asks for."""


def pages(edition: Edition, printables: tuple[Printable, ...], templates: Path) -> Pages:
    """All pages of the site.

    `templates` is the folder that holds `pages/`. The same input gives the same text. Raises a
    Jinja2 error where a template asks for something its view does not have.
    """
    press = Press(edition, templates)
    shelf = stock(edition, printables)
    found = (
        _front_pages(press, shelf)
        | _path_pages(press, shelf)
        | _lesson_pages(press, shelf)
        | _trainer_pages(press, shelf)
        | _source_pages(press, shelf)
        | _author_pages(press)
    )
    return {routes.markdown_file(route): text for route, text in sorted(found.items())}


def lesson_pages(press: Press, lesson: Lesson, printables: tuple[Printable, ...]) -> Pages:
    """The pages of one lesson as `pages` makes them: the learner's and, if written, the trainer's.

    Of `printables` only the lesson's own are shown.
    """
    shelf = stock(press.edition, printables)
    found = {routes.lesson(lesson.id): _lesson_page(press, lesson, shelf)}
    if not lesson.is_outline:
        found[routes.trainer(lesson.id)] = _trainer_page(press, lesson, shelf)
    return {routes.markdown_file(route): text for route, text in found.items()}


def _front_pages(press: Press, shelf: Shelf) -> Pages:
    """The pages there is one of: doors, map, lists."""
    cards = tuple(shelf.values())
    written = tuple(card for card in cards if not card.head.outline)
    edition = press.edition
    views: tuple[View, ...] = (
        (routes.HOME, "home", "首页", {"cards": cards, "written": written}),
        (routes.MAP, "map", "课程地图", _map_view(press, shelf)),
        (routes.TRAINERS, "trainers", "培训员入口", {"written": written}),
        (routes.AUTHORS, "authors", "编写课程", {}),
        (routes.DOWNLOADS, "downloads", "打印下载", {"written": written}),
        (routes.GLOSSARY, "glossary", "词语表", {"terms": edition.course.glossary}),
    )
    about = edition.plain(edition.course.settings.tagline)
    return {
        route: press.page(route, template, title, about, edition=edition, **view)
        for route, template, title, view in views
    }


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
    paths = tuple(path_page(edition, path, shelf) for path in edition.course.paths.values())
    about = "按你是谁、想做什么，挑一条学习路径。"
    index = press.page(routes.PATHS, "paths", "学习路径", about, paths=paths)
    return {routes.PATHS: index} | {
        routes.path(one.path.id): _path_page(press, one) for one in paths
    }


def _path_page(press: Press, path: PathPage) -> str:
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
        confidence_notes=READERS_ARE_TOLD,
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
        confidence_notes=READERS_ARE_TOLD,
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


def _author_pages(press: Press) -> Pages:
    manual = chapters(press.templates)
    return _guide_pages(press, manual) | _manual_pages(press, manual)


def _guide_pages(press: Press, manual: tuple[Chapter, ...]) -> Pages:
    """The guide for course authors."""
    templates = press.templates
    views: tuple[View, ...] = (
        (routes.FIRST_LESSON, "guide_first", "第一课，十分钟", {}),
        (routes.LESSON_KEYS, "guide_keys", "一课的每一个键", {"keys": lesson_keys(templates)}),
        (routes.BLOCKS, "guide_blocks", "步骤里放什么", {"samples": block_samples(templates)}),
        (routes.AROUND, "guide_around", "空、村、依据、图", _around_view(press)),
        (routes.SLIPS, "guide_slips", "最常打错的十处", {"slips": picked(manual, COMMON_SLIPS)}),
    )
    about = "给写课的人：从建一个文件，到看见网页和讲义。"
    return {
        route: press.page(route, template, title, about, **view)
        for route, template, title, view in views
    }


def _around_view(press: Press) -> dict[str, Any]:
    return {
        "slots": press.edition.course.slots,
        "facts": tuple(press.edition.course.facts.values()),
        "keys": {name: keys_of(model) for name, model in AROUND_A_LESSON.items()},
        "confidence_notes": READERS_ARE_TOLD,
    }


def _manual_pages(press: Press, manual: tuple[Chapter, ...]) -> Pages:
    about = "cunbo check 说的每一种错：为什么要改，错的和对的各什么样。"
    index = press.page(routes.ERRORS, "manual", "错误手册", about, chapters=manual)
    return {routes.ERRORS: index} | {
        routes.errors(one.group.key): press.page(
            routes.errors(one.group.key),
            "manual_chapter",
            f"错误手册：{one.group.title}",
            about,
            chapter=one,
            chapters=manual,
        )
        for one in manual
    }
