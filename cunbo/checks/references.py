"""Every id leads somewhere, and says of itself what its file name says."""

from collections.abc import Iterator

from cunbo.checks.desk import Desk, misnamed, problem
from cunbo.model.choices import TrackId
from cunbo.model.course import FOLDERS
from cunbo.model.ids import ToFinding
from cunbo.model.walk import references
from cunbo.problems.codes import Code
from cunbo.problems.guess import near, nearest, to_choose_from
from cunbo.problems.problem import Problem

_CODES = {
    "lessons": Code.UNKNOWN_LESSON,
    "facts": Code.UNKNOWN_FACT,
    "forms": Code.UNKNOWN_FORM,
    "villages": Code.UNKNOWN_VILLAGE,
}
_TRACK_LETTERS = {TrackId.SKILLS: "S", TrackId.CULTURE: "C", TrackId.INTEGRATION: "X"}


def ids_match_files(desk: Desk) -> Iterator[Problem]:
    """The id in a file is the file's name."""
    for folder in FOLDERS:
        parts = desk.course.folder(folder)
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


def retired_ids_stay_retired(desk: Desk) -> Iterator[Problem]:
    """An id that once meant another lesson means none now: old sheets still name that one."""
    for name in desk.course.settings.retired:
        if name in desk.course.lessons:
            what = f"{name} 是撤掉的课的编号，旧讲义上印着它，说的是另一课"
            mend = "换一个没用过的编号，文件名也改；撤掉了哪些，看 course.yml 的 retired"
            yield problem(desk.source("lessons", name), ("id",), Code.ID_MISMATCH, what, mend)


def files_exist(desk: Desk) -> Iterator[Problem]:
    """What points at a lesson, fact, form or village names one that has a file."""
    for source, part in desk.parts():
        for path, one in references(part):
            if one.folder and one not in desk.ids(one.folder):
                folder, ids = one.folder, desk.ids(one.folder)
                what = f"没有{FOLDERS[folder].this}：{one}{near(one, ids)}"
                known = to_choose_from(one, ids)
                mend = f"改成 {folder}/ 里有的编号{known}；或者先建 {folder}/{one}.yml"
                meant = (one, nearest(one, ids))
                yield misnamed(source, path, _CODES[folder], (what, mend), meant)


def findings_exist(desk: Desk) -> Iterator[Problem]:
    """What lessons and practices answer, and standard paths must, are findings of a paper."""
    known = {one.id: None for paper in desk.course.papers.values() for one in paper.proposals}
    broken = [paper for paper in desk.ids("sources") if f"sources/{paper}" in desk.reading.broken]
    for source, part in desk.parts():
        for path, one in references(part):
            if not isinstance(one, ToFinding) or one in known or one.startswith(tuple(broken)):
                continue
            what = f"论文里没有这条发现：{one}{near(one, list(known))}"
            mend = "编号在 sources/ 里各篇论文的文件中查"
            meant = (one, nearest(one, list(known)))
            yield misnamed(source, path, Code.UNKNOWN_PROPOSAL, (what, mend), meant)
