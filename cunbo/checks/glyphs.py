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
    alone = sign.isprintable() and not unicodedata.category(sign).startswith("M")
    shown = sign if alone else number
    return Code.NO_GLYPH, f"讲义印不出这个字符：{shown}", "换成文字，或者删掉；表情符号都印不出"


@cache
def _printable() -> frozenset[int]:
    # `check` answers in a second; few courses have a sign that makes it read the font.
    from fontTools.ttLib import TTCollection

    path = next(Path(manimgx_fonts_cjk.__file__).parent.glob("*.ttc"))
    with TTCollection(str(path), lazy=True) as fonts:
        signs = fonts.fonts[0]["cmap"].getBestCmap()
    return frozenset(sign for sign in signs if unicodedata.category(chr(sign))[0] != "C")
