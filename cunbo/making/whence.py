"""Where in an author's files the words stand that were met on a printed sheet."""

from collections.abc import Iterator
from dataclasses import dataclass

from cunbo.model.base import Part
from cunbo.model.course import Form
from cunbo.model.lesson import Lesson
from cunbo.model.walk import pictures, texts
from cunbo.problems.problem import Location
from cunbo.reading.reading import Reading
from cunbo.reading.source import Source
from cunbo.telling.edition import Edition
from cunbo.telling.sheets import Sheet


@dataclass(frozen=True)
class Whence:
    """The files of a course as it is told for a village, to be looked through for words."""

    reading: Reading
    edition: Edition

    def at(self, sheet: Sheet, lesson_id: str | None, words: str) -> Location:
        """The place of words of a sheet, or of what is said of a drawing on it: the village's slot
        if they are all of it, else a line of the lesson or form; what the sheet is made from, where
        nobody has written them in one piece."""
        sought = _squeezed(words)
        found = self._found(sheet, lesson_id, sought, words) if sought else iter(())
        return next(found, self._whole(sheet, lesson_id))

    def heaviest_drawing(self, sheet: Sheet, lesson_id: str | None) -> Location:
        """The place of the drawing that adds most to the file of a sheet, if it has any."""
        figures = self.edition.course.figures
        drawings = (
            (len(figures.get(picture.src, "")), source.at(*path, "src"))
            for source, part in self._parts(sheet, lesson_id)
            for path, picture in pictures(part)
        )
        return max(drawings, default=(0, self._whole(sheet, lesson_id)))[1]

    def form(self, sheet: Sheet, lesson_id: str | None) -> Form | None:
        """The form that a sheet is, if it is one."""
        parts = self._parts(sheet, lesson_id) if sheet.is_form else iter(())
        return next((part for _, part in parts if isinstance(part, Form)), None)

    def _found(
        self, sheet: Sheet, lesson_id: str | None, sought: str, words: str
    ) -> Iterator[Location]:
        village = self._source("villages", self.edition.village.id)
        for name, filled in self.edition.village.slots.items():
            if sought in _squeezed(filled):
                yield village.at("slots", name)
        for source, part in self._parts(sheet, lesson_id):
            for path, picture in pictures(part):
                if picture.alt == words:
                    yield source.at(*path, "src")
            for path, text in texts(part):
                if sought in _squeezed(self.edition.plain(text)):
                    yield source.at(*path)

    def _parts(self, sheet: Sheet, lesson_id: str | None) -> Iterator[tuple[Source, Part]]:
        """What a sheet is made from, before anything of it is left out for a village's goods."""
        course = self.edition.whole
        if lesson_id:
            lesson = course.lessons[lesson_id]
            form = lesson.deliverable.form
            if form and sheet.is_form:
                yield self._source("forms", form), course.forms[form]
            yield self._source("lessons", lesson.id), lesson
            return
        for name, one in course.forms.items():
            if one.name == sheet.name:
                yield self._source("forms", name), one
                return
        for folder in ("lessons", "facts", "forms"):
            for name, part in course.folder(folder).items():
                yield self._source(folder, name), part

    def _whole(self, sheet: Sheet, lesson_id: str | None) -> Location:
        """The beginning of what a sheet is made from."""
        if lesson_id or sheet.is_form:
            source, part = next(self._parts(sheet, lesson_id))
            return source.at_key("title" if isinstance(part, Lesson) else "name")
        return self._source("", "course").at_key("title")

    def _source(self, folder: str, name: str) -> Source:
        return self.reading.sources[f"{folder}/{name}" if folder else name]


def _squeezed(text: str) -> str:
    """The letters and figures of a text: how it is cut and set does not matter."""
    return "".join(letter for letter in text if letter.isalnum())
