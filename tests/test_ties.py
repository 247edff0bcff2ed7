"""What does not part at the end of a line, and where a long word may."""

import re

import pypdfium2 as pdfium
import pytest
from conftest import build
from playwright.sync_api import Page
from reading_back import MILLIMETRE, letters, overprinted

from cunbo.model.text import read
from cunbo.model.ties import MAY_BREAK, breakable, tie


@pytest.mark.parametrize(
    ("text", "tied"),
    [
        ("一罐38元包邮", ["38元"]),
        ("等 24 小时", ["24 小时"]),
        ("看第0–6分钟", ["第0–6分钟"]),
        ("损耗8%，见S1-04", ["8%", "S1-04"]),
        ("要3～5天，约1200—1500公斤", ["3～5天", "1200—1500公斤"]),
        ("5元～8元/斤", ["5元～8元/斤"]),
        ("30℃—35℃、12%~15%", ["30℃—35℃", "12%~15%"]),
        ("第 3—5 页", ["第 3—5 页"]),
        ("到2026-11-01止", ["2026-11-01"]),
        ("存6个月、10万元、1.5万亿元", ["6个月", "10万元", "1.5万亿元"]),
        ("用iPhone15、A4纸、5G网", ["iPhone15", "A4", "5G"]),
        ("每天8:30—10:00", ["8:30—10:00"]),
        ("打138****800", ["138****800"]),
        ("一斤25块；见S1-04：三斤", ["25块；", "S1-04："]),
        ("没有数", []),
    ],
)
def test_a_number_stays_with_its_unit_and_a_range_with_its_ends(text, tied):
    runs = tie(read(text).runs)
    assert [run.text for run in runs if run.tied] == tied
    assert "".join(run.text for run in runs) == text


@pytest.mark.parametrize(
    ("word", "pieces"),
    [
        ("13800138000", "138|0013|8000"),
        ("510623197001011234", "5106|2319|7001|0112|34"),
        ("https://www.gov.cn/a-b/content_6874329.htm", "https://|www.|gov.|cn/|a-|b/|content_|6874|329.|htm"),
        ("internationalization", "internationalization"),
        ("Donaudampfschifffahrtsgesellschaft", "Donaud|ampfsc|hifffa|hrtsge|sellsc|haft"),
        ("Ääkköset-ja-muut-sanat", "Ääkköset-|ja-|muut-|sanat"),
        ("—" * 20, "—" * 8 + "|" + "—" * 8 + "|" + "—" * 4),
    ],
)  # fmt: skip
def test_a_long_word_may_be_broken_between_its_pieces(word, pieces):
    assert breakable(word) == pieces.replace("|", MAY_BREAK)


def test_a_number_that_fits_on_a_line_stays_whole_and_takes_its_signs_along():
    runs = tie(read("卡号（6222021234567890123），电话13800138000。一共" + "9" * 30).runs)
    tied = [run.text.replace(MAY_BREAK, "") for run in runs if run.tied]
    assert tied == ["（6222021234567890123），", "13800138000。"]
    assert "".join(run.text for run in runs).count(MAY_BREAK) == 4 + 2 + 7


@pytest.mark.parametrize("row", ["—" * 30, "！" * 30, "é" * 30, "_" * 30, "…" * 12])
def test_a_row_without_a_break_may_be_broken(row):
    assert MAY_BREAK in "".join(run.text for run in tie(read(f"写{row}").runs))


def test_signs_of_chinese_type_between_latin_words_stay_as_they_are():
    text = "“App”，“iPhone”，“Wi-Fi”"
    assert tie(read(text).runs) == read(text).runs


WIDE = """      - table:
          head: [谁家, 电话, 身份证号, 银行卡号, 签名]
          rows: [[罗二婶家, '13800138000', '510623197001011234', '6222021234567890123', '']]
      - text: {digits}，{address}，见[总局](https://{address})
"""


def test_long_numbers_and_addresses_stay_inside_page_and_paper(small, page: Page):
    digits, address = (
        "9" * 90,
        "www.samr.gov.cn/zw/fgs/art/2023/art_6c3e5a1b2d3f4a5b9c8d7e6f5a4b3c2d.html",
    )
    lesson = small.curriculum / "lessons" / "S1-01.yml"
    text = lesson.read_text(encoding="utf-8")
    first = "    learner:\n"
    block = first + WIDE.format(digits=digits, address=address)
    lesson.write_text(text.replace(first, block, 1), encoding="utf-8")
    build(small)
    page.goto((small.site / "lessons" / "S1-01.html").as_uri())
    assert page.evaluate("document.documentElement.scrollWidth") == 390
    shown = page.locator("main").inner_text()
    assert digits in shown
    assert address in shown
    assert MAY_BREAK not in shown
    sheet = pdfium.PdfDocument(small.site / "handouts" / "S1-01-讲义.pdf")
    printed = "".join(one.get_textpage().get_text_range() for one in sheet)
    assert digits in re.sub(r"\s", "", printed)
    assert f"（{address}）" not in re.sub(r"\s", "", printed)  # the sentence says it already
    assert address in re.sub(r"\s", "", printed)
    assert MAY_BREAK not in printed
    first = sheet[0]
    edge = first.get_width() - 16 * MILLIMETRE
    assert max(right for _, _, right, _ in letters(first)) <= edge
    assert overprinted(first) == []
