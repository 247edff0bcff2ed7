"""A lesson as one file, to be sent on: opened with no script, no network, no file beside it."""

import re
import shutil
from pathlib import Path
from urllib.parse import unquote

import pytest
from casebook import real_course, small_course
from chromium import PHONE
from conftest import ROOT
from parsed import parsed, texts, values
from playwright.sync_api import Browser
from reading_back import owed
from selectolax.lexbor import LexborHTMLParser

from cunbo.model.base import Sentence
from cunbo.model.blocks import Text
from cunbo.model.lesson import Lesson
from cunbo.model.walk import pictures
from cunbo.pages import routes
from cunbo.pages.cards import cards_of
from cunbo.pages.lesson_page import told_lesson
from cunbo.pages.page_setter import PageSetter
from cunbo.pages.single_file import SingleFile, SingleFiles
from cunbo.pages.style import style_sheet
from cunbo.telling.edition import Edition

WHOLE = real_course()
EDITION = Edition(WHOLE, WHOLE.villages[WHOLE.settings.village])
WRITTEN = EDITION.written
HEAVIEST = 200 * 1024
SHOWN = "() => [...document.images].map(one => [one.complete, one.naturalWidth, one.naturalHeight])"


def single(site: Path, lesson: Lesson) -> Path:
    (found,) = (site / "share").glob(f"{lesson.id}-*.html")
    return found


def squeezed(text: str) -> str:
    return "".join(one for one in text if one.isalnum())


def set_alone(lesson: Lesson) -> SingleFile:
    """The single file of a lesson put into the small course."""
    course = small_course()
    course = course.model_copy(update={"lessons": {**course.lessons, lesson.id: lesson}})
    edition = Edition(course, course.villages[course.settings.village])
    setter = PageSetter(edition, ROOT / "templates")
    told = told_lesson(setter, lesson, cards_of(edition, (), {}))
    return told.single_file(SingleFiles(setter))


@pytest.mark.parametrize("lesson", WRITTEN, ids=lambda lesson: lesson.id)
def test_a_single_file_is_whole_by_itself(course_built, lesson):
    file = single(course_built.site, lesson)
    page = parsed(file)
    assert file.stat().st_size <= HEAVIEST
    assert page.css("script, link, iframe, object, form") == []
    assert all(src.startswith("data:image/svg+xml,") for src in values(file, "[src]", "src"))
    assert "url(" not in page.css_first("style").text()
    ids = {f"#{one}" for one in values(file, "[id]", "id")}
    hrefs = values(file, "[href]", "href")
    assert len(hrefs) >= len(lesson.steps)
    assert [one for one in hrefs if not one.startswith("https://") and one not in ids] == []


@pytest.mark.parametrize("lesson", WRITTEN, ids=lambda lesson: lesson.id)
def test_a_single_file_says_all_that_the_page_says(course_built, lesson):
    page = parsed(single(course_built.site, lesson))
    said = squeezed(page.css_first("main").text())
    wanted = [
        squeezed(one)
        for where, _, runs in owed(EDITION, lesson)
        if where == f"lessons/{lesson.id}.md"
        for one in runs
    ]
    assert len(wanted) > 50
    assert [one for one in wanted if one not in said] == []
    assert page.css_first("title").text() == f"{lesson.id} {lesson.title} · 村播课"
    assert page.css_first("html").attributes["lang"] == "zh-CN"


@pytest.mark.parametrize("lesson", WRITTEN, ids=lambda lesson: lesson.id)
def test_a_single_file_holds_the_drawings_of_its_lesson(course_built, lesson):
    form = EDITION.course.forms.get(lesson.deliverable.form or "")
    drawn = [one.src for part in (lesson.steps, lesson.elder, form) for _, one in pictures(part)]
    wanted = [EDITION.course.figures[src].strip().replace('"', "'") for src in drawn]
    held = values(single(course_built.site, lesson), "img", "src")
    assert len(wanted) >= 3
    assert sorted(unquote(one.partition(",")[2]) for one in held) == sorted(wanted)


def test_the_first_line_of_a_single_file_says_what_to_open_it_with(course_built):
    files = sorted((course_built.site / "share").glob("*.html"))
    assert len(files) == len(WRITTEN)
    for file in files:
        first = parsed(file).css_first("body > *")
        assert first.text().startswith("用浏览器打开"), file.name


def test_the_style_of_a_single_file_knows_every_class_of_it(course_built):
    known = set(re.findall(r"\.([a-z][a-z-]*)", style_sheet(ROOT / "templates")))
    for lesson in WRITTEN:
        file = single(course_built.site, lesson)
        own = set(re.findall(r"\.([a-z][a-z-]*)", parsed(file).css_first("style").text()))
        used = {one for names in values(file, "body [class]", "class") for one in names.split()}
        assert (used & known) - own - {"links"} == set(), lesson.id  # no link is left in these


@pytest.mark.parametrize("name", ["S1-07", "C1-04"])
def test_a_single_file_alone_in_a_folder_shows_everything_without_a_script(
    browser: Browser, course_built, tmp_path, name
):
    file = single(course_built.site, EDITION.course.lessons[name])
    shutil.copy(file, tmp_path / file.name)
    context = browser.new_context(viewport=PHONE, java_script_enabled=False)
    page = context.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto((tmp_path / file.name).as_uri())
    page.eval_on_selector_all("details", "all => all.forEach(one => { one.open = true })")
    shown = page.evaluate(SHOWN)
    wide = page.evaluate("document.documentElement.scrollWidth")
    page.emulate_media(media="print")
    on_paper = page.locator(".open-with").is_visible()
    context.close()
    assert len(shown) >= 4
    assert [one for one in shown if one != [True, 320, 200]] == []
    assert [one for one in asked if not one.startswith("data:")] == [asked[0]]
    assert wide <= PHONE["width"]
    assert not on_paper


def test_a_lesson_says_what_of_it_can_be_sent_on_and_how_large_it_is(course_built):
    for lesson in WRITTEN:
        page = course_built.site / "lessons" / f"{lesson.id}.html"
        hrefs = values(page, "[aria-labelledby=send] a", "href")
        sizes = texts(page, "[aria-labelledby=send] .tag")  # of a picture it is not said
        files = [page.parent / unquote(href) for href in hrefs]
        pictures = [file for file in files if file.suffix == ".png"]
        others = [file for file in files if file.suffix != ".png"]
        assert {one.name for one in pictures} == pictures_of(course_built.site, lesson), lesson.id
        assert [file.suffix for file in others] == [".pdf", ".html"], lesson.id
        assert sizes == [f"{round(file.stat().st_size / 1024)} KB" for file in others]


def pictures_of(site: Path, lesson: Lesson) -> set[str]:
    """The pictures that are drawn of a lesson, to be sent on."""
    return {path.name for path in (site / "share").glob(f"{lesson.id}-*.png")}


def test_the_downloads_list_the_pictures_and_the_single_file_of_every_lesson(course_built):
    hrefs = values(course_built.site / "downloads.html", ".pdf", "href")
    listed = {unquote(href) for href in hrefs if href.startswith("share/")}
    for lesson in WRITTEN:
        made = {*pictures_of(course_built.site, lesson), single(course_built.site, lesson).name}
        assert len(made) >= 2
        assert {f"share/{one}" for one in made} <= listed, f"{lesson.id}: not all is offered"


TRAP = "\"'&<3a<b"


def test_signs_of_markup_stay_signs_in_a_single_file():
    lesson = small_course().lessons["S1-01"]
    step = lesson.steps[0]
    typed = Text(text=Sentence(f'{TRAP} <a href="x.html">乙</a> <img src="y.png">'))
    step = step.model_copy(update={"learner": (*step.learner, typed)})
    lesson = lesson.model_copy(update={"title": f"丙{TRAP}", "steps": (step, *lesson.steps[1:])})
    made = set_alone(lesson)
    page = LexborHTMLParser(made.html)
    assert page.css_first("title").text().startswith(f"S1-01 丙{TRAP}")
    assert page.css_first("h1").text() == f"丙{TRAP}"
    assert f'{TRAP} <a href="x.html">乙</a> <img src="y.png">' in page.css_first("main").text()


def test_a_link_to_another_lesson_becomes_plain_words():
    lesson = small_course().lessons["S1-01"]
    page = LexborHTMLParser(set_alone(lesson).html)
    assert "见下一课" in squeezed(page.css_first("main").text())
    assert [one.attributes["href"] for one in page.css("a") if "下一课" in one.text()] == []


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("开口三分钟", "share/S1-07-开口三分钟.html"),
        ('a/b\\c:d*e?f"g<h>i|j\tk l', "share/S1-07-abcdefghijkl.html"),
        ("..", "share/S1-07-.html"),
        ("一" * 300, f"share/S1-07-{'一' * 40}.html"),
    ],
)
def test_the_name_of_a_single_file_is_legal_on_windows_and_on_a_stick(title, name):
    assert routes.single_file("S1-07", title) == name
