"""What counts as a superlative, a cure or an unproven claim, with the real course's own words."""

import datetime

import pytest
from casebook import SMALL, real_course

from cunbo.checks.phrases import assertions, clauses, mentions
from cunbo.checks.rules import check
from cunbo.model.blocks import SayInstead
from cunbo.model.course import Course
from cunbo.model.walk import blocks
from cunbo.problems.codes import Code
from cunbo.reading.curriculum import read_curriculum

KINDS = ("absolute", "medical", "unproven")
CLAIMS = [
    ("全县最好的【产品】！", ["最好"]),
    ("我不骗人，全县最好。", ["最好"]),
    ("不打药的最好吃。", ["最好"]),
    ("不得不说，最甜的就是它。", ["最甜"]),
    ("不得不说最甜。", ["最甜"]),
    ("不用说全村第一。", ["全村第一"]),
    ("第一次来的看这里，我家销量第一。", ["销量第一"]),
    ("我家是冠军，天下第一，先看货。", ["冠军", "天下第一"]),
    ("特别会治咳嗽。", ["治"]),
    ("治虫的黏虫板挂着，果子也治咳嗽。", ["治"]),
    ("老人说“吃了不生病”。", ["不生病"]),
    ("“常吃祛湿”", ["祛湿"]),
    ("常吃祛湿，老人吃了关节不疼。", ["祛湿", "关节不疼"]),
    ("味道特别，号称“全国第一”！", ["全国第一"]),
    ("说错了也不要紧。它能治病。", ["治"]),
    ("我保证纯天然。", ["保证", "纯天然"]),
    ("不用问，绝对没打药。", ["绝对"]),
    ("养胃不伤身。", ["养胃"]),
    ("原价199，今天只要零头！", ["原价"]),
    ("卖了五万单，没有一个说不好。", ["没有一个说不好"]),
]
NO_CLAIMS = [
    "它就是吃的，不治病。不舒服请找医生。",
    "停一下。刚才我说它管咳嗽，说错了。",
    "这不是最便宜的。",
    "我不敢说全县最好。",
    "不能说我们村是第一。",
    "我不敢保证每一颗都最甜。",
    "别信什么包治百病。",
    "别信“绝对没打药”这种话。",
    "有人问：“能治病吗？”我说不能。",
    "您问它治不治病？不治。",
    "它治不了病。",
    "能不能祛湿，我不说。",
    "地里治虫用的是黏虫板。",
    "第一步看货，第一次来的别急。",
    "第一，先看秤。",
    "收到以后，最好先放冰箱。",
    "用的是有机肥，明年有机会再来。",
    "没有原价，今天就是这个价。",
    "我没说它是有机的。",
    "检测报告只管送去的那份样。",
    "这批货是【来处】，【时候】。您凑近看。",
]


@pytest.fixture(scope="module")
def course() -> Course:
    return real_course()


def claims_in(course: Course, text: str) -> list[str]:
    words = course.settings.words
    return [
        word for kind in KINDS for word in assertions(text, getattr(words, kind), words.harmless)
    ]


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
    assert len(swaps) == 3
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
