"""The ids of new files: which are of the right form, and which to propose instead."""

import re
import unicodedata
from collections.abc import Collection
from enum import StrEnum

from cunbo.model.course import FOLDERS
from cunbo.model.ids import is_device
from cunbo.model.shape import shape_at

_LAYER = re.compile(r"[SCX][1-3]")
_LESSON_PARTS = re.compile(r"([SCX])([1-3]?)(\d{0,2})")


class Kind(StrEnum):
    """What can be started anew."""

    LESSON = "lesson"
    VILLAGE = "village"
    FORM = "form"
    FACT = "fact"

    @property
    def folder(self) -> str:
        """The folder of the curriculum that holds files of this kind."""
        return f"{self.value}s"


def is_id(kind: Kind, name: str) -> bool:
    """Whether `name` has the form of an id of this kind."""
    own = shape_at(FOLDERS[kind.folder], ("id",))
    if own is None or is_device(name):
        return False
    return re.fullmatch(own.limits["pattern"], name) is not None


def layer_of(name: str) -> str | None:
    """The beginning of a lesson id, track and layer (`S1`), if `name` is that and no more."""
    plain = unicodedata.normalize("NFKC", name).strip().upper().rstrip("-")
    return plain if _LAYER.fullmatch(plain) else None


def proposed_id(kind: Kind, name: str, taken: Collection[str]) -> str | None:
    """A free id of the right form as near as possible to `name`; None where all are taken.

    Of a lesson, `name` may be the beginning only (`S1`).
    """
    plain = unicodedata.normalize("NFKC", name).strip().removesuffix(".yml")
    if kind is Kind.LESSON:
        return _lesson_id(re.sub(r"[^0-9A-Z]", "", plain.upper()), taken)
    return _slug(kind, re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-"), taken)


def _lesson_id(letters: str, taken: Collection[str]) -> str | None:
    parts = _LESSON_PARTS.fullmatch(letters)
    track, layer, number = parts.groups() if parts else ("S", "1", "")
    lead = f"{track}{layer or 1}-"
    meant = [int(number)] if number.strip("0") else []
    last = max((int(one[-2:]) for one in taken if one.startswith(lead)), default=0)
    numbers = (*meant, *range(last + 1, 100), *range(1, last))
    return next((one for one in (f"{lead}{n:02d}" for n in numbers) if one not in taken), None)


def _slug(kind: Kind, letters: str, taken: Collection[str]) -> str | None:
    start = letters if letters[:1].isalpha() else f"{kind.value}-{letters or 1}"
    stem = re.sub(r"-\d+$", "", start)
    numbered = (f"{stem}-{number}" for number in range(2, len(taken) + 3))
    free = (one for one in (start, *numbered) if one not in taken and not is_device(one))
    return next(free, None)
