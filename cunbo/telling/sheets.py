"""What a kind of printed sheet is, and what is known of one that was printed."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Protocol

from cunbo.model.lesson import Lesson
from cunbo.telling.edition import Edition
from cunbo.telling.sheet_codes import SheetCode, hashed


class Reader(StrEnum):
    """Whose hands a sheet is for."""

    LEARNER = "学员"
    TRAINER = "培训员"
    COOPERATIVE = "合作社和村里"


class Size(StrEnum):
    """How large the pages of a sheet are, in people's words."""

    A4 = "A4"
    A5 = "A5"
    SCREEN = "16:9"

    @property
    def is_paper(self) -> bool:
        return self is not Size.SCREEN


class Occasion(StrEnum):
    """When a class is given a sheet of the whole course; in a folder for the shop, its place."""

    BEFORE = "开班前"
    AFTER = "结业"
    ASKED = "另外要的"


class Dated(Protocol):
    """What says when somebody last went through it."""

    @property
    def reviewed(self) -> date | None: ...


@dataclass(frozen=True, kw_only=True)
class Sheet:
    """A kind of printed sheet. `is_form` tells one that is there to be filled in by hand and used
    on; `letter` tells it in codes, and what is not printed has none.

    What is read of it is in no smaller type than `least_type` points, and stands no nearer than
    `margin` millimetres to the edge of the paper.

    One that `names_village` says its name even where none of its words are the village's own.

    A class is given a copy for every so many learners as it `serves`, one for the whole class where
    that is None. What is filled in by two, cut or put on a wall is `one_sided`; `cut` tells what is
    cut apart before it is given out.
    """

    name: str
    template: str
    reader: Reader
    size: Size = Size.A4
    is_form: bool = False
    letter: str = ""
    names_village: bool = False
    least_type: int = 14
    margin: int = 12
    serves: int | None = None
    one_sided: bool = False
    cut: bool = False

    def copies(self, learners: int) -> int:
        """How many copies a class of so many learners takes."""
        return 1 if self.serves is None else -(-learners // self.serves)

    def file(self, lesson_id: str | None) -> str:
        """The PDF's name, as a villager sees it when the file is forwarded in a chat."""
        return f"{lesson_id}-{self.name}.pdf" if lesson_id else f"{self.name}.pdf"

    def coded(self, lesson_id: str | None) -> str:
        """Five signs that tell it among all sheets."""
        return (lesson_id.replace("-", "") if lesson_id else "0000") + self.letter


@dataclass(frozen=True, kw_only=True)
class LessonSheet(Sheet):
    """A sheet of a written lesson.

    `view` picks what of the lesson stands on it, None if the lesson has no such sheet: a sheet is
    printed anew only when that changes. `has_steps` tells the one that learners follow step by
    step; one that `names_sides` says on which side of that each step begins.
    """

    view: Callable[[Edition, Lesson], object | None]
    has_steps: bool = False
    names_sides: bool = False


@dataclass(frozen=True, kw_only=True)
class CourseSheet(Sheet):
    """A sheet there is one of for the whole course; None if the course has nothing for it. A class
    is given it on an `occasion`."""

    view: Callable[[Edition], Dated | None]
    occasion: Occasion = Occasion.ASKED


@dataclass(frozen=True, kw_only=True)
class LooseSheet(CourseSheet):
    """A form that no written lesson hands out. In a folder such forms lie together."""

    is_form: bool = True
    letter: str = "B"
    one_sided: bool = True

    def file(self, lesson_id: str | None) -> str:
        return f"表-{self.name}.pdf"

    def coded(self, lesson_id: str | None) -> str:
        return hashed(self.name, 4) + self.letter


@dataclass(frozen=True)
class Printable:
    """A finished PDF of so many `pages`, `size` bytes, `file` its name inside `handouts/`, `code`
    as it is printed on it.

    `lesson_id` is None for a sheet of the whole course.
    """

    lesson_id: str | None
    sheet: Sheet
    file: str
    code: SheetCode
    pages: int
    size: int

    @property
    def is_form(self) -> bool:
        return self.sheet.is_form
