"""What goes wrong inside `[ ]` and `{ }` written in one line, and the line as it should be.

A reader more lenient than YAML: it takes a bracket apart the way its author meant it, notes the
first fault, and writes the bracket anew with every doubtful sentence in quotes.
"""

import re
from dataclasses import dataclass

from cunbo.problems.codes import Code
from cunbo.reading.line_slips import SPECIAL_SIGNS, Cause, quoted

_FLOW = re.compile(
    r"^(?P<lead>\s*(?:- +)*(?:\w+: +)?)(?P<flow>(?:[\[{｛]|（(?=[a-z_]+\s*[:：])).*)$"
)
_KEY = re.compile(r"(?P<key>[A-Za-z_]\w*)(?P<gap>\s*)(?P<colon>[:：；;])(?P<space>\s*)")
_NEXT_KEY = re.compile(r"，\s*[a-z_]+\s*[:：]")
_LONGEST_LINE = 2_000
_DEEPEST = 10
_CLOSERS = {"[": "]", "{": "}"}
_WRONG_CLOSERS = {"]": "】］〕}", "}": "｝】］]）)"}
_WIDE_OPENERS = {"｛": "中文的花括号", "（": "圆括号"}
_QUOTE_IT = "或者把这一句用英文双引号括起来"


def flow_trouble(line: str) -> Cause | None:
    """The first fault inside a bracket that begins in this line, or None."""
    found = _FLOW.match(line) if len(line) <= _LONGEST_LINE else None
    if not found or line.rstrip().endswith(","):  # it goes on in the next line
        return None
    lead, flow = found["lead"], found["flow"]
    reader = _Reader(flow)
    fixed = reader.bracket()
    rest = flow[reader.at :]
    if rest.strip(" ,") and not rest.lstrip().startswith("#"):
        return _words_after(lead, flow)
    if reader.fault is None:
        return None
    code, at, what, mend = reader.fault
    return Cause(code, len(lead) + at, what, mend, lead + fixed + rest)


def _words_after(lead: str, sentence: str) -> Cause:
    sign = sentence[0]
    mend = f"村里的空写成【产品】这样；句子真要以 {sign} 开头，给整句加上英文双引号"
    what = f"{sign} 开头的括号后面还有字，YAML 当成了别的意思"
    return Cause(Code.NEEDS_QUOTES, len(lead), what, mend, lead + quoted(sentence))


@dataclass
class _Reader:
    """Reads `text` from `at` on; `fault` is the first thing found wrong, with its offset."""

    text: str
    at: int = 0
    depth: int = 0
    fault: tuple[Code, int, str, str] | None = None

    def bracket(self) -> str:
        """Read one bracket, from its opening sign on; the text as it should be."""
        opening = self._opening()
        closing = _CLOSERS[opening]
        entries: list[str] = []
        self.depth += 1
        while True:
            self._skip_blanks()
            if self._closes(closing):
                self.depth -= 1
                return opening + ", ".join(entries) + closing
            self._entry(opening, closing, entries)
            if self._sees(",") or self._takes_wide_comma(opening):
                self.at += 1

    def _opening(self) -> str:
        sign = self.text[self.at]
        if sign in _WIDE_OPENERS:
            mend = "换成英文的 { }，里面用英文冒号、英文逗号，后面都空一格"
            self._note(Code.WIDE_BRACKETS, self.at, f"用的是{_WIDE_OPENERS[sign]}{sign}", mend)
        opening = "[" if self._sees("[") else "{"
        self.at += 1
        return opening

    def _closes(self, closing: str) -> bool:
        """Whether the bracket ends here: as it should, with a wrong sign, or with the line."""
        if self._sees(closing):
            self.at += 1
            return True
        rest = self.text[self.at :].strip()
        if rest and (len(rest) > 1 or rest not in _WRONG_CLOSERS[closing]):
            return False
        if rest:
            what = f"这里的 {rest} 不对"
            self._note(Code.UNCLOSED_BRACKET, self.at, what, f"换成英文的 {closing}")
        else:
            opening = next(one for one, other in _CLOSERS.items() if other == closing)
            mend = f"在末尾补上英文的 {closing}，里面用英文逗号加空格隔开"
            what = f"{opening} 只开了头，没有收尾"
            self._note(Code.UNCLOSED_BRACKET, 0, what, mend)
        self.at = len(self.text)
        return True

    def _entry(self, opening: str, closing: str, entries: list[str]) -> None:
        start, key = self.at, ""
        if opening == "{":
            key = self._key()
            if not key and entries:
                tail = self._value(closing).strip('"')
                mend = f"句子里用中文逗号；{_QUOTE_IT}"
                what = f"花括号里的英文逗号把一句话切断了，后半句是：{tail[:20]}"
                self._note(Code.NEEDS_QUOTES, start, what, mend)
                name, _, value = entries[-1].partition(": ")
                beginning = value.strip('"')
                entries[-1] = f"{name}: {quoted(f'{beginning}，{tail}')}"
                return
        entries.append(key + self._value(closing))

    def _key(self) -> str:
        found = _KEY.match(self.text, self.at)
        if not found:
            return ""
        key, colon = found["key"], found["colon"]
        mend = f"改成英文冒号加一个空格，像 {key}: …… 这样"
        self.at = found.end()
        if colon != ":":
            name = "中文冒号" if colon == "：" else "分号"
            what = f"“{key}”后面是{name}"
            self._note(Code.FULLWIDTH_COLON, found.start("colon"), what, mend)
        elif not found["space"] and self.text[self.at : self.at + 1] not in (",", "}", ""):
            what = f"“{key}:”后面少一个空格"
            mend = f"写成 {key}: …… 这样"
            self._note(Code.COLON_SPACE, found.start("colon"), what, mend)
        return f"{key}: "

    def _value(self, closing: str) -> str:
        start = self.at
        if self._sees('"') or self._sees("'"):
            return self._quoted_value(closing)
        if self.depth < _DEEPEST and (self._sees("[") or self._sees("{")):
            inner = self.bracket()
            if self._at_the_end_of_a_value(closing):
                return inner
            self.at = start
        return self._plain_value(closing)

    def _quoted_value(self, closing: str) -> str:
        start, sign = self.at, self.text[self.at]
        end = self.text.find(sign, start + 1)
        while sign == '"' and end > 0 and self.text[end - 1] == "\\":
            end = self.text.find(sign, end + 1)
        while sign == "'" and end > start + 1 and self.text[end + 1 : end + 2] == sign:
            end = self.text.find(sign, end + 2)
        if end > 0:
            self.at = end + 1
            if self._at_the_end_of_a_value(closing):
                return self.text[start : self.at]
            code, what = Code.NEEDS_QUOTES, "引号收尾以后，后面还有字"
            mend = "里面的引号换成中文的“ ”，或者整句外面用英文单引号 '…'"
            self._note(code, self.at, what, mend)
        else:
            what = f"这里的 {sign} 只开了头，没有收尾"
            mend = f"句子末尾也用英文的 {sign}，不要用中文引号 ”"
            self._note(Code.UNCLOSED_QUOTE, start, what, mend)
        self.at = start
        return quoted(self._until_the_end_of_the_value(closing).strip("\"'“”‘’ "))

    def _plain_value(self, closing: str) -> str:
        start = self.at
        value = self._until_the_end_of_the_value(closing).rstrip()
        fault = _fault_of(value)
        if fault is None:
            return value
        offset, code, what, mend = fault
        self._note(code, start + offset, what, mend)
        return quoted(value) if value else "''"

    def _until_the_end_of_the_value(self, closing: str) -> str:
        """The raw text up to the next comma or closing sign; brackets inside it belong to it."""
        start, open_inside = self.at, 0
        while self.at < len(self.text):
            sign = self.text[self.at]
            if open_inside == 0 and (sign in (",", closing) or self._ends_wrongly(closing)):
                break
            if closing == "}" and open_inside == 0 and self._is_next_key():
                break
            open_inside += (sign in "[{") - (sign in "]}" and open_inside > 0)
            self.at += 1
        return self.text[start : self.at]

    def _ends_wrongly(self, closing: str) -> bool:
        """A wrong closing sign at the very end, where the right one is nowhere."""
        if self.text[self.at] not in _WRONG_CLOSERS[closing]:
            return False
        rest = self.text[self.at :].rstrip()
        if len(rest) != 1:
            return False
        return rest != "】" or self.text.count("【") < self.text.count("】")

    def _at_the_end_of_a_value(self, closing: str) -> bool:
        rest = self.text[self.at :].lstrip()
        return not rest or rest[0] in (",", closing) or rest in _WRONG_CLOSERS[closing]

    def _takes_wide_comma(self, opening: str) -> bool:
        if opening != "{" or not self._is_next_key():
            return False
        mend = "键和键之间改成英文逗号加一个空格"
        self._note(Code.FULLWIDTH_COMMA, self.at, "花括号里用了中文逗号“，”", mend)
        return True

    def _is_next_key(self) -> bool:
        return self._sees("，") and _NEXT_KEY.match(self.text, self.at) is not None

    def _skip_blanks(self) -> None:
        while self.at < len(self.text) and self.text[self.at].isspace():
            self.at += 1

    def _sees(self, sign: str) -> bool:
        return self.text.startswith(sign, self.at)

    def _note(self, code: Code, at: int, what: str, mend: str) -> None:
        if self.fault is None:
            self.fault = (code, at, what, mend)


def _fault_of(value: str) -> tuple[int, Code, str, str] | None:
    """What YAML would stumble over in a sentence without quotes, and where in it."""
    if not value:
        return 0, Code.EMPTY_VALUE, "方括号里有一格是空的", "空格子写两个英文单引号：''"
    colon = re.search(r":(?=\s|$)", value)
    if colon:
        mend = f"改成中文冒号，{_QUOTE_IT}"
        return colon.start(), Code.NEEDS_QUOTES, "括号里的句子有英文冒号加空格", mend
    lost = re.search(r"(?:^|\s)#", value)
    if lost:
        what = "# 后面的字会被当成注释丢掉"
        return lost.end() - 1, Code.NEEDS_QUOTES, what, "把这一句用英文双引号括起来"
    inner = re.search(r"[\[\]{}]", value)
    if inner:
        mend = f"村里的空写成【产品】；{_QUOTE_IT}"
        return inner.start(), Code.NEEDS_QUOTES, f"括号里的句子又有 {inner[0]}", mend
    if value[0] in SPECIAL_SIGNS and not re.match(r"-\d", value):
        what = f"这一格以 {value[0]} 开头，YAML 当成了别的意思"
        return 0, Code.NEEDS_QUOTES, what, "把这一格用英文双引号括起来"
    return None
