"""Blanks between words: those an author typed are kept, those a folded line leaves are not.

Chinese has no blanks between words. Where an author types some, they are meant: a gap to fill in
(`年  月  日`), words set apart (`种 收 晒`). HTML and Typst would run several into one.
"""

import re
import unicodedata
from functools import cache

FIXED = "\u2002"
"""A blank half a character wide, as it is in an author's editor, that stays where it stands."""

_SEVERAL = re.compile(r"[ \t]{2,}|\t")


def fixed(text: str) -> str:
    """The text with every run of blanks, and every tab, in blanks that no wing runs into one."""
    if "  " not in text and "\t" not in text:
        return text
    return _SEVERAL.sub(lambda found: FIXED * len(found[0].expandtabs(4)), text)


def trimmed(text: str) -> str:
    """The text without blanks that no reader sees: at the ends of its lines, a single one before a
    line, empty lines around the whole. Several blanks before a line move its words, and stay."""
    return "\n".join(map(_trimmed_line, text.split("\n"))).strip("\n")


def _trimmed_line(line: str) -> str:
    line = line.rstrip()
    return line[1:] if line[:1] == " " != line[1:2] else line


def runs_on(above: str, below: str) -> bool:
    """Whether a sentence folded between two lines goes on without a blank.

    So it does where Chinese stands on either side, be it behind the stars of a bold stretch or the
    brackets of a link. `above` and `below` are the two lines' own words.
    """
    return _is_chinese(_last_sign(above)) or _is_chinese(_first_sign(below))


def _last_sign(text: str) -> str:
    text = text.rstrip("*")
    if text.endswith(")"):
        label, link, _ = text.rpartition("](")
        text = label.rstrip("*") if link else text
    return text[-1:]


def _first_sign(text: str) -> str:
    return text.lstrip("*[")[:1]


@cache
def _is_chinese(sign: str) -> bool:
    """Whether the sign is as wide as a Han character in Chinese type; of those that are wide only
    there (℃, “, ①, —) letters such as Greek ones are not counted."""
    if not sign:
        return False
    width, kind = unicodedata.east_asian_width(sign), unicodedata.category(sign)
    return width in "WF" or (width == "A" and kind[0] not in "LM" and kind != "Nd")
