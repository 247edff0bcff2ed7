"""黑体, which Windows and WPS have and no machine of ours: made of the font of the sheets.

LibreOffice cannot put a variable font into a PDF, so both weights are drawn out of it.
"""

import os
from collections.abc import Iterable
from pathlib import Path

import manimgx_fonts_cjk
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.cu2quPen import Cu2QuPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont

_FONTS = Path(manimgx_fonts_cjk.__file__).parent / "NotoSansCJK-VF.otf.ttc"
_CHINESE = 2
"""Its place in the collection: Noto Sans CJK SC."""
_WEIGHTS = {"Regular": 400, "Bold": 700}
_UP, _DOWN = 859, -141
"""Ascent and descent of 黑体, of 1000."""


def with_black_font(folder: Path, letters: Iterable[str]) -> dict[str, str]:
    """The environment for a program that sets these letters in 黑体; `folder` holds the font."""
    source = TTFont(_FONTS, fontNumber=_CHINESE, lazy=True)
    known = source.getBestCmap()
    wanted = {ord(one): known[ord(one)] for one in sorted(set(letters)) if ord(one) in known}
    for style, weight in _WEIGHTS.items():
        _font(source, wanted, style, weight).save(folder / f"hei-{style}.ttf")
    settings = folder / "fonts.conf"
    settings.write_text(
        f"""<?xml version="1.0"?>
<fontconfig>
<include ignore_missing="yes">/etc/fonts/fonts.conf</include>
<dir>{folder}</dir>
</fontconfig>
""",
        encoding="utf-8",
    )
    return {**os.environ, "FONTCONFIG_FILE": str(settings)}


def _font(source: TTFont, wanted: dict[int, str], style: str, weight: int) -> FontBuilder:
    drawn = source.getGlyphSet(location={"wght": weight})
    names = [".notdef", *sorted(set(wanted.values()))]
    font = FontBuilder(1000, isTTF=True)
    font.setupGlyphOrder(names)
    font.setupCharacterMap(wanted)
    font.setupGlyf({name: _outline(drawn[name]) for name in names})
    left = {name: getattr(font.font["glyf"][name], "xMin", 0) for name in names}
    font.setupHorizontalMetrics({name: (round(drawn[name].width), left[name]) for name in names})
    font.setupHorizontalHeader(ascent=_UP, descent=_DOWN)
    font.setupNameTable({"familyName": "黑体", "styleName": style})
    font.setupOS2(
        sTypoAscender=_UP,
        sTypoDescender=_DOWN,
        usWinAscent=_UP,
        usWinDescent=-_DOWN,
        usWeightClass=weight,
        fsSelection=0x20 if style == "Bold" else 0x40,
    )
    font.setupPost()
    font.font["head"].macStyle = int(style == "Bold")
    return font


def _outline(glyph: object) -> object:
    pen = TTGlyphPen(None)
    glyph.draw(Cu2QuPen(pen, 2, reverse_direction=True))  # type: ignore[attr-defined]
    return pen.glyph()
