"""Every id leads somewhere, and says of itself what its file name says."""

from collections.abc import Iterator

from cunbo.checks.desk import Desk, problem
from cunbo.model.lesson import TrackId
from cunbo.model.walk import Path, facts_named
from cunbo.problems.codes import Code
from cunbo.problems.guess import near
from cunbo.problems.problem import Problem
from cunbo.reading.source import Source

_NAMES = {
    Code.UNKNOWN_LESSON: ("这一课", "lessons"),
    Code.UNKNOWN_FACT: ("这条依据", "facts"),
    Code.UNKNOWN_FORM: ("这张表", "forms"),
    Code.UNKNOWN_VILLAGE: ("这个村", "villages"),
}
_TRACK_LETTERS = {TrackId.SKILLS: "S", TrackId.CULTURE: "C", TrackId.INTEGRATION: "X"}


def ids_match_files(desk: Desk) -> Iterator[Problem]:
    """The id in a file is the file's name."""
    for folder, parts in (
        ("lessons", desk.course.lessons),
        ("paths", desk.course.paths),
        ("villages", desk.course.villages),
        ("forms", desk.course.forms),
        ("facts", desk.course.facts),
        ("sources", desk.course.papers),
    ):
        for name, part in parts.items():
            if part.id != name:
                source = desk.source(folder, name)
                what = f"编号写的是 {part.id}，文件名却是 {name}.yml"
                mend = "把两个改成一样的"
                if part.id in parts:
                    mend = f"{part.id}.yml 已经有了；这是副本，不要就删掉，要留就挪到课程文件夹外面"
                yield problem(source, ("id",), Code.ID_MISMATCH, what, mend)


def lesson_ids_fit(desk: Desk) -> Iterator[Problem]:
    """A lesson's letter and first digit are its track and layer."""
    for name, lesson in desk.course.lessons.items():
        source = desk.source("lessons", name)
        letter, layer = _TRACK_LETTERS[lesson.track], str(lesson.layer)
        if lesson.id[0] != letter and lesson.id == name:
            what = f"编号以 {lesson.id[0]} 开头，track 却是 {lesson.track}"
            mend = f"{lesson.track} 的课编号以 {letter} 开头，改一个"
            yield problem(source, ("track",), Code.ID_MISMATCH, what, mend)
        if lesson.id[1] != layer and lesson.id == name:
            what = f"编号 {lesson.id} 说是第 {lesson.id[1]} 层，layer 却是 {layer}"
            yield problem(source, ("layer",), Code.ID_MISMATCH, what, "改成一样的")


def lessons_exist(desk: Desk) -> Iterator[Problem]:
    """Prerequisites, inputs and paths name lessons that have a file."""
    for name, lesson in desk.course.lessons.items():
        source = desk.source("lessons", name)
        for key, ids in (("requires", lesson.requires), ("consumes", lesson.consumes)):
            yield from _known(desk, source, (key,), ids, Code.UNKNOWN_LESSON)
    for name, path in desk.course.paths.items():
        source = desk.source("paths", name)
        lists = (("lessons", path.lessons), ("electives", path.electives), ("waived", path.waived))
        for key, ids in lists:
            yield from _known(desk, source, (key,), ids, Code.UNKNOWN_LESSON)


def proposals_exist(desk: Desk) -> Iterator[Problem]:
    """What lessons and practices answer, and standard paths must, are findings of a paper."""
    known = {one.id: None for paper in desk.course.papers.values() for one in paper.proposals}
    broken = [paper for paper in desk.ids("sources") if f"sources/{paper}" in desk.reading.broken]
    for source, path, ids in _derivations(desk):
        for index, one in enumerate(ids):
            if one not in known and not one.startswith(tuple(broken)):
                what = f"论文里没有这条发现：{one}{near(one, list(known))}"
                mend = "编号在 sources/ 里各篇论文的文件中查"
                yield problem(source, (*path, index), Code.UNKNOWN_PROPOSAL, what, mend)


def facts_and_forms_exist(desk: Desk) -> Iterator[Problem]:
    """Facts and forms that lessons name have a file; so have the facts that forms name."""
    for source, part in desk.parts():
        for path, fact in facts_named(part):
            yield from _known_one(desk, source, path, fact, Code.UNKNOWN_FACT)
    for name, lesson in desk.course.lessons.items():
        source = desk.source("lessons", name)
        yield from _known(desk, source, ("facts",), lesson.facts, Code.UNKNOWN_FACT)
        if lesson.deliverable.form:
            path = ("deliverable", "form")
            yield from _known_one(desk, source, path, lesson.deliverable.form, Code.UNKNOWN_FORM)


def village_exists(desk: Desk) -> Iterator[Problem]:
    """The village the course is built for by default has a file."""
    source = desk.source("", "course")
    village = desk.course.settings.village
    yield from _known_one(desk, source, ("village",), village, Code.UNKNOWN_VILLAGE)


def _known(
    desk: Desk, source: Source, path: Path, ids: tuple[str, ...], code: Code
) -> Iterator[Problem]:
    for index, one in enumerate(ids):
        yield from _known_one(desk, source, (*path, index), one, code)
        if one in ids[:index]:
            what = f"{one} 写了两次"
            yield problem(source, (*path, index), Code.DUPLICATE_NAME, what, "删掉一个")


def _known_one(desk: Desk, source: Source, path: Path, one: str, code: Code) -> Iterator[Problem]:
    name, folder = _NAMES[code]
    ids = desk.ids(folder)
    if one not in ids:
        what = f"没有{name}：{one}{near(one, ids)}"
        mend = f"改成 {folder}/ 里有的编号，或者先建 {folder}/{one}.yml"
        yield problem(source, path, code, what, mend)


def _derivations(desk: Desk) -> Iterator[tuple[Source, Path, tuple[str, ...]]]:
    for name, lesson in desk.course.lessons.items():
        yield desk.source("lessons", name), ("derives_from",), lesson.derives_from
    for index, practice in enumerate(desk.course.practices):
        path = ("practices", index, "derives_from")
        yield desk.source("", "practices"), path, practice.derives_from
    settings, source = desk.course.settings, desk.source("", "course")
    for index, competence in enumerate(settings.competences):
        yield source, ("competences", index, "any_of"), competence.any_of
    if settings.basics:
        yield source, ("basics", "any_of"), settings.basics.any_of
