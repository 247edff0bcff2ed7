"""A course's ids and what they mean → two files from which editors complete them.

The schemas know the model and no course. They point to `schemas/ids.json` for what may be meant,
and take any id of the right form: one that was thought of a moment ago is not underlined. Slots
stand inside sentences too, where no schema reaches: those are snippets of VS Code's.
"""

import json
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path

from cunbo.making.files import is_link, write_if_changed
from cunbo.making.project import Project
from cunbo.model.course import Course
from cunbo.model.ids import Reference, ToFinding, ToObjective
from cunbo.model.meanings import id_form
from cunbo.reading.reading import Reading

FILE = "ids.json"
SNIPPETS = "slots.code-snippets"
SLOTS = "Slots"
"""The names of slots; those of references are their classes'."""
_DIALECT = "http://json-schema.org/draft-07/schema#"
_NOTE = "cunbo 按课程里有的编号写的，让编辑器提示；不用手改，cunbo check 会重写"


def place_of(name: str) -> str:
    """Where the other schemas find the ids of a kind."""
    return f"{FILE}#/definitions/{name}"


def ids_text(course: Course | None) -> str:
    """The text of the file; the same course gives the same text.

    Without a course it says nothing of any id: an editor that misses the file marks the first line
    of every other.
    """
    if course is None:
        anything: dict[str, object] = {kind.__name__: {} for kind in Reference.__subclasses__()}
        return _text(dict(sorted(anything.items())) | {SLOTS: {}})
    kinds = {kind.__name__: _choice(kind, course) for kind in Reference.__subclasses__()}
    slots = {one.name: {"description": one.meaning} for one in course.slots}
    return _text(dict(sorted(kinds.items())) | {SLOTS: {"properties": slots}})


def _text(definitions: Mapping[str, object]) -> str:
    whole = {"$schema": _DIALECT, "description": _NOTE, "definitions": definitions}
    return json.dumps(whole, ensure_ascii=False, indent=1) + "\n"


def keep_ids(project: Project, reading: Reading) -> None:
    """Bring the files up to date, where there are their folders.

    While the course or a part of it is broken, the ids of a better time stay. A folder that cannot
    be written to is let be: the ids are a help, and no more than that.
    """
    texts = {project.schemas / FILE: ids_text(reading.course)}
    if reading.course:
        texts[project.vs_code / SNIPPETS] = _snippets(reading.course)
    for file, text in texts.items():
        if not ((reading.broken or reading.course is None) and file.is_file()):
            _keep(file, text)


def _keep(file: Path, text: str) -> None:
    if file.parent.is_dir() and not is_link(file.parent):
        with suppress(OSError):
            write_if_changed(file, text.encode())


def _snippets(course: Course) -> str:
    """Each slot as it is written in a sentence, offered once its bracket is typed."""
    found = {}
    for one in course.slots:
        slot = f"【{one.name}】"
        body = re.sub(r"[\\$}]", r"\\\g<0>", slot)
        found[slot] = {"scope": "yaml", "prefix": slot, "body": body, "description": one.meaning}
    return json.dumps(found, ensure_ascii=False, indent=1) + "\n"


def _choice(kind: type[Reference], course: Course) -> Mapping[str, object]:
    meanings = dict(sorted(_meanings(kind, course)))
    return {
        "enum": list(meanings),
        "markdownEnumDescriptions": list(meanings.values()),
        "errorMessage": id_form(kind.pattern),
    }


def _meanings(kind: type[Reference], course: Course) -> Iterable[tuple[str, str]]:
    """Every id that may be meant, with what stands behind it in one line."""
    if kind.folder:
        return ((name, part.in_short) for name, part in course.folder(kind.folder).items())
    return _OF_NO_FILE[kind](course)


def _findings(course: Course) -> Iterable[tuple[str, str]]:
    for paper in course.papers.values():
        for one in paper.proposals:
            yield one.id, f"{one.says}（{paper.cite}）"


def _objectives(course: Course) -> Iterable[tuple[str, str]]:
    """Those of all lessons, for an editor has one schema for all; each says whose it is."""
    found = defaultdict(list)
    for lesson in course.lessons.values():
        for one in lesson.objectives:
            found[one.id].append(f"{lesson.id}：{one.can}")
    return ((name, "\n\n".join(said)) for name, said in found.items())


_OF_NO_FILE = {ToFinding: _findings, ToObjective: _objectives}
