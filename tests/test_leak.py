"""Nothing for the trainer, and no answer, reaches anything a learner gets.

What is right in the quiz, and why, lies packed in a script that a page fetches when it is asked to.
"""

import json
import re
from base64 import b64decode
from dataclasses import fields
from html.parser import HTMLParser
from pathlib import Path

import pypdfium2 as pdfium
import pytest
from casebook import real_course, told_at_home
from found_rows import found_rows

from cunbo.model.lesson import Lesson
from cunbo.model.walk import sentences
from cunbo.pages.tool_data import tool_data
from cunbo.telling.views import for_learner

WHOLE = real_course()
EDITION = told_at_home(WHOLE)
COURSE = EDITION.course
WRITTEN = [lesson.id for lesson in EDITION.written]


def squeezed(text: str) -> str:
    """Without white space, punctuation and lesson ids, which pages and paper set differently."""
    return re.sub(r"[SCX][1-3]-\d{2}|[\W_]+", "", text)


class _Words(HTMLParser):
    """Everything a page says, attributes included."""

    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = []
        self.attributes: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.attributes += [value or "" for _, value in attrs]

    def handle_data(self, data: str) -> None:
        self.words.append(data)

    def handle_comment(self, data: str) -> None:
        self.words.append(data)


def words_of_page(path: Path) -> str:
    parser = _Words()
    parser.feed(path.read_text(encoding="utf-8"))
    return squeezed("".join([*parser.words, "\n", *parser.attributes]))


def words_of_pdf(path: Path) -> str:
    document = pdfium.PdfDocument(path)
    return squeezed("".join(page.get_textpage().get_text_range() for page in document))


def told_to_learners() -> str:
    """Every sentence that learners are meant to read, and what the village fills in."""
    parts: list[object] = [EDITION.village, *COURSE.forms.values()]
    for one in EDITION.written:
        view = for_learner(EDITION, one)
        parts += [getattr(view, field.name) for field in fields(view)]
        parts += [option.text for question in one.quiz for option in question.choices]
        parts += [step.learner for step in one.steps]
        parts += [one.rubric]
    texts = [EDITION.plain(text) for part in parts for _, text in sentences(part)]
    texts += [EDITION.plain(one.name) for one in COURSE.forms.values()]
    return "\n".join(squeezed(text) for text in texts)


TOLD = told_to_learners()


def secrets(lesson: Lesson) -> set[str]:
    """Every sentence meant for the trainer alone; those learners are told too are not secret."""
    kept = [part for step in lesson.steps for part in (step.trainer, step.guest)]
    kept += [lesson.prepare, lesson.things, lesson.done_when, lesson.appendix, lesson.tried]
    kept += [lesson.after.follow_up] if lesson.after else []
    texts = {squeezed(EDITION.plain(text)) for one in kept for _, text in sentences(one)}
    told = [(one.because, *(option.why for option in one.choices)) for one in lesson.quiz]
    texts |= {squeezed(EDITION.plain(text)) for one in told for text in one if text}
    return {text for text in texts if len(text) >= 6 and text not in TOLD}


@pytest.mark.parametrize("lesson", WRITTEN)
def test_no_learner_file_holds_a_word_for_the_trainer(course_built, lesson):
    hidden = secrets(COURSE.lessons[lesson])
    assert len(hidden) >= 15
    site = course_built.site
    for_learners = [site / "lessons" / f"{lesson}.html", *site.glob(f"share/{lesson}-*.html")]
    assert len(for_learners) == 2
    sheets = [one for one in site.glob(f"handouts/{lesson}-*.pdf") if not one.stem.endswith("教案")]
    assert len(sheets) >= 3
    pages, papers = map(words_of_page, for_learners), map(words_of_pdf, sheets)
    for text, least in (*((one, 500) for one in pages), *((one, 20) for one in papers)):
        assert len(text) > least
        assert [secret for secret in hidden if secret in text] == []


@pytest.mark.parametrize("lesson", WRITTEN)
def test_of_the_quiz_a_page_may_fetch_what_is_right_and_why_and_nothing_more(course_built, lesson):
    script = (course_built.site / "quiz" / f"{lesson}.js").read_text(encoding="utf-8")
    known = secrets(COURSE.lessons[lesson])
    assert [secret for secret in known if secret in squeezed(script)] == []
    packed = re.fullmatch(r"/\*.*\*/\ncunbo\.bring\('[^']*', '([\w+/=]*)'\)\n", script)
    assert packed is not None
    assert json.loads(b64decode(packed[1])) == [
        ["ABCDE"[one.answer - 1], EDITION.plain(one.because)] for one in COURSE.lessons[lesson].quiz
    ]


def test_no_page_names_what_its_quiz_may_fetch(course_built):
    pages = list(course_built.site.rglob("*.html"))
    assert [one.name for one in pages if "quiz/" in one.read_text(encoding="utf-8")] == []


@pytest.mark.parametrize("lesson", WRITTEN)
def test_the_trainer_gets_every_word_meant_for_him(course_built, lesson):
    hidden = secrets(COURSE.lessons[lesson])
    page = words_of_page(course_built.site / "trainer" / f"{lesson}.html")
    sheet = words_of_pdf(course_built.site / "handouts" / f"{lesson}-教案.pdf")
    assert [secret for secret in hidden if secret not in page] == []
    assert [secret for secret in hidden if secret not in sheet] == []


def test_only_trainer_files_hold_trainer_words(course_built):
    hidden = {secret for one in EDITION.written for secret in secrets(one)}
    hidden = {secret for secret in hidden if len(secret) >= 12}
    pages = [path for path in course_built.site.rglob("*.html") if path.parent.name != "trainer"]
    assert len(pages) > 80
    for page in pages:
        text = words_of_page(page)
        assert [secret for secret in hidden if secret in text] == [], page.name


def test_the_tools_know_nothing_that_learners_do_not():
    hidden = {secret for one in EDITION.written for secret in secrets(one)}
    told = squeezed("".join(tool_data(EDITION).values()))
    card = squeezed(EDITION.plain(COURSE.lessons["S1-07"].card[1]))
    assert card in told
    assert [secret for secret in hidden if len(secret) >= 12 and secret in told] == []


@pytest.mark.parametrize("lesson", WRITTEN)
def test_the_right_choice_looks_like_the_others(course_built, lesson):
    html = (course_built.site / "lessons" / f"{lesson}.html").read_text(encoding="utf-8")
    items = re.findall(r"<li>(?:(?!<li).)*?</li>", html, re.DOTALL)
    for question in COURSE.lessons[lesson].quiz:
        shapes = set()
        for choice in question.choices:
            words = squeezed(EDITION.plain(choice.text))
            item = next(one for one in items if squeezed(re.sub("<[^>]+>", "", one))[1:] == words)
            shapes.add(re.sub(r'<span class="tied">|[^<>]+(?=<)', "", item).replace("</span>", ""))
        assert len(shapes) == 1


def test_the_search_tells_trainers_words_as_the_trainers(course_built):
    hidden = {secret for one in EDITION.written for secret in secrets(one)}
    hidden = {secret for secret in hidden if len(secret) >= 12}
    rows = found_rows(course_built.site)
    told = {row.audience: "" for row in rows}
    for row in rows:
        told[row.audience] += squeezed(row.words)
    assert [secret for secret in hidden if secret in told["l"] + told["o"]] == []
    assert len([secret for secret in hidden if secret in told["t"]]) > 0.9 * len(hidden)
