"""The error manual (错误手册): what each code means, with a wrong and a right example.

The examples are data in `templates/manual/`, one file a code. The site only shows them; the tests
put each one into a course and hold that `cunbo check` says what is printed here.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from jinja2 import TemplateError

from cunbo.model.base import Part, Words
from cunbo.problems.codes import Code, Severity
from cunbo.reading.ledger import told_once
from cunbo.reading.parsing import read_source
from cunbo.reading.validation import validate


class Group(Enum):
    """A page of the manual: its name in the address, and its title."""

    FILE = ("file", "文件")
    WRITING = ("writing", "写法")
    SHAPE = ("shape", "键和内容")
    IDS = ("ids", "编号")
    SENTENCES = ("sentences", "句子")
    FIGURES = ("figures", "图")
    LESSON = ("lesson", "课")
    PATHS = ("paths", "路径和全课程")

    def __init__(self, key: str, title: str) -> None:
        self.key = key
        self.title = title


_GROUPS = {group.key: group for group in Group}


class Example(Part):
    """`templates/manual/<code>.yml`.

    `wrong` and `right` are lines of `file` that stand in place of `in_place_of` in the course of
    the tests; without `in_place_of` they say in words what cannot be shown as lines. `spot` is the
    part of `wrong` to mark. `says` is what `cunbo check` prints for `wrong`.
    """

    group: Words
    title: Words
    why: Words
    file: Words
    in_place_of: str | None = None
    wrong: str
    spot: str | None = None
    right: str
    says: str

    @property
    def in_words(self) -> bool:
        """True for a mistake about the file itself, told in words."""
        return self.in_place_of is None

    @property
    def wrong_in_three(self) -> tuple[str, str, str]:
        """The wrong example before the marked spot, the spot, and the rest."""
        before, spot, after = self.wrong.partition(self.spot or "\0")
        return before, spot, after


@dataclass(frozen=True)
class ManualEntry:
    """One code of the manual."""

    code: Code
    group: Group
    example: Example

    @property
    def name(self) -> str:
        """The code as printed in brackets; the anchor of the entry."""
        return str(self.code.value)

    @property
    def severity(self) -> Severity:
        return self.code.severity


@dataclass(frozen=True)
class Chapter:
    """The entries of one group, in the order of the codes."""

    group: Group
    entries: tuple[ManualEntry, ...]


def chapters(templates: Path) -> tuple[Chapter, ...]:
    """The whole manual. Raises TemplateError where an example is not as it should be.

    A code without an example is left out: the tests refuse it, a build need not fail for it.
    """
    entries = tuple(entry(templates, code) for code in Code if _file(templates, code).is_file())
    return tuple(
        Chapter(group, tuple(one for one in entries if one.group is group)) for group in Group
    )


def picked(manual: Iterable[Chapter], codes: Iterable[Code]) -> tuple[ManualEntry, ...]:
    """The entries of some codes, in the order asked for."""
    found = {one.code: one for chapter in manual for one in chapter.entries}
    return tuple(found[code] for code in codes)


def entry(templates: Path, code: Code) -> ManualEntry:
    """The entry of one code. Raises TemplateError as `chapters` does, OSError without a file."""
    path = _file(templates, code)
    source = read_source(path.name, path.read_bytes())
    example, told = validate(source, Example)
    if example is None or source.told or example.group not in _GROUPS:
        first = next(iter(told_once((*source.told, *told))), None)
        raise TemplateError(f"templates/manual/{path.name}：{first.what if first else 'group'}")
    return ManualEntry(code, _GROUPS[example.group], example)


def _file(templates: Path, code: Code) -> Path:
    return templates / "manual" / f"{code.value}.yml"
