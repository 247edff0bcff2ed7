"""Texts as words are compared, folded once when the site is made, and how they look to readers.

`templates/scripts/fold.js` folds in the same way what a reader types.
"""

import json
import re
import string
from collections.abc import Iterator
from functools import cache
from unicodedata import normalize

_BLANKS = dict.fromkeys(map(ord, " \t\u200b\u2060\ufeff"))
_AS_CHINESE_WRITES = {ord(sign): chr(ord(sign) + 0xFEE0) for sign in ",:;!?()"}
"""Chinese has these signs in full width: folded to that, hardly a sentence changes."""
_FOLDED = {**_BLANKS, **_AS_CHINESE_WRITES}
_LETTER = re.compile(".[\u0300-\u036f\u3099\u309a]*", re.DOTALL)
NEXT = "\t"
"""Stands between two texts, for no folded text has one."""

Change = tuple[int, int, str]
"""Where in a folded line, for how many signs of it, and what a reader sees in their place."""


def _folded(text: str) -> str:
    return normalize("NFKC", text).lower().translate(_FOLDED)


_STAY = "".join(
    sign for sign in (*string.printable, *"，。；：！？（）、“”《》") if _folded(sign) == sign
)
_STAYS = re.compile(f"[\u4e00-\u9fff{re.escape(_STAY)}]*")
"""A line of signs that are folded to themselves, and hang on no neighbour: most lines are."""


def folded(text: str) -> str:
    """Full width like half width, upper like lower case, without blanks; line breaks stay."""
    if "\n" in text:
        return "\n".join(map(folded, text.split("\n")))
    return text if _STAYS.fullmatch(text) else _folded(text)


def looks(text: str) -> str:
    """What a text has to be changed in, once folded, to look as it was: number of the line, place,
    length and look, again and again, as JSON; nothing where it looks the same. Scripts count in
    units of UTF-16, so does this."""
    lines = enumerate(text.split("\n"))
    changed = ((number, line) for number, line in lines if folded(line) != line)
    flat = [part for number, line in changed for one in _changes(line) for part in (number, *one)]
    return json.dumps(flat, ensure_ascii=False, separators=(",", ":")) if flat else ""


def _changes(line: str) -> Iterator[Change]:
    letters = _LETTER.findall(line)
    signs = list(map(_sign, letters))
    if "".join(signs) != folded(line):  # some letters hang on their neighbours
        yield 0, _units(folded(line)), line
        return
    at = 0
    begun: Change | None = None
    for letter, sign in zip(letters, signs, strict=True):
        if begun and sign == letter:
            yield begun
            begun = None
        elif sign != letter:
            start, length, look = begun or (at, 0, "")
            begun = start, length + _units(sign), look + letter
        at += _units(sign)
    if begun:
        yield begun


@cache
def _sign(letter: str) -> str:
    return folded(letter)


def _units(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
