"""What lies at hand while a document is written: the file, the words, the drawings, the room."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from cunbo.documents.said import LINE_TO_WRITE, said, said_runs
from cunbo.documents.word_file import WordFile
from cunbo.documents.wordml import Element, mm, paragraph, run
from cunbo.telling.edition import Edition

BODY_WIDTH = mm(170)
"""Between the margins of `templates/documents/word/document.xml`."""
WRITE_GAP = mm(9)
"""From one line to write on to the next, unless there is room for more."""
TICK_SIZE = 34
"""Half points of a box to tick, that a thick pencil meets it."""


@dataclass(frozen=True)
class WritingDesk:
    """`pictures` are PNGs by `src`, `law` says under which number of the booklet a fact stands.

    `size` is that of words larger than the document's, in half points; `width` is the room from
    left to right, `write_gap` that from one line to write on to the next; what is to `cut` has
    lines for the scissors.
    """

    edition: Edition
    file: WordFile
    pictures: Mapping[str, bytes]
    law: Mapping[str, int] = field(default_factory=dict)
    size: int | None = None
    width: int = BODY_WIDTH
    write_gap: int = WRITE_GAP
    cut: bool = False

    @property
    def points(self) -> float:
        """How large the words are set."""
        return self.size / 2 if self.size else self.file.points

    def at_least(self, points: float) -> "WritingDesk":
        """The same with words of so many points, where they are smaller."""
        return self if self.points >= points else replace(self, size=round(2 * points))

    def words(self, text: str, bold: bool = False) -> Iterator[Element]:
        """A sentence with its marks; a name letter for letter."""
        for one, strong in said_runs(self.edition.on_paper(text)):
            yield run(one, bold=bold or strong or None, size=self.size)

    def said(self, text: str) -> str:
        """The same as bare text."""
        return said(self.edition.on_paper(text))

    def plain(self, text: str, bold: bool = False) -> Element:
        """Words of ours, as they are."""
        return run(text, bold=bold or None, size=self.size)

    def label(self, text: str) -> Iterator[Element]:
        """A framed word before others."""
        yield run(f" {text} ", label=True, size=self.size)
        yield run("　", size=self.size)

    def cell(self, text: str, bold: bool = False, style: str = "Cell") -> tuple[Element, ...]:
        """What stands in a cell of a table."""
        return (paragraph(*self.words(text, bold), style=style),)


SetInWord = Callable[[Any, WritingDesk], Iterable[Element]]
"""The value of a block, of whatever kind → what a document shows of it."""


def to_write_on(label: str, length: int) -> str:
    """A short thing to write: what it is, and a line for it."""
    return label + LINE_TO_WRITE * length
