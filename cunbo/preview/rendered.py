"""A lesson made visible: what a tab can ask for, what it then gets, and why it may get nothing."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from cunbo.handouts.measured import Measured
from cunbo.making.files import fingerprint
from cunbo.pages import style
from cunbo.problems.notice import Notice
from cunbo.telling.sheets import Printable, Sheet


class PageKind(StrEnum):
    """Whose web page is shown."""

    LEARNER = "学员页"
    TRAINER = "培训员页"


@dataclass(frozen=True)
class Selection:
    """What a tab has been asked to show."""

    lesson: str
    page: PageKind
    sheet: Sheet


@dataclass(frozen=True)
class RenderedLesson:
    """A lesson made visible.

    `files` has everything a tab asks for, by its route in the site; `page`, `sheets` (one picture
    a page, in order) and `pdf` are such routes. An outline has no sheets and no PDF. `to_come` are
    the files that nobody has looked at yet; the page has their sizes of last time. Once there are
    none, `measured` says of each sheet what it turned out to be.
    """

    page: str
    sheets: tuple[str, ...]
    pdf: str | None
    files: Mapping[str, bytes]
    to_come: frozenset[str] = frozenset()
    measured: Mapping[Printable, Measured] = field(default_factory=dict)

    @property
    def is_whole(self) -> bool:
        return not self.to_come

    @property
    def mark(self) -> str:
        """Changes when the page does."""
        return fingerprint(self.page, self.files[self.page])

    @property
    def style_mark(self) -> str:
        """Changes when the site's style sheet does."""
        return fingerprint(self.files[style.FILE])


class RenderError(Exception):
    """A lesson that cannot be shown, for no fault of the lesson."""

    def __init__(self, mistake: Notice) -> None:
        super().__init__(mistake.what)
        self.mistake = mistake
