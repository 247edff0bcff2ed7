"""Which sheets there are for Word, and each from its view."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePath
from typing import Any

from cunbo.documents.desk import WritingDesk
from cunbo.documents.for_course import (
    badge_sheet,
    certificate_sheet,
    errand_list,
    placement_sheet,
    village_sheet,
)
from cunbo.documents.for_learners import elders, form, handout, is_learners
from cunbo.documents.for_trainers import plan
from cunbo.documents.parts import foot, running, titled
from cunbo.documents.word_file import WordFile
from cunbo.documents.wordml import Element
from cunbo.telling.edition import Edition
from cunbo.telling.placement import Placement
from cunbo.telling.sheet_codes import SheetCode
from cunbo.telling.sheets import LooseSheet, Sheet


@dataclass(frozen=True)
class WordSheet:
    """How a sheet is set in Word: `points` is the size of its type; it is told in the head as
    `label`, in the foot with a `note`. One that is `titled` begins with its title."""

    set: Callable[[Any, WritingDesk], Iterator[Element]]
    points: float
    label: str
    note: str
    titled: bool = True


_FORM = "form.typ"
_LEARNERS_FORM = WordSheet(form, 14, "空白表", "一人一张，可复印")
_OTHER_FORM = WordSheet(form, 12, "空白表", "可复印")
_POSTER = WordSheet(form, 28, "海报", "可放大复印")
_SHEETS: Mapping[str, WordSheet] = {
    "learner.typ": WordSheet(handout, 14, "讲义", "本页可复印"),
    "elder.typ": WordSheet(elders, 20, "老人版", "老人版，可复印", titled=False),
    "trainer.typ": WordSheet(plan, 11, "教案", "教案，只给培训员"),
    "placement.typ": WordSheet(placement_sheet, 14, "开班前用", "一人一张，可复印"),
    "errands.typ": WordSheet(errand_list, 13, "培训员用", "开班前问一次"),
    "village.typ": WordSheet(village_sheet, 12, "各村用", "一村一份，可复印"),
    "certificate.typ": WordSheet(certificate_sheet, 14, "结业用", "印单面"),
    "badges.typ": WordSheet(badge_sheet, 14, "结业用", "印单面"),
}


def has_document(sheet: Sheet) -> bool:
    """Whether a kind of sheet can be had for Word."""
    return sheet.template == _FORM or sheet.template in _SHEETS


def document_file(sheet: Sheet, lesson_id: str | None) -> str:
    """The name of the document: that of the PDF, but for its end."""
    return PurePath(sheet.file(lesson_id)).with_suffix(".docx").name


def word_document(
    edition: Edition,
    sheet: Sheet,
    view: Any,
    code: SheetCode,
    pictures: Mapping[str, bytes],
    templates: Path,
) -> bytes:
    """A sheet as a document for Word and WPS. Same input, same bytes. Raises
    BlankDocumentError.

    `view` is what the sheet picks of its lesson, `pictures` are PNGs by `src`, `templates` is the
    folder with the parts of the blank document.
    """
    kind = _kind(sheet, view)
    file = WordFile(templates, kind.points)
    law = {one.id: one.number for one in getattr(view, "law", ())}
    lesson_id, title = _about(sheet, view)
    file.add(kind.set(view, WritingDesk(edition, file, pictures, law)))
    begins_with_title = kind.titled and not isinstance(sheet, LooseSheet)
    above = running(edition, code, lesson_id, title, kind.label, begins_with_title)
    file.run_with(*above, (foot(edition, code, kind.note), foot(edition, code, kind.note)))
    return file.finished(titled(lesson_id, title, kind.label), code.reviewed)


def _about(sheet: Sheet, view: Any) -> tuple[str | None, str]:
    """The lesson a sheet is of, if it is of one, and its title."""
    if isinstance(view, Placement):
        return None, view.form.name
    head = view.plan.learner.head if hasattr(view, "plan") else getattr(view, "head", None)
    return (head.id, head.title) if head else (None, sheet.name)


def _kind(sheet: Sheet, view: Any) -> WordSheet:
    if sheet.template == _FORM:
        if view.form.poster:
            return _POSTER
        return _LEARNERS_FORM if is_learners(view.form) else _OTHER_FORM
    return _SHEETS[sheet.template]
