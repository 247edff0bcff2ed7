"""Plain words for learners: short sentences, no unexplained jargon, no slogans."""

import re
from collections.abc import Iterator

from cunbo.checks.desk import Desk
from cunbo.checks.phrases import mentions
from cunbo.problems.codes import Code
from cunbo.problems.problem import Problem

_MOST_CHARACTERS = 45
_CHARACTER = re.compile(r"[\u4e00-\u9fff]")
_PIECE = re.compile(r"[^。！？；\n]+")


def sentences_are_short(desk: Desk) -> Iterator[Problem]:
    """No sentence that is read or said in class has more than 45 Chinese characters."""
    for source, path, text in desk.class_texts:
        if len(text) <= _MOST_CHARACTERS:
            continue
        for piece in _PIECE.findall(text):
            count = len(_CHARACTER.findall(piece))
            if count > _MOST_CHARACTERS:
                what = f"这一句有 {count} 个字，念着喘不过气：{piece[:8]}……"
                mend = f"拆成两三句，每句不超过 {_MOST_CHARACTERS} 个字"
                at = source.at_text(piece[:6], *path)
                yield Problem(Code.LONG_SENTENCE, at, what, mend)


def jargon_is_explained(desk: Desk) -> Iterator[Problem]:
    """Trade words and abbreviations that learners read are in the glossary. Told once a file."""
    words = desk.course.settings.words
    terms = tuple(term.term for term in desk.course.glossary)
    jargon = tuple(word for word in words.jargon if word not in terms)
    told = set()
    for source, path, text in desk.printed_for_learners:
        for word in mentions(text, jargon, (*terms, *words.harmless), abbreviations=True):
            explained = f"{word}（" in text
            if not explained and (source.file, word) not in told:
                told.add((source.file, word))
                what = f"“{word}”是行话，词语表里没有"
                mend = "换成大白话；非用不可，就在 glossary.yml 里解释它"
                yield Problem(Code.JARGON, source.at_text(word, *path), what, mend)


def no_slogans(desk: Desk) -> Iterator[Problem]:
    """Learners read what to do, not what posters say."""
    words = desk.course.settings.words
    for source, path, text in desk.printed_for_learners:
        for word in mentions(text, words.slogans, words.harmless):
            what = f"“{word}”是口号里的词，学员听不出要做什么"
            mend = "换成做得到、看得见的说法"
            yield Problem(Code.SLOGAN, source.at_text(word, *path), what, mend)
