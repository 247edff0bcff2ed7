"""What goes wrong inside `[ ]` and `{ }` written in one line, and the line as it should be.

A reader more lenient than YAML: it takes a bracket apart the way its author meant it, notes the
first fault, and what should stand in place of each doubtful piece.
"""

import re
from dataclasses import dataclass, field
from typing import NamedTuple

from cunbo.reading import slips, value_words
from cunbo.reading.lines import LONGEST_LINE
from cunbo.reading.quotes import SPECIAL_SIGNS, quoted, with_han_colons
from cunbo.reading.slip import CELL, IN_BRACKETS, Cause, Slip

_FLOW = re.compile(
    r"^(?P<lead>\s*(?:- +)*(?:\w+: +)?)(?P<flow>(?:[\[{｛]|（(?=[a-z_]+\s*[:：])).*)$"
)
_KEY = re.compile(r"(?P<key>[A-Za-z_]\w*)(?P<gap>\s*)(?P<colon>[:：；;])(?P<space>\s*)")
_NEXT_KEY = re.compile(r"，\s*[a-z_]+\s*[:：]")
_DEEPEST = 10
_CLOSERS = {"[": "]", "{": "}"}
_OPENERS = {"]": "[", "}": "{"}
_WRONG_CLOSERS = {"]": "】］〕}", "}": "｝】］]）)"}
_WIDE_OPENERS = "｛（"
_QUOTES = "\"'“”‘’"
_LOST = re.compile(r"(?:^|\s)#")


def flow_trouble(line: str) -> Cause | None:
    """The first fault inside a bracket that begins in this line, or None."""
    found = _FLOW.match(line) if len(line) <= LONGEST_LINE else None
    if not found or line.rstrip().endswith(","):  # it goes on in the next line
        return None
    lead, flow = found["lead"], found["flow"]
    reader = _BracketReader(flow)
    reader.bracket()
    rest = flow[reader.at :]
    if rest.strip(" ,") and not rest.lstrip().startswith("#"):
        slip = value_words.words_behind_bracket(flow[0])
        return Cause(slip, len(lead), lead + quoted(flow), is_mend=False)
    if reader.fault is None:
        return None
    at, slip = reader.fault
    return Cause(slip, len(lead) + at, lead + reader.as_it_should_be(), not reader.doubtful)


class _Piece(NamedTuple):
    """A stretch of the text, and what should stand there instead."""

    start: int
    end: int
    text: str


class _Value(NamedTuple):
    """Where a value stands, and what it says."""

    start: int
    words: str


@dataclass
class _BracketReader:
    """Reads `text` from `at` on; `fault` is the first thing found wrong, with its offset.

    `doubtful` where the author may have meant something else than what is put in place.
    """

    text: str
    at: int = 0
    depth: int = 0
    fault: tuple[int, Slip] | None = None
    doubtful: bool = False
    pieces: list[_Piece] = field(default_factory=list)

    def as_it_should_be(self) -> str:
        kept, end = [], 0
        for piece in self.pieces:
            kept += [self.text[end : piece.start], piece.text]
            end = piece.end
        return "".join(kept) + self.text[end:]

    def bracket(self) -> None:
        """Read one bracket, from its opening sign on."""
        opening = self._opening()
        closing = _CLOSERS[opening]
        last: _Value | None = None
        self.depth += 1
        while True:
            self._skip_blanks()
            if self._closes(closing):
                self.depth -= 1
                return
            last = self._entry(opening, closing, last)
            if self._sees(",") or self._takes_wide_comma(opening):
                self.at += 1

    def _opening(self) -> str:
        sign = self.text[self.at]
        opening = "[" if sign == "[" else "{"
        if sign in _WIDE_OPENERS:
            self._note(self.at, value_words.wide_opener(sign))
            self._replace(self.at, self.at + 1, opening)
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
            self._note(self.at, value_words.other_closer(rest, closing))
        else:
            self._note(0, value_words.bracket_left_open(_OPENERS[closing], closing))
        end = len(self.text.rstrip())
        self._replace(min(self.at, end), end, closing)
        self.at = len(self.text)
        return True

    def _entry(self, opening: str, closing: str, last: _Value | None) -> _Value:
        """Read a value, in braces with its key; words without a key belong to the `last` value."""
        start = self.at
        if opening == "[" or self._key():
            return _Value(self.at, self._value(closing))
        if last is None:
            return _Value(start, self._value(closing))
        mark = len(self.pieces)
        tail = self._value(closing)
        self._note(start, value_words.comma_cuts(tail))
        words = f"{last.words}，{tail}"
        self.doubtful |= last.words.startswith(("[", "{"))
        self.pieces = [one for one in self.pieces[:mark] if one.start < last.start]
        self._replace(last.start, self.at, quoted(words))
        return _Value(last.start, words)

    def _key(self) -> bool:
        found = _KEY.match(self.text, self.at)
        if not found:
            return False
        key, colon, start = found["key"], found["colon"], self.at
        self.at = found.end()
        if colon != ":":
            self._note(found.start("colon"), slips.other_colon(key, colon))
            self._replace(start + len(key), self.at, ": ")
        elif not found["space"] and self.text[self.at : self.at + 1] not in (",", "}", ""):
            self._note(found.start("colon"), slips.no_space(key))
            self._replace(self.at, self.at, " ")
        return True

    def _value(self, closing: str) -> str:
        """Read a value; what it says."""
        start, before, marks = self.at, self.fault, len(self.pieces)
        if self._sees('"') or self._sees("'"):
            return self._quoted_value(closing)
        if self.depth < _DEEPEST and (self._sees("[") or self._sees("{")):
            self.bracket()
            if self._at_the_end_of_a_value(closing):
                return self.text[start : self.at]
            self.at, self.fault = start, before
            del self.pieces[marks:]
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
                return self.text[start + 1 : end]
            self._note(self.at, value_words.words_behind_quote())
        else:
            self._note(start, value_words.quote_left_open(sign))
        self.at = start
        raw = self._until_the_end_of_the_value(closing).rstrip()
        words = raw.strip(_QUOTES)
        self.doubtful |= end > 0 or sum(sign in _QUOTES for sign in raw) > 2
        self._replace(start, start + len(raw), quoted(words))
        return words

    def _plain_value(self, closing: str) -> str:
        start = self.at
        value = self._until_the_end_of_the_value(closing).rstrip()
        fault = _fault_of(value)
        if fault is not None:
            offset, slip = fault
            self._note(start + offset, slip)
            self.doubtful |= _LOST.search(value) is not None
            self._replace(start, start + len(value), _as_cell(value))
        return value

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
        self._note(self.at, slips.comma_between_keys())
        self._replace(self.at, self.at + 1, "," if self._sees("， ") else ", ")
        return True

    def _is_next_key(self) -> bool:
        return self._sees("，") and _NEXT_KEY.match(self.text, self.at) is not None

    def _skip_blanks(self) -> None:
        while self.at < len(self.text) and self.text[self.at].isspace():
            self.at += 1

    def _sees(self, sign: str) -> bool:
        return self.text.startswith(sign, self.at)

    def _note(self, at: int, slip: Slip) -> None:
        if self.fault is None:
            self.fault = (at, slip)

    def _replace(self, start: int, end: int, text: str) -> None:
        self.pieces.append(_Piece(start, end, text))


def _fault_of(value: str) -> tuple[int, Slip] | None:
    """What YAML would stumble over in a sentence without quotes, and where in it."""
    if not value:
        return 0, value_words.empty_cell()
    colon = re.search(r":(?=\s|$)", value)
    if colon:
        return colon.start(), value_words.colon_inside(IN_BRACKETS)
    lost = _LOST.search(value)
    if lost:
        return lost.end() - 1, value_words.lost_words(value[lost.end() - 1 :], IN_BRACKETS)
    inner = re.search(r"[\[\]{}]", value)
    if inner:
        return inner.start(), value_words.bracket_inside(inner[0])
    if value[0] in SPECIAL_SIGNS and not re.match(r"-\d", value):
        return 0, value_words.special_start(value[0], CELL)
    return None


def _as_cell(value: str) -> str:
    """The value as YAML reads it inside a bracket."""
    told = with_han_colons(value)
    if not told:
        return "''"
    return told if _fault_of(told) is None else quoted(value)
