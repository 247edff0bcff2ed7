"""What an author most probably meant by what was typed."""

import re
import unicodedata
from calendar import monthrange

_BETWEEN = r"[\s年月日号./,，、:\-–—_]"
"""What people set between the parts of a day. Any other word beside it is theirs to keep."""
_DATE_PARTS = re.compile(rf"(\d{{4}}){_BETWEEN}+(\d{{1,2}}){_BETWEEN}+(\d{{1,2}}){_BETWEEN}*")
_LIST_SIGNS = re.compile("[、，；;]|[-－–•·] +")
_NUMBERED = re.compile(r"(?:^|\s)\d+[.、．）)]\s*")
_SIMPLE = re.compile(r"[\w-][^,\[\]{}:#'\"]*")
_ID = re.compile(r"[A-Za-z][A-Za-z0-9-]*")
_LONGEST_SAMPLE = 12


def half_width(text: str) -> str:
    return unicodedata.normalize("NFKC", text)


def items(text: str) -> list[str]:
    """The items an author meant, who set them apart with Chinese signs or with numbers."""
    numbered = [one.strip() for one in _NUMBERED.split(text) if one.strip()]
    words = numbered if len(numbered) > 1 else _LIST_SIGNS.split(text.replace(", ", "，"))
    return [word.strip() for word in words if word.strip()]


def are_simple(words: list[str]) -> bool:
    """Whether YAML reads each of them in brackets as it stands."""
    return all(map(_SIMPLE.fullmatch, words))


def are_ids(words: list[str]) -> bool:
    return all(map(_ID.fullmatch, words))


def shortened(text: str) -> str:
    return text if len(text) <= _LONGEST_SAMPLE else f"{text[:_LONGEST_SAMPLE]}……"


def as_day(text: str) -> str | None:
    """A day in another writing as YYYY-MM-DD, if there is such a day."""
    parts = _DATE_PARTS.fullmatch(half_width(text).strip())
    if not parts:
        return None
    year, month, day = map(int, parts.groups())
    is_day = year >= 1 and 1 <= month <= 12 and 1 <= day <= monthrange(year, month)[1]
    return f"{year:04d}-{month:02d}-{day:02d}" if is_day else None


def like_an_id(text: str, pattern: str) -> str | None:
    """The id that a text is but for letter case, ending, hyphens or a nought."""
    plain = text.removesuffix(".yml").replace("_", "-")
    lesson = re.fullmatch(r"([SCX][1-3])-?(\d{1,2})", plain.upper())
    tries = [f"{lesson[1]}-{lesson[2]:0>2}"] if lesson else []
    tries += [re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-")]
    return next((one for one in tries if pattern and re.search(pattern, one)), None)
