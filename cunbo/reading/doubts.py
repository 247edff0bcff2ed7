"""What YAML reads as one text, though its author probably meant it otherwise."""

import re
from collections.abc import Iterator
from typing import TypeAlias

import yaml

from cunbo.reading import slips
from cunbo.reading.slip import Slip

Doubt: TypeAlias = tuple[Slip, int, int, str]
"""What to say, its line and column (from 1), and what was typed there."""

_QUOTES = ("'", '"')
_SHORT_ITEM = re.compile(r"\s*- [^，。、；：]{1,10}$")
_ITEM = re.compile(r"\s*(?P<sign>-(?=\s)|[－–•·]|\d{1,2}(?:[、．)）]|\.(?!\d)))\s*\S")
_WIDE_KEY = re.compile(r"\s*(?P<key>[a-z][a-z_]+)\s*(?P<sign>[：；])")
_WIDE_BLOCK_SIGN = re.compile(r"[｜＞](?=[-+0-9]*\s*$)")


def doubts(event: yaml.ScalarEvent, lines: list[str], listed: bool) -> Iterator[Doubt]:
    """What is doubtful in a text of the file's `lines`; `listed` where it is an item of a list."""
    start, end = event.start_mark, event.end_mark
    assert start is not None
    assert end is not None
    first = lines[start.line] if start.line < len(lines) else ""
    wide = _WIDE_BLOCK_SIGN.match(first, start.column)
    if wide:
        yield slips.wide_block_sign(wide[0]), start.line + 1, start.column + 1, wide[0]
    last = lines[end.line][: end.column] if end.line < len(lines) else ""
    below = [*lines[start.line + 1 : end.line], last]
    if event.style == "|" or start.line == end.line or _ITEM.match(first, start.column):
        return
    for number, row in enumerate(below, start.line + 2):
        item, key = _ITEM.match(row), _WIDE_KEY.match(row)
        if key:
            said = slips.key_between_quotes if event.style in _QUOTES else slips.other_colon
            slip = said(key["key"], key["sign"])
            yield slip, number, key.start("sign") + 1, key["sign"]
            return
        if item:
            place = number, item.start("sign") + 1
            yield slips.item_in_a_sentence(item["sign"], listed), *place, item["sign"]
            return
    if not event.style and listed and _SHORT_ITEM.match(first.rstrip()) and below[0].strip():
        lead = len(below[0]) - len(below[0].lstrip())
        yield slips.two_in_one(), start.line + 2, lead + 1, ""
