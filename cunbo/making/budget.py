"""What a learner's sheet may take of its reader: two sides, and so much on each.

Measured on what was printed, for nothing else knows where a page ends; told with the lines of the
lesson. A second build tells the same, although nothing is printed again.
"""

from collections.abc import Iterator

from cunbo.handouts.measured import Measured
from cunbo.model.lesson import Lesson
from cunbo.problems.codes import Code
from cunbo.problems.problem import Location, Problem
from cunbo.reading.source import Source

MOST_SIDES = 2
MOST_LETTERS = 350
_ASIDE = "长的例子、要念的稿子挪到 appendix，表格减几行"


def over_budget(source: Source, lesson: Lesson, sheet: Measured) -> Iterator[Problem]:
    """What of a printed handout is more than a side holds, or stands where it should not."""
    sides = len(sheet.letters)
    if sides > MOST_SIDES:
        what = f"讲义印出来有 {sides} 面，一张纸只有 {MOST_SIDES} 面"
        yield Problem(Code.TOO_MANY_SIDES, source.at_key("steps"), what, f"减到两面：{_ASIDE}")
    for side, letters in enumerate(sheet.letters, 1):
        if letters > MOST_LETTERS:
            what = f"讲义第 {side} 面有 {letters} 个字，一面最多 {MOST_LETTERS} 个（不算标点）"
            at = _first_on(source, lesson, sheet, side)
            yield Problem(Code.CROWDED_SIDE, at, what, f"这一面减几句：{_ASIDE}")
    yield from _lone_headings(source, lesson, sheet)
    if lesson.quiz and _quiz_is_split(lesson, sheet):
        mend = "小测前面的步骤减几句，让小测整个落在一面上"
        at = source.at_key("quiz")
        yield Problem(Code.SPLIT_QUIZ, at, "小测印出来断在两面上，做题要翻来翻去", mend)


def _first_on(source: Source, lesson: Lesson, sheet: Measured, side: int) -> Location:
    """The first step that begins on a side; the quiz, where none does."""
    for number, begins in enumerate(sheet.sides[: len(lesson.steps)]):
        if begins == side:
            return source.at("steps", number)
    return source.at_key("quiz" if lesson.quiz else "steps")


def _lone_headings(source: Source, lesson: Lesson, sheet: Measured) -> Iterator[Problem]:
    for number, heading in enumerate(sheet.headings[: len(lesson.steps)]):
        if heading.is_last:
            what = f"第 {number + 1} 步的标题一个人落在讲义第 {heading.side} 面最底下"
            mend = "前面减一两行，或者多写一行，让标题和下面的话在一起"
            yield Problem(Code.LONE_HEADING, source.at("steps", number, "title"), what, mend)


def _quiz_is_split(lesson: Lesson, sheet: Measured) -> bool:
    """Whether the quiz goes on on the side after that of its heading."""
    quiz, after = sheet.headings[len(lesson.steps) :][:2]
    return after.side > quiz.side + 1 or (after.side > quiz.side and after.has_text_above)
