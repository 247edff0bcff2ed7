"""Finding words that are meant in earnest: not in a quotation, not denied, not part of another."""

import re
import string
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

_NARROW = string.digits + string.ascii_lowercase * 2 + "%"
_WIDE = "".join(
    chr(ord(letter) + 0xFEE0)
    for letter in string.digits + string.ascii_lowercase + string.ascii_uppercase + "%"
)
_BLANKS = " \t\r\u00a0\u3000\u200b\u200c\u200d\u2060\ufeff"
_BLANK = re.compile(f"[{_BLANKS}]")
_SAME_LETTER = str.maketrans(_WIDE + string.ascii_uppercase, _NARROW + string.ascii_lowercase)
_QUOTED = re.compile(r'“[^“”]*”|「[^「」]*」|"[^"]*"')
_ALL_QUOTED = re.compile(r'[ \t\r\n\u3000]*[“「"]([^“”「」"]*)[”」"][。！？]?[ \t\r\n\u3000]*')
_ENDS = re.compile(r"[^。！？；;!?\n]+[？?]?")
_ABBREVIATION = r"(?<![A-Za-z0-9])[A-Z]{2,}(?![A-Za-z0-9])"
_CAPITALS = re.compile("[A-Z]{2}")
_NOT = "不|没|别|未|勿|莫|无|非"
_NO_DENIAL = re.compile(
    "不得不|不能不|没有不|无不|莫不|不用说|不必说|不瞒|不吹|不是吹|别提|没得说|不错|没错"
    "|特别|分别|区别|个别|级别|非常|非遗"
)
_DENIED = re.compile(
    # “不是最…”, “不敢保证…”: between the denial and the word stand only words that carry it on.
    rf"(?:{_NOT})[是说敢能会要算叫喊写提用讲许准该可有保证承诺到信夸]{{0,5}}$"
    # “不敢说我们村是最…”: after a verb of saying anything may stand, up to the next pause.
    rf"|(?:{_NOT})[敢能会要该许准可]{{0,2}}(?:说|讲|喊|提|叫|写|信|听|夸|承诺|保证)"
    r"[^，、。：；！？]{0,10}(?![\s\S])"
)
_TALKED_ABOUT = re.compile(f"{_NOT}|假|错|问")
_TAKEN_BACK = re.compile("[说讲喊写]错|收回")
_UNDONE = ("不了", "不好")

GRAMMAR: Mapping[str, str | tuple[str, ...]] = {
    "wide": _WIDE + string.ascii_uppercase,
    "narrow": _NARROW + string.ascii_lowercase,
    "blanks": _BLANKS,
    "quoted": _QUOTED.pattern,
    "allQuoted": _ALL_QUOTED.pattern,
    "ends": _ENDS.pattern,
    "noDenial": _NO_DENIAL.pattern,
    "denied": _DENIED.pattern,
    "talkedAbout": _TALKED_ABOUT.pattern,
    "takenBack": _TAKEN_BACK.pattern,
    "undone": _UNDONE,
}
"""By what `assertions` tells a claim, for the script that does the same on a page: expressions are
written so that Python and JavaScript (with its flag u) read them alike."""


@dataclass(frozen=True)
class Clause:
    """A sentence in the narrow sense, up to its full stop.

    `bare` is the same with quotations blanked out, as long as `text`; `start` is its place in what
    was split.
    """

    text: str
    bare: str
    start: int


@dataclass(frozen=True)
class Claim:
    """A listed word that a text claims, and from where to where it stands there."""

    word: str
    start: int
    end: int


def clauses(text: str) -> Iterator[Clause]:
    """Split at 。！？； and line ends, but not inside quotation marks."""
    whole = _ALL_QUOTED.fullmatch(text)
    start, text = (whole.start(1), whole[1]) if whole else (0, text)
    bare = _QUOTED.sub(lambda quoted: "□" * len(quoted[0]), text)
    for piece in _ENDS.finditer(bare):
        yield Clause(text[slice(*piece.span())], piece[0], start + piece.start())


def mentions(
    text: str, words: tuple[str, ...], harmless: tuple[str, ...] = (), abbreviations: bool = False
) -> Iterator[str]:
    """The `words` that stand in `text` outside quotation marks.

    A word inside one of `harmless` does not count. With `abbreviations`, two capitals or more in a
    row count as a word too.
    """
    if not _any_of(words).search(text) and not (abbreviations and _CAPITALS.search(text)):
        return
    bare = _QUOTED.sub("□", text)
    for found in _pattern(words, harmless, abbreviations).finditer(bare):
        if found["word"]:
            yield found["word"]


def assertions(text: str, words: tuple[str, ...], harmless: tuple[str, ...]) -> Iterator[Claim]:
    """The `words` that `text` claims: neither denied, nor taken back, nor quoted to warn of them.

    A quotation counts as a claim unless the clause around it denies something or asks: 老人说“吃了
    不生病” is still a claim, 别信“包治百病” is not. Blanks inside a word, wide letters and capitals
    make no other word of it: 最 好, １００％.
    """
    read, places = _as_read(text)
    if not _any_claim_of(words).search(read):
        return
    pattern = _claim_pattern(words, harmless)
    for clause in clauses(read):
        around = _NO_DENIAL.sub("", clause.bare)
        said = clause.bare if _TALKED_ABOUT.search(around) else clause.text
        if _TAKEN_BACK.search(clause.bare):
            continue
        for found in pattern.finditer(said):
            before, word, after = said[: found.start()], found["word"], said[found.end() :]
            if word and not _is_denied(before) and not _is_undone(word, after):
                start, end = clause.start + found.start(), clause.start + found.end()
                yield Claim(word, places[start], places[end - 1] + 1)


@cache
def _as_read(text: str) -> tuple[str, Sequence[int]]:
    """A text without blanks, wide letters and capitals, and where in the text each sign stood."""
    if not _BLANK.search(text):
        return text.translate(_SAME_LETTER), range(len(text))
    places = [place for place, sign in enumerate(text) if sign not in _BLANKS]
    return "".join(text[place] for place in places).translate(_SAME_LETTER), places


def _is_denied(before: str) -> bool:
    return bool(_DENIED.search(_NO_DENIAL.sub("□", before)))


def _is_undone(word: str, after: str) -> bool:
    """Whether what follows takes the word back: 治不了, or asks: 治不治."""
    return after.startswith((*_UNDONE, f"不{word}"))


@lru_cache
def _any_claim_of(words: tuple[str, ...]) -> re.Pattern[str]:
    return _any_of(tuple(_as_read(word)[0] for word in words))


@lru_cache
def _any_of(words: tuple[str, ...]) -> re.Pattern[str]:
    """Finds whether any of the words is there at all: most texts have none. Of words and nothing
    else Python knows the first signs, and looks at no other place."""
    return re.compile("|".join(map(re.escape, words)) or "(?!)")


@lru_cache
def _claim_pattern(words: tuple[str, ...], harmless: tuple[str, ...]) -> re.Pattern[str]:
    """The same for texts that were read without blanks, wide letters and capitals."""
    read, skipped = (tuple(_as_read(one)[0] for one in listed) for listed in (words, harmless))
    return _pattern(read, skipped, False)


@lru_cache
def _pattern(
    words: tuple[str, ...], harmless: tuple[str, ...], abbreviations: bool
) -> re.Pattern[str]:
    """One expression for a whole list; of words that begin alike the longest counts."""
    listed = "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
    wanted = "|".join(part for part in (listed, _ABBREVIATION if abbreviations else "") if part)
    skipped = "|".join(re.escape(word) for word in sorted(harmless, key=len, reverse=True))
    never = "(?!)"
    return re.compile(f"(?:{skipped or never})|(?P<word>{wanted or never})")
