"""What every part of a course has in common: frozen, typed, no unknown keys, no I/O."""

import re
from datetime import date
from functools import cached_property
from typing import Annotated, Any, ClassVar, Self

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    GetCoreSchemaHandler,
    StringConstraints,
)
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from cunbo.model.blanks import fixed, trimmed
from cunbo.model.text import is_seen, shows_words

_ISO_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")

NOTHING_TO_READ = "nothing_to_read"
"""The type of the error of a text in which a reader would see no word."""
SEVERAL_LINES = "several_lines"
"""The type of the error of a name on more than one line."""


class Part(BaseModel):
    """A piece of the course. Immutable; a key the model does not know is an error."""

    # Most parts are only ever read inside another: a reader of their own would cost at each start.
    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    @cached_property
    def found(self) -> dict[object, tuple[Any, ...]]:
        """What was found inside, by the type of it or by what was asked. A part never changes, so
        it is kept."""
        return {}

    def __copy__(self) -> Self:
        """For a copy that is to differ in something. What was found inside the original is not
        what is inside of that."""
        copied = super().__copy__()
        vars(copied).pop("found", None)
        return copied

    for_some_goods: ClassVar[bool] = False
    """Whether one in a list may be there for some kinds of goods only, as its first words say."""

    @property
    def speaker(self) -> str:
        """Whose words those inside are told as, in the author's words; by default nobody's."""
        return ""


class Sentence(str):
    """Text whose inline marks (bold, link, village slot) `cunbo.model.text` understands.

    A plain `str` field is shown letter for letter; a `Sentence` field is parsed into spans. A line
    break in it is a new line on pages and sheets.
    """

    __slots__ = ()

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        text = core_schema.str_schema(min_length=1)
        return core_schema.no_info_after_validator_function(cls._read, text)

    @classmethod
    def _read(cls, text: str) -> Self:
        text = trimmed(text)
        if not shows_words(text) or not text.strip("* "):
            raise PydanticCustomError(NOTHING_TO_READ, "no words, only blanks or marks")
        return cls(text)


class Spoken(Sentence):
    """A sentence that people are to say aloud, in front of a camera or a class.

    What is of this type is held to the red lines of lesson S1-09, wherever it stands.
    """

    __slots__ = ()


class Cell(Sentence):
    """A table cell: a `Sentence` that may be empty, for the learner to fill in."""

    __slots__ = ()

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        text = core_schema.str_schema()
        return core_schema.no_info_after_validator_function(cls._read, text)

    @classmethod
    def _read(cls, text: str) -> Self:
        text = trimmed(text)
        if text and not shows_words(text):
            raise PydanticCustomError(NOTHING_TO_READ, "no words, only marks")
        return cls(text)


def _written_out(value: object) -> object:
    """Pydantic would read a bare number as seconds since 1970."""
    if isinstance(value, str) and not _ISO_DAY.fullmatch(value.strip()):
        raise PydanticCustomError("date_parsing", "not a day as YYYY-MM-DD")
    return value


Day = Annotated[date, BeforeValidator(_written_out)]
"""A day written out: four digits for the year, two for month and day."""


def _one_line(text: str) -> str:
    if not is_seen(text):
        raise PydanticCustomError(NOTHING_TO_READ, "no words")
    if "\n" in text:
        raise PydanticCustomError(SEVERAL_LINES, "more than one line")
    return fixed(text)


Words = Annotated[
    str, StringConstraints(min_length=1, strip_whitespace=True), AfterValidator(_one_line)
]
"""A name: plain text on one line, without inline marks. Blanks in it are as they are shown."""

Mark = Annotated[Words, Field(max_length=5)]
"""Heads a narrow column to tick or to write a number in."""
Heading = Annotated[Words, Field(max_length=12)]
"""Heads a wider one. No head may be higher than a page."""
Width = Annotated[int, Field(ge=1, le=20)]
"""A column's share of a table's width on paper."""

Minutes = Annotated[int, Field(ge=1, le=180)]


class Filed(Part):
    """A part with a file of its own among others of its kind."""

    folder: ClassVar[str]
    """The folder of the curriculum that holds such files."""
    called: ClassVar[str]
    """What an author calls the kind, as in 课放进 lessons."""
    this: ClassVar[str]
    """What an author calls one of them, as in 没有这一课."""

    id: Words

    @property
    def in_short(self) -> str:
        """What it is, in the one line that stands beside its id where one is to be chosen."""
        raise NotImplementedError
