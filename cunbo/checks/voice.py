"""How lessons sound: as people talk, each like itself and not like its neighbour."""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import combinations, pairwise

from cunbo.checks.desk import Desk, problem
from cunbo.model.base import Spoken
from cunbo.model.blocks import KeyCharacters
from cunbo.model.cadence import cadence
from cunbo.model.choices import StepKind
from cunbo.model.lesson import Lesson
from cunbo.model.meanings import short_name
from cunbo.model.walk import Path, blocks
from cunbo.problems.codes import Code
from cunbo.problems.problem import Problem
from cunbo.reading.source import Source

_BAND = (7, 14)
_LEAST_SPREAD = 2.5
_ENOUGH_CLAUSES = 20
_SETS_A_PATH = 6
_LONG_ENOUGH_TO_NOTICE = 15
_QUOTED = re.compile(r"“[^“”]*”|「[^「」]*」")
_MANY = 2**15
"""Texts of a full course: while somebody writes, most stay as they are."""
_OTHERS = re.compile(r"[^\u4e00-\u9fff]+")
_PIECE = re.compile(r"[^。！？；\n]+")


def spoken_lines_sound_spoken(desk: Desk) -> Iterator[Problem]:
    """What is said has clauses as people make them: neither clipped, nor endless, nor all alike."""
    for source, lesson in desk.written_lessons():
        heard = cadence(lesson)
        if heard is None or heard.clauses < _ENOUGH_CLAUSES:
            continue
        figure = f"平均 {heard.mean:.1f} 个字一停"
        if heard.mean < _BAND[0]:
            what, mend = f"要说的话太碎，{figure}", "像平时说话那样连起来：就、要是、你看、完了、咋"
        elif heard.mean > _BAND[1]:
            what, mend = f"要说的话太长，{figure}", "拆开，念一遍，喘得过气才行"
        elif heard.spread < _LEAST_SPREAD:
            what, mend = f"要说的话一样长短，{figure}，听着像背书", "有长有短，长的可以过二十个字"
        else:
            continue
        yield Problem(Code.CLAUSE_BAND, source.at_key("steps"), what, mend)


def learners_are_addressed_alike(desk: Desk) -> Iterator[Problem]:
    """What is printed for learners says 您 throughout, or 你 throughout. Words to say are free."""
    found: dict[str, tuple[Source, Path]] = {}
    polite: set[str] = set()
    for source, path, text in desk.printed_for_learners:
        bare = "" if isinstance(text, Spoken) else _QUOTED.sub("", text)
        if "您" in bare:
            polite.add(source.file)
        if "你" in bare:
            found.setdefault(source.file, (source, path))
    for file in found.keys() & polite:
        source, path = found[file]
        what = "印给学员看的话，一会儿是“您”，一会儿是“你”"
        mend = "都写“您”；“你”只留在要说出口的话里"
        yield Problem(Code.MIXED_ADDRESS, source.at_text("你", *path), what, mend)


def neighbours_open_differently(desk: Desk) -> Iterator[Problem]:
    """A lesson says how its case is put, and not as the lesson before it on a path."""
    for source, lesson in desk.written_lessons():
        for number, step in enumerate(lesson.steps):
            if step.kind is StepKind.CASE and step.device is None:
                what = "案例没有写用什么摆出来"
                mend = "补一行 device，比如 two_things（比两样东西）、receipt（看单据）"
                yield problem(source, ("steps", number), Code.SAME_DEVICE, what, mend)
    for source, place, before, lesson in _neighbours(desk):
        shared = _devices(before) & _devices(lesson)
        for device in sorted(shared):
            what = f"{lesson.id} 和前一课 {before.id} 都用“{device}”开案例"
            mend = "换一样：照片、收据、电话、老物件……；或者把两课隔开"
            yield problem(source, place, Code.SAME_DEVICE, what, mend)


def neighbours_complain_differently(desk: Desk) -> Iterator[Problem]:
    """Two lessons in a row do not begin with the same misfortune."""
    words = desk.course.settings.words.complaints
    for source, place, before, lesson in _neighbours(desk):
        for word in words:
            if word in (before.scene or "") and word in (lesson.scene or ""):
                what = f"{lesson.id} 和前一课 {before.id} 的场面都是“{word}”"
                mend = "换一个场面：一件难拿主意的事，一件成了却花了代价的事，一位客人，一个数"
                yield problem(source, place, Code.SAME_COMPLAINT, what, mend)


def key_characters_are_few(desk: Desk) -> Iterator[Problem]:
    """One set of key characters a lesson, six a path: more of them and none is remembered."""
    sets: dict[str, int] = {}
    for source, lesson in desk.written_lessons():
        found = [at for at, one in blocks(lesson) if isinstance(one, KeyCharacters)]
        sets[lesson.id] = len(found)
        for at in found[1:]:
            what = "一课里有两组大字，记不住"
            yield problem(source, at, Code.MANY_CHARACTERS, what, "只留一组，别的写成 points")
    for name, path in desk.course.paths.items():
        count = sum(sets.get(one, 0) for one in path.lessons)
        if count > _SETS_A_PATH:
            what = f"这条路上有 {count} 组大字，最多 {_SETS_A_PATH} 组"
            source = desk.source("paths", name)
            mend = "留下念得顺、说得上口的几组"
            yield Problem(Code.MANY_CHARACTERS, source.at_key("weeks"), what, mend)


def no_sentence_stands_in_two_lessons(desk: Desk) -> Iterator[Problem]:
    """A sentence of fifteen characters or more is said once in the course."""
    shared = desk.course.settings.words.shared_lines
    first: dict[str, str] = {}
    lessons = {source.file for source, _ in desk.written_lessons()}
    for source, path, text in desk.class_texts:
        for piece, bare in _long_pieces(text) if source.file in lessons else ():
            if any(piece.strip() in one for one in shared):
                continue
            where = first.setdefault(bare, source.file)
            if where != source.file:
                what = f"这一句在 {where} 里也有：{piece.strip()[:12]}……"
                mend = "换个说法；哪课都要说的安全话，写进 course.yml 的 shared_lines"
                yield Problem(Code.SAID_TWICE, source.at_text(piece[:6], *path), what, mend)


@lru_cache(_MANY)
def _long_pieces(text: str) -> tuple[tuple[str, str], ...]:
    """The sentences in a text that are long enough to be noticed, each with its characters."""
    pieces = ((piece, _OTHERS.sub("", piece)) for piece in _PIECE.findall(text))
    return tuple(found for found in pieces if len(found[1]) >= _LONG_ENOUGH_TO_NOTICE)


def villages_differ(desk: Desk) -> Iterator[Problem]:
    """Two villages do not fill most slots with the same words: no course fits all (G05)."""
    for (one, left), (two, right) in combinations(desk.course.villages.items(), 2):
        both = left.slots.keys() & right.slots.keys()
        alike = sorted(name for name in both if left.slots[name] == right.slots[name])
        if len(both) > 3 and 2 * len(alike) > len(both):
            source = desk.source("villages", two)
            figure = f"有 {len(alike)} 个空填得一样（共 {len(both)} 个）"
            what = f"和 {one} {figure}：{'、'.join(alike[:4])}……"
            mend = "填这个村自己的；真一样的，一半以下才说得过去"
            yield Problem(Code.VILLAGES_ALIKE, source.at_key("slots"), what, mend)


def _neighbours(desk: Desk) -> Iterator[tuple[Source, Path, Lesson, Lesson]]:
    """Each written lesson of a path that comes right after another one, with its place there.

    A pair that stands on several paths is told of on the first.
    """
    seen: set[tuple[str, str]] = set()
    for name, path in desk.course.paths.items():
        for (_, one), (place, two) in pairwise(path.places):
            before, lesson = (desk.course.lessons.get(each) for each in (one, two))
            if not before or not lesson or before.is_outline or lesson.is_outline:
                continue
            if (one, two) not in seen:
                seen.add((one, two))
                yield desk.source("paths", name), place, before, lesson


def _devices(lesson: Lesson) -> set[str]:
    return {short_name(step.device) for step in lesson.steps if step.device}
