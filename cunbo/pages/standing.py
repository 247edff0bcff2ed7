"""The table of pages there is one of: doors, map, lists, the author's guide.

A new one is an entry here and a template of that name in `templates/pages/`; in the menu it stands
once `mkdocs.yml` lists it under `nav`.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from itertools import chain
from pathlib import Path
from typing import Any, TypeAlias

from cunbo.model.choices import CaseDevice, ElderAnswer, Goods
from cunbo.model.meanings import MEANINGS, READERS_ARE_TOLD
from cunbo.pages import routes
from cunbo.pages.alphabet import by_initial
from cunbo.pages.authoring import AROUND_A_LESSON, COMMON_SLIPS, block_samples, lesson_keys
from cunbo.pages.cards import Card, Cards, handed_to, hours_of
from cunbo.pages.course_map import rows
from cunbo.pages.download_stretches import download_stretches
from cunbo.pages.drawings import drawings
from cunbo.pages.fields import keys_in_words
from cunbo.pages.findings import PaperPage, paper_page
from cunbo.pages.law_stretches import law_places, law_stretches
from cunbo.pages.learning_path import PathPage, path_page
from cunbo.pages.manual import Chapter, Group, chapters, picked
from cunbo.pages.single_file import SingleFile
from cunbo.telling.edition import Edition
from cunbo.telling.errands import errands
from cunbo.telling.law import LawEntry, law_booklet
from cunbo.telling.placement import placement
from cunbo.telling.replies import replies
from cunbo.telling.sheet_table import SHEETS
from cunbo.telling.sheets import Printable, Reader
from cunbo.telling.warned import warned_of

View: TypeAlias = Mapping[str, Any]
"""What a template asks for, by name."""


@dataclass(frozen=True)
class Contents:
    """What pages list: the edition, a card for every lesson, and what is laid out only once."""

    edition: Edition
    cards: Cards
    templates: Path
    sheets: tuple[Printable, ...] = ()
    """The printed sheets of the whole course."""
    singles: Mapping[str, SingleFile] = field(default_factory=dict)
    """The lessons that are one file each, by id."""

    @cached_property
    def written(self) -> tuple[Card, ...]:
        """The lessons that can be taught today."""
        return tuple(card for card in self.cards.values() if not card.head.outline)

    @cached_property
    def paths(self) -> tuple[PathPage, ...]:
        found = self.edition.course.paths.values()
        return tuple(path_page(self.edition, path, self.cards) for path in found)

    @cached_property
    def papers(self) -> tuple[PaperPage, ...]:
        course = self.edition.course
        known = replies(self.edition.in_order, course.practices)
        return tuple(paper_page(paper, known, self.cards) for paper in course.papers.values())

    @cached_property
    def manual(self) -> tuple[Chapter, ...]:
        """The error manual. Raises TemplateError where an example of it is broken."""
        return chapters(self.templates)


@dataclass(frozen=True)
class StandingPage:
    """A page there is one of. `about` says in a plain sentence what it is for."""

    route: str
    template: str
    title: str
    about: str
    view: Callable[[Contents], View]


def _home(contents: Contents) -> View:
    return {"cards": tuple(contents.cards.values())} | _written(contents)


def _map(contents: Contents) -> View:
    cards = tuple(contents.cards.values())
    return {
        "rows": rows(contents.edition, contents.cards),
        "cards": cards,
        "hours": hours_of(cards),
        "written": len(contents.written),
    } | _edition(contents)


def _written(contents: Contents) -> dict[str, Any]:
    return {"written": contents.written} | _edition(contents) | _course(contents)


def _course(contents: Contents) -> dict[str, Any]:
    return {"course_sheets": tuple(one for one in contents.sheets if not one.is_form)}


def downloads_view(contents: Contents, number: int = 1) -> View:
    """What one page of the downloads shows; the first stands among the others below, and has what
    belongs to no lesson."""
    forms = tuple(one for one in contents.sheets if one.is_form)
    stretches = download_stretches(contents.written)
    part = stretches[number - 1]
    return {
        "stretches": stretches,
        "part": part,
        "lessons": tuple(chain.from_iterable(part.groups)),
        "singles": contents.singles,
        "forms": {reader: handed_to(reader, forms) for reader in Reader},
    } | _course(contents)


def _edition(contents: Contents) -> dict[str, Any]:
    return {"edition": contents.edition}


def _drawings(contents: Contents) -> View:
    return {"drawings": drawings(contents.edition)}


def _glossary(contents: Contents) -> View:
    return {"groups": by_initial(contents.edition.course.glossary)}


def _paths(contents: Contents) -> View:
    return {"paths": contents.paths, "placing": placement(contents.edition)} | _course(contents)


def _papers(contents: Contents) -> View:
    return {"readings": contents.papers}


def _ask_first(contents: Contents) -> View:
    return {"errands": errands(contents.edition), "cards": contents.cards} | _course(contents)


def law_view(contents: Contents, number: int = 1) -> View:
    """What one page of the law shows; the first stands among the others below."""
    law = law_booklet(contents.edition)
    stretches = law_stretches(contents.edition)
    by_law: dict[str, list[LawEntry]] = {}
    for one in (entry for group in (law.groups if law else ()) for entry in group.entries):
        by_law.setdefault(one.fact.law, []).append(one)
    return {
        "law": law,
        "stretches": stretches,
        "part": stretches[number - 1],
        "law_places": law_places(contents.edition),
        "by_law": by_law,
        "cards": contents.cards,
        "confidence_notes": READERS_ARE_TOLD,
    } | _course(contents)


def _current(contents: Contents) -> View:
    kinds = [one.name for one in SHEETS]
    codes = {
        card.head.id: {one.sheet.name: one.code.to_compare for one in card.sheets}
        for card in contents.written
    }
    return {
        "kinds": kinds,
        "rows": [
            (name, [(kind, one.get(kind, "")) for kind in kinds]) for name, one in codes.items()
        ],
        "village": contents.edition.village.name,
        "others": contents.sheets,
    }


def _red_lines(contents: Contents) -> View:
    return {
        "warned": warned_of(contents.edition),
        "words": contents.edition.course.settings.words,
        "law_places": law_places(contents.edition),
    }


def _nothing(contents: Contents) -> View:
    return {}


def _pattern(contents: Contents) -> View:
    return {"devices": MEANINGS[CaseDevice], "answers": MEANINGS[ElderAnswer]}


def _lesson_keys(contents: Contents) -> View:
    return {"keys": lesson_keys(contents.templates)}


def _blocks(contents: Contents) -> View:
    return {"samples": block_samples(contents.templates)}


def _around(contents: Contents) -> View:
    course = contents.edition.course
    return {
        "slots": course.slots,
        "goods": MEANINGS[Goods],
        "facts": tuple(course.facts.values()),
        "keys": {name: keys_in_words(model) for name, model in AROUND_A_LESSON.items()},
        "confidence_notes": READERS_ARE_TOLD,
    } | _course(contents)


def _slips(contents: Contents) -> View:
    return {"slips": picked(contents.manual, COMMON_SLIPS)}


def _manual(contents: Contents) -> View:
    return {"chapters": contents.manual}


_TAGLINE = ""
"""Says the course's own tagline about a page."""
_GUIDE = "给写课的人：从建一个文件，到看见网页和讲义。"
_ABOUT_ASKING = "开班以前要问的事：问谁、问什么、哪一课要用，一张纸问完。"
DOWNLOADS_TITLE = "打印下载"
LAW_TITLE = "法规速查"
ABOUT_LAW = "课里用到的法规：现在管用的，和公布了还没施行的，分开放。"
_ABOUT_SEARCH = "在整门课里找一个词：课、词语、法规、教案，没有网也能搜。"
_ABOUT_PROMPTER = "把自己的稿子放大，一行一行往上走，对着镜头看着讲。"
_ABOUT_RED_LINES = "贴上稿子，看哪几个词踩了直播红线：为什么不能说，换成怎么说。"
_ABOUT_CURRENT = "印好的讲义是不是最新的，旧了的改了什么：拿纸上的号查。"
_ABOUT_OFFLINE = "没有信号的地方也能看：存到手机，或者用 U 盘带一份。"
_ABOUT_DRAWINGS = "课里的每一张图，SVG 和 PNG，做海报、发群都能用。"
ABOUT_PAPERS = "论文里的发现，哪一课哪一步回应了，哪些只碰到，哪些还在计划。"
ABOUT_MANUAL = "cunbo check 说的每一种错：为什么要改，错的和对的各什么样。"

STANDING_PAGES = (
    StandingPage(routes.HOME, "home", "首页", _TAGLINE, _home),
    StandingPage(routes.MAP, "map", "课程地图", _TAGLINE, _map),
    StandingPage(routes.TRAINERS, "trainers", "培训员入口", _TAGLINE, _written),
    StandingPage(routes.ASK_FIRST, "ask_first", "开班前问清的事", _ABOUT_ASKING, _ask_first),
    StandingPage(routes.LAW, "law", LAW_TITLE, ABOUT_LAW, law_view),
    StandingPage(routes.AUTHORS, "authors", "编写课程", _TAGLINE, _edition),
    StandingPage(routes.DOWNLOADS, "downloads", DOWNLOADS_TITLE, _TAGLINE, downloads_view),
    StandingPage(routes.DRAWINGS, "drawings", "课里的图", _ABOUT_DRAWINGS, _drawings),
    StandingPage(routes.GLOSSARY, "glossary", "词语表", _TAGLINE, _glossary),
    StandingPage(routes.SEARCH, "search", "搜索", _ABOUT_SEARCH, _nothing),
    StandingPage(routes.OFFLINE, "offline", "没有网也能用", _ABOUT_OFFLINE, _nothing),
    StandingPage(routes.CURRENT, "current", "讲义新不新", _ABOUT_CURRENT, _current),
    StandingPage(routes.PATHS, "paths", "学习路径", "按您是谁、想做什么，挑一条学习路径。", _paths),
    StandingPage(routes.SOURCES, "sources", "论文依据", ABOUT_PAPERS, _papers),
    StandingPage(routes.FIRST_LESSON, "guide_first", "第一课，十分钟", _GUIDE, _nothing),
    StandingPage(routes.PATTERN, "guide_pattern", "一课的样子", _GUIDE, _pattern),
    StandingPage(routes.LESSON_KEYS, "guide_keys", "一课的每一个键", _GUIDE, _lesson_keys),
    StandingPage(routes.BLOCKS, "guide_blocks", "步骤里放什么", _GUIDE, _blocks),
    StandingPage(routes.AROUND, "guide_around", "空和村", _GUIDE, _around),
    StandingPage(routes.BESIDE, "guide_beside", "依据、图、空白表、路径", _GUIDE, _around),
    StandingPage(routes.SLIPS, "guide_slips", "最常打错的十处", _GUIDE, _slips),
    StandingPage(routes.PROMPTER, "prompter", "提词", _ABOUT_PROMPTER, _course),
    StandingPage(routes.RED_LINES, "red_lines", "红线检查", _ABOUT_RED_LINES, _red_lines),
    StandingPage(routes.ERRORS, "manual", "错误手册", ABOUT_MANUAL, _manual),
)


def named_pages() -> dict[str, str]:
    """The title of every page that is no lesson's, path's or paper's, by its route."""
    manual = {routes.errors(one.key): f"错误手册：{one.title}" for one in Group}
    return {one.route: one.title for one in STANDING_PAGES} | manual
