"""A lesson or a course as the JSON that a sheet is printed from.

The walk is generic: it knows dataclasses, parts and sentences, but no kind of block by name.
"""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from itertools import chain
from typing import TypeAlias

from cunbo.model.base import Part, Sentence
from cunbo.model.blocks import Block
from cunbo.model.text import Run
from cunbo.model.ties import MAY_BREAK, breakable, long_words
from cunbo.telling.edition import Edition
from cunbo.telling.sheets import Sheet

Json: TypeAlias = "dict[str, Json] | list[Json] | str | int | bool | None"

_UNREAD = {"reviewed", "src"}
"""What is told beside the words: when they were gone through, where a drawing lies."""
_OURS = re.compile(r"[a-z][a-z0-9_-]*")
"""A word of the program's own, as for a kind of block: it may be called otherwise tomorrow."""


def sheet_data(edition: Edition, sheet: Sheet, view: object, figures: Mapping[str, str]) -> bytes:
    """Everything one sheet shows, as UTF-8 JSON with sorted keys.

    `view` is what the sheet picks of its lesson or of the course; `figures` maps a figure's `src`
    to its SVG source; only those the view shows are put in. The village is named if its words are
    there: a sheet without is the same in every village and printed once for all.
    """
    told = _json(edition, view)
    shown: Json = {text: figures[text] for text in _texts(told) if text in figures}
    data: dict[str, Json] = {
        "kind": sheet.name,
        "course": {
            "title": edition.course.settings.title,
            "version": edition.course.settings.version,
        },
        "village": None,
        "told": told,
    }
    if sheet.names_village or _has_slots(told):
        data["village"] = {"name": edition.village.name, "sample": edition.village.sample}
    data["long"] = {word: breakable(word) for text in _texts(data) for word in long_words(text)}
    data["figures"] = shown
    return json.dumps(data, ensure_ascii=False, sort_keys=True).encode()


def is_for_village(data: bytes) -> bool:
    """Whether a sheet is one village's and no other's."""
    return json.loads(data)["village"] is not None


def words_in(data: bytes) -> str:
    """The words and figures of a sheet's data in a fixed order, however they are cut and set.

    A drawing counts by its description, which changes when it is to show something else; the
    version of the course, the day of a review and the village's name stand on every sheet alike.
    """
    return re.sub(r"\s", "", "".join(_said(json.loads(data)["told"]))).replace(MAY_BREAK, "")


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


def _json(edition: Edition, value: object) -> Json:
    """Any value of a view; a type nobody has thought of is a bug, not something to print."""
    if value is None or isinstance(value, bool | int):
        return value
    if isinstance(value, Sentence):
        return [_run(run) for run in edition.on_paper(value)]
    if isinstance(value, str):
        return str(value)
    if isinstance(value, date):
        return {"iso": value.isoformat(), "zh": f"{value.year}年{value.month}月{value.day}日"}
    if isinstance(value, tuple):
        return [_json(edition, one) for one in value]
    return {name: _json(edition, one) for name, one in _fields(value).items()}


def _fields(value: object) -> dict[str, object]:
    """What a part is made of, by name. A block is its kind and its value."""
    if isinstance(value, Block):
        return {"kind": value.kind, "value": value.value}
    if isinstance(value, Part):
        return {name: getattr(value, name) for name in type(value).model_fields}
    if is_dataclass(value):
        return {one.name: getattr(value, one.name) for one in fields(value)}
    raise TypeError(f"no JSON form for {type(value).__name__}")


def _run(run: Run) -> Json:
    """A run without what is empty or has no use on paper: most runs are text and nothing else."""
    marks: dict[str, Json] = {
        "text": run.text,
        "strong": run.strong,
        "slot": run.slot,
        "blank": run.blank,
        "tied": run.tied,
    }
    return {name: value for name, value in marks.items() if value}


def _has_slots(value: Json) -> bool:
    """Whether a village has said something of what is told, or has yet to say it."""
    if isinstance(value, dict):
        return "slot" in value or any(map(_has_slots, value.values()))
    return isinstance(value, list) and any(map(_has_slots, value))


def _texts(value: Json) -> Iterator[str]:
    """Every string in the data, however deep."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, list | dict):
        for one in value.values() if isinstance(value, dict) else value:
            yield from _texts(one)
