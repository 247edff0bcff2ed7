"""What a curriculum folder held, once it has been read."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cached_property

from cunbo.model.base import Part
from cunbo.model.course import Course
from cunbo.problems.problem import Problem
from cunbo.reading.source import Source


@dataclass(frozen=True, eq=False)
class ReadFile:
    """One file and what it says; `data` is None where the file was not to be read."""

    data: bytes | None
    source: Source
    part: Part | None
    problems: tuple[Problem, ...]


@dataclass(frozen=True)
class Reading:
    """What a curriculum folder held.

    `course` is None when a file it cannot do without is broken. `files` has every file, by
    `folder/stem` (or `stem` at the top), `sources` their trees; `broken` the keys of those that
    became no part.
    """

    course: Course | None
    files: Mapping[str, ReadFile]
    sources: Mapping[str, Source]
    broken: frozenset[str]
    problems: tuple[Problem, ...]

    def ids(self, folder: str) -> Collection[str]:
        """The ids of a folder's files, broken ones too, so that one mistake is not told twice."""
        return self._by_folder.get(folder, {}).keys()

    @cached_property
    def _by_folder(self) -> dict[str, dict[str, Source]]:
        found: dict[str, dict[str, Source]] = {}
        for key, source in self.sources.items():
            folder, slash, name = key.partition("/")
            if slash:
                found.setdefault(folder, {})[name] = source
        return found
