"""A bounded run: `make fuzz`, or a short one in the tests."""

import random
import re
import tempfile
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from cunbo.authoring.mending import mend_all
from cunbo.checks.rules import check
from cunbo.handouts.orders import orders
from cunbo.making.files import read_folder
from cunbo.pages.site_pages import pages
from cunbo.problems.codes import Code
from cunbo.problems.edit import LINE_END, same_words
from cunbo.problems.problem import Problem
from cunbo.reading.curriculum import read_curriculum
from cunbo.telling.edition import Edition
from tests.fuzz.mutations import MUTATIONS
from tests.scratch import copied

ROOT = Path(__file__).parent.parent.parent
SMALL = ROOT / "tests" / "cases" / "small"
SLOWEST = 3.0
"""Seconds of CPU an answer may take, where nothing but the fuzz is being judged."""


@dataclass
class Tally:
    """What a run saw: curricula tried, how many were refused or still whole, the codes given."""

    tried: int = 0
    refused: int = 0
    whole: int = 0
    slowest: float = 0.0
    codes: Counter[str] = field(default_factory=Counter)


def fuzz(count: int, seed: int, seconds: float = 1e9, slowest: float = SLOWEST) -> Tally:
    """Try `count` damaged curricula, or as many as fit into `seconds`.

    Raises AssertionError, naming the number of the curriculum, for a traceback, a written file, an
    answer without a place, or one that took more than `slowest` seconds of CPU.
    """
    tally, end = Tally(), time.monotonic() + seconds
    whole = read_folder(SMALL)
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder) / "curriculum"
        copied(SMALL, root)
        while tally.tried < count and time.monotonic() < end:
            _try_one(root, whole, random.Random(f"{seed}/{tally.tried}"), tally)
            took = f"curriculum {tally.tried} took {tally.slowest:.1f} s of CPU"
            assert tally.slowest < slowest, took
            tally.tried += 1
    return tally


def _try_one(root: Path, whole: dict[str, bytes], chance: random.Random, tally: Tally) -> None:
    damaged = dict(whole)
    for _ in range(chance.choice([1, 1, 1, 2, 3, 5])):
        name = chance.choice([one for one in sorted(whole) if one.endswith(".yml")])
        damaged[name] = chance.choice(MUTATIONS)(damaged[name], chance)
    if chance.random() < 0.05:
        _rename_one(damaged, chance)
    _lay_out(root, whole, damaged)
    start = time.process_time()
    try:
        problems = _answer(root, damaged, tell=chance.random() < 0.2)
    except Exception as error:
        raise AssertionError(f"curriculum {tally.tried}: {error!r}") from error
    tally.slowest = max(tally.slowest, time.process_time() - start)
    if chance.random() < 0.2:
        _mends_lose_nothing(root, tally)
    assert read_folder(root) == damaged, f"curriculum {tally.tried}: something was written"
    _lay_out(root, damaged, whole)
    errors = any(problem.is_error for problem in problems)
    tally.refused += errors
    tally.whole += not errors
    tally.codes.update(problem.code.value for problem in problems)


def _rename_one(damaged: dict[str, bytes], chance: random.Random) -> None:
    name = chance.choice(sorted(damaged))
    data = damaged.pop(name)
    if chance.random() < 0.7:
        damaged[name + chance.choice([".txt", "~", ".yml", ".yaml"])] = data


def _lay_out(root: Path, before: dict[str, bytes], after: dict[str, bytes]) -> None:
    for name in before.keys() - after.keys():
        (root / name).unlink()
    for name, data in after.items():
        if before.get(name) != data:
            (root / name).write_bytes(data)


def _answer(root: Path, damaged: dict[str, bytes], tell: bool) -> list[Problem]:
    """The problems of a curriculum; one without errors is told on pages and sheets, if asked."""
    reading = read_curriculum(root)
    problems = check(reading)
    for problem in problems:
        _has_a_place(problem, damaged)
    whole = reading.course is not None and not any(problem.is_error for problem in problems)
    assert not (whole and reading.broken), f"{reading.broken} vanished without an error"
    if tell and whole and reading.course:
        edition = Edition(reading.course, next(iter(reading.course.villages.values())))
        assert orders(edition, reading.course.figures) or not edition.written
        assert pages(edition, (), ROOT / "templates")
    return problems


def _mends_lose_nothing(root: Path, tally: Tally) -> None:
    """Certain mends change no word, and no error is told that was not hidden by one mended."""
    mended = mend_all(root)
    before = {file.source.file: file.data or b"" for file in mended.before.files.values()}
    for name, data in mended.files.items():
        for old, new in zip(*map(_lines, (before[name], data)), strict=True):
            day = any(one.code is Code.NOT_A_DATE for one in mended.problems_before)
            assert same_words(old, new) or day, f"curriculum {tally.tried}: {old!r} became {new!r}"
    for key, file in mended.before.files.items():
        left = sum(problem.is_error for problem in mended.reading.files[key].problems)
        errors = sum(problem.is_error for problem in file.problems)
        assert file.source.node is None or left <= errors, f"curriculum {tally.tried}: {key}"


def _lines(data: bytes) -> list[str]:
    return LINE_END.split(data.decode())


def _has_a_place(problem: Problem, damaged: dict[str, bytes]) -> None:
    name = problem.at.file.removeprefix("curriculum/")
    lines = damaged.get(name, b"").decode("utf-8", "replace")
    most = len(re.split(r"\r\n|\r|\n", lines))
    assert 1 <= problem.at.line <= most, problem
    assert problem.at.column >= 1, problem
    assert problem.what, problem
    assert problem.mend, problem
