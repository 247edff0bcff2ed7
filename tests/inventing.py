"""Invents parts of a course from the model's shape, with fields as long as an author may make them.

Whatever the model asks for is filled in, so a new field or a new kind of block needs no word here.
Every text is written in a Han character of its own: counting that character on a page or a sheet
tells whether any of the text is lost, wherever lines and pages break.
"""

from collections import Counter
from collections.abc import Iterator
from datetime import date
from enum import Enum
from typing import Any

from cunbo.model.base import Part, Sentence
from cunbo.model.blocks import Block, block_kinds
from cunbo.model.ids import Reference
from cunbo.model.shape import Key, Shape, keys_of

SHORT, LINE, LONG = 2, 40, 1200
"""Characters of a text: a word, a line of a sheet, more than a page of what learners hold."""
LENGTHS = (SHORT, LONG, *[SHORT] * 5, LINE, *[SHORT] * 5)
FEW, MANY = 3, 45
"""Items of a list: MANY are more than a page holds."""
KNOWN = {
    "ToLesson": "C1-01",
    "ToFact": "ad-words",
    "ToForm": "sheet",
    "ToVillage": "xiaocun",
    "ToFinding": "wen2025-speak",
    "ToObjective": "x",
}
FIXED = {
    "Question.answer": 1,
    "Picture.src": "figures/hand.svg",
    "PrintedPicture.src": "figures/hand.svg",
    "Lesson.layer": 1,
    "Lesson.track": "skills",
}
"""What has to agree with something else."""
ADDRESS = (
    "https://www.samr.gov.cn/zw/zfxxgk/fdzdgknr/fgs/art/2023/art_6c3e5a1b2d3f4a5b9c8d7e6f5a.html"
)
EXTRAS = ["", "a" * 60, "9" * 90, ADDRESS, "é" * 40, "—" * 30, "_" * 40, "、" * 30]
"""What a text ends with that has no break of its own."""


class Inventor:
    """Invents one part after another; `turn` shifts which field is long and which list is."""

    def __init__(self, letters: Iterator[str], turn: int) -> None:
        self._letters = letters
        self._turn = turn
        self._met: Counter[object] = Counter()

    def part(self, kind: type[Part]) -> dict[str, Any]:
        """A part as it would be read from YAML, every key filled in."""
        keys = list(keys_of(kind))
        items = min(self._next((kind, "items"), (FEW, FEW, FEW, MANY)), widest(keys))
        return {key.name: self._value(kind, key, items) for key in keys}

    def _next(self, at: object, choices: tuple[Any, ...]) -> Any:
        """Each of the choices in turn, whenever a place is come to again or in another turn."""
        self._met[at] += 1
        return choices[(self._met[at] + self._turn) % len(choices)]

    def _value(self, kind: type[Part], key: Key, items: int) -> Any:
        if (name := f"{kind.__name__}.{key.name}") in FIXED:
            return FIXED[name]
        return self._of(key.shape, (kind, key.name), items, short=items == MANY)

    def _of(self, shape: Shape, at: tuple[object, str], items: int, short: bool) -> Any:
        kind = shape.kind
        if kind is tuple:
            return self._several(shape, at, items, short)
        if shape.is_part:
            return self.part(kind)
        if issubclass(kind, Reference):
            return KNOWN[kind.__name__]
        if issubclass(kind, str) and "pattern" not in shape.limits and not issubclass(kind, Enum):
            return self.text(self._next(at, (SHORT,) if short else LENGTHS), shape)
        return self._next(at, self._plain_values(shape))

    @staticmethod
    def _plain_values(shape: Shape) -> tuple[Any, ...]:
        """What may stand where no words do."""
        kind = shape.kind
        if issubclass(kind, Enum):
            return tuple(one.value for one in kind)
        if issubclass(kind, bool):
            return (True, False)
        if issubclass(kind, int):
            return (shape.limits.get("ge", 0), shape.limits.get("le", 20))
        return ("2026-11-01",) if issubclass(kind, date) else ("x",)

    def _several(self, shape: Shape, at: tuple[object, str], items: int, short: bool) -> list[Any]:
        each = shape.each
        assert each is not None
        if each.kind is Block:
            return [self.part(kind) for kind in block_kinds() if self._fits(kind, at[1])]
        least, most = shape.limits.get("min_length", 0), shape.limits.get("max_length", MANY)
        # A part that holds others stands there once, or the whole would have no end.
        count = 1 if each.is_part and any(one.shape.each for one in keys_of(each.kind)) else items
        count = min(max(count, least), most)
        return [self._of(each, at, items, short) for _ in range(count)]

    @staticmethod
    def _fits(kind: type[Block], key: str) -> bool:
        return key in ("trainer", "appendix") or not kind.for_trainer

    def text(self, length: int, shape: Shape) -> str:
        """A text of so many characters of its own, with a stop now and then, and an extra."""
        letter = next(self._letters)
        length = min(length, shape.limits.get("max_length", length))
        words = letter * length
        if length < LINE or "max_length" in shape.limits:
            return words
        stops = "。".join(words[n : n + 12] for n in range(0, length, 12))
        extra = self._next("extra", EXTRAS)
        if issubclass(shape.kind, Sentence):
            stops = self._next("marked", (stops, f"**{stops}**", stops.replace("。", "\n", 9)))
        return stops + extra


def widest(keys: list[Key]) -> int:
    """How many items each list of a part may have. Where one holds rows, all are of one length."""
    lists = [key.shape for key in keys if key.shape.each]
    has_rows = any(one.each.kind is tuple for one in lists if one.each)
    return min(one.limits.get("max_length", MANY) for one in lists) if has_rows else MANY
