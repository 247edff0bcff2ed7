"""Links of the finished site that lead nowhere.

MkDocs checks links written in Markdown only; ours stand in HTML, so the finished files are read.
"""

import re
from collections.abc import Iterator
from pathlib import Path
from posixpath import dirname, join, normpath
from urllib.parse import unquote

_ADDRESS = re.compile(r'\s(?:href|src)="([^"]*)"')
_ANCHOR = re.compile(r'\sid="([^"]*)"')
_ELSEWHERE = re.compile(r"[a-z]+:|//")
_SHOWN_ANYWHERE = "404.html"
"""Shown by a server at any depth: its links start at the server's root, which is not known here."""


def broken_links(site: Path) -> tuple[str, ...]:
    """Every dead link below `site` as `page: address`, sorted by page."""
    texts = {
        file.relative_to(site).as_posix(): file.read_text(encoding="utf-8")
        for file in sorted(site.rglob("*.html"))
    }
    anchors = {page: frozenset(_ANCHOR.findall(text)) for page, text in texts.items()}
    return tuple(
        f"{page}: {address}"
        for page, text in texts.items()
        for address in _addresses(text)
        if not _leads_somewhere(page, address, anchors, site)
    )


def _addresses(text: str) -> Iterator[str]:
    seen = dict.fromkeys(_ADDRESS.findall(text))
    return (address for address in seen if not _ELSEWHERE.match(address))


def _leads_somewhere(
    page: str, address: str, anchors: dict[str, frozenset[str]], site: Path
) -> bool:
    if page == _SHOWN_ANYWHERE and address.startswith("/"):
        return True
    path, _, anchor = map(unquote, address.partition("#"))
    path = path.partition("?")[0]
    file = normpath(join(dirname(page), path)).lstrip("/") if path else page
    if file not in anchors:
        return not anchor and (site / file).is_file()
    return not anchor or anchor in anchors[file]
