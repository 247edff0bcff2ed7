"""What is seen only beside the lines above: slips of what stands further left than it should, and
whether a text goes on that was begun there."""

import re
from collections.abc import Sequence

from cunbo.reading import slips
from cunbo.reading.lines import indent, speaks
from cunbo.reading.slip import Cause

_LEAD = r"^(?P<lead>\s*(?:- +)*)(?P<key>[^\s:：#-][^\s:：]*): +"
_BLOCK = re.compile(_LEAD + r"[|>][-+0-9]*\s*(?:#.*)?$")
_FILLED = re.compile(_LEAD + r"[^\s#|>\[{].*$")
_ITEM = re.compile(r"^ *- +\S")
_QUOTE_OPENED = re.compile(r"^\s*(?:- +)*(?:\w+: +)?[\[{]?[^\"]*\"(?:[^\"\\]|\\.)*$")
_WORDS = re.compile(r"^\s*[^\s:-][^:]*$")


def neighbour_trouble(lines: Sequence[str], at: int) -> Cause | None:
    """What is wrong with the line at index `at`, seen beside those above it."""
    if _ITEM.match(lines[at]):
        return _item_behind_a_value(lines, at)
    return _text_of_a_block(lines, at) if _WORDS.match(lines[at]) else None


def goes_on_between_quotes(lines: Sequence[str], at: int) -> bool:
    """Whether a line belongs to a text in double quotes that was begun in a line above."""
    above = next((one for one in reversed(lines[:at]) if '"' in one), "")
    return _QUOTE_OPENED.match(above) is not None


def _text_of_a_block(lines: Sequence[str], at: int) -> Cause | None:
    """A line of a text after `|` or `>` that stands no further right than its key."""
    above = (one for one in reversed(lines[:at]) if one.strip() and not _WORDS.match(one))
    found = _BLOCK.match(next(above, ""))
    if not found or indent(lines[at]) > len(found["lead"]):
        return None
    right = " " * (len(found["lead"]) + 2) + lines[at].lstrip()
    return Cause(slips.block_too_far_left(found["key"]), indent(lines[at]), right)


def _item_behind_a_value(lines: Sequence[str], at: int) -> Cause | None:
    """Items that stand right below a key with words behind it."""
    above = next(filter(speaks, reversed(lines[:at])), "")
    found, own = _FILLED.match(above), indent(lines[at])
    if not found or own != len(found["lead"]):
        return None
    rest = (bool(_ITEM.match(one)) and indent(one) == own for one in lines[at + 1 :])
    run = next((count for count, same in enumerate(rest) if not same), len(lines) - at - 1)
    slip = slips.item_behind_a_value(found["key"])
    return Cause(slip, own, f"# {lines[at]}", is_mend=False, left_out=run)
