"""The red lines of lesson S1-09, held by what we ourselves tell people to say."""

from collections.abc import Iterator

from cunbo.checks.desk import Desk
from cunbo.checks.red_lines import is_theirs, over_red_lines
from cunbo.model.walk import Path, spoken_words
from cunbo.problems.problem import Problem
from cunbo.reading.source import Source

_FALSE_ALARM = "要是冤枉了，把那个词（好比“第一步”）加进 course.yml 的 harmless"
_BAD_EXAMPLE = "是反面例子，就在 who 里写“反面”"


def scripts_keep_the_red_lines(desk: Desk) -> Iterator[Problem]:
    """No superlative, no cure, nothing unproven in scripts and in the words of villages."""
    for source, path, text in _own_words(desk):
        for line, claim in over_red_lines(text, desk.course.settings.words):
            ways_out = (_BAD_EXAMPLE, _FALSE_ALARM) if path[-1] == "line" else (_FALSE_ALARM,)
            mend = "；".join((line.remedy, *ways_out))
            typed = text[claim.start : claim.end]
            what = f"这句要教人说出口，里面的“{typed}”{line.fault}"
            yield Problem(line.code, source.at_text(typed, *path), what, mend)


def _own_words(desk: Desk) -> Iterator[tuple[Source, Path, str]]:
    """What we put into people's mouths: every `Spoken` that is not told as somebody else's."""
    words = desk.course.settings.words
    for source, part in desk.parts():
        for path, spoken, speakers in spoken_words(part):
            if not is_theirs(speakers, words):
                yield source, path, spoken
