"""The data of the search, read back from the scripts of a built site."""

import json
import unicodedata
from dataclasses import dataclass
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


def shown(row: str, looks: str) -> list[str]:
    """The texts of a row as readers see them."""
    return [
        _as_it_looks(text, json.loads(changes or "[]"))
        for text, changes in zip(row.split("\t"), looks.split("\n"), strict=True)
    ]


def _as_it_looks(text: str, changes: list[Any]) -> str:
    lines = [line.encode("utf-16-le") for line in text.split("\n")]
    for number, at, length, look in reversed(list(zip(*[iter(changes)] * 4, strict=True))):
        line, end = lines[number], 2 * (at + length)
        lines[number] = line[: 2 * at] + look.encode("utf-16-le") + line[end:]
    return "\n".join(line.decode("utf-16-le") for line in lines)


def shelf_of(site: Path) -> list[tuple[str, str, str, int, int]]:
    """The pages as the search knows them: route, title, audience, entry, number of places."""
    _, pages, titles, titles_look, *_ = told_by(site / "search" / "titles.js")
    lines = [line.split("\t") for line in pages.split("\n")]
    titled = zip(lines, shown(titles, titles_look), strict=True)
    return [(one[0], title, one[1], int(one[2]), int(one[3])) for one, title in titled]


def found_rows(site: Path) -> list[FoundRow]:
    """Every place of the search's data, in order."""
    books, _, _, _, anchors, headings, looks = told_by(site / "search" / "titles.js")
    texts: list[str] = []
    for number in range(1, books + 1):
        first, *row = told_by(site / "search" / f"text-{number}.js")
        assert first == len(texts)
        texts += shown(*row)
    shelf = shelf_of(site)
    pages = [(*page[:3], shelf[page[3]][0]) for page in shelf for _ in range(page[4])]
    marked = [anchor[1:] for anchor in anchors.split("\n")]
    places = zip(pages, marked, shown(headings, looks), texts, strict=True)
    return [FoundRow(*page, *place) for page, *place in places]


def folded(text: str) -> str:
    """As words are compared: what `fold.js` does, in Python."""
    plain = unicodedata.normalize("NFKC", text).lower()
    return "".join(sign for sign in plain if sign not in " \t\u200b\u2060\ufeff")
