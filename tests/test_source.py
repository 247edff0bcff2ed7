"""Reading YAML: places, plain text, and nothing that explodes."""

import tracemalloc

import pytest

from cunbo.problems.codes import Code
from cunbo.problems.problem import Location
from cunbo.reading.nodes import plain
from cunbo.reading.parsing import read_source
from cunbo.reading.source import MAX_BYTES


def codes(data: bytes) -> list[Code]:
    return [problem.code for problem in read_source("一.yml", data).problems]


def test_every_scalar_stays_what_the_author_typed():
    text = "甲: no\n乙: 1:30\n丙: 2026-2-30\n丁: 007\n戊: ''\n己:\n"
    source = read_source("一.yml", text.encode())
    assert source.node is not None
    assert plain(source.node) == {
        "甲": "no", "乙": "1:30", "丙": "2026-2-30", "丁": "007", "戊": "", "己": None
    }  # fmt: skip


def test_places_count_characters_from_one():
    text = "甲:\n  - 乙: 值\n    丙: >\n      折起来的\n      【产品】\n"
    source = read_source("一.yml", text.encode())
    assert source.at("甲", 0, "乙") == Location("一.yml", 2, 8)
    assert source.at_key("甲", 0, "丙") == Location("一.yml", 3, 5)
    assert source.at_text("【产品", "甲", 0, "丙") == Location("一.yml", 5, 7)
    assert source.at("甲", 0, "没有") == Location("一.yml", 2, 5)
    assert source.at_text("不在", "甲", 0, "乙") == Location("一.yml", 2, 8)


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"a: " + b"[" * 100_000, Code.TOO_DEEP),
        (b"- " * 100_000, Code.TOO_DEEP),
        (b"a: &a [x]\nb: [*a, *a]\n", Code.ANCHOR),
        (b"x" * (MAX_BYTES + 1), Code.TOO_LARGE),
        (b"\xff\xfea\x00", Code.NOT_UTF8),
        (b"a: \xc4\xe3\n", Code.NOT_UTF8),
        (b"a: \x1b[31m\n", Code.CONTROL_CHARACTER),
        (b"!!python/object/apply:os.system [ls]\n", Code.ANCHOR),
        (b"? [a]\n: b\n", Code.YAML),
        (b"", Code.EMPTY_FILE),
        (b"# only a comment\n", Code.EMPTY_FILE),
        (b"\x00", Code.CONTROL_CHARACTER),
    ],
)
def test_hostile_input_is_a_problem(data, code):
    assert code in codes(data)


def test_a_bomb_of_aliases_costs_no_memory():
    bomb = b"a0: &a0 [x]\n" + b"".join(b"a%d: &a%d [*a%d, *a%d]\n" % (n, n, n - 1, n - 1)
                                         for n in range(1, 60))  # fmt: skip
    tracemalloc.start()
    assert Code.ANCHOR in codes(bomb)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 5_000_000


def test_a_line_is_mended_once_so_that_it_cannot_grow_without_end():
    data = b'slots:\n  - {name: "a"b"c"d, meaning: "e"f\n  - "g"h"i"\n    - "j\n'
    found = read_source("one.yml", data).problems
    places = [(one.at.line, one.code) for one in found if one.code is not Code.INDENTATION]
    assert found
    assert len(places) == len(set(places))
