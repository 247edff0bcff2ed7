"""Every sign can be printed: the sheets' one font has it."""

import unicodedata
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import manimgx_fonts_cjk

from cunbo.checks.desk import Desk
from cunbo.model.blanks import FIXED
from cunbo.model.walk import texts
from cunbo.problems.codes import Code
from cunbo.problems.problem import Problem

_SURE = frozenset(
    sign
    for first, last in ((0x20, 0x7E), (0x4E00, 0x9FA5), (0x3001, 0x3011), (0xFF01, 0xFF5E))
    for sign in map(chr, range(first, last + 1))
) | frozenset("“”‘’…—–·　×°²³①②③④⑤⑥⑦⑧⑨⑩\n\t" + FIXED)
"""What any Chinese font has; only for other signs the font itself is asked, which takes time."""


def signs_can_be_printed(desk: Desk) -> Iterator[Problem]:
    """No sign that would print as a box, or stop the printing."""
    for source, part in desk.parts():
        for path, text in texts(part):
            for sign in dict.fromkeys(one for one in text if one not in _SURE):
                if ord(sign) not in _printable():
                    at = source.at_text(sign, *path)
                    shown = sign if sign.isprintable() else f"U+{ord(sign):04X}"
                    what = f"讲义印不出这个字符：{shown}"
                    yield Problem(Code.NO_GLYPH, at, what, "换成文字，或者删掉；表情符号都印不出")


@cache
def _printable() -> frozenset[int]:
    # `check` answers in a second; few courses have a sign that makes it read the font.
    from fontTools.ttLib import TTCollection

    path = next(Path(manimgx_fonts_cjk.__file__).parent.glob("*.ttc"))
    with TTCollection(str(path), lazy=True) as fonts:
        signs = fonts.fonts[0]["cmap"].getBestCmap()
    return frozenset(sign for sign in signs if unicodedata.category(chr(sign))[0] != "C")
