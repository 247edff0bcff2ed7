"""Names by which the parts of a course are known, and by which they point at each other."""

from typing import Annotated, Any, ClassVar

from pydantic import GetCoreSchemaHandler, StringConstraints
from pydantic_core import CoreSchema, core_schema

_SLUG = r"^[a-z][a-z0-9-]*$"
_LESSON = r"^[SCX][1-3]-[0-9]{2}$"

Slug = Annotated[str, StringConstraints(pattern=_SLUG)]
"""A thing's own name, in lower-case Latin letters, digits and hyphens."""

LessonId = Annotated[str, StringConstraints(pattern=_LESSON)]
"""A lesson's own name: track letter (S skills, C culture, X integration), layer digit, running
number: `S1-07`."""


_DEVICES = frozenset(
    {"con", "prn", "aux", "nul"}
    | {f"{port}{n}" for port in ("com", "lpt") for n in "0123456789¹²³"}
)


def is_device(name: str) -> bool:
    """Whether Windows keeps a file name for itself: there `nul.yml` cannot be opened or copied.

    Source: Microsoft, "Naming Files, Paths, and Namespaces".
    """
    return name.split(".")[0].strip().lower() in _DEVICES


class Reference(str):
    """The name of something that stands elsewhere. The class says what, and where it stands.

    `folder` is the folder of the curriculum whose files are meant; None where it is no file.
    """

    __slots__ = ()

    folder: ClassVar[str | None] = None
    pattern: ClassVar[str] = _SLUG

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        text = core_schema.str_schema(pattern=cls.pattern)
        return core_schema.no_info_after_validator_function(cls, text)


class ToLesson(Reference):
    """A lesson, by its id."""

    __slots__ = ()

    folder = "lessons"
    pattern = _LESSON


class ToFact(Reference):
    """A point of law or practice."""

    __slots__ = ()

    folder = "facts"


class ToForm(Reference):
    """A blank sheet."""

    __slots__ = ()

    folder = "forms"


class ToVillage(Reference):
    """A village's overlay."""

    __slots__ = ()

    folder = "villages"


class ToFinding(Reference):
    """A finding of a paper; it stands in one of the files of `sources/`."""

    __slots__ = ()


class ToObjective(Reference):
    """An objective of the same lesson."""

    __slots__ = ()
