"""The red lines of lesson S1-09, held by what we ourselves tell people to say."""

from collections.abc import Iterator

from cunbo.checks.desk import Desk
from cunbo.checks.phrases import assertions
from cunbo.model.walk import Path, spoken_words
from cunbo.problems.codes import Code
from cunbo.problems.problem import Problem
from cunbo.reading.source import Source

_RED_LINES = (
    ("absolute", Code.ABSOLUTE_CLAIM, "说到顶了", "说看得见的：哪块地的、哪天收的、多重"),
    ("medical", Code.MEDICAL_CLAIM, "是在说治病养生", "吃的不是药：只说怎么吃、怎么做、什么味"),
    ("unproven", Code.UNPROVEN_CLAIM, "拿不出凭据", "说有凭据的：记录、报告、秤、照片"),
)
_FALSE_ALARM = "要是冤枉了，把那个词（好比“第一步”）加进 course.yml 的 harmless"
_BAD_EXAMPLE = "是反面例子，就在 who 里写“反面”"


def scripts_keep_the_red_lines(desk: Desk) -> Iterator[Problem]:
    """No superlative, no cure, nothing unproven in scripts and in the words of villages."""
    words = desk.course.settings.words
    for source, path, text in _own_words(desk):
        for key, code, fault, remedy in _RED_LINES:
            for word in assertions(text, getattr(words, key), words.harmless):
                ways_out = (_BAD_EXAMPLE, _FALSE_ALARM) if path[-1] == "line" else (_FALSE_ALARM,)
                mend = "；".join((remedy, *ways_out))
                at = source.at_text(word, *path)
                yield Problem(code, at, f"这句要教人说出口，里面的“{word}”{fault}", mend)


def _own_words(desk: Desk) -> Iterator[tuple[Source, Path, str]]:
    """What we put into people's mouths: every `Spoken` that is not told as somebody else's."""
    theirs = desk.course.settings.words.their_lines
    for source, part in desk.parts():
        for path, spoken, speakers in spoken_words(part):
            if not any(word in speaker for speaker in speakers for word in theirs):
                yield source, path, spoken
