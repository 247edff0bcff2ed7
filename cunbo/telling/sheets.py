"""What a kind of printed sheet is, and what is known of one that was printed."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from cunbo.model.lesson import Lesson
from cunbo.telling.edition import Edition


class Reader(StrEnum):
    """Whose hands a sheet is for."""

    LEARNER = "学员"
    TRAINER = "培训员"


@dataclass(frozen=True)
class Sheet:
    """A kind of printed sheet.

    `view` picks what of a written lesson stands on it: a sheet is printed anew only when that
    changes. `has_form` tells the one whose last page is the lesson's form. With `pictures` every
    page is also made as a PNG, to be sent on in a chat.
    """

    name: str
    template: str
    reader: Reader
    view: Callable[[Edition, Lesson], object]
    has_form: bool = False
    pictures: bool = False

    def file(self, lesson_id: str) -> str:
        """The PDF's name, as a villager sees it when the file is forwarded in a chat."""
        return f"{lesson_id}-{self.name}.pdf"

    def picture(self, lesson_id: str, page: int) -> str:
        """The name of one page as a picture; pages count from 1."""
        return f"{lesson_id}-{self.name}-{page}.png"


@dataclass(frozen=True)
class Printable:
    """A finished PDF: `pages` A4 pages, `size` bytes, `file` its name inside `handouts/`.

    `pictures` are the names of its pages as PNG, in order; none where the sheet has none.
    """

    lesson_id: str
    sheet: Sheet
    file: str
    pages: int
    size: int
    pictures: tuple[str, ...] = ()
