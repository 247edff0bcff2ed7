"""Runs of a sentence → HTML. Every letter an author typed is escaped here."""

from collections.abc import Iterable
from itertools import groupby

from markupsafe import Markup, escape

from cunbo.model.text import LESSON_ID, Run
from cunbo.model.ties import MAY_BREAK
from cunbo.pages import routes
from cunbo.pages.glosses import Glosses

_STRONG = Markup("<strong>{}</strong>")
_TIED = Markup('<span class="tied">{}</span>')
_LONG = Markup('<span class="long">{}</span>')
_BREAKS = {"\n": Markup("<br>"), MAY_BREAK: Markup("<wbr>")}
_LINK = Markup('<a href="{}">{}</a>')
_TERM = Markup('<a class="term" href="{}#{}">{}</a>')
_BLANK = Markup('<span class="blank"><i></i>（{}）</span>')


def to_html(runs: Iterable[Run], here: str, glosses: Glosses | None = None) -> Markup:
    """The runs as HTML for the page at route `here`; words that `glosses` finds are explained."""
    html = []
    for target, linked in groupby(runs, key=lambda run: run.target):
        words = Markup("").join(_run(run, here, None if target else glosses) for run in linked)
        address = _address(target, here) if target else None
        html.append(_LINK.format(address, words) if address else words)
    return Markup("").join(html)


def _run(run: Run, here: str, glosses: Glosses | None) -> Markup:
    html = _BLANK.format(run.slot) if run.blank else _words(run, here, glosses)
    if run.tied:
        html = (_LONG if MAY_BREAK in run.text else _TIED).format(html)
    return _STRONG.format(html) if run.strong else html


def _words(run: Run, here: str, glosses: Glosses | None) -> Markup:
    """What a village fills in is its own: names of people and firms are no words to explain."""
    if glosses is None or run.slot is not None:
        return _letters(run.text)
    page = routes.relative(here, routes.GLOSSARY)
    return Markup("").join(
        _TERM.format(page, anchor, _letters(piece)) if anchor else _letters(piece)
        for piece, anchor in glosses.pieces(run.text)
    )


def _letters(text: str) -> Markup:
    html = escape(text)
    for sign, tag in _BREAKS.items():
        if sign in html:
            html = html.replace(sign, tag)
    return html


def _address(target: str, here: str) -> str | None:
    """Where a link leads; nowhere for anything but a lesson and an https address."""
    if LESSON_ID.fullmatch(target):
        return routes.relative(here, routes.lesson(target))
    return target if target.startswith("https://") else None
