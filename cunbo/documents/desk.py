"""What lies at hand while a document is written: the file, the words, the drawings, the room."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from cunbo.documents.word_file import WordFile
from cunbo.documents.wordml import Element, mm, paragraph, run
from cunbo.model.base import Sentence
from cunbo.model.text import Run
from cunbo.model.ties import MAY_BREAK
from cunbo.telling.edition import Edition
from cunbo.telling.on_paper import printed_runs

BODY_WIDTH = mm(170)
"""Between the margins of `templates/documents/word/document.xml`."""
WRITE_GAP = mm(9)
"""From one line to write on to the next, unless there is room for more."""
TICK_SIZE = 34
"""Half points of a box to tick, that a thick pencil meets it."""
LINE_TO_WRITE = "＿"


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
        for one in _runs(self.edition, text):
            yield run(_said(one), bold=bold or one.strong or None, size=self.size)

    def said(self, text: str) -> str:
        """The same as bare text."""
        return "".join(_said(one) for one in _runs(self.edition, text))

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


def to_write_on(label: str, length: int) -> str:
    """A short thing to write: what it is, and a line for it."""
    return label + LINE_TO_WRITE * length


def _runs(edition: Edition, text: str) -> Iterator[Run]:
    if isinstance(text, Sentence):
        return printed_runs(edition.runs(text))
    return iter((Run(text),))


def _said(one: Run) -> str:
    if one.blank:
        return f"{LINE_TO_WRITE * 4}（{one.slot}）"
    return one.text.replace(MAY_BREAK, "")
