"""Links of the finished site that lead nowhere.

MkDocs checks links written in Markdown only; ours stand in HTML, so the finished files are read.
"""

import re
from collections.abc import Iterator, Mapping
from functools import cached_property
from posixpath import dirname, join, normpath
from urllib.parse import unquote

_ADDRESSES = (re.compile('href="([^"]*)"'), re.compile('src="([^"]*)"'))
_ANCHOR = re.compile(r'id="([^"]*)"')
"""Without what stands before them these are found five times as fast, in nine million letters. No
attribute of ours ends like one of them, and what authors write has no plain quotation mark."""
_ELSEWHERE = re.compile(r"[a-z]+:|//")
_SHOWN_ANYWHERE = "404.html"
"""Shown by a server at any depth: its links start at the server's root, which is not known here."""


def broken_links(site: Mapping[str, bytes]) -> tuple[str, ...]:
    """Every dead link of a finished site as `page: address`, sorted by page."""
    texts = {
        name: _Page(name, site[name].decode()) for name in sorted(site) if name.endswith(".html")
    }
    known: dict[tuple[str, str], bool] = {}
    dead = []
    for page in texts.values():
        for address in page.addresses:
            if page.name == _SHOWN_ANYWHERE and address.startswith("/"):
                continue
            # Pages of one folder have most of their links in common.
            asked = (page.name if address.startswith("#") else page.folder, address)
            if asked not in known:
                known[asked] = _leads_somewhere(page, address, texts, site)
            if not known[asked]:
                dead.append(f"{page.name}: {address}")
    return tuple(dead)


class _Page:
    """A finished page: its links, each once, and the places that links may lead to."""

    def __init__(self, name: str, text: str) -> None:
        self.name = name
        self.folder = dirname(name)
        self._text = text

    @property
    def addresses(self) -> Iterator[str]:
        found = (one for pattern in _ADDRESSES for one in pattern.findall(self._text))
        return (address for address in dict.fromkeys(found) if not _ELSEWHERE.match(address))

    @cached_property
    def anchors(self) -> frozenset[str]:
        return frozenset(_ANCHOR.findall(self._text))


def _leads_somewhere(
    page: _Page, address: str, pages: Mapping[str, _Page], site: Mapping[str, bytes]
) -> bool:
    path, _, anchor = map(unquote, address.partition("#"))
    path = path.partition("?")[0]
    file = normpath(join(page.folder, path)).lstrip("/") if path else page.name
    if file not in pages:
        return not anchor and file in site
    return not anchor or anchor in pages[file].anchors
