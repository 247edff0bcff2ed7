"""What counts as a superlative, a cure or an unproven claim, with the real course's own words."""

import datetime

import pytest
from casebook import SMALL, real_course
from said import CLAIMS, NO_CLAIMS

from cunbo.checks.phrases import clauses, mentions
from cunbo.checks.red_lines import over_red_lines
from cunbo.checks.rules import check
from cunbo.model.blocks import SayInstead
from cunbo.model.course import Course
from cunbo.model.walk import blocks
from cunbo.problems.codes import Code
from cunbo.reading.curriculum import read_curriculum


@pytest.fixture(scope="module")
def course() -> Course:
    return real_course()


def claims_in(course: Course, text: str) -> list[str]:
    return [claim.word for _, claim in over_red_lines(text, course.settings.words)]


@pytest.mark.parametrize(("text", "words"), CLAIMS, ids=[text for text, _ in CLAIMS])
def test_a_claim_is_found(course, text, words):
    assert claims_in(course, text) == words


@pytest.mark.parametrize("text", NO_CLAIMS)
def test_what_is_denied_taken_back_or_only_looks_like_a_claim_is_let_through(course, text):
    assert claims_in(course, text) == []


def test_every_sentence_the_red_line_lesson_warns_of_is_a_claim_and_no_remedy_is(course):
    lesson = course.lessons["S1-09"]
    shown = (block for _, block in blocks(lesson.steps) if isinstance(block, SayInstead))
    swaps = [swap for block in shown for swap in block.say_instead]
    assert len(swaps) >= 3
    assert [swap.instead_of for swap in swaps if not claims_in(course, swap.instead_of)] == []
    assert [swap.say for swap in swaps if claims_in(course, swap.say)] == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("先看 GMV，再看转化率。", ["GMV", "转化率"]),
        ("别提“GMV”。", []),
        ("见 S1-04，用AI写。", []),
        ("VIP客户", ["VIP"]),
        ("LOGO2 是型号", []),
    ],
)
def test_jargon_is_a_listed_word_or_an_abbreviation_outside_quotation_marks(text, found):
    assert list(mentions(text, ("转化率",), ("AI",), abbreviations=True)) == found


def test_a_clause_ends_at_a_full_stop_outside_quotation_marks():
    assert [one.text for one in clauses("他问：“多少？便宜。”我说实价；不急！好")] == [
        "他问：“多少？便宜。”我说实价",
        "不急",
        "好",
    ]


def test_dates_are_judged_by_the_day_that_is_given():
    reading = read_curriculum(SMALL)

    def codes(*day: int) -> set[Code]:
        return {problem.code for problem in check(reading, datetime.date(*day))}

    assert codes(2027, 5, 1) == set()
    assert codes(2027, 5, 2) == {Code.FACT_EXPIRED}
    assert codes(2027, 11, 1) == {Code.FACT_EXPIRED}
    assert codes(2027, 11, 2) == {Code.FACT_EXPIRED, Code.REVIEW_DUE}
