"""Which drawings may be used. Those that may not are the case `unsafe-figures`."""

from pathlib import Path

import pytest
from casebook import SMALL, small_reading
from conftest import ROOT
from scratch import copied

from cunbo.checks.rules import check
from cunbo.problems.problem import Problem
from cunbo.reading.curriculum import read_curriculum

OURS = [*(ROOT / "curriculum" / "figures").glob("*.svg"), *ROOT.glob("templates/theme/*/*.svg")]
RICH = """<?xml version="1.0" encoding="UTF-8" standalone="no"?>
<!-- 画的是院子 -->
<svg xmlns="http://www.w3.org/2000/svg" xml:space="preserve" version="1.1" id="a"
 width="210mm" height="40.5%" viewBox="0 0 9 9">
<title>院子 (url https://example.com)</title>
<defs><clipPath id="half"><path d="M0 0"/></clipPath></defs>
<g clip-path="url(#half)" transform="translate(1, 2) rotate(-3)"><path d="M0 0L9 9"
 fill="none" stroke="rgb(0, 0, 0)"/></g></svg>"""
LIMIT = 20


def problems_of(scratch: Path, svg: str) -> list[Problem]:
    root = copied(SMALL, scratch / "curriculum")
    (root / "figures" / "new.svg").write_text(svg, encoding="utf-8")
    return check(read_curriculum(root, small_reading()))


@pytest.mark.parametrize("path", OURS, ids=lambda path: path.name)
def test_our_own_drawings_may_be_used(path, tmp_path):
    assert problems_of(tmp_path, path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize("start", ["", "\ufeff"], ids=["plain", "with a byte order mark"])
def test_a_drawing_with_all_that_line_drawings_need_may_be_used(start, tmp_path):
    assert problems_of(tmp_path, start + RICH) == []


@pytest.mark.parametrize(
    "value", ["url(https://a)", "Url(#half)", "url( '#half')", "url(#half) none", "src('a')"]
)
def test_a_value_leads_to_a_part_of_the_drawing_or_nowhere(value, tmp_path):
    spoilt = RICH.replace("url(#half)", value)
    assert spoilt != RICH
    [problem] = problems_of(tmp_path, spoilt)
    assert (problem.at.line, problem.at.column) == (7, 4)


def test_a_drawing_full_of_faults_is_told_of_in_one_screen(tmp_path):
    faults = "".join(f"<x{number}/>" for number in range(500))
    told = {problem.what for problem in problems_of(tmp_path, RICH.replace("<g ", faults + "<g "))}
    assert len(told) == LIMIT + 1
    assert f"这张图不能用：毛病太多，先列出 {LIMIT} 种，这里往下还没有看" in told


def test_a_fault_that_comes_again_is_told_once(tmp_path):
    faults = '<path d="M0 0" style="fill:red"/>' * 500
    assert len(problems_of(tmp_path, RICH.replace("<g ", faults + "<g "))) == 1


@pytest.mark.parametrize(
    ("right", "wrong", "told"),
    [
        ('d="M0 0L9 9"', 'd="M0 0L1e38 9"', "d 里的数太大"),
        ('viewBox="0 0 9 9"', 'viewBox="0 0 9 9000000"', "viewBox 里的数太大"),
        ("translate(1, 2)", "translate(-1e20, 2)", "transform 里的数太大"),
        ('fill="none"', 'fill="url(#half)"', "fill 的颜色写成了 url(#half)"),
        ('fill="none"', 'fill="none" stroke-dasharray="0.0001"', "虚线太密"),
        ('clip-path="url(#half)"', 'clip-path="url(#whole)"', "没有叫 whole 的 clipPath"),
    ],
)
def test_what_would_take_minutes_or_print_nothing_is_told(right, wrong, told, tmp_path):
    assert right in RICH
    [problem] = problems_of(tmp_path, RICH.replace(right, wrong, 1))
    assert told in problem.what


def test_a_colour_is_no_number(tmp_path):
    assert problems_of(tmp_path, RICH.replace("rgb(0, 0, 0)", "#1e3899")) == []
