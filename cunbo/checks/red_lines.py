"""The red lines of lesson S1-09: what each forbids, and what of a script is over one."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from cunbo.checks.phrases import Claim, assertions
from cunbo.model.watched import WatchedWords
from cunbo.problems.codes import Code


@dataclass(frozen=True)
class RedLine:
    """A thing not to say: the list of its words in `course.yml`, its name, what is wrong with it,
    and what to say instead."""

    key: str
    code: Code
    name: str
    fault: str
    remedy: str


RED_LINES = (
    RedLine(
        "absolute",
        Code.ABSOLUTE_CLAIM,
        "说到顶的话",
        "说到顶了",
        "说看得见的：哪块地的、哪天收的、多重",
    ),
    RedLine(
        "medical",
        Code.MEDICAL_CLAIM,
        "治病养生的话",
        "是在说治病养生",
        "吃的不是药：只说怎么吃、怎么做、什么味",
    ),
    RedLine(
        "unproven",
        Code.UNPROVEN_CLAIM,
        "没凭据的话",
        "拿不出凭据",
        "说有凭据的：记录、报告、秤、照片",
    ),
)


def over_red_lines(text: str, words: WatchedWords) -> Iterator[tuple[RedLine, Claim]]:
    """What a sentence that is to be said claims and should not, line by line."""
    for line in RED_LINES:
        for claim in assertions(text, getattr(words, line.key), words.harmless):
            yield line, claim


def is_theirs(speakers: Iterable[str], words: WatchedWords) -> bool:
    """Whether words are told as somebody else's: a buyer's, or an example of how not to say it."""
    return any(word in speaker for speaker in speakers for word in words.their_lines)
