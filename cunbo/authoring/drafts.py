"""A new file for an author: valid as it is, with a comment at every key that says what goes there.

The texts stand in `templates/drafts/`; `$name` marks what the course fills in. They are filled in
one pass and nothing in them is evaluated.
"""

import re
from collections import Counter
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from string import Template

from cunbo.authoring.draft_ids import Kind
from cunbo.model.blocks import block_kinds
from cunbo.model.choices import ProposalKind, StepKind, TrackId
from cunbo.model.course import Course, Proposal, SlotName
from cunbo.model.lesson import Lesson
from cunbo.model.meanings import short_name
from cunbo.model.walk import texts

_TRACKS = {"S": TrackId.SKILLS, "C": TrackId.CULTURE, "X": TrackId.INTEGRATION}
_SOUGHT = {
    TrackId.SKILLS: ProposalKind.COMPETENCE,
    TrackId.CULTURE: ProposalKind.CULTURE_TOPIC,
    TrackId.INTEGRATION: ProposalKind.TRAINING,
}
_SHARES = {
    StepKind.OPENING: 4,
    StepKind.CASE: 5,
    StepKind.DEMONSTRATION: 7,
    StepKind.PRACTICE: 20,
    StepKind.REVIEW: 7,
}
"""How long each step of a draft takes, in minutes of a lesson of 45."""
_SLACK = 2
"""Minutes of a lesson of 45 that are kept free."""
_CHECK_AGAIN = timedelta(days=182)


@dataclass(frozen=True)
class Draft:
    """A new file: its path inside the curriculum folder, with slashes, and what it says."""

    path: str
    text: str


class DraftError(Exception):
    """The course lacks something a draft cannot do without. Says what, in Chinese."""


def draft(course: Course, kind: Kind, name: str, today: date, templates: Path) -> Draft:
    """The first version of the file that `name`, an id of the right form, is to have.

    `templates` is the project's folder of templates. Raises DraftError.
    """
    filled = {"id": name, "today": today.isoformat(), **_common(course)}
    if kind is Kind.LESSON:
        filled |= _lesson_head(course, name) | _lesson_steps(course, hours=1)
        text = "\n".join(_read(templates, part) for part in ("lesson", "lesson-steps"))
    else:
        filled |= {"slots": _slots(course), "review_by": (today + _CHECK_AGAIN).isoformat()}
        text = _read(templates, kind.value)
    return Draft(f"{kind.folder}/{name}.yml", Template(text).substitute(filled))


def rest_of_outline(course: Course, outline: Lesson, today: date, templates: Path) -> str:
    """What an outline lacks to be a whole lesson, to be pasted at its end."""
    filled = {"today": today.isoformat(), **_common(course), "finding": outline.derives_from[0]}
    filled |= _lesson_steps(course, outline.hours)
    text = Template(_read(templates, "lesson-steps")).substitute(filled)
    paragraphs = re.split(r"\n\n(?=\S)", text)
    return "\n\n".join(one for one in paragraphs if _key(one) not in outline.model_fields_set)


def _read(templates: Path, name: str) -> str:
    return (templates / "drafts" / f"{name}.yml").read_text(encoding="utf-8")


def _key(paragraph: str) -> str:
    """The key at the left edge of a paragraph, or nothing where all of it is comments."""
    found = re.search(r"^(\w+):", paragraph, re.MULTILINE)
    return found[1] if found else ""


def _common(course: Course) -> dict[str, str]:
    """What any draft may show: a village slot, ids to look up, the kinds of block."""
    kinds = ((kind.kind, kind.model_config["title"]) for kind in block_kinds())
    return {
        "product": _slot(course.slots),
        "form": next(iter(course.forms), "product-card"),
        "fact": next(iter(course.facts), "ad-words"),
        "block_kinds": "\n".join(f"#   {kind} {title}" for kind, title in kinds),
    }


def _slot(slots: tuple[SlotName, ...]) -> str:
    """A village slot that can stand in a sentence without quotes: what the village sells."""
    names = [slot.name for slot in slots if slot.name.isalnum()]
    return f"【{'产品' if '产品' in names else names[0]}】" if names else "自家的东西"


def _lesson_head(course: Course, name: str) -> dict[str, str]:
    track = _TRACKS[name[0]]
    finding = _finding(course, track)
    return {
        "track": track.value,
        "layer": name[1],
        "consumes": _consumes(course) if track is TrackId.INTEGRATION else "",
        "finding": finding.id,
        "finding_says": _in_one_line(finding.says),
    }


def _lesson_steps(course: Course, hours: int) -> dict[str, str]:
    hour = course.settings.hour_minutes
    slack = hours * hour * _SLACK // 45
    minutes = {kind.value: str(count) for kind, count in _minutes(hours * hour - slack).items()}
    numbers = {"hours": hours, "hour_minutes": hour, "total": hours * hour, "slack": slack}
    return minutes | {name: str(number) for name, number in numbers.items()}


def _minutes(total: int) -> dict[StepKind, int]:
    """`total` minutes shared out over the steps; what is left over goes to practice."""
    shares = {kind: total * share // 45 for kind, share in _SHARES.items()}
    shares[StepKind.PRACTICE] += total - sum(shares.values())
    return shares


def _finding(course: Course, track: TrackId) -> Proposal:
    """A finding of the kind that suits the track; of these the one its lessons answer most."""
    findings = [one for paper in course.papers.values() for one in paper.proposals]
    if not findings:
        raise DraftError("curriculum/sources/ 里没有一条论文发现，新课不知道回应什么。先补上论文")
    beside = [lesson for lesson in course.lessons.values() if lesson.track is track]
    answers: Counter[str] = Counter(one for lesson in beside for one in lesson.derives_from)
    return min(findings, key=lambda one: (one.kind is not _SOUGHT[track], -answers[one.id]))


def _consumes(course: Course) -> str:
    """The key that an integration lesson must have, with its comment and a blank line."""
    culture = [one for one in course.lessons if one.startswith("C")]
    if not culture:
        raise DraftError("融合课要用到文化课带走的东西，课程里还没有文化课。先写一课 C 开头的")
    told = "# 用到哪几课带走的东西，至少有一门文化课（C 开头）。"
    return f"{told}\nconsumes: [{culture[0]}]\n\n"


def _slots(course: Course) -> str:
    """One line for each slot, in the order in which the village file on paper asks for them.

    All but the first are comments; `slots` must not be empty.
    """
    written = [lesson for lesson in course.lessons.values() if not lesson.is_outline]
    said = "".join(text for part in (*written, *course.forms.values()) for _, text in texts(part))
    lines = [_slot_line(slot, needed=f"【{slot.name}】" in said) for slot in course.slots]
    return "  " + "\n  # ".join(lines)


def _slot_line(slot: SlotName, *, needed: bool) -> str:
    """A slot to be filled in, with what is meant, how it is worded, an example of each kind, and
    whether it can wait."""
    shown = [f"{short_name(goods)}写“{value}”" for goods, value in slot.examples.items()]
    told = [
        slot.meaning,
        *filter(None, [slot.grammar]),
        *(["比如" + "，".join(shown)] if shown else []),
        *([] if needed else ["写好的课还没用到，可以先不填"]),
    ]
    return f"{_quoted(slot.name)}: （在这里填）  # {_in_one_line('；'.join(told))}"


def _quoted(key: str) -> str:
    """A key as YAML takes it; a slot's name may hold any sign."""
    inner = _in_one_line(key).replace("\\", "\\\\").replace('"', '\\"')
    return key if key.isalnum() else f'"{inner}"'


def _in_one_line(text: str) -> str:
    """Text that cannot end the comment it stands in."""
    return " ".join(text.split())
