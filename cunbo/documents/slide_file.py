"""The one module that knows python-pptx: slides of 16:9, each with notes for who shows them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from io import BytesIO
from typing import Any

from pptx import Presentation
from pptx.util import Mm, Pt

from cunbo.documents.clean import clean
from cunbo.documents.still import without_moment

WIDTH, HEIGHT = 338.7, 190.5
"""Millimetres."""
_MARGIN, _TOP, _TITLE, _FOOT = 14.0, 8.0, 20.0, 8.0
ROOM = (WIDTH - 2 * _MARGIN, HEIGHT - _TOP - _TITLE - _FOOT - 12)
"""Width and height below the title and above the foot."""
_TITLE_POINTS, _FOOT_POINTS = 34, 14
_LAYOUT = "Title Only"
_FONTS = (
    (b'<a:latin typeface="Calibri"/>', b'<a:latin typeface="Arial"/>'),
    (b'<a:ea typeface=""/>', '<a:ea typeface="黑体"/>'.encode()),
    ('script="Hans" typeface="宋体"'.encode(), 'script="Hans" typeface="黑体"'.encode()),
)
_FIRST_DAY = date(1980, 1, 1)

Stretch = tuple[str, bool]
"""Text, and whether it is bold."""


@dataclass(frozen=True)
class SlideLine:
    """A paragraph on a slide; with a `mark` before it, its further lines are set in. `scale` makes
    it larger than the others."""

    runs: tuple[Stretch, ...]
    mark: str = ""
    scale: float = 1.0

    @property
    def text(self) -> str:
        return self.mark + "".join(one for one, _ in self.runs)


@dataclass(frozen=True)
class Box:
    """A part of the room below the title, in millimetres from its upper left corner."""

    left: float
    top: float
    width: float
    height: float


class SlideFile:
    """Slides that are being written."""

    def __init__(self) -> None:
        self._show = Presentation()
        self._show.slide_width, self._show.slide_height = Mm(WIDTH), Mm(HEIGHT)
        self._layout = _only_layout(self._show)
        _set_fonts(self._show)
        self._slide: Any = None

    def begin(self, title: str, foot: str, notes: str) -> None:
        """A new slide; what follows stands on it."""
        self._slide = self._show.slides.add_slide(self._layout)
        self._slide.shapes.title.text_frame.text = clean(title)
        place = Mm(_MARGIN), Mm(HEIGHT - _FOOT - 2), Mm(ROOM[0]), Mm(_FOOT)
        frame = self._slide.shapes.add_textbox(*place).text_frame
        _fill(frame, [SlideLine(((foot, False),))], _FOOT_POINTS)
        if notes:
            self._slide.notes_slide.notes_text_frame.text = clean(notes)

    def lines(self, lines: Sequence[SlideLine], box: Box, points: float) -> None:
        """Paragraphs one below the other."""
        frame = self._slide.shapes.add_textbox(*_placed(box)).text_frame
        _fill(frame, lines, points)

    def grid(
        self, rows: Sequence[Sequence[SlideLine]], widths: Sequence[float], box: Box, points: float
    ) -> None:
        """A table; its first row is a head."""
        left, top, width, _ = _placed(box)
        shape = self._slide.shapes.add_table(len(rows), len(widths), left, top, width, Mm(1))
        for column, share in zip(shape.table.columns, widths, strict=True):
            column.width = Mm(share)
        for row, cells in zip(shape.table.rows, rows, strict=True):
            for cell, line in zip(row.cells, cells, strict=True):
                _fill(cell.text_frame, [line], points)
        _only_lines(shape)

    def picture(self, png: bytes, alt: str, box: Box) -> None:
        """A drawing as large as the box allows, in its middle."""
        shown = self._slide.shapes.add_picture(BytesIO(png), 0, 0)
        left, top, width, height = _placed(box)
        scale = min(width / shown.width, height / shown.height)
        shown.width, shown.height = round(shown.width * scale), round(shown.height * scale)
        shown.left = left + (width - shown.width) // 2
        shown.top = top + (height - shown.height) // 2
        shown._element.nvPicPr.cNvPr.set("descr", clean(alt))

    def finished(self, title: str, day: date | None) -> bytes:
        """The slides. Same content, same bytes."""
        told = self._show.core_properties
        told.title, told.author, told.last_modified_by = clean(title), "", ""
        told.language, told.revision = "zh-CN", 1
        told.created = told.modified = datetime.combine(day or _FIRST_DAY, time(), UTC)
        file = BytesIO()
        self._show.save(file)
        return without_moment(file.getvalue())


def _placed(box: Box) -> tuple[int, int, int, int]:
    top = _TOP + _TITLE + 4 + box.top
    return Mm(_MARGIN + box.left), Mm(top), Mm(box.width), Mm(box.height)


def _only_layout(show: Any) -> Any:
    """The layout of a title and nothing else, the title where we have it; others go."""
    for one in list(show.slide_layouts):
        if one.name != _LAYOUT:
            show.slide_layouts.remove(one)
    (layout,) = show.slide_layouts
    title = next(one for one in show.slide_master.placeholders if one.placeholder_format.idx == 0)
    title.left, title.top, title.width, title.height = map(Mm, (_MARGIN, _TOP, ROOM[0], _TITLE))
    for shape in [*layout.placeholders, *show.slide_master.placeholders]:
        if shape.placeholder_format.idx != 0:
            shape._element.getparent().remove(shape._element)
        else:
            shape.text_frame.text = "标题"
    look = show.slide_master._element.find(".//{*}titleStyle/{*}lvl1pPr")
    look.set("algn", "l")
    look.find("{*}defRPr").set("sz", str(_TITLE_POINTS * 100))
    look.find("{*}defRPr").set("b", "1")
    return layout


def _set_fonts(show: Any) -> None:
    """Chinese in a font that Windows and WPS have; nothing that tells of another program."""
    part = show.slide_master.part
    theme = next(one.target_part for one in part.rels.values() if one.reltype.endswith("/theme"))
    for stands, wanted in _FONTS:
        theme._blob = theme.blob.replace(stands, wanted)
    package = show.part.package
    for owner, kind in ((show.part, "/printerSettings"), (package, "/thumbnail")):
        rels = owner._rels
        for name in [name for name, one in rels.items() if one.reltype.endswith(kind)]:
            rels.pop(name)


def _fill(frame: Any, lines: Sequence[SlideLine], points: float) -> None:
    frame.word_wrap = True
    for number, line in enumerate(lines):
        paragraph = frame.paragraphs[0] if number == 0 else frame.add_paragraph()
        paragraph.space_after = Pt(points * 0.25)
        if line.mark:
            indent = Pt(points * 1.4)
            paragraph._p.get_or_add_pPr().set("marL", str(indent))
            paragraph._p.get_or_add_pPr().set("indent", str(-indent))
        marked = ((f"{line.mark}\t", True),) if line.mark else ()
        for text, bold in (*marked, *line.runs):
            _add_run(paragraph, text, bold, points * line.scale)


def _add_run(paragraph: Any, text: str, bold: bool, points: float) -> None:
    for number, piece in enumerate(clean(text).split("\n")):
        if number:
            paragraph.add_line_break()
        run = paragraph.add_run()
        run.text = piece
        run.font.size, run.font.bold = Pt(points), bold
        run._r.get_or_add_rPr().set("lang", "zh-CN")


_NO_STYLE = "{5940675A-B579-460E-94D1-54222C63F5DA}"
"""Lines around all cells and no colour: what every program has and calls 无样式，网格型."""


def _only_lines(shape: Any) -> None:
    look = shape._element.graphic.graphicData.tbl.tblPr
    look.set("bandRow", "0")
    look.find("{*}tableStyleId").text = _NO_STYLE
