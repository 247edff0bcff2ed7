"""Templates as they are read and reviewed by people."""

import re
import unicodedata
from pathlib import Path

import pytest
from conftest import ROOT
from jinja2 import DictLoader, Environment

from cunbo.pages.folding import FoldedProse

TEMPLATES = ROOT / "templates"
WIDEST = 160
READ = [
    path
    for path in sorted(TEMPLATES.rglob("*"))
    if path.suffix in {".j2", ".html", ".css", ".js", ".typ"}
]
PAGES = sorted((TEMPLATES / "pages").rglob("*.j2"))
SHEETS = sorted((TEMPLATES / "handouts").glob("*.typ"))


def columns(line: str) -> int:
    """How wide a line stands on a screen: a Chinese character takes two columns."""
    return sum(2 if unicodedata.east_asian_width(sign) in "WF" else 1 for sign in line)


@pytest.mark.parametrize("path", READ, ids=lambda path: path.relative_to(TEMPLATES).as_posix())
def test_no_line_is_wider_than_a_screen(path: Path):
    lines = enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
    assert [(number, line[:40]) for number, line in lines if columns(line) > WIDEST] == []


@pytest.mark.parametrize("path", READ, ids=lambda path: path.relative_to(TEMPLATES).as_posix())
def test_what_people_read_is_in_simplified_characters(path: Path):
    """GB 2312 has those of everyday use, and of the traditional ones none."""
    used = set(re.findall("[\u4e00-\u9fff]", path.read_text(encoding="utf-8")))
    assert sorted(sign for sign in used if not sign.encode("gb2312", "ignore")) == []


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.relative_to(TEMPLATES).as_posix())
def test_a_page_takes_nothing_from_thin_air(path: Path):
    """Macros say what they need; an included piece would read whatever happens to be there."""
    included = re.findall(r'{%-? include "(.+?)"', path.read_text(encoding="utf-8"))
    assert set(included) <= {"sample.yml"}


@pytest.mark.parametrize(
    ("source", "page"),
    [
        ("<p>一句话。\n又一句。</p>", "<p>一句话。又一句。</p>"),
        ("<p>写 A\n或者 B</p>", "<p>写 A\n或者 B</p>"),
        ("<pre>title: 一\nhours: 1</pre>", "<pre>title: 一\nhours: 1</pre>"),
        ("<p>一句话，\n“又一句”。</p>", "<p>一句话，“又一句”。</p>"),
        ("<p>一</p>\n<p>二</p>", "<p>一</p>\n<p>二</p>"),
        ("字\n{{ word }}", "字\n词"),
    ],
)
def test_folded_prose_has_no_blank_where_the_line_ended(source, page):
    environment = Environment(loader=DictLoader({"page": source}), extensions=[FoldedProse])
    assert environment.get_template("page").render(word="词") == page


def test_a_mistake_below_folded_prose_is_told_at_its_own_line():
    environment = Environment(extensions=[FoldedProse])
    with pytest.raises(ZeroDivisionError) as failed:
        environment.from_string("一句\n又一句\n{{ 1 // 0 }}").render()
    assert failed.traceback[-1].lineno == 2


@pytest.mark.parametrize("path", SHEETS, ids=lambda path: path.name)
def test_a_sheet_takes_its_data_from_the_file_of_one_name(path: Path):
    """Data that are an input of the program void everything that Typst has kept."""
    assert "sys.inputs" not in path.read_text(encoding="utf-8")
