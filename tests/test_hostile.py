"""Text is data: whatever an author types is shown letter for letter, on pages and on paper."""

import html
import json
import re
from html.parser import HTMLParser

import pypdfium2 as pdfium
import pytest
from casebook import SMALL, small_course, small_reading, told_at_home
from conftest import ROOT, build, make_project
from parsed import parsed
from word_back import Dots, documents, whole_text

from cunbo.documents.decks import slide_show
from cunbo.making.project import Project
from cunbo.model.lesson import Lesson
from cunbo.model.text import Run, read
from cunbo.pages.inline import to_html
from cunbo.pages.lesson_page import lesson_pages
from cunbo.pages.page_setter import PageSetter
from cunbo.reading.curriculum import read_curriculum
from cunbo.reading.nodes import plain
from cunbo.reading.parsing import read_source
from cunbo.telling.edition import Edition

STRANGE = [
    "价 <30 元 & 分量 >2 斤",
    "{{ 7*7 }} {% raw %} ${x} #{y}",
    "`代码` ``` ~~~ _下划_ *星* # 号 > 号",
    "#import x #sys.inputs $x^2$ @ref 号",
    "\\n \\u4e00 %s {0} \\",
    "    四个空格开头 | 竖线 | ]]> &amp",
    "javascript:alert(1) onclick=x",
]


LINES = ["x", "```", "y_y_", "```", "> z", "# h", "- i", "[r]: https://a.cn", "====", "end"]
TILDES = ["x", "~~~", "y_y_", "~~~", "end"]


LESSON, COURSE, PATH = "lessons/S1-01.yml", "course.yml", "paths/A.yml"
FACT, PAPER, FORM = "facts/ad-words.yml", "sources/wen2025.yml", "forms/sheet.yml"
PLAIN_FIELDS = [
    # what is attacked, its file, what stands there, a page that shows it, where on that page
    ("lesson title", LESSON, "说一句话：用自己的话", "lessons/S1-01.html", "h1"),
    ("deliverable", LESSON, "一张小纸条", "lessons/S1-01.html", ".take-what"),
    ("who", LESSON, "who: 主播", "lessons/S1-01.html", ".script dt"),
    ("alt", LESSON, "一道弯弯的线", "lessons/S1-01.html", "figure img"),
    ("character", LESSON, "title: 在哪儿长的", "lessons/S1-01.html", ".characters span b"),
    ("appendix title", LESSON, "要念的稿子", "trainer/S1-01.html", "main"),
    ("law", FACT, "《某广告规定》", "lessons/S1-01.html", ".facts .law.dates span"),
    ("article", FACT, "第9条", "lessons/S1-01.html", ".facts .law.dates span"),
    ("form name", FORM, "name: 小纸条", "lessons/S1-01.html", "#form-title"),
    ("course title", COURSE, "title: 小课程", "index.html", "h1"),
    ("version", COURSE, '"0.1"', "index.html", "footer p"),
    ("track", COURSE, "name: 技能", "map.html", "main"),
    ("layer", COURSE, "name: 入门", "map.html", "main"),
    ("path name", PATH, "name: 大家", "paths/A.html", "h1"),
    ("term", "glossary.yml", "term: 课时", "glossary.html", "main"),
    ("village", "villages/xiaocun.yml", "name: 小村", "index.html", ".stamp"),
    ("cite", PAPER, "文某（2025）", "sources/wen2025.html", "h1"),
    ("section", PAPER, '"1"', "sources/wen2025.html", "h2"),
    ("says", PAPER, "要分层教。", "sources/wen2025.html", "#wen2025-layers p"),
    ("figure", PAPER, '"50%"', "sources/wen2025.html", "#wen2025-fig-half .law"),
    ("caveat", PAPER, "论文没有注明出处。", "lessons/S1-01.html", ".findings li"),
]
PRINTED = ["lesson title", "deliverable", "who", "character", "law", "article", "form name",
           "course title", "village"]  # fmt: skip
TRAP = "\"'&<3a<b"
"""Ends an attribute, begins an entity and begins a tag wherever it is not escaped."""
IN_FILE_NAMES = {"form name": "'&"}
"""Fields that give files their names: what is left of the trap where Windows refuses the rest."""


def hostile(field: str) -> str:
    """The trap with a mark of its own: 恶 and two digits."""
    number = [one for one, *_ in PLAIN_FIELDS].index(field)
    return f"恶{number:02}{IN_FILE_NAMES.get(field, TRAP)}乙"


LAST_BLOCK = "      - text: 念最好的一句。见[下一课](C1-01)。\n"


def strange_blocks() -> str:
    """Every strange sentence as a block of its own, and the lines as a block of lines."""
    blocks = "".join(f"      - text: {json.dumps(one, ensure_ascii=False)}\n" for one in STRANGE)
    for lines in (LINES, TILDES):
        blocks += "      - text: |\n" + "".join(f"          {line}\n\n" for line in lines)
    return blocks


@pytest.fixture(scope="module")
def attacked(tmp_path_factory) -> Project:
    """The small course with a trap in every plain field of the table, and the strange sentences."""
    project = make_project(tmp_path_factory.mktemp("hostile") / "small", SMALL)
    for field, file, stands, *_ in PLAIN_FIELDS:
        path = project.curriculum / file
        text = path.read_text(encoding="utf-8")
        assert text.count(stands) == 1, field
        key = f"{stands.split(': ')[0]}: " if ": " in stands else ""
        value = hostile(field).replace("'", "''")
        path.write_text(text.replace(stands, f"{key}'{value}'"), encoding="utf-8")
    path = project.curriculum / LESSON
    text = path.read_text(encoding="utf-8")
    assert text.count(LAST_BLOCK) == 1
    path.write_text(text.replace(LAST_BLOCK, LAST_BLOCK + strange_blocks()), encoding="utf-8")
    build(project)
    return project


@pytest.fixture(scope="module")
def printed(attacked) -> str:
    """Every letter of all sheets."""
    sheets = map(pdfium.PdfDocument, sorted((attacked.site / "handouts").glob("*.pdf")))
    return squeezed("".join(page.get_textpage().get_text_range() for one in sheets for page in one))


@pytest.mark.parametrize("strange", STRANGE)
def test_strange_text_reaches_page_and_paper_letter_for_letter(attacked, printed, strange):
    page = parsed(attacked.site / "lessons" / "S1-01.html")
    wanted = squeezed(strange)
    assert wanted in [squeezed(one.text()) for one in page.css("main p")]
    assert wanted in printed


@pytest.mark.parametrize("lines", [LINES, TILDES], ids=["lines", "tildes"])
def test_lines_that_markdown_would_read_are_shown_letter_for_letter(attacked, printed, lines):
    page = parsed(attacked.site / "lessons" / "S1-01.html")
    wanted = squeezed("".join(lines))
    assert wanted in squeezed(page.css_first("main").text())
    assert [line for line in lines if squeezed(line) not in printed] == []
    assert len(page.css("main #card")) == 1


@pytest.mark.parametrize(
    ("field", "name", "where"), [(one[0], *one[3:]) for one in PLAIN_FIELDS], ids=lambda one: one
)
def test_plain_fields_are_shown_letter_for_letter(attacked, field, name, where):
    shown = parsed(attacked.site / name).css(where)
    said = [one.attributes["alt"] if field == "alt" else one.text() for one in shown]
    assert hostile(field) in squeezed("|".join(said))


def test_no_page_lets_a_plain_field_out_of_its_place(attacked):
    """Wherever a mark stands in a file, a reader of HTML finds the whole trap after it."""
    marks = 0
    for path in sorted(attacked.site.rglob("*.html")):
        text = path.read_text(encoding="utf-8")
        told = _Told()
        told.feed(text)
        written = len(re.findall(r"恶\d\d", text))
        said = "".join(told.pieces)
        assert sum(said.count(hostile(field)) for field, *_ in PLAIN_FIELDS) == written, path
        marks += written
    assert marks > 60


def test_the_search_shows_what_it_finds_letter_for_letter(attacked, page):
    page.goto(f"{(attacked.site / 'search.html').as_uri()}?q=恶")
    page.wait_for_function("cunbo.search.books && cunbo.search.read === cunbo.search.books")
    shown = squeezed(page.locator(".found").text_content())
    for field in ("lesson title", "path name", "term", "law", "cite"):
        assert hostile(field) in shown, field


@pytest.mark.parametrize("field", PRINTED)
def test_a_plain_field_is_printed_letter_for_letter(printed, field):
    assert hostile(field) in printed


IN_DOCUMENTS = ["lesson title", "deliverable", "who", "character", "form name", "course title"]


def test_documents_and_slides_have_it_letter_for_letter(attacked):
    course = read_curriculum(attacked.curriculum, small_reading()).course
    assert course is not None
    edition = told_at_home(course)
    lesson = course.lessons["S1-01"]
    made = documents(edition, lesson, Dots()).values()
    texts = [*(whole_text(one) for one in made), whole_text(slide_show(edition, lesson, Dots()))]
    told = squeezed("".join(texts))
    for wanted in (*map(squeezed, STRANGE), *map(hostile, IN_DOCUMENTS)):
        assert told.count(wanted) > 0, wanted
    assert squeezed(STRANGE[0]) in squeezed(texts[-1])


@pytest.mark.parametrize(
    "target",
    ["javascript:x", "data:text/html,x", "http://a.cn", "//a.cn", "index.html", "#x", "S9-99"],
)
def test_a_link_to_anything_but_a_lesson_or_https_is_only_its_words(target):
    assert str(to_html((Run("去", target=target),), "index.html")) == "去"


def test_a_link_to_a_lesson_or_https_is_a_link():
    runs = read("[去](S1-04)[看](https://a.cn/?a=1&b=2)").runs
    assert str(to_html(runs, "paths/A.html")) == (
        '<a href="../lessons/S1-04.html">去</a><a href="https://a.cn/?a=1&amp;b=2">看</a>'
    )


def test_no_other_reader_of_markdown_finds_a_fence_in_a_page():
    """MkDocs is handed finished HTML; another maker of sites reads the same files as Markdown."""
    course = small_course()
    text = (SMALL / LESSON).read_text(encoding="utf-8").replace("念给家里人听。", "``` ~~~ x")
    lesson = Lesson.model_validate(plain(read_source(LESSON, text.encode()).node))
    setter = PageSetter(Edition(course, course.villages["xiaocun"]), ROOT / "templates")
    page = lesson_pages(setter, lesson, ())["lessons/S1-01.md"]
    assert squeezed(html.unescape(page)).count("```~~~x") == 1
    assert "``" not in page
    assert "~~" not in page


class _Told(HTMLParser):
    """What a page says: its text, and the values of its attributes."""

    def __init__(self) -> None:
        super().__init__()
        self.pieces: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.pieces += [f"|{value}|" for _, value in attrs]

    def handle_data(self, data: str) -> None:
        self.pieces.append(data)


def squeezed(text: str) -> str:
    return re.sub(r"[\s\u2060]+", "", text)
