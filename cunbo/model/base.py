"""What every part of a course has in common: frozen, typed, no unknown keys, no I/O."""

import re
from datetime import date
from typing import Annotated, Any, ClassVar, Self

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    GetCoreSchemaHandler,
    StringConstraints,
)
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

_HAN = r"[\u2014\u2018-\u201d\u2026\u3001-\u303f\u4e00-\u9fff\uff00-\uffef]"
_ISO_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_FOLD = re.compile(rf"(?<={_HAN})[ \n]+(?={_HAN})")


class Part(BaseModel):
    """A piece of the course. Immutable; a key the model does not know is an error."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    @property
    def speaker(self) -> str:
        """Whose words those inside are told as, in the author's words; by default nobody's."""
        return ""


class Sentence(str):
    """Text whose inline marks (bold, link, village slot) `cunbo.model.text` understands.

    A plain `str` field is shown letter for letter; a `Sentence` field is parsed into spans.
    """

    __slots__ = ()

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        text = core_schema.str_schema(min_length=1, strip_whitespace=True)
        return core_schema.no_info_after_validator_function(cls._joined, text)

    @classmethod
    def _joined(cls, text: str) -> Self:
        """Chinese has no spaces; those between Han are left by YAML where a line was folded."""
        return cls(_FOLD.sub("", text))


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
        text = core_schema.str_schema(strip_whitespace=True)
        return core_schema.no_info_after_validator_function(cls._joined, text)


def _written_out(value: object) -> object:
    """Pydantic would read a bare number as seconds since 1970."""
    if isinstance(value, str) and not _ISO_DAY.fullmatch(value.strip()):
        raise PydanticCustomError("date_parsing", "not a day as YYYY-MM-DD")
    return value


Day = Annotated[date, BeforeValidator(_written_out)]
"""A day written out: four digits for the year, two for month and day."""

Words = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True)]
"""Plain text without inline marks."""

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
