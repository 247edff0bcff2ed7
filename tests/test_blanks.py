"""Blanks: what an author typed stays, what a fold left goes, and a line stays a line."""

import re

import pytest
from casebook import SMALL
from conftest import build, make_project
from pypdf import PdfReader

from cunbo.checks.rules import check
from cunbo.model.base import Cell, Part, Sentence, Words
from cunbo.model.blanks import FIXED, fixed
from cunbo.model.text import is_seen
from cunbo.reading.curriculum import read_curriculum
from cunbo.reading.nodes import plain
from cunbo.reading.parsing import read_source


def written(value: str) -> object:
    """What YAML and the fold rule make of a value as it stands in a file."""
    source = read_source("f.yml", f"key: {value}\n".encode())
    assert source.node is not None
    data = plain(source.node)
    assert isinstance(data, dict)
    return data["key"]


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("先说**产地**\n  再说", "先说**产地**再说"),
        ("先说\n  **产地**再说", "先说**产地**再说"),
        ("见[下一课](C1-01)\n  再来", "见[下一课](C1-01)再来"),
        ("再看\n  [下一课](C1-01)", "再看[下一课](C1-01)"),
        ("三十℃\n  最热", "三十℃最热"),
        ("地名㙍\n  𬭎村", "地名㙍𬭎村"),
        ("用App\n  再念", "用App再念"),
        ("一共\n  38 元", "一共38 元"),
        ("他说“好”\n  ——真的…\n  是", "他说“好”——真的…是"),
        ("《某广告\n  规定》", "《某广告规定》"),
        ("hello\n  world", "hello world"),
        ("'**App**\n  one'", "**App** one"),
        ("年  月  日\n  到期", "年  月  日到期"),
        ("红皮 白皮\n  核桃", "红皮 白皮核桃"),
        ("'it''s\n  好''的\n  呀'", "it's好'的呀"),
        ('"甲\\u4e00\n  乙\\"\n  丙"', '甲一乙"丙'),
        ('"甲 \\\n  乙"', "甲 乙"),
        ('"甲\\\n  乙"', "甲乙"),
        ("一段\n\n  二段\n  接着", "一段\n二段接着"),
        (">\n  一段\n  接着  种 收\n\n  二段", "一段接着  种 收\n二段\n"),
        (">-\n  一段 \n  two\n  three", "一段two three"),
        (">2\n    空两格\n  回来\n  接着", "  空两格\n回来接着\n"),
        ("|\n  花椒红\n  花椒香", "花椒红\n花椒香\n"),
        ("[一\n  二, 三]", ["一二", "三"]),
    ],
)
def test_a_fold_leaves_no_blank_beside_chinese_and_typed_blanks_stay(value, text):
    assert written(value) == text


def test_a_file_of_many_folds_is_read_in_time_that_grows_with_its_length():
    value = "\n  ".join(["甲" * 3] * 20_000)
    assert written(value) == "甲" * 60_000


def test_a_missing_comma_between_folded_items_is_still_told():
    source = read_source("f.yml", "bring: [纸\n  笔]\n".encode())
    assert [problem.code.value for problem in source.problems] == ["one-item"]


class Sample(Part):
    sentence: Sentence = Sentence("x")
    cell: Cell = Cell("x")
    name: Words = "x"


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("年  月  日", "年  月  日"),
        ("    年    月", "    年    月"),
        (" 年 月 ", "年 月"),
        ("花椒红  \n 花椒香\n\n", "花椒红\n花椒香"),
        ("　　从前", "　　从前"),
    ],
)
def test_a_sentence_keeps_the_blanks_that_can_be_seen(typed, kept):
    assert Sample(sentence=typed).sentence == kept
    assert Sample(cell=typed).cell == kept


def test_blanks_are_fixed_where_there_are_several():
    assert fixed("种 收  晒\t完") == f"种 收{FIXED * 2}晒{FIXED * 4}完"
    assert Sample(name=" 年  月 ").name == f"年{FIXED * 2}月"


@pytest.mark.parametrize("text", ["", " ", "　　", "\u3164", "\u2800", "\ufe0f", "\u200b\u00a0"])
def test_what_leaves_no_ink_is_not_seen(text):
    assert not is_seen(text)


SEVERAL = {
    "homework: 念给家里人听。": "homework: |\n    种 收  晒\n      记一遍App\n    38\n    元",
    "  - {when: 忘词了, do: 看一个字。}": "  - {when: 忘词了, do: '看  一个  字 。'}",
    "label: 我的一句": 'label: "    年    月    日"',
    "title: 看一遍": "title: 看一遍\n      听一遍",
    "alt: 一道弯弯的线": 'alt: "一道  弯弯的\n          线"',
    "rows: [[一份【价格】, '']]": "rows: [[\"一份\\n两份\", '']]",
}


@pytest.fixture(scope="module")
def with_blanks(tmp_path_factory):
    project = make_project(tmp_path_factory.mktemp("blanks") / "small", SMALL)
    lesson = project.curriculum / "lessons" / "S1-01.yml"
    text = lesson.read_text(encoding="utf-8")
    for stands, instead in SEVERAL.items():
        assert text.count(stands) == 1, stands
        text = text.replace(stands, instead)
    lesson.write_text(text, encoding="utf-8")
    village = project.curriculum / "villages" / "xiaocun.yml"
    words = village.read_text(encoding="utf-8")
    assert "产品: 核桃" in words
    village.write_text(words.replace("产品: 核桃", "产品: 红皮 白皮  核桃"), encoding="utf-8")
    assert check(read_curriculum(project.curriculum)) == []
    build(project)
    return project


SHOWN = [
    ("homework", ".homework", "种 收  晒\n  记一遍App\n38\n元"),
    ("trouble", ".trouble", "看  一个  字 。"),
    ("label", ".write-in p", "    年    月    日"),
    ("step title", "main", "看一遍听一遍"),
    ("cell", ".table td >> nth=0", "一份\n两份"),
    ("slot", "main", "红皮 白皮  核桃"),
]


def test_page_and_paper_show_the_blanks_and_lines_of_the_author(with_blanks, page):
    page.goto((with_blanks.site / "lessons" / "S1-01.html").as_uri())
    sheets = map(PdfReader, sorted((with_blanks.site / "handouts").glob("*.pdf")))
    # Other readers take two blanks beside each other for one.
    printed = "".join(one.extract_text() for pdf in sheets for one in pdf.pages)
    for name, where, text in SHOWN:
        shown = page.locator(where).all_inner_texts()
        assert any(text in one.replace(FIXED, " ") for one in shown), (name, shown)
        # Readers of PDFs leave out the blanks before a line, and make one beside Latin letters.
        lines = [re.escape(line.strip()).replace("记一遍", "记一遍 ?") for line in text.split("\n")]
        found = re.search(r"\s*?\n\s*?".join(lines), printed.replace(FIXED, " "))
        assert found, (name, printed)
    alt = page.locator("figure img").get_attribute("alt")
    assert alt == f"一道{FIXED * 2}弯弯的线"
