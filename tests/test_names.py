"""Names of files: what one computer can hold and another cannot, and what a page can point at."""

import shutil
from pathlib import Path
from urllib.parse import unquote

import pytest
from casebook import SMALL, problems_of
from conftest import build
from playwright.sync_api import Page
from scratch import copied

from cunbo.authoring.draft_ids import Kind, is_id, proposed_id
from cunbo.making.files import is_source
from cunbo.model.lesson import Lesson
from cunbo.problems.codes import Code
from cunbo.problems.report import line

HAND = SMALL / "figures" / "hand.svg"
EDITORS = (
    *("4913", "5036", "5159", ".S1-01.yml.swp", "S1-01.yml.swx", "S1-01.yml~", "S1-01.yml.tmp"),
    *("#S1-01.yml#", ".#S1-01.yml", "~$S1-01.yml", "S1-01.yml___jb_tmp___", "sedQ3vX0a"),
    *("S1-01.yml.part", "S1-01.yml.TMP", "~WRL0001.tmp", ".goutputstream-8Q2F00"),
)


@pytest.fixture
def course(tmp_path: Path) -> Path:
    return copied(SMALL, tmp_path / "curriculum")


def told(course: Path) -> list[str]:
    return [line(problem) for problem in problems_of(course)]


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("哪块?.svg", "文件名里有 ?，"),
        ("a\\b.svg", "文件名里有 \\，"),
        ('"a".svg', '文件名里有 "，'),
        ("a\tb.svg", "看不见的字符"),
        ("a\u200bb.svg", "看不见的字符"),
        ("a  b.svg", "多出来的空格"),
        (" a.svg", "多出来的空格"),
        ("Nul.svg", "Windows 留给自己用的名字"),
        ("com1.a.svg", "Windows 留给自己用的名字"),
        ("长" * 80 + ".svg", "文件名有 84 个字，最多 80 个"),
        ("HAND.svg", "和 figures/hand.svg 只差大小写"),
    ],
)
def test_a_drawing_is_not_called_what_another_computer_refuses(course, name, why):
    shutil.copy(HAND, course / "figures" / name)
    if name == "HAND.svg":
        why = "和 figures/HAND.svg 只差大小写"  # the one that sorts first keeps its name
    said = told(course)
    assert len(said) == 1
    assert why in said[0]
    assert "[file-name]" in said[0]


@pytest.mark.parametrize("name", EDITORS)
@pytest.mark.parametrize("folder", [".", "lessons", "figures", "villages"])
def test_what_an_editor_keeps_beside_a_file_is_no_file_of_the_course(course, folder, name):
    (course / folder / name).write_bytes(b"\0\5\26\7\0\2")
    assert told(course) == []
    assert not is_source(f"pages/{name}")


@pytest.mark.parametrize("name", ["4914", "1234", "S1-02.yml.bak", "sedan", "S1-02.docx"])
def test_what_only_looks_like_it_is_told(course, name):
    (course / "lessons" / name).write_bytes(b"id: S1-02")
    assert "[wrong-suffix]" in told(course)[0]


@pytest.mark.parametrize("name", [".hand.svg", "._hand.svg", "~hand.svg"])
def test_what_systems_leave_beside_a_drawing_is_no_drawing(course, name):
    (course / "figures" / name).write_bytes(b"\0\5\26\7\0\2")
    assert told(course) == []


@pytest.mark.parametrize("name", ["con", "nul", "aux", "prn", "com1", "lpt9"])
def test_a_form_is_not_called_what_windows_keeps_for_itself(course, name):
    text = (course / "forms" / "sheet.yml").read_text(encoding="utf-8")
    (course / "forms" / f"{name}.yml").write_text(
        text.replace("小纸条", f"{name} 条").replace("id: sheet", f"id: {name}")
    )
    said = told(course)
    assert len(said) == 1
    assert f"{name} 是 Windows 留给自己用的名字" in said[0]
    assert not is_id(Kind.FORM, name)
    assert proposed_id(Kind.FORM, name, []) == f"{name}-2"


def test_a_paper_does_not_take_the_place_of_the_list_of_papers(course):
    text = (course / "sources" / "wen2025.yml").read_text(encoding="utf-8")
    (course / "sources" / "index.yml").write_text(
        text.replace("wen2025", "index"), encoding="utf-8"
    )
    assert Code.FILE_NAME in {problem.code for problem in problems_of(course)}


ODD = [
    "a#1.svg",
    "a%20b.svg",
    "50%.svg",
    "a b.svg",
    "a&b=c;d.svg",
    "it's (1).svg",
    "罗二婶＋图.svg",
]


def test_a_drawing_with_an_odd_name_is_shown_on_page_and_paper(small, page: Page):
    lesson = small.curriculum / "lessons" / "S1-01.yml"
    text = lesson.read_text(encoding="utf-8")
    old = "      - figure: {src: figures/hand.svg, alt: 一道弯弯的线}\n"
    assert text.count(old) == 1
    new = "".join(old.replace("figures/hand.svg", f'"figures/{name}"') for name in ODD)
    lesson.write_text(text.replace(old, new), encoding="utf-8")
    for name in ODD:
        shutil.copy(HAND, small.curriculum / "figures" / name)
    build(small)
    page.goto((small.site / "lessons" / "S1-01.html").as_uri())
    pictures = page.locator("figure img")
    shown = [unquote(one.get_attribute("src") or "") for one in pictures.all()]
    assert shown == [f"../figures/{name}" for name in ODD]
    pictures.evaluate_all("all => all.forEach(one => { one.loading = 'eager' })")
    pictures.evaluate_all("all => Promise.all(all.map(one => one.decode()))")
    assert pictures.evaluate_all("all => all.every(one => one.complete && one.naturalWidth > 0)")


@pytest.mark.parametrize(
    ("title", "parts"),
    [
        ("说一句话：用自己的话", ("说一句话", "用自己的话")),
        ("说一句话", ("说一句话", None)),
        ("：", ("：", None)),
        ("：用自己的话", ("：用自己的话", None)),
        ("说一句话：", ("说一句话：", None)),
        ("甲：乙：丙", ("甲", "乙：丙")),
    ],
)
def test_no_letter_of_a_title_is_lost_between_its_parts(title, parts):
    assert Lesson.model_construct(title=title).title_parts == parts
