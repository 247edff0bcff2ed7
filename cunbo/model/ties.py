"""What must not part at the end of a line, and where what is longer than a line may.

Both wings break lines by the rules of Chinese type, which part `38` from `元` and `5` from `～8`,
and never part a Latin word however long it is. What they get from here they only have to set.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from cunbo.model.blanks import fixed
from cunbo.model.text import LESSON_ID, Run

MAY_BREAK = "\u200b"
"""Stands where a line may end inside a word. No author types it: `check` refuses it."""

_LONG = 11
"""Digits of a number, or letters and signs of a Latin word, for which a narrow column may have no
room; a mobile telephone has so many."""
_MANY = 2**15
"""Texts of a full course: the same stand on many of its sheets."""
_HAN_SIGN = r"\u3000-\u303f\uff00-\uffef‘-‟—·…"
_IN_WORD = rf"[^\s\u200b\u2e80-\u9fff\uac00-\ud7ff\uf900-\ufaff\U00020000-\U0003ffff{_HAN_SIGN}]"
"""What Chinese type puts no line's end before or behind: any sign but Han, kana and theirs."""
_ROW = rf"(?:(?=[\W_])(?!\s)[{_HAN_SIGN}]|[々ー])"
"""Signs of Chinese type; between two of them a line does not end either."""
_UNITS = (
    "课时|分钟|小时|公斤|千克|公里|厘米|毫米|个月|块钱|元|块|斤|两|克|吨|分|秒|天|周|年|月|日|号|次|"
    "场|人|个|条|张|页|米|里|亩|岁|倍|度|份|箱|袋|罐|瓶|盒|题|句|遍|行|格|批|样|成|点|步|组|户|家|棵|株"
)
_UNIT = rf"(?:[万亿千百]{{1,2}}(?:{_UNITS})?|{_UNITS}|%|％|‰|℃|°C?)(?:/(?:{_UNITS}))?"
_NUMBER = rf"[¥￥]?(?:(?<![A-Za-z])[A-Za-z]+)?\d[\dA-Za-z.,:/×*]*(?: ?{_UNIT})?"
_NO_START = "[；：]"
"""What may begin a line behind something tied, by the rules for lines, but must not by those of
Chinese type."""
_TIED = re.compile(
    rf"(?P<long>[（“《]?{_IN_WORD}{{{_LONG},}}[，。、；：！？）”》]*|{_ROW}{{{_LONG},}})"
    rf"|(?:{LESSON_ID.pattern}"
    rf"|(?:第 ?)?{_NUMBER}(?: ?[–—～〜~−-]{{1,2}} ?{_NUMBER}){{0,2}}){_NO_START}?"
)
_LATIN = re.compile(rf"[!-~]|{_IN_WORD}{{{_LONG}}}|{_ROW}{{{_LONG}}}")
_MOST_TIED = 24
_LETTERS = re.compile(r"[A-Za-z]{3}")
_LETTER = r"[^\W\d_]"
_PIECE = re.compile(
    r"[（“《]?(?:1\d\d(?=\d{8}(?!\d))"
    rf"|(?:(?<!{_LETTER}){_LETTER}{{1,20}}(?!{_LETTER})|{_LETTER}{{1,6}}|\d{{1,4}})[\W_]{{0,8}})"
    r"|[\W_]{1,8}"
)
"""What is not broken of a long word: a telephone number's groups, four digits, a word with the
signs after it."""


def tie(runs: tuple[Run, ...]) -> tuple[Run, ...]:
    """Split off what is not to be broken across two lines: `38 元`, `5～8 天`, `S1-04`.

    What is too long for a narrow column is marked where it may be broken. Blanks an author typed
    become such as no wing runs into one.
    """
    return tuple(piece for run in runs for piece in _pieces(run))


def _pieces(run: Run) -> Iterator[Run]:
    if run.blank:
        yield run
        return
    text, end = fixed(run.text), 0
    for match in _TIED.finditer(text) if _LATIN.search(text) else ():
        if match.start() > end:
            yield replace(run, text=text[end : match.start()])
        yield _long(run, match[0]) if match["long"] else _short(run, match[0])
        end = match.end()
    if end < len(text):
        yield replace(run, text=text[end:])


def _long(run: Run, word: str) -> Run:
    is_number = len(word) <= _MOST_TIED and not _LETTERS.search(word)
    return replace(run, text=breakable(word), tied=is_number)


def _short(run: Run, number: str) -> Run:
    return replace(run, text=number, tied=len(number) <= _MOST_TIED)


@lru_cache(_MANY)
def long_words(name: str) -> tuple[str, ...]:
    """What is too long for a narrow column in a text that has no marks, such as a title."""
    if len(name) < _LONG or not _LATIN.search(name):
        return ()
    return tuple(match[0] for match in _TIED.finditer(name) if match["long"])


def breakable(word: str) -> str:
    """A long word with marks where a line may end: behind signs, inside long rows of letters."""
    return MAY_BREAK.join(_PIECE.findall(word))
