"""Finds out why YAML cannot read a line, and mends the line in memory so that reading can go on.

The cause is told from the author's text, not from the parser's wording. Mended text is only used
to look for further mistakes; a file with a problem is never built.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from itertools import islice

from cunbo.problems import Code, Location, Problem

_LOOK_BACK = 5
_KEY = r"^(?P<lead>\s*(?:- +)*)(?P<key>[A-Za-z_][A-Za-z0-9_]*)"
_ITEM = re.compile(r"^(?P<lead>\s*(?:- +)*(?:[A-Za-z_\u4e00-\u9fff]\w*: +|- +))(?P<value>\S.*)$")
_HAN_KEY = re.compile(r"^(?P<lead>\s*)(?P<key>[\u4e00-\u9fff]{1,8})\s*：\s*(?P<value>.*)$")
_FLOW_COLON = re.compile(r"(?P<before>[{,，]\s*)(?P<key>[a-z_]+)：\s*")
_FLOW_COMMA = re.compile(r"\{[^}]*?(?P<comma>，)\s*[a-z_]+\s*[:：]")
_DASH = re.compile(r"^(?P<lead>\s*)(?P<dash>-(?=[^\s\d-])|[－—–])\s*(?P<value>\S.*)$")
_COMMENT = re.compile(r"\s+# .*$")
_FULLWIDTH_COLON = re.compile(_KEY + r"\s*：\s*(?P<value>.*)$")
_NO_SPACE = re.compile(_KEY + r":(?P<value>[^\s/].*)$")
_BARE_KEY = re.compile(_KEY + r" +(?P<value>[^\s:：][^:：]*)$")
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\x80-\x9f\u2028\u2029\ufeff\ufffe\uffff]")
_MERGE = re.compile(r"^(<{7}|={7}|>{7})( |$)")
_BLANKS = {"\t": " Tab 键", "\u3000": "全角空格", "\xa0": "网页上的空格"}
_SPECIAL = "*&!%@`|>#,?-"


@dataclass(frozen=True)
class Repair:
    """Problems found, and the lines to read on with.

    `mended` is the index of the line that was mended, or None if there is no going on.
    """

    lines: list[str]
    problems: list[Problem]
    mended: int | None = None


@dataclass(frozen=True)
class _Cause:
    """What is wrong with one line: the offset of the fault in it, and the line as it should be."""

    code: Code
    offset: int
    what: str
    mend: str
    line: str | None = None


def repairs_before_parsing(file: str, lines: list[str]) -> Repair:
    """Mend what no YAML file may hold: control characters, tabs in front, merge markers."""
    mended, problems = [], []
    for number, line in enumerate(_without_their_side(lines), 1):
        cause = _merge_marker(line) or _control_character(line) or _leading_tab(line)
        if cause:
            problems.append(_problem(file, number, cause))
        mended.append(line if cause is None or cause.line is None else cause.line)
    return Repair(mended, problems)


def repair_lines(
    file: str, lines: list[str], indexes: list[int], mended_before: frozenset[int]
) -> Repair:
    """Find the cause of a parse error reported at `indexes` (from 0), there or just above.

    A line mended once is not mended again: quoting what is quoted already doubles its length.
    """
    last = len(lines) - 1
    starts = dict.fromkeys(min(index, last) for index in indexes or [0])
    nearby = [at for start in starts for at in _just_above(lines, start)]
    nearby = [at for at in nearby if at not in mended_before]
    for find in _FINDERS:
        for at in nearby:
            cause = find(lines[at])
            if cause and cause.line is not None and cause.line != lines[at]:
                mended = [*lines[:at], cause.line, *lines[at + 1 :]]
                return Repair(mended, [_problem(file, at + 1, cause)], at)
    start = next(iter(starts))
    index = next((at for at in range(start, -1, -1) if lines[at].strip()), 0)
    cause = _unreadable(lines, index)
    return Repair(lines, [_problem(file, index + 1, cause)])


def _just_above(lines: list[str], start: int) -> list[int]:
    """The nearest lines with words in them, comments left out."""
    spoken = (at for at in range(start, -1, -1) if _speaks(lines[at]))
    return list(islice(spoken, _LOOK_BACK))


def _speaks(line: str) -> bool:
    return bool(line.strip()) and not line.lstrip().startswith("#")


def _problem(file: str, number: int, cause: _Cause) -> Problem:
    return Problem(cause.code, Location(file, number, cause.offset + 1), cause.what, cause.mend)


def quoted(text: str) -> str:
    """The text as a YAML double-quoted scalar."""
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _without_their_side(lines: list[str]) -> list[str]:
    """Of a merge conflict, only the opening marker and the first version stay to be read."""
    kept, theirs = [], False
    for line in lines:
        marker = _MERGE.match(line)
        sign = marker[1][0] if marker else ""
        theirs = (theirs or sign == "=") and sign != "<"
        kept.append("" if theirs or sign == ">" else line)
        theirs = theirs and sign != ">"
    return kept


def _merge_marker(line: str) -> _Cause | None:
    if not _MERGE.match(line):
        return None
    what = "这里留着两个版本合并时的记号"
    mend = "和改这份文件的人对一下，留下对的一段，删掉 <<<<<<<、=======、>>>>>>> 三行"
    return _Cause(Code.MERGE_MARKER, 0, what, mend, "")


def _control_character(line: str) -> _Cause | None:
    found = _CONTROL.search(line)
    if not found:
        return None
    what = f"这里有一个看不见的控制字符（U+{ord(found[0]):04X}）"
    mend = "把光标放在这儿，按退格键删掉，再打一遍前后的字"
    return _Cause(Code.CONTROL_CHARACTER, found.start(), what, mend, _CONTROL.sub("", line))


def _leading_tab(line: str) -> _Cause | None:
    lead = line[: len(line) - len(line.lstrip())]
    wrong = [at for at, sign in enumerate(lead) if sign in _BLANKS]
    if not wrong:
        return None
    offset = wrong[0]
    name = _BLANKS[lead[offset]]
    mend = "删掉它，用空格键补两个空格（英文输入法）"
    fixed = re.sub("[\t\u3000]", "  ", lead).replace("\xa0", " ") + line.lstrip()
    return _Cause(Code.TAB, offset, f"行首是用{name}空出来的", mend, fixed)


def _fullwidth_colon(line: str) -> _Cause | None:
    return _colon_after(_FULLWIDTH_COLON.match(line))


def _fullwidth_colon_after_han(line: str) -> _Cause | None:
    return _colon_after(_HAN_KEY.match(line))


def _colon_after(found: re.Match[str] | None) -> _Cause | None:
    """The cause, if a key was found with a full-width colon after it."""
    if not found:
        return None
    key, offset = found["key"], found.string.index("：")
    mend = f"改成英文冒号加一个空格，像 {key}: …… 这样"
    fixed = f"{found['lead']}{key}: {found['value']}".rstrip()
    return _Cause(Code.FULLWIDTH_COLON, offset, f"“{key}”后面是中文冒号", mend, fixed)


def _colon_in_braces(line: str) -> _Cause | None:
    found = _FLOW_COLON.search(line) if "{" in line else None
    if not found:
        return None
    key = found["key"]
    fixed = _FLOW_COLON.sub(r"\g<before>\g<key>: ", line)
    mend = f"改成英文冒号加一个空格，像 {key}: …… 这样"
    what = f"“{key}”后面是中文冒号"
    return _Cause(Code.FULLWIDTH_COLON, found.end("key"), what, mend, fixed)


def _comma_in_braces(line: str) -> _Cause | None:
    found = _FLOW_COMMA.search(line)
    if not found:
        return None
    at = found.start("comma")
    fixed = line[:at] + ", " + line[at + 1 :].lstrip()
    mend = "键和键之间改成英文逗号加一个空格"
    return _Cause(Code.FULLWIDTH_COMMA, at, "花括号里用了中文逗号“，”", mend, fixed)


def _dash(line: str) -> _Cause | None:
    found = _DASH.match(line)
    if not found:
        return None
    half = found["dash"] == "-"
    what = "减号后面少一个空格" if half else f"“{found['dash']}”不是英文的减号"
    mend = f"写成 - {found['value'][:12]}…… 这样：英文减号，空一格"
    fixed = f"{found['lead']}- {found['value']}"
    return _Cause(Code.DASH_SPACE, found.start("dash"), what, mend, fixed)


def _no_space(line: str) -> _Cause | None:
    found = _NO_SPACE.match(line)
    if not found:
        return None
    key = found["key"]
    fixed = f"{found['lead']}{key}: {found['value']}"
    what = f"“{key}:”后面少一个空格"
    return _Cause(Code.COLON_SPACE, line.index(":"), what, f"写成 {key}: …… 这样", fixed)


def _no_colon(line: str) -> _Cause | None:
    found = _BARE_KEY.match(line)
    if not found:
        return None
    key = found["key"]
    fixed = f"{found['lead']}{key}: {found['value']}"
    mend = f"写成 {key}: …… 这样，冒号是英文的，后面空一格"
    return _Cause(Code.COLON_SPACE, found.end("key"), f"“{key}”后面少了冒号", mend, fixed)


def _quote_trouble(line: str) -> _Cause | None:
    item = _ITEM.match(line)
    if not item or item["value"][0] not in "\"'":
        return None
    value, sign = item["value"], item["value"][0]
    close = value.find(sign, 1)
    fixed = item["lead"] + quoted(value.strip("\"'“”‘’ "))
    if close < 0:
        mend = f"句子末尾也用英文的 {sign}，不要用中文引号 ”"
        what = f"这里的 {sign} 只开了头，没有收尾"
        return _Cause(Code.UNCLOSED_QUOTE, item.start("value"), what, mend, fixed)
    if value[close + 1 :].strip() and not value[close + 1 :].lstrip().startswith("#"):
        mend = "句子里面的引号用中文的“ ”，或者给整句再加一层英文引号"
        what = "引号收尾以后，后面还有字"
        return _Cause(Code.NEEDS_QUOTES, item.start("value") + close + 1, what, mend, fixed)
    return None


def _bracket_trouble(line: str) -> _Cause | None:
    item = _ITEM.match(line)
    if not item or item["value"][0] not in "[{":
        return None
    value = item["value"]
    sign, partner = value[0], {"[": "]", "{": "}"}[value[0]]
    fixed = item["lead"] + quoted(value)
    offset = item.start("value")
    if partner not in value:
        wide = {"]": "］】", "}": "｝"}[partner]
        mend = f"在末尾补上英文的 {partner}（不是 {wide[0]}），里面用英文逗号加空格隔开"
        return _Cause(Code.UNCLOSED_BRACKET, offset, f"{sign} 只开了头，没有收尾", mend, fixed)
    if sign == "[" and value[value.rindex("]") + 1 :].strip(" ,"):
        mend = "句子以 [ 开头时，给整句加上英文双引号，或改用【 】以外的括号"
        return _Cause(Code.NEEDS_QUOTES, offset, "[ ] 后面还有字，被当成了列表", mend, fixed)
    return None


def _special_start(line: str) -> _Cause | None:
    item = _ITEM.match(line)
    if not item or item["value"][0] not in _SPECIAL:
        return None
    sign = item["value"][0]
    fixed = item["lead"] + quoted(item["value"])
    mend = "给整句加上英文双引号"
    what = f"句子以 {sign} 开头，YAML 当成了别的意思"
    return _Cause(Code.NEEDS_QUOTES, item.start("value"), what, mend, fixed)


def _colon_inside(line: str) -> _Cause | None:
    item = _ITEM.match(line)
    if not item or item["value"][0] in "\"'[{|>" or ": " not in item["value"] + " ":
        return None
    offset = item.start("value") + (item["value"] + " ").index(": ")
    fixed = item["lead"] + quoted(_COMMENT.sub("", item["value"]))
    mend = "改成中文冒号，或者给整句加上英文双引号"
    return _Cause(Code.NEEDS_QUOTES, offset, "句子中间有英文冒号加空格", mend, fixed)


def _unreadable(lines: list[str], index: int) -> _Cause:
    line = lines[index]
    offset = len(line) - len(line.lstrip())
    above = next((one for one in reversed(lines[:index]) if one.strip()), "")
    if offset != len(above) - len(above.lstrip()):
        mend = "同一级的行要左边对齐：和上一个同级的键空一样多的格"
        return _Cause(Code.INDENTATION, offset, "这一行没有和上下的行对齐", mend)
    mend = "看看这一行和上一行：冒号后有没有空格，引号、括号有没有成对，左边有没有对齐"
    return _Cause(Code.YAML, offset, "这一行的写法读不懂", mend)


_FINDERS: tuple[Callable[[str], _Cause | None], ...] = (
    _fullwidth_colon,
    _comma_in_braces,
    _colon_in_braces,
    _dash,
    _quote_trouble,
    _bracket_trouble,
    _special_start,
    _colon_inside,
    _no_space,
    _no_colon,
    _fullwidth_colon_after_han,
)
