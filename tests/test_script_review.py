"""The form by which two go through a script before they go on air."""

import re

import pypdfium2 as pdfium
import pytest
from casebook import real_course
from reading_back import printed

from cunbo.model.course import Form
from cunbo.model.walk import facts_named, texts

SHEET = "表-话术脚本审核单"
FORM = "script-review"


@pytest.fixture(scope="module")
def form() -> Form:
    return real_course().forms[FORM]


@pytest.mark.parametrize("red_line", ["absolute", "medical", "unproven"])
def test_it_quotes_words_of_every_red_line_of_the_course(red_line, form):
    quoted = set(re.findall("“(.+?)”", " ".join(text for _, text in texts(form))))
    known = set(getattr(real_course().settings.words, red_line))
    assert len(quoted & known) >= 3


def test_no_word_is_quoted_that_the_course_does_not_watch(form):
    quoted = re.findall("“(.+?)”", " ".join(text for _, text in texts(form)))
    words = real_course().settings.words
    assert set(quoted) <= {*words.absolute, *words.medical, *words.unproven}


def test_what_it_says_of_the_law_stands_on_a_fact(form):
    assert list(facts_named(form)) == ["live-review-scripts"]


def test_it_is_one_side_with_lines_for_what_is_wrong_and_who_answers(course_built):
    pdf = pdfium.PdfDocument(course_built.site / "handouts" / f"{SHEET}.pdf")
    words = re.sub(r"\s", "", printed(pdf))
    assert len(pdf) == 1
    heads = ("第几句", "原话", "哪儿不行", "改成", "查稿的", "担责", "签名", "哪天")
    assert [one for one in heads if one not in words] == []


def test_it_is_the_form_of_the_lesson_that_the_map_gives_it_to(form):
    lessons = real_course().lessons.values()
    assert [one.id for one in lessons if one.deliverable.form == form.id] == ["S2-11"]
