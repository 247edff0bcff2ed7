"""Runs of a sentence → HTML. Every letter an author typed is escaped here.

Put together as plain text and marked as HTML once: there are 20,000 sentences.
"""

from collections.abc import Iterable
from itertools import groupby
from operator import attrgetter

from markupsafe import Markup, escape

from cunbo.model.text import LESSON_ID, Run
from cunbo.model.ties import MAY_BREAK
from cunbo.pages import routes
from cunbo.pages.glosses import Glosses

_TAGS = {"\n": "<br>", MAY_BREAK: "<wbr>"}


def to_html(runs: Iterable[Run], here: str, glosses: Glosses | None = None) -> Markup:
    """The runs as HTML for the page at route `here`; words that `glosses` finds are explained."""
    html = []
    for target, linked in groupby(runs, key=_target):
        words = "".join(_run(run, here, None if target else glosses) for run in linked)
        address = _address(target, here) if target else None
        html.append(f'<a href="{escape(address)}">{words}</a>' if address else words)
    return Markup("".join(html))


_target = attrgetter("target")


def _run(run: Run, here: str, glosses: Glosses | None) -> str:
    html = _blank(run.slot or "") if run.blank else _words(run, here, glosses)
    if run.tied:
        html = f'<span class="{"long" if MAY_BREAK in run.text else "tied"}">{html}</span>'
    return f"<strong>{html}</strong>" if run.strong else html


def _blank(slot: str) -> str:
    return f'<span class="blank"><i></i>（{escape(slot)}）</span>'


def _words(run: Run, here: str, glosses: Glosses | None) -> str:
    """What a village fills in is its own: names of people and firms are no words to explain."""
    if glosses is None or run.slot is not None:
        return _letters(run.text)
    page = escape(routes.relative(here, routes.GLOSSARY))
    return "".join(
        f'<a class="term" href="{page}#{escape(anchor)}">{_letters(piece)}</a>'
        if anchor
        else _letters(piece)
        for piece, anchor in glosses.pieces(run.text)
    )


def _letters(text: str) -> str:
    html = str(escape(text))
    for sign, tag in _TAGS.items():
        html = html.replace(sign, tag)
    return html


def _address(target: str, here: str) -> str | None:
    """Where a link leads; nowhere for anything but a lesson and an https address."""
    if LESSON_ID.fullmatch(target):
        return routes.relative(here, routes.lesson(target))
    return target if target.startswith("https://") else None
