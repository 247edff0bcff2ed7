"""All drawings of the folder on one sheet, as small as they are printed."""

from html import escape
from pathlib import Path

from drawing.pen import HIGH, WIDE

_ACROSS = 6
_EDGE, _NAME = 20, 34


def as_svg(folder: Path) -> str:
    parts = []
    paths = sorted(folder.glob("*.svg"))
    for index, path in enumerate(paths):
        x, y = index % _ACROSS * (WIDE + _EDGE), index // _ACROSS * (HIGH + _NAME)
        svg = path.read_text(encoding="utf-8")
        inner = svg[svg.index(">") + 1 : svg.rindex("</svg>")]
        parts.append(f'<g transform="translate({x},{y})">{inner}</g>')
        parts.append(f'<text x="{x + WIDE // 2}" y="{y + HIGH + 20}">{escape(path.stem)}</text>')
    wide = _ACROSS * (WIDE + _EDGE)
    high = -(-len(paths) // _ACROSS) * (HIGH + _NAME)
    font = 'font-family="sans-serif" font-size="18" text-anchor="middle"'
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {wide} {high}">'
        f'<rect width="{wide}" height="{high}" fill="#fff"/><g {font}>{"".join(parts)}</g></svg>\n'
    )


_STYLE = """body { font: 12px sans-serif }
figure { display: inline-block; margin: 2mm; width: 40mm }
svg { width: 100%; height: auto }"""


def as_html(folder: Path) -> str:
    start = f"<!doctype html><meta charset=utf-8><title>figures</title><style>{_STYLE}</style>\n"
    for path in sorted(folder.glob("*.svg")):
        svg = path.read_text(encoding="utf-8")
        start += f"<figure>{svg}<figcaption>{escape(path.stem)}</figcaption></figure>\n"
    return start
