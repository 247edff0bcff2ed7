"""Every sign can be printed: the sheets' one font has it."""

import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import manimgx_fonts_cjk

from cunbo.checks.desk import Desk
from cunbo.model.blanks import FIXED
from cunbo.model.text import is_seen
from cunbo.model.walk import texts
from cunbo.problems.codes import Code
from cunbo.problems.problem import Problem

_UNSURE = re.compile(
    "[^ -~\u4e00-\u9fa5\u3001-\u3011\uff01-\uff5e“”‘’…—–·　×°²³①②③④⑤⑥⑦⑧⑨⑩÷→✂\n\t" + FIXED + "]"
)
"""What not any Chinese font has; only of such signs the font itself is asked, which takes time."""

_OWN = "Co"
_WITHOUT_IT = "写同音的字，后面括号里说明，像“坤（左土右申）”；人名也可以写成＿＿，印好了用笔填"
"""The font has every character of the official list, from which names are given today; free fonts
with the rest are packaged by nobody we could pin, and would make sheets and sites ten times larger.
"""


def signs_can_be_printed(desk: Desk) -> Iterator[Problem]:
    """No sign that would print as a box, stop the printing, or leave no ink and be no blank."""
    for source, part in desk.parts():
        for path, text in texts(part):
            for sign in dict.fromkeys(_UNSURE.findall(text)):
                fault = _fault(sign)
                if fault:
                    yield Problem(fault[0], source.at_text(sign, *path), *fault[1:])


def _fault(sign: str) -> tuple[Code, str, str] | None:
    """What is wrong with a sign, and how to mend it; None for one that can be read on paper."""
    number = f"U+{ord(sign):04X}"
    if not is_seen(sign) and not sign.isspace():
        what, mend = (
            f"这里有一个看不见的字符（{number}），多半是粘贴带进来的",
            "删掉它，再打一遍前后的字",
        )
        return Code.CONTROL_CHARACTER, what, mend
    if ord(sign) in _printable():
        return None
    return Code.NO_GLYPH, *_lacking(sign, number)


def _lacking(sign: str, number: str) -> tuple[str, str]:
    """What is said of a sign that the font lacks: how to go on without it."""
    kind = unicodedata.category(sign)
    if kind == _OWN:
        what = f"这个字（{number}）是造字程序造的，到别的电脑上就没有了"
        return what, f"在输入法里用手写再找一遍；找不到，{_WITHOUT_IT}"
    if unicodedata.name(sign, "").startswith("CJK"):
        return f"这个字太偏，讲义的字体里没有：{sign}（{number}）", f"{_WITHOUT_IT}"
    shown = sign if sign.isprintable() and not kind.startswith("M") else number
    return f"讲义印不出这个字符：{shown}", "换成文字，或者删掉；表情符号都印不出"


@cache
def _printable() -> frozenset[int]:
    # `check` answers in a second; few courses have a sign that makes it read the font.
    from fontTools.ttLib import TTCollection

    path = next(Path(manimgx_fonts_cjk.__file__).parent.glob("*.ttc"))
    with TTCollection(str(path), lazy=True) as fonts:
        signs = fonts.fonts[0]["cmap"].getBestCmap()
    return frozenset(sign for sign in signs if unicodedata.category(chr(sign))[0] != "C")
