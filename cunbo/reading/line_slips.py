"""What an author's slip looks like in one line: its cause, its place, and the line as it should be.

The cause is told from the author's text, not from the parser's wording.
"""

import re
from collections.abc import Callable

from cunbo.reading import slips, value_words
from cunbo.reading.lines import indent
from cunbo.reading.quotes import (
    SPECIAL_SIGNS,
    bad_escape,
    has_escape,
    no_sign,
    quoted,
    with_han_colons,
    with_plain_backslashes,
    without_comment,
    written,
)
from cunbo.reading.slip import Cause
from cunbo.reading.slips import BLANKS

_KEY = r"^(?P<lead>\s*(?:- +)*)(?P<key>[A-Za-z_][A-Za-z0-9_]*)"
_ITEM = re.compile(r"^(?P<lead>\s*(?:- +)*(?:[A-Za-z_\u4e00-\u9fff]\w*: +|- +))(?P<value>\S.*)$")
_HAN = r"(?P<key>[\u4e00-\u9fff]{1,8})"
_HAN_KEY = re.compile(rf"^(?P<lead>\s*){_HAN}\s*(?P<sign>：)\s*(?P<value>.*)$")
_DASH = re.compile(r"^(?P<lead>\s*)(?P<dash>-(?=[^\s\d-])|[－—–])\s*(?P<value>\S.*)$")
_HAN_NO_SPACE = re.compile(rf"^(?P<lead>\s+){_HAN}:(?P<value>[^\s/].*)$")
_HAN_AT_THE_EDGE = re.compile(rf"^{_HAN}: +\S")
_NO_KEY = re.compile(r"^\s*(?P<words>(?:＃|//|·|•|（|[\u4e00-\u9fff])[^:]*)$")
_IN_DOUBLE_QUOTES = re.compile(
    r"^(?P<lead>\s*(?:- +)*(?:\w+: +)?)\"(?P<value>(?:[^\"\\]|\\.)*)\"(?P<rest>\s*)$"
)
_OTHER_COLON = re.compile(_KEY + r"\s*(?P<sign>：)\s*(?P<value>.*)$")
_SEMICOLON = re.compile(_KEY + r"\s*(?P<sign>[；;])\s*(?P<value>.*)$")
_NO_SPACE = re.compile(_KEY + r":(?P<value>[^\s/].*)$")
_BARE_KEY = re.compile(_KEY + r" +(?P<value>[^\s:：][^:：]*)$")
_UNSEEN = re.compile(
    r"[\x00-\x08\x0b-\x1f\x7f-\x9f\xad\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufffe\uffff]"
)
_WIDE_BLANK = re.compile(
    r"^(?P<lead>\s*(?:- +)*)(?P<sign>-|[A-Za-z_]\w*:)(?P<blank> *[\u3000\xa0\t]\s*)(?P<value>\S.*)$"
)
_UNSEEN_OR_WIDE = re.compile(f"{_UNSEEN.pattern[:-1]}{''.join(BLANKS)}]")
_CHINESE_QUOTES = {'"': ("“", "”"), "'": ("‘", "’")}
_OWN_MARK = re.compile(r"[&*!][^*\s]\S*(?:\s+[\[{].*)?$")
"""What a writer of YAML may have meant: an anchor, a reference to one, or a tag."""
_QUOTES = "\"'“”‘’ "


def may_hold_wrong_blanks(text: str) -> bool:
    """Whether any line of the text may be one for the finders below; of most files none is."""
    return bool(_UNSEEN_OR_WIDE.search(text))


def control_character(line: str) -> Cause | None:
    found = _UNSEEN.search(line)
    return Cause(slips.unseen(found[0]), found.start(), _UNSEEN.sub("", line)) if found else None


def leading_blank(line: str, unit: int = 2) -> Cause | None:
    """A wrong blank in the indentation; `unit` spaces are put in place of a wide one."""
    lead = line[: len(line) - len(line.lstrip())]
    wrong = [at for at, sign in enumerate(lead) if sign in BLANKS]
    if not wrong:
        return None
    fixed = re.sub("[\t\u3000]", " " * unit, lead).replace("\xa0", " ") + line.lstrip()
    return Cause(slips.blank_in_front(lead[wrong[0]]), wrong[0], fixed)


def wide_blank(line: str) -> Cause | None:
    """A full-width space after a key's colon or an item's dash; YAML takes it for a letter."""
    found = _WIDE_BLANK.match(line)
    if not found:
        return None
    offset = found.start("blank") + len(found["blank"]) - len(found["blank"].lstrip(" "))
    fixed = f"{found['lead']}{found['sign']} {found['value']}"
    return Cause(slips.blank_behind(found["sign"], line[offset]), offset, fixed)


def _other_colon(line: str) -> Cause | None:
    return _colon_after(_OTHER_COLON.match(line))


def _other_colon_after_han(line: str) -> Cause | None:
    return _colon_after(_HAN_KEY.match(line))


def _semicolon(line: str) -> Cause | None:
    return _colon_after(_SEMICOLON.match(line))


def _colon_after(found: re.Match[str] | None) -> Cause | None:
    """The cause, if a key was found with another sign for its colon."""
    if not found:
        return None
    key, value = found["key"], found["value"]
    fixed = f"{found['lead']}{key}: {value}" if value else f"{found['lead']}{key}:"
    return Cause(slips.other_colon(key, found["sign"]), found.end("key"), fixed)


def _dash(line: str) -> Cause | None:
    found = _DASH.match(line)
    if not found:
        return None
    slip = slips.dash(found["dash"], found["value"])
    return Cause(slip, found.start("dash"), f"{found['lead']}- {found['value']}")


def _no_space(line: str) -> Cause | None:
    return _space_lost(_NO_SPACE.match(line))


def _no_space_after_han(line: str) -> Cause | None:
    return _space_lost(_HAN_NO_SPACE.match(line))


def _space_lost(found: re.Match[str] | None) -> Cause | None:
    """The cause, if a key was found whose colon has no space behind it."""
    if not found:
        return None
    fixed = f"{found['lead']}{found['key']}: {found['value']}"
    return Cause(slips.no_space(found["key"]), found.end("key"), fixed)


def _slot_at_the_edge(line: str) -> Cause | None:
    """A village's slot that lost its indentation; keys at the edge are Latin."""
    found = _HAN_AT_THE_EDGE.match(line)
    return Cause(slips.slot_at_the_edge(found["key"]), 0, "  " + line) if found else None


def _no_key(line: str) -> Cause | None:
    found = _NO_KEY.match(line)
    if not found:
        return None
    return Cause(slips.no_key(), found.start("words"), "# " + line, is_mend=False)


def _no_colon(line: str) -> Cause | None:
    found = _BARE_KEY.match(line)
    if not found:
        return None
    fixed = f"{found['lead']}{found['key']}: {found['value']}"
    return Cause(slips.no_colon(found["key"]), found.end("key"), fixed)


def _quote_trouble(line: str) -> Cause | None:
    item = _ITEM.match(line)
    if not item or item["value"][0] not in "\"'":
        return None
    value, sign = item["value"], item["value"][0]
    close = value.find(sign, 1)
    if close < 0:
        return Cause(
            value_words.quote_left_open(sign), item.start("value"), *_closed(item["lead"], value)
        )
    if value[close + 1 :].strip() and not value[close + 1 :].lstrip().startswith("#"):
        offset = item.start("value") + close + 1
        return Cause(
            value_words.words_behind_quote(), offset, *_requoted(item["lead"], value, close)
        )
    return None


def _closed(lead: str, value: str) -> tuple[str, bool]:
    """The line with its half-width quotes closed; a Chinese one at its end that closes nothing
    goes."""
    sign, inner = value[0], value[1:].rstrip()
    opened, closed = inner.count("“") + inner.count("‘"), inner.count("”") + inner.count("’")
    if inner.endswith(("”", "’")) and closed > opened:
        inner = inner[:-1]
    doubtful = inner.endswith(("“", "‘", '"', "'")) or without_comment(inner)[1]
    return f"{lead}{sign}{inner}{sign}", not doubtful


def _requoted(lead: str, value: str, close: int) -> tuple[str, bool]:
    """The line with Chinese quotes in it, if it begins with one quoted stretch; else all quoted."""
    text, comment = without_comment(value)
    if text.count(text[0]) > 2 or "\\" in text:
        return lead + quoted(value.strip(_QUOTES)), False
    left, right = _CHINESE_QUOTES[text[0]]
    return f"{lead}{written(left + text[1:close] + right + text[close + 1 :])}{comment}", True


def _backslash(line: str) -> Cause | None:
    """A backslash between double quotes, where YAML looks for an escape such as `\\n`."""
    found = _IN_DOUBLE_QUOTES.match(line)
    wrong = no_sign(found["value"]) if found else None
    if found and wrong:
        fixed = f"{found['lead']}{quoted(found['value'])}{found['rest']}"
        at = found.start("value") + wrong.start()
        return Cause(slips.no_such_sign(wrong[0]), at, fixed, is_mend=False)
    offset = bad_escape(found["value"]) if found else None
    if not found or offset is None:
        return None
    inner = found["value"].replace('\\"', '"')
    single = inner.replace("'", "''")
    fixed = f"{found['lead']}'{single}'{found['rest']}"
    only_bad = not has_escape(inner)
    return Cause(value_words.backslash(), found.start("value") + offset, fixed, only_bad)


def _backslash_in_brackets(line: str) -> Cause | None:
    """The same in a value that is not all of its line."""
    opened = re.match(r'[^"\\]*"', line)
    return backslash_behind(line, opened.end() if opened else len(line))


def backslash_behind(line: str, start: int) -> Cause | None:
    """The same in what stands between double quotes from `start` on."""
    fixed = line[:start] + with_plain_backslashes(line[start:])
    wrong, offset = no_sign(line[start:]), bad_escape(line[start:])
    if wrong:
        slip = slips.no_such_sign(wrong[0])
        return Cause(slip, start + wrong.start(), fixed, is_mend=False)
    return None if offset is None else Cause(value_words.backslash(), start + offset, fixed, False)


def _special_start(line: str) -> Cause | None:
    item = _ITEM.match(line)
    if not item or item["value"][0] not in SPECIAL_SIGNS:
        return None
    text, comment = without_comment(item["value"])
    fixed = item["lead"] + quoted(text) + comment
    slip, meant = value_words.special_start(text[0]), _OWN_MARK.match(text) is None
    return Cause(slip, item.start("value"), fixed, is_mend=meant)


def _colon_inside(line: str) -> Cause | None:
    item = _ITEM.match(line)
    if not item or item["value"][0] in "\"'[{|>" or ": " not in item["value"] + " ":
        return None
    if re.fullmatch(r"[A-Za-z_]\w*: *", item["value"]):
        return None
    offset = item.start("value") + (item["value"] + " ").index(": ")
    text, comment = without_comment(item["value"])
    fixed = item["lead"] + written(with_han_colons(text)) + comment
    return Cause(value_words.colon_inside(), offset, fixed)


def unreadable(lines: list[str], index: int) -> Cause:
    offset = indent(lines[index])
    above = next((one for one in reversed(lines[:index]) if one.strip()), "")
    if offset != indent(above):
        return Cause(slips.crooked(offset, indent(above)), offset)
    return Cause(slips.unreadable(), offset)


FINDERS: tuple[Callable[[str], Cause | None], ...] = (
    _other_colon,
    _dash,
    _backslash,
    _backslash_in_brackets,
    _quote_trouble,
    _special_start,
    _colon_inside,
    _no_space,
    _no_colon,
    _no_space_after_han,
    _slot_at_the_edge,
    _semicolon,
    _other_colon_after_han,
    _no_key,
)
