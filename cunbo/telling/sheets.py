"""What was printed, as the site needs to know it: names, pages and weights, not the bytes."""

from dataclasses import dataclass
from enum import StrEnum


class SheetKind(StrEnum):
    """Whom a sheet is for, and which one it is."""

    LEARNER = "讲义"
    TRAINER = "教案"


@dataclass(frozen=True)
class Printable:
    """A finished PDF: `pages` A4 pages, `size` bytes, `file` its name inside `handouts/`."""

    lesson_id: str
    kind: SheetKind
    file: str
    pages: int
    size: int


def file_name(lesson_id: str, kind: SheetKind) -> str:
    """The name a villager sees when the file is forwarded in a chat."""
    return f"{lesson_id}-{kind}.pdf"
