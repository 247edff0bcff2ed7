"""The same handout as HTML, for the printers that start from HTML.

Words, lists, tables, write-in lines and drawings are those of the sheet's own data; the style is as
plain as it can be, so that the other printers are not slowed down by ours.
"""

import json
from html import escape
from pathlib import Path
from typing import Any

import manimgx_fonts_cjk

FONT = Path(manimgx_fonts_cjk.__file__).parent / "NotoSansCJK-VF.otf.ttc"
_STYLE = """
@page { size: A4; margin: 18mm 16mm 18mm 24mm }
body { font: 14pt/1.5 "Noto Sans CJK SC", sans-serif; margin: 0 }
h1 { font-size: 22pt } h2 { font-size: 16pt; border-bottom: 1pt solid }
section { margin-bottom: 12pt } div { margin: 0 0 4pt }
table { border-collapse: collapse; width: 100% } td { border: .5pt solid; padding: 3pt }
svg { width: 90mm; height: auto; display: block }
"""


def as_html(data: bytes) -> str:
    """A complete HTML document that says what the sheet says."""
    sheet = json.loads(data)
    lesson = sheet["lesson"]
    head = lesson["head"]
    parts = [f"<h1>{escape(head['id'])} {escape(head['title'])}</h1>"]
    for name, value in lesson.items():
        if name != "head" and value:
            parts.append(
                f"<section><h2>{escape(name)}</h2>{_html(value, sheet['figures'])}</section>"
            )
    return (
        f'<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>{head["id"]}</title>'
        f"<style>{_STYLE}</style></head><body>{''.join(parts)}</body></html>"
    )


def _html(value: Any, figures: dict[str, str]) -> str:
    if _is_sentence(value):
        return f"<div>{''.join(_run(run) for run in value)}</div>"
    if isinstance(value, list):
        if value and all(isinstance(one, list) and not _is_sentence(one) for one in value):
            return f"<table>{''.join(_row(row, figures) for row in value)}</table>"
        return "".join(_html(one, figures) for one in value)
    if isinstance(value, dict):
        return "".join(_html(one, figures) for one in value.values())
    if isinstance(value, str):
        return figures.get(value) or f"<div>{escape(value)}</div>"
    return ""


def _row(row: list[Any], figures: dict[str, str]) -> str:
    return "<tr>" + "".join(f"<td>{_html(cell, figures)}</td>" for cell in row) + "</tr>"


def _is_sentence(value: Any) -> bool:
    return isinstance(value, list) and all(_is_run(one) for one in value)


def _is_run(value: Any) -> bool:
    return isinstance(value, dict) and isinstance(value.get("text"), str)


def _run(run: dict[str, Any]) -> str:
    text = escape(run["text"])
    return f"<b>{text}</b>" if run.get("strong") else text
