"""The page of all drawings, and the card a chat makes of a page's address."""

import shutil
from pathlib import Path
from urllib.parse import unquote

import pytest
from casebook import real_course, small_course
from conftest import ROOT
from parsed import parsed, texts, values
from playwright.sync_api import Page
from selectolax.lexbor import LexborHTMLParser

from cunbo.model.walk import pictures
from cunbo.pages.drawings import Drawing
from cunbo.pages.page_setter import PageSetter
from cunbo.pages.site import Frame
from cunbo.telling.edition import Edition

COURSE = real_course()
SMALL = small_course()


def edition_of(course) -> Edition:
    return Edition(course, course.villages[course.settings.village])


def test_every_drawing_stands_on_the_page_once_as_svg_and_as_png(course_built):
    page = course_built.site / "drawings.html"
    shown = [unquote(one) for one in values(page, ".drawn img", "src")]
    assert len(shown) > 100
    assert sorted(shown) == sorted(COURSE.figures)
    offered = [unquote(one) for one in values(page, ".drawn a[download]", "href")]
    assert sorted(one for one in offered if one.endswith(".svg")) == sorted(COURSE.figures)
    assert {one.removesuffix(".png") for one in offered if one.endswith(".png")} == {
        one.removesuffix(".svg") for one in COURSE.figures
    }
    assert [one for one in offered if not (page.parent / one).is_file()] == []
    assert set(values(page, ".drawn img", "loading")) == {"lazy"}


def test_a_drawing_says_what_it_shows_and_which_lessons_use_it(course_built):
    page = parsed(course_built.site / "drawings.html")
    told = {}
    for item in page.css(".drawn > li"):
        lessons = [one.text() for one in item.css("p a:not([download])")]
        told[unquote(item.css_first("img").attributes["src"])] = (
            item.css_first("span").text(),
            lessons,
        )
    edition = edition_of(COURSE)
    for lesson in edition.in_order:
        for _, picture in pictures(lesson):
            assert lesson.id in told[picture.src][1], picture.src
    alts = {one.alt for _, one in pictures((*COURSE.lessons.values(), *COURSE.forms.values()))}
    unsaid = [src for src, (shows, _) in told.items() if shows not in alts]
    assert unsaid == []


def test_the_page_says_how_the_drawings_may_be_used(course_built):
    (how,) = texts(course_built.site / "drawings.html", ".page > p.muted")
    assert "“图：村播课，CC BY 4.0”" in how


def test_the_box_leaves_the_drawings_that_hold_every_word(page: Page, course_built):
    page.goto((course_built.site / "drawings.html").as_uri())
    box = page.get_by_label("找图")
    for typed in ("老人", "老人　手机", "ｓ1-07", "没有这种图"):
        box.fill(typed)
        seen = page.locator(".drawn > li:visible")
        words = typed.replace("　", " ").replace("ｓ", "s").split()
        wanted = [
            one
            for one in page.locator(".drawn > li").all_text_contents()
            if all(word in one.lower() for word in words)
        ]
        assert seen.all_text_contents() == wanted, typed
        told = page.get_by_role("status").inner_text()
        assert told == (f"找到 {len(wanted)} 张。" if wanted else "没有这样的图，换个词试试。")
    box.fill("")
    assert page.locator(".drawn > li:visible").count() == len(COURSE.figures)
    low = page.eval_on_selector_all(
        ".drawn p a, .drawn-by input",
        "all => all.filter(one => one.getBoundingClientRect().height < 44).length",
    )
    assert low == 0


def test_without_a_script_there_is_no_box_that_does_nothing(course_built):
    assert parsed(course_built.site / "drawings.html").css("main input, main button") == []


TRAP = "\"'&<3a<b"


def test_what_a_drawing_shows_is_never_read_as_markup():
    drawing = Drawing(f"figures/{TRAP}.svg", "figures/a.png", TRAP, ())
    setter = PageSetter(edition_of(SMALL), ROOT / "templates")
    html = setter.html("drawings.html", "drawings", "课里的图", drawings=[drawing])
    (item,) = LexborHTMLParser(html).css(".drawn > li")
    assert item.css_first("span").text() == TRAP
    assert unquote(item.css_first("img").attributes["src"]) == f"figures/{TRAP}.svg"


PAGE = '---\ntitle: \'甲"乙<丙\'\ndescription: 说 "一"\nscript: s.js\n---\n\n<p>丁</p>\n'


@pytest.mark.parametrize(
    ("address", "picture"),
    [("", []), ("site_url: https://a.cn/k\n", ["https://a.cn/k/share/course.png"])],
)
def test_a_page_says_what_a_chat_is_to_make_of_its_address(tmp_path: Path, address, picture):
    shutil.copytree(ROOT / "templates" / "theme", tmp_path / "templates" / "theme")
    settings = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    (tmp_path / "mkdocs.yml").write_text(settings + address, encoding="utf-8")
    (tmp_path / "docs").mkdir()
    frame = Frame(tmp_path / "mkdocs.yml", tmp_path / "docs", tmp_path / "site")
    page = LexborHTMLParser(frame.page("a.md", PAGE))
    told = {
        one.attributes["property"]: one.attributes["content"] for one in page.css("meta[property]")
    }
    assert [told["og:title"], told["og:description"]] == ['甲"乙<丙', '说 "一"']
    assert [one for name, one in told.items() if name == "og:image"] == picture
