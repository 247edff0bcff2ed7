"""A longer fuzz run than the tests have time for; `make fuzz` is the longest."""

import math

import pytest

from tests.fuzz.run import fuzz


@pytest.mark.parametrize("seed", [1, 2])
def test_damaged_curricula_always_get_an_answer_with_a_place(seed):
    tally = fuzz(750, seed, slowest=math.inf)
    assert tally.tried == 750
    assert tally.refused > 500
    assert len(tally.codes) > 25
