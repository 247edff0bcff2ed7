"""A folder → a `Course`, or Problems. The only room that reads the author's files."""

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType
from typing import TypeVar

from cunbo.model.base import Filed, Part
from cunbo.model.course import (
    FOLDERS,
    SINGLE_FILES,
    Course,
    Fact,
    Form,
    Glossary,
    LearningPath,
    Paper,
    Practices,
    Slots,
    Village,
)
from cunbo.model.lesson import Lesson
from cunbo.model.settings import Settings
from cunbo.problems.codes import Code
from cunbo.problems.problem import Location, Problem
from cunbo.problems.system import reason
from cunbo.reading.dropped import is_dropped
from cunbo.reading.ledger import told_once
from cunbo.reading.parsing import read_source
from cunbo.reading.reading import ReadFile, Reading
from cunbo.reading.shelf import Shelf
from cunbo.reading.source import MAX_BYTES, Source
from cunbo.reading.validation import validate

P = TypeVar("P", bound=Part)
F = TypeVar("F", bound=Filed)
_TEXT_ENDINGS = {"", ".txt", ".yaml", ".yml"}
_NOTHING: Mapping[str, bytes] = MappingProxyType({})


@dataclass
class _FolderReader:
    """Collects files and problems while the folder is read; `known` is how they were before."""

    root: Path
    known: Mapping[str, ReadFile]
    instead: Mapping[str, bytes]
    shelf: Shelf | None
    files: dict[str, ReadFile] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    unseen: bool = False
    """Whether there is a folder that could not be looked into: what it holds must not be missed."""

    def read(self, path: Path, key: str, model: type[Part]) -> None:
        """Read one file; it lands under `key`, its mistakes among the problems."""
        name = self.name(path)
        data = self.instead.get(name) or self.bytes_of(path)
        if data is not None:
            known = self.known.get(key)
            file = known if known and known.data == data else self.read_anew(name, data, model)
        elif _is_gone(path):
            return
        else:
            file = ReadFile(None, Source(name), None, ())
        self.files[key] = file
        self.problems += file.problems

    def read_anew(self, name: str, data: bytes, model: type[Part]) -> ReadFile:
        content = self.shelf.content(data) if self.shelf else None
        return (
            _validated(data, Source(name, content), model)
            if content
            else read_file(name, data, model)
        )

    def bytes_of(self, path: Path) -> bytes | None:
        """The file's bytes, or just enough of them to see that it is too large.

        None, and a problem, where it is no file of the course or cannot be read.
        """
        try:
            if not self._inside(path):
                return None
            if path.is_file():
                with path.open("rb") as file:
                    return file.read(MAX_BYTES + 1)
            if _is_gone(path):
                return None
            why = "它不是文件" if path.exists() else "它是个链接，指的东西不在了"
        except FileNotFoundError:
            return None
        except (OSError, RuntimeError) as error:
            why = reason(error) if isinstance(error, OSError) else "链接绕成了圈"
        mend = "看看它是不是正被别的程序打开；不是课程的东西就挪走"
        self.report(Code.UNREADABLE_FILE, path, f"这个文件读不了：{why}", mend)
        return None

    def entries(self, folder: Path) -> list[Path]:
        """What lies in a folder, by name, without what is hidden or put there by other programs.

        Nothing, and a problem, where the folder cannot be looked into.
        """
        try:
            found = sorted(folder.iterdir())
        except OSError as error:
            if isinstance(error, FileNotFoundError) and not folder.is_symlink():
                return []
            mend = "把它换成能打开的文件夹；权限不够，找管这台电脑的人"
            self.report(Code.UNREADABLE_FILE, folder, f"这个文件夹读不了：{reason(error)}", mend)
            self.unseen = True
            return []
        return [path for path in found if not is_dropped(path.name)]

    def name(self, path: Path) -> str:
        """The path as printed: from the curriculum folder's own name on, with slashes."""
        return (Path(self.root.name) / path.relative_to(self.root)).as_posix()

    def report(self, code: Code, path: Path, what: str, mend: str) -> None:
        self.problems.append(Problem(code, Location(self.name(path)), what, mend))

    def _inside(self, path: Path) -> bool:
        if path.resolve().is_relative_to(self.root.resolve()):
            return True
        mend = "把文件本身放进课程文件夹，不要放快捷方式或链接"
        self.report(Code.OUTSIDE_LINK, path, "这个文件是指到课程文件夹外面的链接", mend)
        return False


def read_curriculum(
    root: Path,
    before: Reading | None = None,
    instead: Mapping[str, bytes] = _NOTHING,
    shelf: Shelf | None = None,
) -> Reading:
    """Read every file below `root`. Never raises for an author's mistake.

    A file whose bytes are as they were in `before`, an earlier reading of the same folder, is not
    parsed again. `instead` has bytes to be read for a file, by its printed name, in place of those
    on the disk. A file that stands on the `shelf` is not parsed either.
    """
    reader = _FolderReader(root, before.files if before else {}, instead, shelf)
    top = reader.entries(root)
    if reader.unseen:
        return Reading(None, {}, {}, frozenset(), tuple(reader.problems))
    for stem, model in SINGLE_FILES.items():
        _read_single(reader, root / f"{stem}.yml", model)
    _misplaced(reader, top)
    for folder, model in FOLDERS.items():
        for path in _yaml_files(reader, root / folder):
            reader.read(path, f"{folder}/{path.stem}", model)
    figures = _figures(reader)
    parts = {key: file.part for key, file in reader.files.items() if file.part is not None}
    sources = {key: file.source for key, file in reader.files.items()}
    broken = frozenset(sources) - frozenset(parts)
    course = None if reader.unseen else _course(parts, figures)
    return Reading(course, reader.files, sources, broken, tuple(reader.problems))


def read_file(name: str, data: bytes, model: type[Part]) -> ReadFile:
    """One file of the course by what stands in it; `name` is how problems call it."""
    return _validated(data, read_source(name, data), model)


def _validated(data: bytes, source: Source, model: type[Part]) -> ReadFile:
    part, told = validate(source, model)
    return ReadFile(data, source, part, told_once((*source.told, *told)))


def _read_single(reader: _FolderReader, path: Path, model: type[Part]) -> None:
    reader.read(path, path.stem, model)
    if path.stem not in reader.files:
        mend = f"从发布包里拷一份 {path.name} 回来"
        reader.report(Code.MISSING_FILE, path, f"少了 {path.name} 这个文件", mend)


def _yaml_files(reader: _FolderReader, folder: Path) -> Iterator[Path]:
    for path in reader.entries(folder):
        if path.suffix == ".yml" and not _is_folder(path) and not _has_two_endings(path):
            yield path
        else:
            _refuse_stray(reader, path)


def _is_gone(path: Path) -> bool:
    """Whether nothing is there any more: editors put files beside others for a moment."""
    return not os.path.lexists(path)


def _is_folder(path: Path) -> bool:
    return path.is_dir() and not path.is_symlink()


def _has_two_endings(path: Path) -> bool:
    return path.stem.endswith((".yaml", ".yml"))


def _refuse_stray(reader: _FolderReader, path: Path) -> None:
    """A file that is none of the course's. The name it would have counts as known, so that what
    points to it is not reported as well."""
    if _is_gone(path):
        return
    stem = path.name.split(".")[0].strip()
    what = "这里只放 .yml 结尾的文件，这一个没有读"
    mend = f"改名成 {stem}.yml（在“查看”里打开“文件扩展名”再改）"
    if path.suffix.lower() not in _TEXT_ENDINGS:
        mend = "不是课程的文件，挪到课程文件夹外面；内容要用，就照别的文件写成 .yml"
    if path.is_dir():
        what, mend = "这里不放文件夹，里面的没有读", "把它挪到课程文件夹外面"
    elif path.with_name(f"{stem}.yml").is_file():
        mend = f"{stem}.yml 已经有了；这一个不要了就删掉，要留就挪到课程文件夹外面"
    else:
        source = Source(reader.name(path))
        reader.files[f"{path.parent.name}/{stem}"] = ReadFile(None, source, None, ())
    reader.report(Code.WRONG_SUFFIX, path, what, mend)


def _misplaced(reader: _FolderReader, top: list[Path]) -> None:
    """YAML files at the top that are none of the four which belong there."""
    for path in top:
        if path.suffix == ".yml" and path.stem not in SINGLE_FILES and not _is_gone(path):
            what = "这个文件放错了地方，没有读"
            mend = "，".join(f"{kind.called}放进 {kind.folder}" for kind in FOLDERS.values())
            reader.report(Code.MISPLACED_FILE, path, what, mend)


def _figures(reader: _FolderReader) -> dict[str, str]:
    """The line drawings, as SVG text by the name lessons use (`figures/….svg`)."""
    folder = reader.root / "figures"
    figures = {}
    for path in reader.entries(folder):
        data = reader.bytes_of(path) if path.suffix == ".svg" else None
        if data is not None:
            figures[f"figures/{path.name}"] = data.decode("utf-8", "replace")
    return figures


def _course(parts: Mapping[str, Part], figures: Mapping[str, str]) -> Course | None:
    if not all(stem in parts for stem in SINGLE_FILES):
        return None
    # Each part is valid already; constructing the whole does not validate it a second time.
    return Course.model_construct(
        settings=_single(parts, "course", Settings),
        slots=_single(parts, "slots", Slots).slots,
        glossary=_single(parts, "glossary", Glossary).terms,
        practices=_single(parts, "practices", Practices).practices,
        lessons=_of(parts, Lesson),
        paths=_of(parts, LearningPath),
        villages=_of(parts, Village),
        forms=_of(parts, Form),
        facts=_of(parts, Fact),
        papers=_of(parts, Paper),
        figures=figures,
    )


def _single(parts: Mapping[str, Part], key: str, kind: type[P]) -> P:
    part = parts[key]
    assert isinstance(part, kind)
    return part


def _of(parts: Mapping[str, Part], kind: type[F]) -> dict[str, F]:
    lead = f"{kind.folder}/"
    named = {key.removeprefix(lead): part for key, part in parts.items() if key.startswith(lead)}
    return {key: part for key, part in named.items() if isinstance(part, kind)}
