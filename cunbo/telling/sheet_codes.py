"""The code on every sheet, by which whoever holds it learns whether it is still current.

`S107J-7K3F9-QXM2`: which sheet it is; for which village, or for all of them, and the state of
its words; the day they were last gone through, and a check. All of it is in the code, so
that it is answered without a network by whatever copy of the site is at hand.
"""

import hashlib
from dataclasses import dataclass
from datetime import date

SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXY"
"""Digits and capitals without I, L, O, U and Z, which are read as others. They are 31, a prime: a
sum of places times signs then shows every wrong sign and every two that changed places."""
LETTERS_HAD = ""
"""Letters of kinds of sheets that are no more: a code with one of them must not be taken for
another sheet's."""
FIRST_DAY = date(2020, 1, 1)
"""The day that days are counted from; three signs reach to 2101."""


@dataclass(frozen=True)
class SheetCode:
    """`sheet` tells lesson and kind, `place` the course and for whom, `state` the words."""

    sheet: str
    place: str
    state: str
    reviewed: date | None

    @property
    def day(self) -> int:
        """The number of the review's day; 0 where there was none."""
        return day_number(self.reviewed) if self.reviewed else 0

    @property
    def to_compare(self) -> str:
        """The signs that differ if and only if the sheet is another."""
        return self.place + self.state

    @property
    def signs(self) -> str:
        """The whole code."""
        return _checked(self.sheet + self.to_compare + _written(self.day, 3))

    @property
    def printed(self) -> str:
        """The code in groups, to be read and typed."""
        signs = self.signs
        return f"{signs[:5]}-{signs[5:10]}-{signs[10:]}"


def sheet_code(sheet: str, place: str, words: str, reviewed: date | None) -> SheetCode:
    """The code of a sheet on which these words stand."""
    return SheetCode(sheet, place, hashed(words, 3), reviewed)


def day_number(day: date) -> int:
    """Days since `FIRST_DAY`; 0 for all before."""
    return max((day - FIRST_DAY).days, 0)


def place_of(course: str, village: str) -> str:
    """What tells courses, by their titles, and editions for villages, by their ids, apart."""
    return hashed(f"{course}\n{village}", 2)


def shared_place(course: str) -> str:
    """The same for a sheet without words of a village: it is one for all in which it says so."""
    return hashed(course, 2)


def hashed(text: str, length: int) -> str:
    """So many signs that another text has only by chance."""
    digest = hashlib.sha256(text.encode(errors="surrogateescape")).digest()
    return _written(int.from_bytes(digest[:8], "big"), length)


def _written(number: int, length: int) -> str:
    """The last places of a number."""
    signs = ""
    for _ in range(length):
        number, last = divmod(number, len(SIGNS))
        signs = SIGNS[last] + signs
    return signs


def _checked(signs: str) -> str:
    """With a last sign that brings the sum of places, from the right, times signs to nothing."""
    places = enumerate(reversed(signs), 2)
    return signs + SIGNS[-sum(place * SIGNS.index(sign) for place, sign in places) % len(SIGNS)]
