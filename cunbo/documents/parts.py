"""What the sheets share: the top of a sheet, headings, frames, running head and foot."""

from collections.abc import Iterable, Iterator, Sequence

from cunbo.documents.desk import WritingDesk
from cunbo.documents.wordml import Element, field, paragraph, run
from cunbo.model.base import Sentence
from cunbo.telling.edition import Edition
from cunbo.telling.heads import Head
from cunbo.telling.sheet_codes import SheetCode

_SHORT = 15
"""Letters of type of 14 points of which two sentences stand on a line."""
_RUNNING = 43
"""So many letters of running head or foot stand on one line."""


def track_line(head: Head, at: WritingDesk, label: str | None = None) -> Iterator[Element]:
    """Which lesson it is, of which line and layer, how long; at the right, whose it is."""
    told = f"{head.track.name}｜{head.layer.name}｜{head.hours} 课时（{head.minutes} 分钟）"
    whose = (at.plain("　"), run(f" {label} ", label=True)) if label else ()
    yield paragraph(*at.label(head.id), at.plain(told), *whose, keep=True)


def lesson_title(head: Head, at: WritingDesk) -> Iterator[Element]:
    """The title, and its second part in smaller type."""
    subtitle = (_subtitle(head.subtitle, at),) if head.subtitle else ()
    yield paragraph(run(head.title), *subtitle, style="Heading1")


def _subtitle(text: str, at: WritingDesk) -> Element:
    return run(f"　{text}", size=round(at.points * 2.2))


def section(
    at: WritingDesk, *title: Element, aside: str | None = None, page: bool = False
) -> Iterator[Element]:
    """A heading with, at the right, what is to be known of it."""
    more = (run("\t"), _lighter(aside, at)) if aside else ()
    yield paragraph(*title, *more, style="Heading2", page=page)


def _lighter(text: str, at: WritingDesk) -> Element:
    return run(text, bold=False, size=round(at.points * 2 * 0.86))


def step_section(number: int, title: Sentence, aside: str, at: WritingDesk) -> Iterator[Element]:
    """The heading of a step."""
    yield from section(at, *at.label(str(number)), *at.words(title), aside=aside)


def labelled(at: WritingDesk, label: str, sentences: Iterable[Sentence]) -> Iterator[Element]:
    """A frame with its label; of several sentences, one below the other."""
    (first, *others) = sentences
    is_list = bool(others)
    top = at.label(label) if is_list else (*at.label(label), *at.words(first))
    yield paragraph(*top, style="Boxed", keep=is_list)
    if is_list:
        yield from _listed((first, *others), at)


def _listed(sentences: Sequence[Sentence], at: WritingDesk) -> Iterator[Element]:
    """Short sentences two on a line."""
    longest = max(len(at.said(one)) for one in sentences)
    columns = 2 if longest <= _SHORT * 14 / at.points else 1
    for start in range(0, len(sentences), columns):
        told: list[Element] = []
        for n, one in enumerate(sentences[start : start + columns]):
            told += [run("\t" * bool(n)), at.plain("■ "), *at.words(one, bold=True)]
        is_last = start + columns >= len(sentences)
        yield paragraph(*told, style="Boxed", keep=not is_last, tabs=[at.width // 2])


def titled(head_id: str | None, title: str, label: str) -> str:
    """The title of a document, as the program's window shows it."""
    return f"{head_id} {title}（{label}）" if head_id else f"{title}（{label}）"


def running(
    edition: Edition,
    code: SheetCode,
    head_id: str | None,
    title: str,
    label: str,
    is_titled: bool,
) -> tuple[Element, Element]:
    """What stands above the first page, and above the others. A sheet that is `is_titled` begins
    with its title, which the running head need not say."""
    course = edition.course.settings.title
    village = edition.village
    is_invented = village.sample and code.place == edition.place
    stamp = f" 示例 · 示例村：{village.name} " if is_invented else ""
    room = _RUNNING - len(stamp)
    others = _shortened(f"{head_id}　{title}" if head_id else title, room)
    first = f"{_shortened(course, room - len(label) - 1)}　{label}" if is_titled else others
    return _head(first, stamp), _head(others, stamp)


def _head(told: str, stamp: str) -> Element:
    right = (run("\t"), run(stamp, label=True)) if stamp else ()
    return paragraph(run(told), *right, style="Header")


def foot(edition: Edition, code: SheetCode, note: str) -> Element:
    """The code, the course and its version, the review, and the page of how many."""
    settings = edition.course.settings
    checked = f"　核对于 {code.reviewed.isoformat()}" if code.reviewed else ""
    rest = f" {settings.version}{checked}　{note}"
    start = f"查新旧 {code.printed}　"
    taken = (len(start) + len(rest)) * 0.7
    course = _shortened(settings.title, max(round(_RUNNING - 10 - taken), 4))
    pages = (run("第 "), *field("PAGE"), run(" 页，共 "), *field("NUMPAGES"), run(" 页"))
    return paragraph(run(f"{start}{course}{rest}"), run("\t"), *pages, style="Footer")


def _shortened(name: str, room: int) -> str:
    return name if len(name) <= room else name[: max(room - 1, 1)] + "…"
