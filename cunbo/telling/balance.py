"""The balance sheet of a course: what it weighs, in hours, minutes, blocks and findings."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from cunbo.model.blocks import block_kinds
from cunbo.model.choices import HANDS_ON, ProposalKind, StepKind
from cunbo.model.course import Course, LearningPath, Proposal
from cunbo.model.lesson import Lesson
from cunbo.model.meanings import short_name
from cunbo.model.text import slot_names
from cunbo.model.walk import sentences
from cunbo.telling.replies import Reply, Standing, replies, standings


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
    """The findings of one kind or paper: all of them, and how many of each standing."""

    name: str
    findings: int
    by_standing: Mapping[Standing, int]


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
    known = replies(lessons, course.practices)
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
        steps=_counts({kind.value: short_name(kind) for kind in StepKind}, minutes),
        hands_on=sum(found[kind.value] for found in minutes for kind in HANDS_ON),
        blocks=_counts(
            {kind.kind: kind.kind for kind in block_kinds() if not kind.for_trainer},
            [_blocks_of(lesson) for lesson in written],
        ),
        slots=_counts(
            {slot.name: f"【{slot.name}】" for slot in course.slots}, list(slots.values())
        ),
        slotless=tuple(name for name, found in slots.items() if not found),
        kinds=tuple(_coverage_by_kind(course, known)),
        papers=tuple(
            _coverage(paper.cite, paper.proposals, known) for paper in course.papers.values()
        ),
    )


def _path(course: Course, path: LearningPath) -> Share:
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


def _coverage_by_kind(course: Course, known: Mapping[str, Reply]) -> Iterator[Coverage]:
    findings = [one for paper in course.papers.values() for one in paper.proposals]
    for kind in ProposalKind:
        mine = [one for one in findings if one.kind is kind]
        yield _coverage(short_name(kind), mine, known)


def _coverage(name: str, findings: Sequence[Proposal], known: Mapping[str, Reply]) -> Coverage:
    return Coverage(name, len(findings), standings((one.id for one in findings), known))
