"""What every rule works with: the course, and where each part of it stands."""

from collections.abc import Iterator
from dataclasses import dataclass

from cunbo.curriculum import Reading
from cunbo.model.base import Part, Sentence
from cunbo.model.course import Course
from cunbo.model.walk import Path, sentences
from cunbo.problems import Code, Problem
from cunbo.source import Source


@dataclass(frozen=True)
class Desk:
    """A course on the table, with its sources beside it."""

    course: Course
    reading: Reading

    def source(self, folder: str, name: str) -> Source:
        return self.reading.sources[f"{folder}/{name}" if folder else name]

    def ids(self, folder: str) -> list[str]:
        """All ids of a folder, those of broken files included."""
        return self.reading.ids(folder)

    def parts(self) -> Iterator[tuple[Source, Part]]:
        """Every part that authors write sentences in, with its source."""
        course = self.course
        for folder, parts in (
            ("lessons", course.lessons),
            ("paths", course.paths),
            ("villages", course.villages),
            ("forms", course.forms),
            ("facts", course.facts),
        ):
            for name, part in parts.items():
                yield self.source(folder, name), part
        yield self.source("", "course"), course.settings

    def sentences(self) -> Iterator[tuple[Source, Path, Sentence]]:
        """Every sentence of the course, with its source and its path there."""
        for source, part in self.parts():
            for path, sentence in sentences(part):
                yield source, path, sentence


def problem(source: Source, path: Path, code: Code, what: str, mend: str) -> Problem:
    """A problem at the value `path` leads to."""
    return Problem(code, source.at(*path), what, mend)
