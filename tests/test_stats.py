"""The balance sheet: numbers counted by hand in the small course, and a text of 80 columns."""

import unicodedata

import pytest
from casebook import CASES, SMALL, bad
from conftest import ROOT

from cunbo.cli.tables import as_text
from cunbo.model.course import Course
from cunbo.reading.curriculum import read_curriculum
from cunbo.telling.balance import Balance, Count, Coverage, Share, balance
from cunbo.telling.replies import Standing


def course_in(folder) -> Course:
    course = read_curriculum(folder).course
    assert course is not None
    return course


@pytest.fixture(scope="module")
def small() -> Balance:
    return balance(course_in(SMALL))


@pytest.fixture(scope="module")
def real() -> Balance:
    return balance(course_in(ROOT / "curriculum"))


def test_hours_and_lessons_by_track_layer_and_path(small):
    assert small.whole == Share("全课程", 2, 1, 2, (1, 1, 0))
    assert small.tracks == (
        Share("技能", 1, 1, 1, (1, 0, 0)),
        Share("文化", 1, 0, 1, (0, 1, 0)),
        Share("融合", 0, 0, 0, (0, 0, 0)),
    )
    assert [(one.name, one.lessons, one.hours) for one in small.layers] == [
        ("入门", 2, 2),
        ("进阶", 0, 0),
        ("骨干", 0, 0),
    ]
    assert small.paths == (Share("A 大家", 2, 1, 2, (1, 1, 0)),)


def test_minutes_by_kind_of_step(small):
    assert [(one.name, one.amount) for one in small.steps] == [
        ("开场", 5),
        ("案例", 5),
        ("讲解", 0),
        ("示范", 5),
        ("练习", 15),
        ("对练", 14),
        ("实地", 0),
        ("收尾", 0),
    ]
    assert small.hands_on == 29


def test_blocks_are_those_learners_see(small):
    seen = {one.name: one.amount for one in small.blocks}
    assert seen["text"] == 2
    assert seen["table"] == 1
    assert not {"say", "note"} & seen.keys()


def test_slots_are_counted_where_they_stand(small):
    assert small.slots == (
        Count("【村】", 1, 1),
        Count("【产品】", 3, 1),
        Count("【价格】", 3, 1),
        Count("【联系电话】", 1, 1),
    )
    assert small.slotless == ()


def test_a_written_lesson_without_a_slot_is_named(curriculum):
    bad("same-in-every-village").make(curriculum)
    weighed = balance(course_in(curriculum))
    assert weighed.slotless == ("S1-01",)
    assert "一个空也没有的课：S1-01。" in as_text(weighed)


def counts(**of: int) -> dict[Standing, int]:
    return {standing: of.get(standing.name.lower(), 0) for standing in Standing}


def test_findings_are_counted_once_each_by_what_is_done_about_them(small):
    assert small.papers == (Coverage("文某（2025）", 3, counts(answered=1, touched=1, built=1)),)
    assert {one.name: one.by_standing for one in small.kinds if one.findings} == {
        "数字": counts(touched=1),
        "要会的本事": counts(answered=1),
        "培训建议": counts(built=1),
    }


def test_every_finding_of_the_real_course_is_counted_once(real):
    assert sum(one.findings for one in real.kinds) == sum(one.findings for one in real.papers)
    for one in (*real.kinds, *real.papers):
        assert sum(one.by_standing.values()) == one.findings
        assert one.by_standing[Standing.OPEN] == 0


def test_the_tracks_and_the_layers_both_add_up_to_the_whole(real):
    for shares in (real.tracks, real.layers):
        assert sum(one.hours for one in shares) == real.whole.hours
        assert sum(one.lessons for one in shares) == real.whole.lessons


@pytest.mark.parametrize("curriculum", [SMALL, ROOT / "curriculum"], ids=["small", "real"])
def test_no_line_of_the_text_is_wider_than_80_columns(curriculum):
    assert max(map(columns, as_text(balance(course_in(curriculum))).splitlines())) <= 80


def columns(line: str) -> int:
    return sum(2 if unicodedata.east_asian_width(sign) in "WF" else 1 for sign in line)


def test_the_text_of_the_small_course(golden):
    golden(CASES / "golden" / "small-stats.txt", as_text(balance(course_in(SMALL))))
