"""Words in the order of their pinyin, in groups by its first letter, as a dictionary has them."""

from bisect import bisect
from collections.abc import Iterable
from itertools import groupby
from typing import NamedTuple

from cunbo.model.course import Term

_FIRST_SIGNS = dict(
    zip("ABCDEFGHJKLMNOPQRSTWXYZ", "啊芭擦搭蛾发噶哈击喀垃妈拿哦啪期然撒塌挖昔压匝", strict=True)
)
"""The first sign of each letter among the 3,755 common ones, which GB 2312 has in pinyin order."""
_LETTERS, _STARTS = list(_FIRST_SIGNS), [sign.encode("gb2312") for sign in _FIRST_SIGNS.values()]
_END = "亍".encode("gb2312")
"""The first of the less common signs, which stand in the order of their radicals."""
OTHERS = "其他"


class TermGroup(NamedTuple):
    """The words that begin with one letter."""

    initial: str
    terms: tuple[Term, ...]


def by_initial(terms: Iterable[Term]) -> tuple[TermGroup, ...]:
    """The terms by the first letter of their pinyin; those of which it is not known at the end."""
    known = sorted(terms, key=lambda term: (initial(term.term) == OTHERS, *_order(term.term)))
    groups = groupby(known, key=lambda term: initial(term.term))
    return tuple(TermGroup(letter, tuple(found)) for letter, found in groups)


def initial(word: str) -> str:
    """The capital letter a word is looked up under, or OTHERS."""
    first = word[:1].upper()
    if first.isascii() and first.isalpha():
        return first
    code = first.encode("gb18030", "replace")
    return _LETTERS[bisect(_STARTS, code) - 1] if _STARTS[0] <= code < _END else OTHERS


def _order(word: str) -> tuple[str, bytes]:
    return initial(word), word.upper().encode("gb18030", "replace")
