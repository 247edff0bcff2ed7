"""A copy of a project in which every lesson of the map is written."""

from datetime import date
from pathlib import Path
from typing import Any

import yaml

from benchmarks.copies import copy_project
from benchmarks.full_course.around import drawing, form, village
from benchmarks.full_course.lesson import body
from benchmarks.full_course.voice import Voice

VILLAGES = 12
_NEXT = 20
"""Lessons of a further copy of the map have numbers higher by so many: S1-04, S1-24, S1-44."""
_HEAD = (
    *("id", "title", "track", "layer", "hours"),
    *("requires", "consumes", "deliverable", "derives_from"),
)
_FIGURES_EACH = 2
_FACTS_EACH = (4, 8)

_DUMPER = getattr(yaml, "CSafeDumper", yaml.SafeDumper)
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

Record = dict[str, Any]


def make(project: Path, to: Path, factor: int = 1) -> None:
    """Write the full course of `project` into the folder `to`, `factor` times as many lessons.

    Written lessons stay as they are; outlines keep their heads and are given a body. The lessons
    of a further copy of the map are offered as electives on the paths, in turn.
    """
    copy_project(project, to)
    writer = _Writer(to / "curriculum")
    for generation in range(factor):
        for head in writer.heads:
            writer.write(_moved(head, generation))
    writer.offer([_id(head["id"], one) for one in range(1, factor) for head in writer.heads])
    for number in range(1, VILLAGES + 1):
        writer.write_village(number)


def write_village(curriculum: Path, number: int) -> None:
    """Put one invented village into any curriculum."""
    _Writer(curriculum).write_village(number)


class _Writer:
    """Knows the curriculum it writes into as it was at first."""

    def __init__(self, curriculum: Path) -> None:
        self._folder = curriculum
        lessons = [_read(path) for path in sorted((curriculum / "lessons").glob("*.yml"))]
        self._written = {one["id"] for one in lessons if "steps" in one}
        days = (one["reviewed"] for one in lessons if "reviewed" in one)
        self._reviewed = max(days, default=date(2026, 1, 1))
        self._minutes = int(_read(curriculum / "course.yml")["hour_minutes"])
        self._facts = sorted(path.stem for path in (curriculum / "facts").glob("*.yml"))
        self._drawings = [
            path.read_text(encoding="utf-8")
            for path in sorted((curriculum / "figures").glob("*.svg"))
        ]
        self._drawn = 0
        self._said: set[str] = set()
        self.heads = [{key: one[key] for key in _HEAD if key in one} for one in lessons]

    def write(self, head: Record) -> None:
        """A lesson with its form and its drawings, unless somebody wrote it."""
        lesson_id = head["id"]
        if lesson_id in self._written:
            return
        voice = Voice(lesson_id, self._said)
        first = voice.number(0, len(self._facts) - 1)
        facts = (self._facts * 2)[first : first + voice.number(*_FACTS_EACH)]
        figures = [self._draw(lesson_id) for _ in range(_FIGURES_EACH)]
        form_id = f"bench-{lesson_id.lower()}"
        kept = {"form": form_id} | head["deliverable"]
        if kept["form"] == form_id:
            _write(self._folder / "forms" / f"{form_id}.yml", form(voice, form_id, lesson_id))
        hours = head["hours"]
        told = body(voice, head, self._minutes * hours, facts, figures)
        whole = head | {"deliverable": kept, "reviewed": self._reviewed} | told
        _write(self._folder / "lessons" / f"{lesson_id}.yml", whole)

    def write_village(self, number: int) -> None:
        slots = [one["name"] for one in _read(self._folder / "slots.yml")["slots"]]
        told = village(number, slots)
        _write(self._folder / "villages" / f"{told['id']}.yml", told)

    def offer(self, lesson_ids: list[str]) -> None:
        """Put lessons on the paths, as electives, in turn."""
        paths = sorted((self._folder / "paths").glob("*.yml"))
        for index, path in enumerate(paths if lesson_ids else ()):
            told = _read(path)
            told["electives"] = [*told.get("electives", []), *lesson_ids[index :: len(paths)]]
            _write(path, told)

    def _draw(self, lesson_id: str) -> str:
        self._drawn += 1
        name = f"figures/bench-{self._drawn}.svg"
        sample = self._drawings[self._drawn % len(self._drawings)]
        (self._folder / name).write_text(drawing(sample, self._drawn), encoding="utf-8")
        return name


def _moved(head: Record, generation: int) -> Record:
    """The same lesson in a further copy of the map."""
    if generation == 0:
        return head
    moved = head | {
        "id": _id(head["id"], generation),
        "title": f"{head['title']}（{generation + 1}）",
        "deliverable": {"name": head["deliverable"]["name"]},
    }
    for key in ("requires", "consumes"):
        if key in head:
            moved[key] = [_id(one, generation) for one in head[key]]
    return moved


def _id(lesson_id: str, generation: int) -> str:
    return f"{lesson_id[:3]}{int(lesson_id[3:]) + _NEXT * generation:02d}"


def _read(path: Path) -> Record:
    told: Record = yaml.load(path.read_text(encoding="utf-8"), _LOADER)
    return told


def _write(path: Path, told: Record) -> None:
    text = yaml.dump(told, Dumper=_DUMPER, allow_unicode=True, sort_keys=False, width=100)
    path.write_text(text, encoding="utf-8")
