"""What single pages tell, read from their HTML: a small course with one of each."""

import re
from pathlib import Path

import pytest
from casebook import SMALL
from conftest import build, make_project
from parsed import texts

from cunbo.making.project import Project

FACT = """id: {name}
says: 价格要标清楚。
law: 《价格规定·{name}》
confidence: {confidence}
checked: 2026-11-01
review_by: 2027-05-01
"""
NOTES = {
    "read": ("full", None),
    "retold": ("secondary", "据转载，用前对照官网"),
    "from-memory": ("recalled", "凭记忆，请以当地最新规定为准"),
}


def replace_in(path: Path, *changes: tuple[str, str]) -> None:
    text = path.read_text(encoding="utf-8")
    for old, new in changes:
        assert text.count(old) == 1, f"{old!r} in {path.name}"
        text = text.replace(old, new)
    path.write_text(text, encoding="utf-8")


@pytest.fixture(scope="module")
def site(tmp_path_factory) -> Path:
    """The small course with facts of every confidence, two of them named by the form alone, a
    lesson that may be waived, and findings answered by a written, an outlined, no lesson."""
    project: Project = make_project(tmp_path_factory.mktemp("pages") / "small", SMALL)
    course = project.curriculum
    for name, (confidence, _) in NOTES.items():
        fact = FACT.format(name=name, confidence=confidence)
        (course / "facts" / f"{name}.yml").write_text(fact, encoding="utf-8")
    replace_in(course / "lessons" / "S1-01.yml", ("facts: [ad-words]", "facts: [ad-words, read]"))
    with (course / "forms" / "sheet.yml").open("a", encoding="utf-8") as form:
        form.write("  - warning: {text: 标清楚。, fact: retold}\n")
        form.write("  - warning: {text: 再看看。, fact: from-memory}\n")
    with (course / "paths" / "A.yml").open("a", encoding="utf-8") as path:
        path.write("waived: [C1-01]\n")
    replace_in(
        course / "lessons" / "C1-01.yml", ("[wen2025-speak]", "[wen2025-speak, wen2025-more]")
    )
    replace_in(
        course / "sources" / "wen2025.yml",
        (
            "proposals:\n",
            "proposals:\n  - {id: wen2025-more, section: '1', kind: context, says: 还要多讲。}\n",
        ),
    )
    build(project)
    return project.site


def text_of(site: Path, name: str) -> str:
    return (site / name).read_text(encoding="utf-8")


def test_a_paper_counts_its_findings_by_what_is_done_about_them(site):
    [told] = [one for one in texts(site / "sources/wen2025.html", ".about dd") if "条" in one]
    assert told == "4 条：回应了 1 条，只碰到 1 条，做法有 1 条，还在计划 1 条"


@pytest.mark.parametrize("name", ["lessons/S1-01.html", "trainer/S1-01.html"])
def test_a_fact_says_how_well_it_is_known_also_where_only_the_form_names_it(site, name):
    page = text_of(site, name)
    section = page[page.index('aria-labelledby="facts"') :]
    items = dict(re.findall(r'<li id="fact-([a-z-]+)">(.*?)</li>', section, re.DOTALL))
    assert list(items) == ["ad-words", "read", "retold", "from-memory"]
    shown = {one: re.findall(r'<em class="tag">(.*?)</em>', text) for one, text in items.items()}
    notes = {one: [note] if note else [] for one, (_, note) in NOTES.items()}
    assert shown == {"ad-words": [], **notes}


def test_a_path_numbers_its_lessons_and_says_which_may_be_left_out(site):
    page = text_of(site, "paths/A.html")
    stops = re.findall(r'<li value="(\d)"[^>]*>(.*?)</li>', page, re.DOTALL)
    seals = [(number, re.findall(r"[SCX]1-\d\d", stop)[0]) for number, stop in stops]
    assert seals == [("1", "S1-01"), ("2", "C1-01")]
    assert ["<b>可免</b>" in stop for _, stop in stops] == [False, True]
    waived = page[page.index('aria-labelledby="waived"') :]
    assert "一张清单" in waived


def test_the_written_lessons_stand_in_a_row_that_can_be_walked_both_ways(course_built):
    """What one page calls the next, calls that page the one before."""
    onward, back = {}, {}
    for path in sorted((course_built.site / "trainer").glob("[SCX]*.html")):
        page = text_of(course_built.site, f"lessons/{path.name}")
        links = dict(re.findall(r'<a rel="(prev|next)" href="(?:[^"]*/)?([^"/]+)"', page))
        onward |= {path.name: links["next"]} if "next" in links else {}
        back |= {path.name: links["prev"]} if "prev" in links else {}
    assert len(onward) >= 5
    assert back == {after: before for before, after in onward.items()}
