"""The drawings are in one hand, and what describes a drawing draws it."""

import re

import pytest
from conftest import ROOT

from drawing.catalogue import FIGURES, drawings
from drawing.contact import as_html, as_svg
from drawing.pen import INK, number

DESCRIBED = drawings()
LYING = sorted(FIGURES.glob("*.svg"))
OPENING = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 320 200" width="320" height="200">'
    f'<g fill="#fff" stroke="{INK}" stroke-width="2.8"'
    ' stroke-linecap="round" stroke-linejoin="round">'
)


@pytest.mark.parametrize("name", DESCRIBED)
def test_what_is_described_lies_in_the_folder(name):
    assert (FIGURES / name).read_bytes() == DESCRIBED[name].encode(), "python -m drawing"


@pytest.mark.parametrize("path", LYING, ids=lambda path: path.stem)
def test_every_drawing_keeps_the_hand(path):
    svg = path.read_text(encoding="utf-8")
    assert svg.startswith(OPENING)
    assert svg.endswith("</g></svg>\n")
    assert set(re.findall(r'(?:fill|stroke)="([^"]*)"', svg)) <= {INK, "#fff", "none"}


@pytest.mark.parametrize("show", [as_svg, as_html])
def test_the_contact_sheet_shows_all_drawings(show):
    sheet = show(ROOT / "curriculum" / "figures")
    assert [name for path in LYING if (name := path.stem) not in sheet] == []
    assert sheet.count("stroke-linejoin") == len(LYING)


@pytest.mark.parametrize(
    ("value", "text"), [(3.0, "3"), (-0.04, "0"), (2.25, "2.2"), (-1.5, "-1.5")]
)
def test_numbers_are_short_and_always_the_same(value, text):
    assert number(value) == text
