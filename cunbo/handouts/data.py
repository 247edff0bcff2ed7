"""A lesson or a course as the JSON that a sheet is printed from.

The walk is generic: it knows dataclasses, parts and sentences, but no kind of block by name.
"""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass
from datetime import date
from enum import Enum
from functools import cache
from itertools import chain
from typing import TypeAlias

from cunbo.model.base import Part, Sentence
from cunbo.model.blocks import Block
from cunbo.model.course import Village
from cunbo.model.ids import Reference
from cunbo.model.text import Run
from cunbo.model.ties import MAY_BREAK, breakable, long_words
from cunbo.telling.edition import Edition
from cunbo.telling.sheets import Sheet

Json: TypeAlias = "dict[str, Json] | list[Json] | str | int | bool | None"

_UNREAD = {"reviewed", "src"}
"""What is told beside the words: when they were gone through, where a drawing lies."""
_OURS = re.compile(r"[a-z][a-z0-9_-]*")
"""A word of the program's own, as for a kind of block: it may be called otherwise tomorrow."""


@dataclass(frozen=True)
class SheetData:
    """Everything one sheet shows. The village is named if its words are there: a sheet without is
    the same in every village and printed once for all."""

    content: dict[str, Json]

    @property
    def encoded(self) -> bytes:
        """As UTF-8 JSON with sorted keys."""
        return json.dumps(self.content, ensure_ascii=False, sort_keys=True).encode()

    @property
    def is_for_village(self) -> bool:
        """Whether the sheet is one village's and no other's."""
        return self.content["village"] is not None

    @property
    def words(self) -> str:
        """The words and figures in a fixed order, however they are cut and set.

        A drawing counts by its description, which changes when it is to show something else; the
        version of the course, the day of a review and the village's name stand on every sheet
        alike.
        """
        said = "".join(_said(self.content["told"])).replace(MAY_BREAK, "")
        return "".join(said.split())


def sheet_data(
    edition: Edition, sheet: Sheet, view: object, figures: Mapping[str, str]
) -> SheetData:
    """What a sheet shows. `view` is what it picks of its lesson or of the course; `figures` maps a
    figure's `src` to its SVG source; only those the view shows are put in."""
    settings = edition.course.settings
    names = {settings.title, edition.village.name, *(slot.name for slot in edition.course.slots)}
    told = _json(edition, view, names)
    of_village = sheet.names_village or _has_slots(told)
    data: dict[str, Json] = {
        "kind": sheet.name,
        "course": {"title": settings.title, "version": settings.version},
        "village": _named(edition.village) if of_village else None,
        "told": told,
    }
    drawn = names & figures.keys()
    ids = edition.course.forms.keys() | edition.course.facts.keys()
    long = (word for name in names - drawn - ids for word in long_words(name))
    data["long"] = {word: breakable(word) for word in long}
    data["figures"] = {name: figures[name] for name in drawn}
    return SheetData(data)


def _named(village: Village) -> Json:
    return {"name": village.name, "sample": village.sample}


def with_entry(data: bytes, name: str, value: object) -> bytes:
    """The data with one thing more, which is known only once the rest is."""
    entry = json.dumps({name: value}, ensure_ascii=False).encode()
    return entry[:-1] + b", " + data[1:]


def _said(value: Json) -> Iterator[str]:
    if isinstance(value, str):
        yield "" if _OURS.fullmatch(value) else value
    elif isinstance(value, int) and not isinstance(value, bool):
        yield f"|{value}|"
    elif isinstance(value, list):
        yield from chain.from_iterable(map(_said, value))
    elif isinstance(value, dict):
        for name, one in value.items():
            if name == "text" and isinstance(one, str):
                yield one
            elif name not in _UNREAD:
                yield from _said(one)


def _json(edition: Edition, value: object, names: set[str]) -> Json:
    """Any value of a view; a type nobody has thought of is a bug, not something to print. To
    `names` is added what is shown letter for letter: words of the program's own never are."""
    if value is None or isinstance(value, bool | int):
        return value
    if isinstance(value, Sentence):
        return [_run(run) for run in edition.on_paper(value)]
    if isinstance(value, str):
        if not isinstance(value, Reference | Enum):
            names.add(value)
        return str(value)
    if isinstance(value, date):
        return {"iso": value.isoformat(), "zh": f"{value.year}年{value.month}月{value.day}日"}
    if isinstance(value, tuple):
        return [_json(edition, one, names) for one in value]
    if isinstance(value, Block):
        told = _json(edition, value.value, names)
        return {"beside": value.beside, "kind": value.kind, "value": told}
    fields_of = _fields(type(value))  # type: ignore[arg-type] # any type is hashable
    return {name: _json(edition, getattr(value, name), names) for name in fields_of}


@cache
def _fields(kind: type) -> tuple[str, ...]:
    """What a part of this type is made of, by the alphabet."""
    if issubclass(kind, Part):
        return tuple(sorted(kind.model_fields))
    if is_dataclass(kind):
        return tuple(sorted(one.name for one in fields(kind)))
    raise TypeError(f"no JSON form for {kind.__name__}")


def _run(run: Run) -> Json:
    """A run without what is empty or has no use on paper: most runs are text and nothing else.
    By the alphabet, as all of it: on the order depends the code of a sheet."""
    marks: dict[str, Json] = {
        "blank": run.blank,
        "slot": run.slot,
        "strong": run.strong,
        "text": run.text,
        "tied": run.tied,
    }
    return {name: value for name, value in marks.items() if value}


def _has_slots(value: Json) -> bool:
    """Whether a village has said something of what is told, or has yet to say it."""
    if isinstance(value, dict):
        return "slot" in value or any(map(_has_slots, value.values()))
    return isinstance(value, list) and any(map(_has_slots, value))
