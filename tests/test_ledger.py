"""Who is silent where another has spoken of the same mistake."""

import pytest

from cunbo.problems.codes import Code
from cunbo.problems.problem import Location, Problem
from cunbo.reading.ledger import Voice, told_once


def said(voice: Voice, line: int, column: int = 1, code: Code = Code.YAML) -> tuple:
    return voice, Problem(code, Location("一.yml", line, column), voice.name, "改")


def heard(*told: tuple) -> list[str]:
    return [problem.what for problem in told_once(told)]


READERS = [Voice.SIGNS, Voice.LINES, Voice.TREE, Voice.SHAPE, Voice.NOTHING]


@pytest.mark.parametrize(
    ("first", "later"),
    [(one, other) for one in READERS[:3] for other in READERS if one < other],
)
def test_on_a_line_with_an_error_later_voices_are_silent(first, later):
    assert heard(said(first, 3, 1), said(later, 3, 9)) == [first.name]
    assert heard(said(later, 3, 9), said(first, 3, 1)) == [first.name]
    assert heard(said(first, 3), said(later, 4)) == [first.name, later.name]


def test_a_rule_is_silent_only_in_the_very_place():
    told = [said(Voice.SHAPE, 3, 5), said(Voice.RULE, 3, 9), said(Voice.RULE, 3, 5)]
    assert told_once(told) == (told[0][1], told[1][1])


def test_nothing_is_said_where_something_else_is_wrong_in_the_very_place():
    told = [said(Voice.SHAPE, 3, 5), said(Voice.NOTHING, 3, 9), said(Voice.NOTHING, 3, 5)]
    assert told_once(told) == (told[0][1], told[1][1])


def test_a_doubt_yields_to_a_later_error_of_its_line_but_to_no_rule():
    doubt = said(Voice.TREE, 3, code=Code.ONE_ITEM)
    assert heard(doubt, said(Voice.SHAPE, 3, 9)) == ["SHAPE"]
    assert heard(doubt, said(Voice.RULE, 3, 9)) == ["TREE", "RULE"]
    assert heard(doubt, said(Voice.SHAPE, 4)) == ["TREE", "SHAPE"]


def test_a_doubt_silences_nobody():
    assert heard(said(Voice.LINES, 3, code=Code.ONE_ITEM), said(Voice.TREE, 3)) == ["TREE"]
    assert heard(said(Voice.TREE, 3, code=Code.ONE_ITEM), said(Voice.TREE, 3)) == ["TREE", "TREE"]


def test_nothing_is_said_twice():
    one = said(Voice.SHAPE, 3)
    assert told_once([one, one]) == (one[1],)
