"""What of a printed sheet cannot be read, written on or copied, told with its author's line."""

from collections.abc import Iterator

from cunbo.handouts.measured import Measured, Spot
from cunbo.making.budget import over_budget
from cunbo.making.whence import Whence
from cunbo.problems.codes import Code
from cunbo.problems.problem import Problem
from cunbo.telling.sheets import LessonSheet, Printable, Reader, Sheet

POINTS = 72 / 25.4
"""In a millimetre."""
LEAST_LINE = 0.65
"""Points of black: what is thinner, or as much lighter, is not on the copy of a copy."""
LEAST_GAP = 8
"""Millimetres between lines that are written on with a thick pencil."""
MOST_BYTES = 120_000
"""Of what learners get sent to their telephones."""
_OURS = "不是哪一行写错了，是模板的事：请维护的人看"


def sheet_faults(printed: Printable, sheet: Measured, whence: Whence) -> Iterator[Problem]:
    """All that is wrong with a sheet as it was printed: what of a handout is too much for its
    reader, then the first of each kind of fault."""
    if isinstance(printed.sheet, LessonSheet) and printed.sheet.has_steps and printed.lesson_id:
        lesson = whence.edition.course.lessons[printed.lesson_id]
        source = whence.reading.sources[f"{lesson.folder}/{lesson.id}"]
        yield from over_budget(source, lesson, sheet)
    kind, lesson_id = printed.sheet, printed.lesson_id
    form = whence.form(kind, lesson_id)
    if form and form.poster and len(sheet.letters) > 1:
        what = f"是海报，印出来有 {len(sheet.letters)} 面，墙上只看得见一面"
        at, mend = whence.at(kind, lesson_id, ""), "少留几行，少分几栏，话改短些"
        yield Problem(Code.SPLIT_POSTER, at, f"{_named(printed.file)} {what}", mend)
    for code, spot, what, mend in faults_met(kind, sheet):
        at = whence.at(kind, lesson_id, spot.words)
        yield Problem(code, at, f"{_named(printed.file)} {place_told(spot)}{what}", mend)
    if lesson_id and kind.reader is Reader.LEARNER and sheet.size > MOST_BYTES:
        at = whence.heaviest_drawing(kind, lesson_id)
        most = f"有 {sheet.size // 1000} KB，最多 {MOST_BYTES // 1000} KB，微信里发着慢"
        what, mend = f"{_named(printed.file)} {most}", "图里的线条简化，少用几张图"
        yield Problem(Code.HEAVY_SHEET, at, what, mend)


def _named(file: str) -> str:
    return file.removesuffix(".pdf")


def place_told(spot: Spot) -> str:
    """A place on paper as it is told."""
    said = spot.words.strip()
    near = f"“{said[:12]}”" if said else "有一处"
    return f"第 {spot.side} 面{near}"


def faults_met(kind: Sheet, sheet: Measured) -> Iterator[tuple[Code, Spot, str, str]]:
    """The first of each kind of fault: where it is, what is wrong there, how to mend it."""
    least = kind.least_type
    if (small := sheet.smallest) and small.points < least:
        what = f"的字只有 {small.points:g} 磅，这种讲义最小 {least} 磅，拿远了看不清"
        yield Code.SMALL_TYPE, small, what, _OURS
    if (faint := sheet.faintest) and faint.points < LEAST_LINE:
        what = "的线太细或者太淡，复印两遍就没有了"
        mend = "图里的线画粗些，全用黑的；要看的地方多，写上 wide: true，印宽一倍"
        yield Code.FAINT_LINE, faint, what, mend
    if (close := sheet.closest) and close.points < LEAST_GAP * POINTS - 0.1:
        what = f"下面写字的地方只有 {close.points / POINTS:.1f} 毫米高，写字要 {LEAST_GAP} 毫米"
        yield Code.CLOSE_LINES, close, what, _OURS
    yield from _out_of_place(sheet)


def _out_of_place(sheet: Measured) -> Iterator[tuple[Code, Spot, str, str]]:
    for stray in sheet.strays[:1]:
        what = "印出了格子，或者压在别的字上、出了纸边"
        yield Code.OFF_THE_PAGE, stray, what, "这里的字改短些；网址、长串英文换成短的"
    for cut in sheet.cut[:1]:
        what = "那一行格子断在两面上，前半截在前一面"
        yield Code.ROW_CUT, cut, what, "这一格少写几句，或者分成两行"
