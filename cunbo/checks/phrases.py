"""Finding words that are meant in earnest: not in a quotation, not denied, not part of another."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

_QUOTED = re.compile(r"“[^“”]*”|「[^「」]*」|\"[^\"]*\"")
_ALL_QUOTED = re.compile(r"[“「\"]([^“”「」\"]*)[”」\"][。！？]?")
_ENDS = re.compile(r"[^。！？；;!?\n]+[？?]?")
_ABBREVIATION = r"(?<![A-Za-z0-9])[A-Z]{2,}(?![A-Za-z0-9])"
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
    r"[^，、。：；！？]{0,10}$"
)
_TALKED_ABOUT = re.compile(f"{_NOT}|假|错|问")
_TAKEN_BACK = re.compile("[说讲喊写]错|收回")


@dataclass(frozen=True)
class Clause:
    """A sentence in the narrow sense, up to its full stop.

    `bare` is the same with quotations blanked out, as long as `text`.
    """

    text: str
    bare: str


def clauses(text: str) -> Iterator[Clause]:
    """Split at 。！？； and line ends, but not inside quotation marks."""
    whole = _ALL_QUOTED.fullmatch(text.strip())
    text = whole[1] if whole else text
    bare = _QUOTED.sub(lambda quoted: "□" * len(quoted[0]), text)
    for piece in _ENDS.finditer(bare):
        yield Clause(text[slice(*piece.span())], piece[0])


def mentions(
    text: str, words: tuple[str, ...], harmless: tuple[str, ...] = (), abbreviations: bool = False
) -> Iterator[str]:
    """The `words` that stand in `text` outside quotation marks.

    A word inside one of `harmless` does not count. With `abbreviations`, two capitals or more in a
    row count as a word too.
    """
    if not _pattern(words, (), abbreviations).search(text):
        return
    bare = _QUOTED.sub("□", text)
    for found in _pattern(words, harmless, abbreviations).finditer(bare):
        if found["word"]:
            yield found["word"]


def assertions(text: str, words: tuple[str, ...], harmless: tuple[str, ...]) -> Iterator[str]:
    """The `words` that `text` claims: neither denied, nor taken back, nor quoted to warn of them.

    A quotation counts as a claim unless the clause around it denies something or asks: 老人说“吃了
    不生病” is still a claim, 别信“包治百病” is not.
    """
    if not _pattern(words, (), False).search(text):
        return
    pattern = _pattern(words, harmless, False)
    for clause in clauses(text):
        around = _NO_DENIAL.sub("", clause.bare)
        said = clause.bare if _TALKED_ABOUT.search(around) else clause.text
        if _TAKEN_BACK.search(clause.bare):
            continue
        for found in pattern.finditer(said):
            before, word, after = said[: found.start()], found["word"], said[found.end() :]
            if word and not _is_denied(before) and not _is_undone(word, after):
                yield word


def _is_denied(before: str) -> bool:
    return bool(_DENIED.search(_NO_DENIAL.sub("□", before)))


def _is_undone(word: str, after: str) -> bool:
    """Whether what follows takes the word back: 治不了, or asks: 治不治."""
    return after.startswith(("不了", "不好", f"不{word}"))


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
