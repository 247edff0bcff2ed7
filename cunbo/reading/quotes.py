"""How a text is written so that YAML reads it back letter for letter. libyaml is the judge."""

import re
import sys
import unicodedata

import yaml

SPECIAL_SIGNS = "*&!%@`|>#,?-"
"""What no text without quotes may begin with."""

_ESCAPE = re.compile(
    r'\\(?:[0abt\tnvfre "/\\N_LP]|x([0-9A-Fa-f]{2})|u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8}))'
)
_BACKSLASH = re.compile(rf"{_ESCAPE.pattern}|\\")
_COMMENT = re.compile(r"(?<=\s)#(?:\s|$)")
_HAN_COLON = re.compile(r"(?<=[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]):(?:[ \t]+|$)")
_EVENTS_OF_ONE_ITEM = 7


def quoted(text: str) -> str:
    """The text as a YAML double-quoted scalar."""
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def written(text: str) -> str:
    """The text bare, if YAML reads it back so, else in quotes."""
    try:
        events = list(yaml.parse(f"- {text}\n", Loader=yaml.CSafeLoader))
    except yaml.YAMLError:
        return quoted(text)
    values = [one.value for one in events if isinstance(one, yaml.ScalarEvent)]
    return text if values == [text] and len(events) == _EVENTS_OF_ONE_ITEM else quoted(text)


def without_comment(value: str) -> tuple[str, str]:
    """A bare value, and the comment behind it with the blanks before."""
    found = _COMMENT.search(value)
    text = value[: found.start()].rstrip() if found else value.rstrip()
    return text, value[len(text) :]


def with_han_colons(text: str) -> str:
    """The text with `：` where a half-width colon and blanks stand behind a Chinese sign."""
    return _HAN_COLON.sub("：", text)


def bad_escape(text: str) -> int | None:
    """Where a backslash between double quotes begins no escape that YAML knows."""
    at = text.find("\\")
    while at >= 0:
        known = _ESCAPE.match(text, at)
        if known is None:
            return at
        at = text.find("\\", known.end())
    return None


def has_escape(text: str) -> bool:
    """Whether a backslash begins an escape that YAML knows."""
    return _ESCAPE.search(text) is not None


def no_sign(text: str) -> re.Match[str] | None:
    """The first escape between double quotes that stands for no sign: half an emoji, or none."""
    return next(filter(_is_no_sign, _ESCAPE.finditer(text)), None)


def with_plain_backslashes(text: str) -> str:
    """The text with every backslash doubled that between double quotes stands for no sign."""
    return _BACKSLASH.sub(_plain_backslash, text)


def _plain_backslash(found: re.Match[str]) -> str:
    known = _ESCAPE.fullmatch(found[0])
    return found[0] if known and not _is_no_sign(known) else f"\\{found[0]}"


def _is_no_sign(escape: re.Match[str]) -> bool:
    number = int(next(filter(None, escape.groups()), "0"), 16)
    return number > sys.maxunicode or unicodedata.category(chr(number)) == "Cs"
