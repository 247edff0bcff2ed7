"""The sheets of the whole course that a class is given beside its packs."""

from collections.abc import Iterator
from dataclasses import replace

from cunbo.telling.course_forms import form_sheets
from cunbo.telling.edition import Edition
from cunbo.telling.packs import UNBOUND, Chosen
from cunbo.telling.sheet_table import COURSE_SHEETS
from cunbo.telling.sheets import CourseSheet, LooseSheet, Occasion
from cunbo.telling.shop import ShopOrder

ALL_FORMS = "全部的表"
"""Of each, one to make copies of: nobody hands out all of them at a time."""


def to_ask_for(edition: Edition) -> tuple[str, ...]:
    """What may be wanted besides, by name."""
    sheets = (one.name for one in (*UNBOUND, *_sheets(edition)))
    return (*sheets, ALL_FORMS)


def beside_packs(edition: Edition, chosen: Chosen, order: ShopOrder) -> tuple[CourseSheet, ...]:
    """Those that go with what is taught, and those that are asked for; none twice."""
    found = (_given(one, chosen, order) for one in _sheets(edition))
    return tuple(one for one in found if one)


def _given(sheet: CourseSheet, chosen: Chosen, order: ShopOrder) -> CourseSheet | None:
    if sheet.occasion in chosen.occasions:
        return sheet
    if sheet.name in order.also:
        return replace(sheet, occasion=Occasion.ASKED)
    if isinstance(sheet, LooseSheet) and ALL_FORMS in order.also:
        return replace(sheet, serves=None)
    return None


def _sheets(edition: Edition) -> Iterator[CourseSheet]:
    return (one for one in (*COURSE_SHEETS, *form_sheets(edition)) if one.view(edition))
