"""What an author's slip looks like in one line: its cause, its place, and the line as it should be.

The cause is told from the author's text, not from the parser's wording.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass

from cunbo.problems.codes import Code

_KEY = r"^(?P<lead>\s*(?:- +)*)(?P<key>[A-Za-z_][A-Za-z0-9_]*)"
_ITEM = re.compile(r"^(?P<lead>\s*(?:- +)*(?:[A-Za-z_\u4e00-\u9fff]\w*: +|- +))(?P<value>\S.*)$")
_HAN_KEY = re.compile(r"^(?P<lead>\s*)(?P<key>[\u4e00-\u9fff]{1,8})\s*：\s*(?P<value>.*)$")
_DASH = re.compile(r"^(?P<lead>\s*)(?P<dash>-(?=[^\s\d-])|[－—–])\s*(?P<value>\S.*)$")
_HAN_NO_SPACE = re.compile(r"^(?P<lead>\s+)(?P<key>[\u4e00-\u9fff]{1,8}):(?P<value>[^\s/].*)$")
_HAN_AT_THE_EDGE = re.compile(r"^(?P<key>[\u4e00-\u9fff]{1,8}): +\S")
_NO_KEY = re.compile(r"^\s*(?P<words>(?:＃|//|·|•|（|[\u4e00-\u9fff])[^:]*)$")
_BAD_ESCAPE = re.compile(
    r"^(?P<lead>\s*(?:- +)*(?:\w+: +)?)"
    r"\"(?P<value>[^\"]*?(?P<sign>\\)[^\"\\/0abtnvfre N_LPxuU][^\"]*)\"\s*$"
)
_COMMENT = re.compile(r"\s+# .*$")
_FULLWIDTH_COLON = re.compile(_KEY + r"\s*：\s*(?P<value>.*)$")
_NO_SPACE = re.compile(_KEY + r":(?P<value>[^\s/].*)$")
_BARE_KEY = re.compile(_KEY + r" +(?P<value>[^\s:：][^:：]*)$")
_UNSEEN = re.compile(
    r"[\x00-\x08\x0b-\x1f\x7f-\x9f\xad\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufffe\uffff]"
)
_BLANKS = {"\t": " Tab 键", "\u3000": "全角空格", "\xa0": "网页上的空格"}
_WIDE_BLANK = re.compile(
    r"^(?P<lead>\s*(?:- +)*)(?P<sign>-|[A-Za-z_]\w*:)(?P<blank> *[\u3000\xa0\t]\s*)(?P<value>\S.*)$"
)
_SEMICOLON = re.compile(_KEY + r"\s*[；;]\s*(?P<value>.*)$")
SPECIAL_SIGNS = "*&!%@`|>#,?-"


@dataclass(frozen=True)
class Cause:
    """What is wrong with one line: the offset of the fault in it, and the line as it should be."""

    code: Code
    offset: int
    what: str
    mend: str
    line: str | None = None


def quoted(text: str) -> str:
    """The text as a YAML double-quoted scalar."""
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def control_character(line: str) -> Cause | None:
    found = _UNSEEN.search(line)
    if not found:
        return None
    what = f"这里有一个看不见的字符（U+{ord(found[0]):04X}），多半是粘贴带进来的"
    mend = "把光标放在这儿，按退格键删掉，再打一遍前后的字"
    return Cause(Code.CONTROL_CHARACTER, found.start(), what, mend, _UNSEEN.sub("", line))


def leading_blank(line: str) -> Cause | None:
    lead = line[: len(line) - len(line.lstrip())]
    wrong = [at for at, sign in enumerate(lead) if sign in _BLANKS]
    if not wrong:
        return None
    offset = wrong[0]
    name = _BLANKS[lead[offset]]
    mend = "删掉它，用空格键（英文输入法）补齐，和上面同级的行左边对齐"
    fixed = re.sub("[\t\u3000]", "  ", lead).replace("\xa0", " ") + line.lstrip()
    return Cause(Code.TAB, offset, f"行首是用{name}空出来的", mend, fixed)


def wide_blank(line: str) -> Cause | None:
    """A full-width space after a key's colon or an item's dash; YAML takes it for a letter."""
    found = _WIDE_BLANK.match(line)
    if not found:
        return None
    dash = found["sign"] == "-"
    code, name = (Code.DASH_SPACE, "减号") if dash else (Code.COLON_SPACE, f"“{found['sign']}”")
    offset = found.start("blank") + len(found["blank"]) - len(found["blank"].lstrip(" "))
    what = f"{name}后面是{_BLANKS[line[offset]]}"
    fixed = f"{found['lead']}{found['sign']} {found['value']}"
    return Cause(code, offset, what, "换成英文输入法，打一个空格", fixed)


def _fullwidth_colon(line: str) -> Cause | None:
    return _colon_after(_FULLWIDTH_COLON.match(line))


def _fullwidth_colon_after_han(line: str) -> Cause | None:
    return _colon_after(_HAN_KEY.match(line))


def _semicolon(line: str) -> Cause | None:
    return _colon_after(_SEMICOLON.match(line), "分号")


def _colon_after(found: re.Match[str] | None, name: str = "中文冒号") -> Cause | None:
    """The cause, if a key was found with another sign, called `name`, for its colon."""
    if not found:
        return None
    key, offset = found["key"], found.end("key")
    mend = f"改成英文冒号加一个空格，像 {key}: …… 这样"
    fixed = f"{found['lead']}{key}: {found['value']}".rstrip()
    return Cause(Code.FULLWIDTH_COLON, offset, f"“{key}”后面是{name}", mend, fixed)


def _dash(line: str) -> Cause | None:
    found = _DASH.match(line)
    if not found:
        return None
    half = found["dash"] == "-"
    what = "减号后面少一个空格" if half else f"“{found['dash']}”不是英文的减号"
    mend = f"写成 - {found['value'][:12]}…… 这样：英文减号，空一格"
    fixed = f"{found['lead']}- {found['value']}"
    return Cause(Code.DASH_SPACE, found.start("dash"), what, mend, fixed)


def _no_space(line: str) -> Cause | None:
    return _space_lost(_NO_SPACE.match(line))


def _no_space_after_han(line: str) -> Cause | None:
    return _space_lost(_HAN_NO_SPACE.match(line))


def _space_lost(found: re.Match[str] | None) -> Cause | None:
    """The cause, if a key was found whose colon has no space behind it."""
    if not found:
        return None
    key = found["key"]
    fixed = f"{found['lead']}{key}: {found['value']}"
    what = f"“{key}:”后面少一个空格"
    return Cause(Code.COLON_SPACE, found.end("key"), what, f"写成 {key}: …… 这样", fixed)


def _slot_at_the_edge(line: str) -> Cause | None:
    """A village's slot that lost its indentation; keys at the edge are Latin."""
    found = _HAN_AT_THE_EDGE.match(line)
    if not found:
        return None
    what = f"“{found['key']}”归 slots 管，左边没有空格"
    return Cause(Code.INDENTATION, 0, what, "行首空两格，和别的空左边对齐", "  " + line)


def _no_key(line: str) -> Cause | None:
    """A line of words alone: a comment with the wrong sign, or a sentence that ran over."""
    found = _NO_KEY.match(line)
    if not found:
        return None
    mend = "是说明，行首就写英文的 #；是一项，行首写 - 加空格；是接着上一句，并回上一行"
    what = "这一行没有键，也没有 -"
    return Cause(Code.YAML, found.start("words"), what, mend, "# " + line)


def _no_colon(line: str) -> Cause | None:
    found = _BARE_KEY.match(line)
    if not found:
        return None
    key = found["key"]
    fixed = f"{found['lead']}{key}: {found['value']}"
    mend = f"写成 {key}: …… 这样，冒号是英文的，后面空一格"
    return Cause(Code.COLON_SPACE, found.end("key"), f"“{key}”后面少了冒号", mend, fixed)


def _quote_trouble(line: str) -> Cause | None:
    item = _ITEM.match(line)
    if not item or item["value"][0] not in "\"'":
        return None
    value, sign = item["value"], item["value"][0]
    close = value.find(sign, 1)
    fixed = item["lead"] + quoted(value.strip("\"'“”‘’ "))
    if close < 0:
        mend = f"句子末尾也用英文的 {sign}，不要用中文引号 ”"
        what = f"这里的 {sign} 只开了头，没有收尾"
        return Cause(Code.UNCLOSED_QUOTE, item.start("value"), what, mend, fixed)
    if value[close + 1 :].strip() and not value[close + 1 :].lstrip().startswith("#"):
        mend = "里面的引号换成中文的“ ”，或者整句外面用英文单引号 '…'"
        what = "引号收尾以后，后面还有字"
        return Cause(Code.NEEDS_QUOTES, item.start("value") + close + 1, what, mend, fixed)
    return None


def _backslash(line: str) -> Cause | None:
    """A backslash between double quotes, where YAML looks for an escape such as `\\n`."""
    found = _BAD_ESCAPE.match(line)
    if not found:
        return None
    what = "双引号里的 \\ 被当成了特别的记号"
    mend = "外面的双引号换成英文单引号 '…'"
    inner = found["value"].replace("'", "’")
    return Cause(Code.NEEDS_QUOTES, found.start("sign"), what, mend, f"{found['lead']}'{inner}'")


def _special_start(line: str) -> Cause | None:
    item = _ITEM.match(line)
    if not item or item["value"][0] not in SPECIAL_SIGNS:
        return None
    sign = item["value"][0]
    fixed = item["lead"] + quoted(item["value"])
    mend = "给整句加上英文双引号"
    what = f"句子以 {sign} 开头，YAML 当成了别的意思"
    return Cause(Code.NEEDS_QUOTES, item.start("value"), what, mend, fixed)


def _colon_inside(line: str) -> Cause | None:
    item = _ITEM.match(line)
    if not item or item["value"][0] in "\"'[{|>" or ": " not in item["value"] + " ":
        return None
    if re.fullmatch(r"[A-Za-z_]\w*: *", item["value"]):
        return None
    offset = item.start("value") + (item["value"] + " ").index(": ")
    fixed = item["lead"] + quoted(_COMMENT.sub("", item["value"]))
    mend = "改成中文冒号，或者给整句加上英文双引号"
    return Cause(Code.NEEDS_QUOTES, offset, "句子中间有英文冒号加空格", mend, fixed)


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def unreadable(lines: list[str], index: int) -> Cause:
    line = lines[index]
    offset = len(line) - len(line.lstrip())
    above = next((one for one in reversed(lines[:index]) if one.strip()), "")
    if offset != _indent(above):
        mend = "同一级的行要左边对齐：和上一个同级的键空一样多的格"
        what = f"这一行没有和上下的行对齐：它空了 {offset} 格，上一行空了 {_indent(above)} 格"
        return Cause(Code.INDENTATION, offset, what, mend)
    mend = "看看这一行和上一行：冒号后有没有空格，引号、括号有没有成对，左边有没有对齐"
    return Cause(Code.YAML, offset, "这一行的写法读不懂", mend)


FINDERS: tuple[Callable[[str], Cause | None], ...] = (
    _fullwidth_colon,
    _dash,
    _backslash,
    _quote_trouble,
    _special_start,
    _colon_inside,
    _no_space,
    _no_colon,
    _no_space_after_han,
    _slot_at_the_edge,
    _semicolon,
    _fullwidth_colon_after_han,
    _no_key,
)
