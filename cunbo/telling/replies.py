"""What the course does about each finding of the papers: taught, only planned, or nothing."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import Enum

from cunbo.model.course import Practice
from cunbo.model.lesson import Lesson, Step


class Standing(Enum):
    """How far the course has come with a finding, best first, in the words readers are told.

    A plan answers nothing: neither an outline nor a practice that is not built.
    """

    ANSWERED = "回应了"
    TOUCHED = "只碰到"
    BUILT = "做法有"
    PLANNED = "还在计划"
    DESIGNED = "做法计划"
    OPEN = "没回应"


@dataclass(frozen=True)
class Place:
    """The step of a written lesson, counted from 1, that takes up a finding."""

    lesson: Lesson
    number: int
    step: Step


@dataclass
class Reply:
    """All that is done about one finding.

    `planned` are outlines that list it, and written lessons that list it and have no step for it.
    """

    answered: list[Place] = field(default_factory=list)
    touched: list[Place] = field(default_factory=list)
    planned: list[Lesson] = field(default_factory=list)
    practices: list[Practice] = field(default_factory=list)

    @property
    def standing(self) -> Standing:
        """The best that can be said of the finding: by this it is counted, once."""
        reached = {
            Standing.ANSWERED: self.answered,
            Standing.TOUCHED: self.touched,
            Standing.BUILT: [one for one in self.practices if one.built],
            Standing.PLANNED: self.planned,
            Standing.DESIGNED: self.practices,
        }
        return next((one for one, what in reached.items() if what), Standing.OPEN)


def replies(lessons: Iterable[Lesson], practices: Iterable[Practice]) -> Mapping[str, Reply]:
    """Finding id → what is done about it, in the order of `lessons`; of no finding, if nothing."""
    found: dict[str, Reply] = {}
    for lesson in lessons:
        taken_up = set()
        for place, finding, kept in _places(lesson, found):
            taken_up.add(finding)
            kept.append(place)
        for finding in dict.fromkeys(lesson.derives_from):
            if finding not in taken_up:
                found.setdefault(finding, Reply()).planned.append(lesson)
    for practice in practices:
        for finding in practice.derives_from:
            found.setdefault(finding, Reply()).practices.append(practice)
    return found


def standings(findings: Iterable[str], known: Mapping[str, Reply]) -> Mapping[Standing, int]:
    """How many of the findings have come how far; each is counted once, by its standing."""
    counted = Counter(known[one].standing if one in known else Standing.OPEN for one in findings)
    return {standing: counted[standing] for standing in Standing}


def _places(lesson: Lesson, found: dict[str, Reply]) -> Iterator[tuple[Place, str, list[Place]]]:
    """Each mention of a finding in a step, with the list in `found` that it goes into."""
    for number, step in enumerate(lesson.steps, 1):
        place = Place(lesson, number, step)
        for finding in step.answers:
            yield place, finding, found.setdefault(finding, Reply()).answered
        for finding in step.touches:
            yield place, finding, found.setdefault(finding, Reply()).touched
