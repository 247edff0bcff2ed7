"""Text is data: whatever an author types is shown letter for letter, on pages and on paper."""

import re

import pypdfium2 as pdfium
import pytest
from conftest import build
from playwright.sync_api import Page

STRANGE = [
    "价 <30 元 & 分量 >2 斤",
    "{{ 7*7 }} {% raw %} ${x} #{y}",
    "`代码` ``` ~~~ _下划_ *星* # 号 > 号",
    "#import x #sys.inputs $x^2$ @ref 号",
    "\\n \\u4e00 %s {0} \\",
    "    四个空格开头 | 竖线 | ]]> &amp",
    "javascript:alert(1) onclick=x",
]


@pytest.fixture
def page(browser):
    context = browser.new_context()
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("strange", STRANGE)
def test_strange_text_reaches_page_and_paper_letter_for_letter(small, page: Page, strange):
    lesson = small.curriculum / "lessons" / "S1-01.yml"
    quoted = strange.replace("\\", "\\\\").replace('"', '\\"')
    text = lesson.read_text(encoding="utf-8")
    lesson.write_text(
        text.replace("homework: 念给家里人听。", f'homework: "{quoted}"'), encoding="utf-8"
    )
    build(small)
    page.goto((small.site / "lessons" / "S1-01.html").as_uri())
    wanted = squeezed(strange)
    assert wanted in squeezed(page.locator("main").inner_text())
    sheet = pdfium.PdfDocument(small.site / "handouts" / "S1-01-讲义.pdf")
    printed = "".join(one.get_textpage().get_text_range() for one in sheet)
    assert wanted in squeezed(printed)


def squeezed(text: str) -> str:
    return re.sub(r"\s+", "", text)
