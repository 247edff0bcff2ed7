"""Packs: the sheets of many lessons in one, for everybody of a class, with cover and contents."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from itertools import count

from cunbo.model.choices import TrackId
from cunbo.model.course import Form, LearningPath
from cunbo.model.lesson import Lesson
from cunbo.telling.edition import Edition
from cunbo.telling.sheet_table import SHEETS
from cunbo.telling.sheets import LessonSheet, Occasion, Reader, Sheet, Size
from cunbo.telling.views import PlanAppendix, for_trainer


@dataclass(frozen=True)
class TaughtGroup:
    """Lessons that stand together in the contents, such as those of a week."""

    title: str
    lessons: tuple[Lesson, ...]


@dataclass(frozen=True)
class Chosen:
    """What a class is taught: `lines` say so on the cover, `groups` hold the written lessons,
    `unwritten` are those there is nothing to print of; the course begins or ends with it on these
    `occasions`."""

    lines: tuple[str, ...]
    groups: tuple[TaughtGroup, ...]
    unwritten: tuple[Lesson, ...] = ()
    occasions: frozenset[Occasion] = frozenset()

    @property
    def lessons(self) -> tuple[Lesson, ...]:
        return tuple(lesson for group in self.groups for lesson in group.lessons)


@dataclass(frozen=True, kw_only=True)
class Pack(Sheet):
    """A kind of pack: the sheets of a lesson that are in it, one behind the other. It is `whose`,
    its contents are set in a type of `type_size` points, and one that is `named` has room for a
    name. One of A5 is folded; what is not bound has no `front` of cover and contents. Only in a
    pack that is one-sided are forms that are."""

    sheets: tuple[LessonSheet, ...]
    whose: str
    type_size: int
    named: bool = False
    front: bool = True
    names_village: bool = True


@dataclass(frozen=True)
class Bound:
    """A sheet in a pack: its `number` there, from 1, the group it is of, what stands on it, and how
    the contents name it. Only the first sheet of a lesson has the lesson's `id`."""

    number: int
    group: int
    id: str | None
    title: str
    lesson: Lesson
    sheet: LessonSheet
    view: object


@dataclass(frozen=True)
class ListedSheet:
    """A line of the contents: the sheet of this `number`."""

    number: int
    id: str | None
    title: str


@dataclass(frozen=True)
class ListedGroup:
    title: str
    entries: tuple[ListedSheet, ...]


@dataclass(frozen=True)
class Cover:
    """What cover and contents of a pack say."""

    name: str
    whose: str
    type_size: int
    lines: tuple[str, ...]
    named: bool
    lessons: int
    hours: int
    reviewed: date | None
    groups: tuple[ListedGroup, ...]


def _pack(
    name: str,
    whose: str,
    *names: str,
    points: int = 14,
    reader: Reader = Reader.LEARNER,
    size: Size = Size.A4,
) -> Pack:
    return Pack(
        name=name,
        template="pack.typ",
        reader=reader,
        sheets=tuple(sheet for sheet in SHEETS if sheet.name in names),
        whose=whose,
        type_size=points,
        size=size,
        named=reader is Reader.LEARNER,
        least_type=min(points, *(sheet.least_type for sheet in SHEETS if sheet.name in names)),
    )


LEARNERS = _pack("学员册", "学员", "讲义", "空白表")
HANDOUTS = _pack("讲义册", "学员", "讲义", size=Size.A5)
FORMS = _pack("空白表册", "学员", "空白表")
ELDERS = _pack("老人册", "老人", "老人版", points=18)
TRAINERS = _pack("培训员册", "培训员", "教案", reader=Reader.TRAINER)


def _unbound(sheet: LessonSheet) -> Pack:
    return Pack(
        name=sheet.name,
        template="pack.typ",
        reader=sheet.reader,
        sheets=(sheet,),
        whose=sheet.reader,
        type_size=14,
        front=False,
        least_type=sheet.least_type,
        serves=sheet.serves,
        one_sided=sheet.one_sided,
        cut=sheet.cut,
    )


CUT_FORMS = replace(_unbound(*FORMS.sheets), name="单面的表", serves=1, one_sided=True)
"""Forms of which, were they bound and printed on both sides, a half would be missed on the back."""

_BOUND = {sheet.name for pack in (LEARNERS, ELDERS, TRAINERS) for sheet in pack.sheets}
UNBOUND = tuple(
    _unbound(sheet) for sheet in SHEETS if sheet.size.is_paper and sheet.name not in _BOUND
)
"""What lessons have besides, printed for a class that asks for it."""


def of_path(edition: Edition, path: LearningPath, weeks: range) -> Chosen:
    """Weeks of a path, counted from 1. With its first and its last a class begins and ends."""
    about = f"路径 {path.id}　{path.name}（{path.kind}）"
    named = f"第 {weeks[0]} 周" if len(weeks) == 1 else f"第 {weeks[0]}–{weeks[-1]} 周"
    lines = (about,) if len(weeks) == len(path.weeks) else (about, named)
    chosen = _chosen(edition, lines, [(f"第 {n} 周", path.weeks[n - 1].lessons) for n in weeks])
    ends = {Occasion.BEFORE: 1, Occasion.AFTER: len(path.weeks)}
    return replace(chosen, occasions=frozenset(one for one, week in ends.items() if week in weeks))


def of_layer(edition: Edition, layer: int) -> Chosen:
    """All lessons of a layer, track by track."""
    groups = [
        (track.name, tuple(one.id for one in edition.in_order if _is_of(one, layer, track.id)))
        for track in edition.tracks.values()
    ]
    return _chosen(edition, (f"{edition.layers[layer].name}层",), groups)


def _is_of(lesson: Lesson, layer: int, track: TrackId) -> bool:
    return lesson.layer == layer and lesson.track is track


def of_lessons(edition: Edition, ids: tuple[str, ...]) -> Chosen:
    """Lessons in the order in which they are named, each once."""
    return _chosen(edition, (), [("", tuple(dict.fromkeys(ids)))])


def _chosen(
    edition: Edition, lines: tuple[str, ...], groups: list[tuple[str, tuple[str, ...]]]
) -> Chosen:
    lessons = edition.course.lessons
    named = [(title, [lessons[one] for one in ids]) for title, ids in groups]
    written = (
        TaughtGroup(title, tuple(one for one in some if not one.is_outline))
        for title, some in named
    )
    outlines = tuple(one for _, some in named for one in some if one.is_outline)
    return Chosen(lines, tuple(group for group in written if group.lessons), outlines)


def bound(edition: Edition, pack: Pack, chosen: Chosen) -> tuple[Bound, ...]:
    """The sheets of a pack, in order; none where no lesson has one."""
    numbers = count(1)
    return tuple(
        one
        for group, taught in enumerate(chosen.groups)
        for lesson in taught.lessons
        for one in _of_lesson(edition, pack, lesson, group, numbers)
    )


def _of_lesson(
    edition: Edition, pack: Pack, lesson: Lesson, group: int, numbers: Iterator[int]
) -> Iterator[Bound]:
    is_first = True
    for sheet in pack.sheets:
        view = sheet.view(edition, lesson)
        if view is not None and _is_one_sided(edition, lesson, sheet) is pack.one_sided:
            title = _title(edition, lesson, sheet, is_first)
            name = lesson.id if is_first else None
            yield Bound(next(numbers), group, name, title, lesson, sheet, view)
            is_first = False


def _title(edition: Edition, lesson: Lesson, sheet: LessonSheet, is_first: bool) -> str:
    """A form is called by its own name, behind the lesson's where it is all there is of it."""
    title, _ = lesson.title_parts
    if not sheet.is_form:
        return title
    name = _form(edition, lesson).name
    return f"{title}：{name}" if is_first else f"{sheet.name}：{name}"


def _is_one_sided(edition: Edition, lesson: Lesson, sheet: LessonSheet) -> bool:
    return _form(edition, lesson).one_sided if sheet.is_form else sheet.one_sided


def _form(edition: Edition, lesson: Lesson) -> Form:
    return edition.course.forms[lesson.deliverable.form or ""]


def cover(pack: Pack, chosen: Chosen, sheets: tuple[Bound, ...]) -> Cover:
    """What a pack of these sheets says of itself."""
    taught = {one.lesson.id: one.lesson for one in sheets}.values()
    listed = (
        ListedGroup(group.title, tuple(_entry(one) for one in sheets if one.group == number))
        for number, group in enumerate(chosen.groups)
    )
    return Cover(
        name=pack.name,
        whose=f"{pack.whose}用",
        type_size=pack.type_size,
        lines=chosen.lines,
        named=pack.named,
        lessons=len(taught),
        hours=sum(lesson.hours for lesson in taught),
        reviewed=max((one.reviewed for one in taught if one.reviewed), default=None),
        groups=tuple(group for group in listed if group.entries),
    )


def _entry(sheet: Bound) -> ListedSheet:
    return ListedSheet(sheet.number, sheet.id, sheet.title)


def to_cut(edition: Edition, lesson: Lesson) -> tuple[PlanAppendix, ...]:
    """What behind a lesson's plan is cut apart before class."""
    return tuple(part for part in for_trainer(edition, lesson).appendix if part.cut)
