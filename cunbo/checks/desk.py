"""What every rule works with: the course, and where each part of it stands."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from cunbo.model.base import Part, Sentence, Spoken
from cunbo.model.course import FOLDERS, SINGLE_FILES, Course
from cunbo.model.lesson import Lesson
from cunbo.model.text import has_signs
from cunbo.model.walk import Path, sentences
from cunbo.problems.codes import Code
from cunbo.problems.problem import Problem
from cunbo.reading.reading import Reading
from cunbo.reading.source import Source

_LEARNER_KEYS = frozenset(
    {"deliverable", "scene", "objectives", "bring", "rubric", "trouble", "card"}
)
_INSIDE = {"steps": ("title", "learner"), "quiz": ("ask", "choices")}


@dataclass(frozen=True)
class Desk:
    """A course on the table, with its sources beside it; `today` is the day to judge dates by.

    `begun` is the latest day that has begun somewhere: what is dated later has not been yet.
    """

    course: Course
    reading: Reading
    today: date
    begun: date

    def source(self, folder: str, name: str) -> Source:
        return self.reading.sources[f"{folder}/{name}" if folder else name]

    def ids(self, folder: str) -> Collection[str]:
        """All ids of a folder, those of broken files included."""
        return self.reading.ids(folder)

    def parts(self) -> Iterator[tuple[Source, Part]]:
        """Every part that authors write sentences in, with its source."""
        for folder in FOLDERS:
            for name, part in self.course.folder(folder).items():
                yield self.source(folder, name), part
        for name in SINGLE_FILES:
            single = self.reading.files[name].part
            if single is not None:
                yield self.source("", name), single

    def sentences(self) -> tuple[tuple[Source, Path, Sentence], ...]:
        """Every sentence of the course, with its source and its path there."""
        return self._sentences

    @cached_property
    def _sentences(self) -> tuple[tuple[Source, Path, Sentence], ...]:
        return tuple(
            (source, path, sentence)
            for source, part in self.parts()
            for path, sentence in sentences(part)
        )

    @cached_property
    def marked_sentences(self) -> tuple[tuple[Source, Path, Sentence], ...]:
        """Those that have a sign of a mark in them."""
        return tuple(found for found in self._sentences if has_signs(found[2]))

    @cached_property
    def class_texts(self) -> tuple[tuple[Source, Path, str], ...]:
        """What is read or said in class: written lessons with the trainer's part, forms, and words
        to say wherever they stand. 别这么说 is there to be read as wrong."""
        lessons = {source.file for source, _ in self.written_lessons()}
        titles = ((source, ("title",), lesson.title) for source, lesson in self.written_lessons())
        said = (
            (source, path, text)
            for source, path, text in self._sentences
            if path[-1] != "instead_of"
            and (
                source.file in lessons
                or source.file in self._form_files
                or isinstance(text, Spoken)
            )
        )
        return (*titles, *said)

    @cached_property
    def printed_for_learners(self) -> tuple[tuple[Source, Path, str], ...]:
        """Of that, what learners read."""
        return tuple(
            (source, path, text)
            for source, path, text in self.class_texts
            if source.file in self._form_files or path == ("title",) or _reaches_learners(path)
        )

    @cached_property
    def _form_files(self) -> set[str]:
        return {self.source("forms", form).file for form in self.course.forms}

    def written_lessons(self) -> Iterator[tuple[Source, Lesson]]:
        """The lessons that have steps."""
        for name, lesson in self.course.lessons.items():
            if not lesson.is_outline:
                yield self.source("lessons", name), lesson


def problem(source: Source, path: Path, code: Code, what: str, mend: str) -> Problem:
    """A problem at the value `path` leads to."""
    return Problem(code, source.at(*path), what, mend)


def misnamed(
    source: Source, path: Path, code: Code, told: tuple[str, str], name: tuple[str, str | None]
) -> Problem:
    """A problem of a name at `path`: what is told of it and how to mend it; the name and, where
    there is one like it, what was probably meant."""
    at, (typed, meant) = source.at(*path), name
    return Problem(code, at, *told, source.edit(at, typed, meant, sure=False) if meant else None)


def _reaches_learners(path: Path) -> bool:
    if path[0] in _LEARNER_KEYS or path[:2] == ("after", "homework"):
        return True
    return len(path) > 2 and path[2] in _INSIDE.get(str(path[0]), ())
