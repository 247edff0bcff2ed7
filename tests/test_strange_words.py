"""What passes the check is set and printed, whatever it is, with its words there to be read."""

import random
import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator
from enum import StrEnum
from functools import cache
from html import unescape
from pathlib import Path
from typing import Any

import pypdfium2 as pdfium
import pytest
import yaml
from casebook import SMALL
from conftest import ROOT
from scratch import copied

from cunbo.checks.rules import check
from cunbo.handouts.orders import lesson_orders
from cunbo.handouts.typst_sheets import SheetPrinter
from cunbo.model.base import Sentence
from cunbo.model.course import Course
from cunbo.model.ids import Reference
from cunbo.model.lesson import Lesson
from cunbo.model.shape import shape_at
from cunbo.model.text import read
from cunbo.model.walk import Path as Steps
from cunbo.model.walk import texts
from cunbo.pages.site_pages import pages
from cunbo.reading.curriculum import Reading, read_curriculum
from cunbo.telling.edition import Edition

Field = tuple[str, Steps]
"""A file of the course, as `folder/stem`, and the way to a text in it."""

SIGNS = [
    *"：（）《》“”、，。…—～·％℃①㙍𬭎*#%\\$@_`<>&'\"|[]{}-+=~^/",
    *("**", "***", "****", "【", "】", "【产品】", "【联系电话】", "]("),
    *("[去](C1-01)", "[ ](C1-01)"),
    *("[看](https://a.cn/b?c=1&d=2#e)", "** **", "**字**", "<b>", "&amp;", "{{ 7 }}", "{% x %}"),
    *("#import", "$x$", "//", "/*", "= ", "- ", "+ ", "1. ", "~~~", "```", "---", "null", "~"),
    *(" ", "  ", "    ", "　", "\t", "\n", "\n\n", "\n  ", "\u00a0", "\u2002", "\u200b", "\u3164"),
    *("\u2060", "\u00ad", "\ufe0f", "字", "一句话", "说：", "38 元", "5～8 天", "App"),
    *("1" * 19, "9" * 60, "a" * 70, "Aa1-" * 20, "https://www.gov.cn/a/b.htm", "1/2", "2026-11-01"),
]  # fmt: skip
NOTHING = ["** **", "　　", " ", "\n\n", "\u3164", "\u2060", "：", "**\u00a0**", "\u2002"]
HYPHEN = "\x02"
"""What PDFium makes of a hyphen at the end of a line."""
UNSEEN = re.compile(r"[\s\u200b\u2060\u3000\u00ad]+")


def strange(chance: random.Random, mark: str) -> str:
    """A value made of what authors, editors and attackers leave in one; half bear a `mark`."""
    if chance.random() < 0.2:
        return chance.choice(NOTHING)
    signs = chance.choices(SIGNS, k=chance.randint(1, 5))
    if chance.random() < 0.5:
        signs.insert(chance.randint(0, len(signs)), mark)
    return "".join(signs)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return copied(SMALL, tmp_path / "curriculum")


def course_of(reading: Reading) -> Course:
    assert reading.course is not None
    return reading.course


def fields(reading: Reading) -> Iterator[Field]:
    """Every text that an author words as he likes."""
    for key, file in reading.files.items():
        assert file.part is not None
        for path, text in texts(file.part):
            if (
                not isinstance(text, Reference | StrEnum)
                and path[-1] != "src"
                and path[0] != "words"
            ):
                shape = shape_at(type(file.part), path)
                assert shape is not None, path
                if "pattern" not in shape.limits:
                    yield key, path


class Typed:
    """The files of a course, with another text in some places."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._data: dict[str, Any] = {}
        self.reading = read_curriculum(folder)

    def try_on(self, field: Field, change: Callable[[str], str]) -> bool:
        """Write another text into a field, unless the check refuses it; whether it stays."""
        key, (*above, last) = field
        if key not in self._data:
            self._data[key] = yaml.load(self._file(key).read_bytes(), yaml.CBaseLoader)
        place = self._data[key]
        for step in above:
            place = place[step]
        before = place[last]
        place[last] = change(before)
        self._write(key)
        if not self.passes():
            place[last] = before
            self._write(key)
        return place[last] != before

    def _file(self, key: str) -> Path:
        return self._folder / f"{key}.yml"

    def _write(self, key: str) -> None:
        quoted = {"allow_unicode": True, "default_style": '"', "width": 10_000}
        made = yaml.dump(self._data[key], Dumper=yaml.CSafeDumper, **quoted)
        self._file(key).write_text(made, encoding="utf-8")
        self.reading = read_curriculum(self._folder, self.reading)

    def passes(self) -> bool:
        return not any(problem.is_error for problem in check(self.reading))


def squeezed(text: str) -> str:
    return UNSEEN.sub("", unicodedata.normalize("NFKC", text))


def read_page(text: str) -> str:
    """The words of a page: those for its head, if it is yet to get one, and those of its HTML."""
    said, html = "", text
    if text.startswith("---\n"):
        _, head, html = text.split("---\n", 2)
        said = "".join(map(str, yaml.safe_load(head).values()))
    return said + unescape(re.sub(r"<[^>]*>", "", html))


@cache
def printer() -> SheetPrinter:
    return SheetPrinter(ROOT / "templates" / "handouts")


def told(reading: Reading) -> dict[str, str]:
    """All pages in one, and each printed sheet: what can be read there."""
    course = course_of(reading)
    edition = Edition(course, course.villages["xiaocun"])
    texts = pages(edition, (), ROOT / "templates").values()
    shown = {"pages": squeezed("".join(map(read_page, texts)))}
    for order in lesson_orders(edition, course.lessons["S1-01"], course.figures):
        pdf = pdfium.PdfDocument(printer().print_pdf(order.sheet, order.data, order.epoch))
        sheet = "".join(page.get_textpage().get_text_range() for page in pdf)
        shown[order.sheet.name] = squeezed(sheet.replace(HYPHEN, "-"))
    return shown


@pytest.fixture(scope="module")
def whereabouts(tmp_path_factory) -> dict[Field, set[str]]:
    """Where each field is shown: every one gets a word of its own, and is looked for."""
    folder = tmp_path_factory.mktemp("marked") / "curriculum"
    typed = Typed(copied(SMALL, folder))
    marks = {}
    for number, field in enumerate(list(fields(typed.reading))):
        mark = f"号{number:03d}" if field[1][-1] != "char" else chr(0x5000 + number)
        if typed.try_on(field, lambda text, mark=mark: text + mark):
            marks[field] = mark
    shown = told(typed.reading)
    return {
        field: {where for where, text in shown.items() if mark in text}
        for field, mark in marks.items()
    }


def test_the_fields_are_those_that_readers_see(whereabouts):
    assert len(whereabouts) > 100
    assert sum(bool(places) for places in whereabouts.values()) > 90


@pytest.mark.parametrize("seed", range(2))
def test_what_passes_the_check_is_set_and_printed_with_its_words(folder, whereabouts, seed):
    chance = random.Random(seed)
    typed = Typed(folder)
    tried = list(fields(typed.reading))
    chance.shuffle(tried)
    put = [
        field
        for number, field in enumerate(tried)
        if typed.try_on(field, lambda _, mark=f"号{number:03d}": strange(chance, mark))
    ]
    assert len(put) > len(tried) / 4
    silent = [one for one in put if "rows" not in one[1] and not said(typed.reading, one)]
    assert silent == []
    shown = told(typed.reading)
    for where, text in shown.items():
        # A village's words stand where sentences ask for them.
        here = [one for one in put if where in whereabouts.get(one, ()) and "slots" not in one[1]]
        words = [squeezed(word) for one in here for word in words_of(typed.reading, one)]
        if where == "pages":
            assert [word for word in words if word not in text] == []
        # A reader of PDFs may take signs for those of a neighbour, but must find each of them.
        assert Counter("".join(words)) - Counter(text) == Counter()


def said(reading: Reading, field: Field) -> str:
    return squeezed("".join(words_of(reading, field)))


def words_of(reading: Reading, field: Field) -> list[str]:
    """What has to be read of a field: a name as it is, a sentence without its marks."""
    part = reading.files[field[0]].part
    text = dict(texts(part))[field[1]]
    if isinstance(part, Lesson) and field[1] == ("title",):
        return list(filter(None, part.title_parts))
    if not isinstance(text, Sentence):
        return [text]
    values = course_of(reading).villages["xiaocun"].slots
    return [values.get(run.slot, run.text) if run.slot else run.text for run in read(text).runs]
