"""The two weights that sheets are set in, cut out of the variable font."""

import json
import sys
from io import BytesIO
from pathlib import Path

import pytest
from conftest import ROOT
from fontTools.ttLib import TTFont
from pypdf import PdfReader

from cunbo.handouts import font_weights
from cunbo.handouts.font_weights import weights_folder
from cunbo.handouts.typst_sheets import SheetPrinter
from cunbo.telling.shop import PRINT_LIST

MARKS = "，。、；：！？“”‘’…—–·　×°²³÷→①⑳＿《》（）【】aZ09"
RARE = "堃"


@pytest.fixture(scope="module")
def made() -> Path:
    folder = weights_folder()
    assert folder is not None
    return folder


@pytest.mark.parametrize(("name", "weight"), [("Medium", 500), ("ExtraBold", 800)])
def test_a_weight_has_what_everyday_chinese_needs_and_a_name_of_its_own(made, name, weight):
    with TTFont(made / f"{name}.otf", lazy=True) as font:
        signs = font.getBestCmap()
        assert [sign for sign in f"{MARKS}村播课" if ord(sign) not in signs] == []
        assert ord(RARE) not in signs
        assert font["OS/2"].usWeightClass == weight
        assert font["name"].getDebugName(6) == f"CunboSansSC-{name}"
        assert "fvar" not in font


def test_a_weight_is_the_same_bytes_whenever_it_is_made(made):
    assert font_weights._cut("Medium") == (made / "Medium.otf").read_bytes()


def test_a_rare_sign_comes_from_the_font_of_all_signs(made):
    told = {"lines": [f"陶{RARE}"], "rows": [], "cuts": [], "cut": "", "sums": []}
    village = {"name": "小村", "sample": False}
    data = {"kind": "单", "course": {"title": "课", "version": "1"}, "village": village}
    printed = SheetPrinter(ROOT / "templates" / "handouts").print_pdf(
        PRINT_LIST, json.dumps(data | {"told": told, "long": {}, "figures": {}}).encode(), 0
    )
    (page,) = PdfReader(BytesIO(printed)).pages
    names = {str(font["/BaseFont"])[8:] for font in page["/Resources"]["/Font"].values()}
    of_all_signs = {name for name in names if name.startswith("NotoSansCJKsc-")}
    weighted = {f"CunboSansSC-{name}-Identity-H" for name in ("Medium", "ExtraBold")}
    assert names - of_all_signs == weighted
    assert len(of_all_signs) == 1
    assert f"陶{RARE}" in page.extract_text()


def test_where_nothing_can_be_written_sheets_are_set_in_the_variable_font(tmp_path, monkeypatch):
    (tmp_path / "file").touch()
    monkeypatch.setattr(sys, "prefix", str(tmp_path / "file"))
    assert weights_folder() is None
