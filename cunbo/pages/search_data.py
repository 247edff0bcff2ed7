"""The words that readers search, as scripts: a page opened from a folder may load nothing else.

`titles.js` answers at once: every page by its title, every place by its heading. The texts follow
in books of about 45 KB compressed. All are few long strings, folded already: an old phone has
nothing to do but read them.
"""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence

from cunbo.pages.folded import NEXT, folded, looks
from cunbo.pages.search_rows import FoundPage, search_pages
from cunbo.telling.edition import Edition

_FOLDER = "search"
_BOOK = 120_000
"""Bytes of text in UTF-8 after which the next book begins; so many become 45 KB compressed."""
_NO_LINE_ENDS = {ord(sign): f"\\u{ord(sign):x}" for sign in "\u2028\u2029"}
"""What JSON allows in a text and a script of Chrome 64 does not."""


def search_data(edition: Edition, named: Mapping[str, str]) -> dict[str, str]:
    """Every script of the search's data by its route; `named` are the pages there is one of, title
    by route. The same input gives the same text."""
    return search_scripts(search_pages(edition, named))


def search_scripts(pages: Sequence[FoundPage]) -> dict[str, str]:
    """The scripts that hand these pages to the search."""
    books = tuple(_books(pages))
    brought: dict[str, list[object]] = {f"{_FOLDER}/titles.js": [len(books), *_titles(pages)]}
    first = 0
    for number, texts in enumerate(books, 1):
        brought[f"{_FOLDER}/text-{number}.js"] = [first, *_row(texts)]
        first += len(texts)
    return {route: _script(route, told) for route, told in brought.items()}


def _titles(pages: Sequence[FoundPage]) -> Iterator[str]:
    """Pages without their texts. A line a page: route, whom it is for, the number of the page that
    it is listed under and how many places it has; their titles. A line a place: its anchor, and a
    sign before it whether it is late; their headings."""
    numbers = {page.route: number for number, page in enumerate(pages)}
    lines = [(one.route, one.audience, numbers[one.entry], len(one.places)) for one in pages]
    places = [place for page in pages for place in page.places]
    yield "\n".join("\t".join(map(str, line)) for line in lines)
    yield from _row([page.title for page in pages])
    yield "\n".join("01"[place.late] + place.anchor for place in places)
    yield from _row([place.heading for place in places])


def _row(texts: Iterable[str]) -> tuple[str, str]:
    """Texts one after the other, and a line for each with what it has to be changed in."""
    texts = tuple(texts)
    return NEXT.join(map(folded, texts)), "\n".join(map(looks, texts))


def _books(pages: Iterable[FoundPage]) -> Iterator[list[str]]:
    """The texts of all places in order, parted between pages."""
    book: list[str] = []
    size = 0
    for page in pages:
        book += [place.text for place in page.places]
        size += sum(len(place.text.encode()) for place in page.places)
        if size >= _BOOK:
            yield book
            book, size = [], 0
    if book:
        yield book


def _script(route: str, told: list[object]) -> str:
    words = json.dumps(told, ensure_ascii=False, separators=(",", ":"))
    return f"cunbo.bring('{route}',{words.translate(_NO_LINE_ENDS)})\n"
