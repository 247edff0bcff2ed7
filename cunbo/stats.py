"""The balance sheet of a course: what it weighs, in hours, minutes, blocks and findings."""

import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from cunbo.model.blocks import Block, Note, Say
from cunbo.model.course import Audience, Course, Proposal
from cunbo.model.lesson import HANDS_ON, Lesson
from cunbo.model.meanings import STEP_NAMES
from cunbo.model.walk import sentences
from cunbo.pages.library import KIND_NAMES
from cunbo.text import slot_names

_COLUMNS = 80
_NAME_WIDTH = 34


@dataclass(frozen=True)
class Share:
    """Some of the lessons: how many, how many of them written, their hours.

    `by_track` splits the hours by track, in the order of `course.yml`.
    """

    name: str
    lessons: int
    written: int
    hours: int
    by_track: tuple[int, ...]


@dataclass(frozen=True)
class Count:
    """How much of something the written lessons hold, and how many of them hold any."""

    name: str
    amount: int
    lessons: int


@dataclass(frozen=True)
class Coverage:
    """The findings of one kind or paper. `by_practices` are those that no lesson answers, only
    what the course does as a whole; what is left over is unanswered."""

    name: str
    findings: int
    by_lessons: int
    by_practices: int

    @property
    def unanswered(self) -> int:
        return self.findings - self.by_lessons - self.by_practices


@dataclass(frozen=True)
class Balance:
    """What a course weighs. Steps (in minutes), blocks for learners and slots are counted in the
    written lessons; `slotless` are those without a slot."""

    whole: Share
    tracks: tuple[Share, ...]
    layers: tuple[Share, ...]
    paths: tuple[Share, ...]
    steps: tuple[Count, ...]
    hands_on: int
    blocks: tuple[Count, ...]
    slots: tuple[Count, ...]
    slotless: tuple[str, ...]
    kinds: tuple[Coverage, ...]
    papers: tuple[Coverage, ...]


def balance(course: Course) -> Balance:
    """Weigh a course. Nothing is read or written."""
    lessons = course.lessons.values()
    written = [lesson for lesson in lessons if not lesson.is_outline]
    slots = {lesson.id: _slots_of(lesson) for lesson in written}
    minutes = [_minutes_of(lesson) for lesson in written]
    return Balance(
        whole=_share(course, "全课程", lessons),
        tracks=tuple(
            _share(course, track.name, (one for one in lessons if one.track == track.id))
            for track in course.settings.tracks
        ),
        layers=tuple(
            _share(course, layer.name, (one for one in lessons if one.layer == layer.number))
            for layer in course.settings.layers
        ),
        paths=tuple(_path(course, path) for path in course.paths.values()),
        steps=_counts({kind.value: name for kind, name in STEP_NAMES.items()}, minutes),
        hands_on=sum(found[kind.value] for found in minutes for kind in HANDS_ON),
        blocks=_counts(
            {kind.kind: kind.kind for kind in Block.__subclasses__() if kind not in (Say, Note)},
            [_blocks_of(lesson) for lesson in written],
        ),
        slots=_counts(
            {slot.name: f"【{slot.name}】" for slot in course.slots}, list(slots.values())
        ),
        slotless=tuple(name for name, found in slots.items() if not found),
        kinds=tuple(_coverage_by_kind(course)),
        papers=tuple(
            _coverage(course, paper.cite, paper.proposals) for paper in course.papers.values()
        ),
    )


def as_text(balance: Balance) -> str:
    """The balance sheet for a terminal: Chinese tables, no line wider than 80 columns."""
    return "\n".join(
        (
            _headline(balance.whole),
            _tracks(balance),
            _shares("三层", balance.layers, balance),
            _shares("学习路径", balance.paths, balance),
            _steps(balance),
            _counted("写好的课，学员看到的内容", balance.blocks),
            _counted("写好的课，村里填的空", balance.slots),
            f"一个空也没有的课：{'、'.join(balance.slotless) or '没有'}。\n",
            _findings("论文的发现，按种类", balance.kinds),
            _findings("论文的发现，按论文", balance.papers),
        )
    )


def _path(course: Course, path: Audience) -> Share:
    known = course.lessons
    lessons = (known[name] for name in path.lessons if name in known)
    return _share(course, f"{path.id} {path.name}", lessons)


def _share(course: Course, name: str, lessons: Iterable[Lesson]) -> Share:
    mine = tuple(lessons)
    by_track = (
        sum(lesson.hours for lesson in mine if lesson.track == track.id)
        for track in course.settings.tracks
    )
    hours = sum(lesson.hours for lesson in mine)
    written = sum(not lesson.is_outline for lesson in mine)
    return Share(name, len(mine), written, hours, tuple(by_track))


def _minutes_of(lesson: Lesson) -> Counter[str]:
    minutes: Counter[str] = Counter()
    for step in lesson.steps:
        minutes[step.kind.value] += step.minutes
    return minutes


def _blocks_of(lesson: Lesson) -> Counter[str]:
    return Counter(block.kind for step in lesson.steps for block in step.learner)


def _slots_of(lesson: Lesson) -> Counter[str]:
    marked = (sentence for _, sentence in sentences(lesson) if "【" in sentence)
    return Counter(name for sentence in marked for name in slot_names(sentence))


def _counts(names: Mapping[str, str], found: Sequence[Counter[str]]) -> tuple[Count, ...]:
    """For each key of `names` the sum over all lessons, and the lessons that have any."""
    return tuple(
        Count(name, sum(one[key] for one in found), sum(one[key] > 0 for one in found))
        for key, name in names.items()
    )


def _coverage_by_kind(course: Course) -> Iterator[Coverage]:
    findings = [one for paper in course.papers.values() for one in paper.proposals]
    for kind, name in KIND_NAMES.items():
        yield _coverage(course, name, [one for one in findings if one.kind is kind])


def _coverage(course: Course, name: str, findings: Sequence[Proposal]) -> Coverage:
    taught = {one for lesson in course.lessons.values() for one in lesson.derives_from}
    done = {one for practice in course.practices for one in practice.derives_from} - taught
    by_lessons = sum(one.id in taught for one in findings)
    by_practices = sum(one.id in done for one in findings)
    return Coverage(name, len(findings), by_lessons, by_practices)


def _headline(whole: Share) -> str:
    drafts = whole.lessons - whole.written
    return (
        f"{whole.name} {whole.lessons} 课、{whole.hours} 课时。"
        f"写好 {whole.written} 课，编写中 {drafts} 课。\n"
    )


def _tracks(balance: Balance) -> str:
    rows = [
        (one.name, one.lessons, one.written, one.hours, _percent(one.hours, balance.whole.hours))
        for one in balance.tracks
    ]
    return _table(("三条线", "课", "写好", "课时", "占"), rows)


def _shares(title: str, shares: Iterable[Share], balance: Balance) -> str:
    """`shares` as a table, their hours also track by track."""
    tracks = [track.name for track in balance.tracks]
    rows: list[tuple[str | int, ...]] = [
        (one.name, one.lessons, one.written, one.hours, *one.by_track) for one in shares
    ]
    return _table((title, "课", "写好", "课时", *tracks), rows)


def _steps(balance: Balance) -> str:
    total = sum(step.amount for step in balance.steps)
    rows = [
        (step.name, step.amount, _percent(step.amount, total), step.lessons)
        for step in balance.steps
    ]
    table = _table(("写好的课，时间怎么用", "分钟", "占", "课"), rows)
    return f"{table}动手（练习、对练、实地）一共占 {_percent(balance.hands_on, total)}。\n"


def _counted(title: str, counts: Iterable[Count]) -> str:
    """What is used, most used first; then the names of what is not."""
    used = sorted((one for one in counts if one.amount), key=lambda one: -one.amount)
    unused = [one.name for one in counts if not one.amount]
    table = _table((title, "处", "课"), [(one.name, one.amount, one.lessons) for one in used])
    return table + (_wrapped("没用到：", unused) if unused else "")


def _findings(title: str, coverage: Iterable[Coverage]) -> str:
    head = (title, "条", "课里有", "做法里有", "没回应")
    rows = [
        (one.name, one.findings, one.by_lessons, one.by_practices, one.unanswered)
        for one in coverage
    ]
    return _table(head, rows)


def _percent(part: int, whole: int) -> str:
    return f"{100 * part / whole:.0f}%" if whole else "–"


def _table(head: Sequence[str], rows: Iterable[Sequence[str | int]]) -> str:
    """The first column to the left, numbers to the right, each column as wide as its head."""
    lines = []
    for row in (head, *rows):
        name, *numbers = map(str, row)
        cells = [_cut(name, _NAME_WIDTH)]
        cells += [
            " " * (max(_width(top), 4) - _width(number)) + number
            for top, number in zip(head[1:], numbers, strict=True)
        ]
        lines.append("  ".join(cells).rstrip() + "\n")
    return "".join(lines)


def _cut(text: str, width: int) -> str:
    """`text` padded or cut to exactly `width` columns."""
    if _width(text) > width:
        while _width(text) > width - 2:
            text = text[:-1]
        text += "…"
    return text + " " * (width - _width(text))


def _wrapped(lead: str, names: Iterable[str]) -> str:
    """Names in a row after `lead`, in lines of 80 columns."""
    lines = [lead]
    for name in names:
        if _width(lines[-1]) + _width(name) + 1 > _COLUMNS:
            lines.append("  ")
        lines[-1] += f"{name} "
    return "".join(line.rstrip() + "\n" for line in lines)


def _width(text: str) -> int:
    """Columns in a terminal: a Chinese character takes two."""
    return sum(2 if unicodedata.east_asian_width(sign) in "WF" else 1 for sign in text)
