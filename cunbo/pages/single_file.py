"""A lesson as one file, to be sent on: whole by itself, with no script, network or neighbour.

What telephones open a sent page with runs no script, fetches nothing and sees no other file. So the
learner's page, which is set once, is put into a frame that has its style in itself; its drawings
become part of it, and a link to another page becomes plain words.
"""

import re
from dataclasses import dataclass
from functools import cached_property
from urllib.parse import quote, unquote

from markupsafe import Markup

from cunbo.pages import routes, style
from cunbo.pages.page_setter import PageSetter
from cunbo.telling.heads import Head

_SITE_ONLY = re.compile(r"<!--site-->.*?<!--/site-->", re.DOTALL)
"""What a template marks as being of use only where the rest of the site is at hand."""
_LINK = re.compile(r'<a\b[^>]*?\bhref="(?!#|https://)[^"]*"[^>]*>(.*?)</a>', re.DOTALL)
"""A link to another page; authors' signs are escaped, so a tag ends with the first `>`."""
_SOURCE = re.compile(r'(<img\b[^>]*?\bsrc=")(?:\.\./)*([^"]*)')
_AS_TYPED = "!$'()*+,-./:;=?@_~"
"""Signs that an address may hold as they are."""


@dataclass(frozen=True)
class SingleFile:
    """A lesson as one file: where it lies in the site, and the whole of it."""

    route: str
    html: str

    @cached_property
    def size(self) -> int:
        """Bytes."""
        return len(self.html.encode())


class SingleFiles:
    """Makes single files of lessons whose pages have been set."""

    def __init__(self, setter: PageSetter) -> None:
        self._setter = setter
        self._style = Markup(style.for_single_files(setter.templates))
        self._addresses: dict[str, str] = {}

    def made(self, head: Head, title: str, about: str, told: str) -> SingleFile:
        """The file of the lesson whose learner's page is `told`, marks included."""
        told = _LINK.sub(r"\1", _SITE_ONLY.sub("", told))
        told = _SOURCE.sub(lambda found: found[1] + self._drawing(unquote(found[2])), told)
        route = routes.single_file(head.id, head.title)
        html = self._setter.html(
            route, "single_file", title, about=about, style=self._style, told=Markup(told)
        )
        return SingleFile(route, html)

    def _drawing(self, src: str) -> str:
        """A drawing as an address that holds all of it."""
        if src not in self._addresses:
            svg = self._setter.edition.course.figures[src].strip()
            if "'" not in svg:
                svg = svg.replace('"', "'")
            self._addresses[src] = f"data:image/svg+xml,{quote(svg, safe=_AS_TYPED)}"
        return self._addresses[src]
