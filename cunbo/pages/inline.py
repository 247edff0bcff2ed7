"""Runs of a sentence → HTML. Every letter an author typed is escaped here."""

from collections.abc import Iterable

from markupsafe import Markup, escape

from cunbo.pages import routes
from cunbo.text import LESSON_ID, Run

_STRONG = Markup("<strong>{}</strong>")
_TIED = Markup('<span class="tied">{}</span>')
_LINK = Markup('<a href="{}">{}</a>')
_BLANK = Markup('<span class="blank"><i></i>（{}）</span>')


def to_html(runs: Iterable[Run], here: str) -> Markup:
    """The runs as HTML for the page at route `here`."""
    return Markup("").join(_run(run, here) for run in runs)


def _run(run: Run, here: str) -> Markup:
    html = _BLANK.format(run.slot) if run.blank else escape(run.text)
    if run.tied:
        html = _TIED.format(html)
    if run.strong:
        html = _STRONG.format(html)
    address = _address(run.target, here) if run.target else None
    return _LINK.format(address, html) if address else html


def _address(target: str, here: str) -> str | None:
    """Where a link leads; nowhere for anything but a lesson and an https address."""
    if LESSON_ID.fullmatch(target):
        return routes.relative(here, routes.lesson(target))
    return target if target.startswith("https://") else None
