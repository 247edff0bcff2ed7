"""The data of the search, read back from the scripts of a built site."""

import json
import unicodedata
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from typing import Any


@dataclass(frozen=True)
class FoundRow:
    """A place as the search knows it; `entry` is the route of the page it is listed under."""

    route: str
    title: str
    audience: str
    entry: str
    anchor: str
    heading: str
    text: str

    @property
    def words(self) -> str:
        return f"{self.heading}\n{self.text}"


def told_by(script: Path) -> list[Any]:
    """What a script hands over, as JSON reads it."""
    text = script.read_text(encoding="utf-8")
    return list(json.loads(text[text.index(",") + 1 : text.rindex(")")]))


def shelf_of(site: Path) -> list[Any]:
    """The pages as the search knows them: route, title, audience, entry, places."""
    pages, _ = told_by(site / "search" / "titles.js")
    return list(pages)


def found_rows(site: Path) -> list[FoundRow]:
    """Every place of the search's data, in order."""
    pages, books = told_by(site / "search" / "titles.js")
    texts: list[str] = []
    for number in range(1, books + 1):
        first, book = told_by(site / "search" / f"text-{number}.js")
        assert first == len(texts)
        texts += book
    number = count()
    rows = [
        FoundRow(route, title, audience, pages[entry][0], *place[:2], texts[next(number)])
        for route, title, audience, entry, places in pages
        for place in places
    ]
    assert len(rows) == len(texts)
    return rows


def folded(text: str) -> str:
    """As words are compared: what `fold.js` does, in Python."""
    plain = unicodedata.normalize("NFKC", text).lower()
    return "".join(sign for sign in plain if sign not in " \t\u200b\u2060\ufeff")
