"""What the benchmarks compare is what they say it is."""

import json
import os
import re
import subprocess
import sys
from collections import Counter
from html.parser import HTMLParser
from pathlib import Path

import pytest
from casebook import real_course

from benchmarks.bars import bars_table
from benchmarks.cost import python
from benchmarks.full_course import make, village_name
from benchmarks.growth import exponent
from benchmarks.inside import Handout, handouts, printer
from benchmarks.lean_html import page
from benchmarks.processes import cpu_of, descendants
from benchmarks.readback import page_count, text_of, without_blanks
from cunbo.checks.rules import check
from cunbo.reading.curriculum import read_curriculum

ROOT = Path(__file__).parent.parent
WRITTEN = ("S1-04", "S1-07", "S1-09", "C1-04", "X1-01", "S2-13")


@pytest.fixture(scope="module")
def full(tmp_path_factory) -> Path:
    """The full course, and its map once more."""
    folder = tmp_path_factory.mktemp("bench") / "full"
    make(ROOT, folder, factor=2)
    return folder


@pytest.fixture(scope="module")
def sheets() -> dict[str, Handout]:
    return handouts(ROOT, "shikan", WRITTEN)


class Words(HTMLParser):
    """The text of a page's body, the text of its table heads once more by itself."""

    def __init__(self) -> None:
        super().__init__()
        self.body, self.heads, self.lines, self.open = "", "", 0, []

    def handle_starttag(self, tag, attrs):
        self.open = [tag] if tag == "body" else [*self.open, tag]
        self.lines += tag == "hr"
        if tag == "tr" and "thead" in self.open:
            self.open = self.open[: self.open.index("thead") + 1]

    def handle_endtag(self, tag):
        if tag in self.open:
            del self.open[self.open.index(tag) :]

    def handle_data(self, data):
        if "body" in self.open:
            self.body += data
        if "thead" in self.open:
            self.heads += data


def words_of(html: str) -> Words:
    found = Words()
    found.feed(html)
    return found


def test_the_full_course_is_right_and_written_from_end_to_end(full):
    reading = read_curriculum(full / "curriculum")
    assert [one for one in check(reading) if one.is_error] == []
    lessons = reading.course.lessons
    assert len(lessons) >= 140
    assert not any(one.is_outline for one in lessons.values())
    ours = {one.id for one in real_course().lessons.values() if not one.is_outline}
    assert all(one.deliverable.form for name, one in lessons.items() if name not in ours)
    forms = [one.name for one in reading.course.forms.values() if one.id.startswith("bench-")]
    assert len(forms) > 90
    assert all(re.search(r"（[SCX]\d-\d\d）$", name) for name in forms)
    assert lessons["S1-27"].requires == ("S1-24",)
    assert village_name(1) in reading.course.villages


def test_the_full_course_says_few_things_twice(full):
    told = Counter()
    one_sentence = re.compile(r"(?m)^\s+(?:- )?(?:text|say|note|line|pass): (.+)$")
    for path in (full / "curriculum" / "lessons").glob("*.yml"):
        told.update(one_sentence.findall(path.read_text(encoding="utf-8")))
    assert told.total() > 5000
    assert len(told) > 0.9 * told.total()


def test_the_full_course_is_the_same_whoever_makes_it_and_begins_the_larger_one(full, tmp_path):
    command = [sys.executable, "-m", "benchmarks.full_course", str(ROOT), str(tmp_path / "again")]
    subprocess.run(command, check=True, cwd=ROOT, env={**os.environ, "PYTHONHASHSEED": "7"})
    again = tmp_path / "again" / "curriculum"
    files = [path.relative_to(again) for path in again.rglob("*.*") if path.parent.name != "paths"]
    assert len(files) > 300
    differing = [
        one
        for one in files
        if (again / one).read_bytes() != (full / "curriculum" / one).read_bytes()
    ]
    assert differing == []


@pytest.mark.parametrize("lesson", WRITTEN)
def test_the_other_printers_are_given_the_words_of_the_handout_and_no_others(sheets, lesson):
    """Each word of the HTML stands on Typst's sheet; what that has more are its running heads and
    feet, which are in the style of the HTML, and heads of tables that go on on the next page."""
    pdf = printer(ROOT)(sheets[lesson])
    printed = text_of(pdf)
    html = page(json.loads(sheets[lesson].data))
    words = words_of(html)
    given, on_paper = Counter(without_blanks(words.body)), Counter(printed)
    assert len(words.body) > 600
    assert given - on_paper == Counter()
    running = without_blanks("".join(re.findall(r'content: "((?:[^"\\]|\\.)*)"', html)))
    more = on_paper - given
    allowed = set(running + without_blanks("第页，共0123456789") + without_blanks(words.heads))
    assert set(more) <= allowed
    assert more.total() < (len(running) + 12) * page_count(pdf) + 2 * len(words.heads)


def test_the_other_printers_are_given_its_lines_boxes_and_drawings(sheets):
    sheet = json.loads(sheets["S1-09"].data)
    html = page(sheet)
    blocks = [one for step in sheet["told"]["steps"] for one in step["blocks"]]
    lines = [one["value"]["lines"] for one in blocks if one["kind"] == "write_in"]
    ticks = [len(one["value"]) for one in blocks if one["kind"] == "checklist"]
    assert html.count("<hr>") == sum(lines) + 3
    assert html.count("<i class=box>") == sum(ticks)
    drawings = [one for one in blocks if one["kind"] == "figure"]
    assert html.count("data:image/svg+xml") == len(drawings) > 1


def test_a_kind_of_block_nobody_has_thought_of_loses_no_word(sheets):
    sheet = json.loads(sheets["S1-09"].data)
    value = {"title": [{"text": "头一句"}], "rows": [[[{"text": "第二句"}], "一个字"]]}
    sheet["told"]["steps"][0]["blocks"].append({"kind": "unheard-of", "value": value})
    body = words_of(page(sheet)).body
    assert all(word in body for word in ("头一句", "第二句", "一个字"))


def test_cost_is_that_of_the_process_and_what_it_waited_for():
    """Each spends by its own clock, so that no busy machine can make one look like the other."""
    spend = "import time\nwhile time.process_time() < 0.3: pass"
    below = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {spend!r}])"
    busy, both = python("-c", spend), python("-c", below)
    assert busy.cpu >= 0.3
    assert both.cpu >= 0.3
    assert busy.wall > 0
    assert busy.peak > 5


def test_a_process_is_found_below_the_one_that_started_it():
    with subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE) as started:
        assert started.pid in descendants(os.getpid())
        assert cpu_of({started.pid}) >= 0
        started.communicate(b"\n")
    assert started.pid not in descendants(os.getpid())


def test_the_exponent_is_that_of_a_power():
    assert exponent([70, 140, 280], [1, 2, 4]) == pytest.approx(1)
    assert exponent([70, 140, 280], [1, 4, 16]) == pytest.approx(2)
    assert exponent([70, 140, 280], [3, 3, 3]) == pytest.approx(0)


def test_a_bar_says_whether_it_holds():
    rows = {row[0]: row[1:] for row in bars_table({"check": 0.9, "help": 0.06}).rows}
    assert rows["check"] == ("0.90 s", "0.80 s", "NO")
    assert rows["--help"] == ("0.06 s", "0.10 s", "yes")
    assert len(rows) == 2
