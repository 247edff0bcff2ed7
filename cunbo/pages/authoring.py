"""What the author's guide shows: the model's own words, and samples set by the real templates.

A sample is a YAML file in `templates/guide/`. It is shown as it is typed and, beside it, as it
becomes; a key or block that is new in the model appears by itself.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from jinja2 import TemplateError
from pydantic import TypeAdapter, ValidationError

from cunbo.model.base import Part
from cunbo.model.blocks import Block, block_kinds
from cunbo.model.course import Fact, Form, LearningPath, Village
from cunbo.model.lesson import Lesson
from cunbo.pages.fields import KeyInWords, keys_in_words
from cunbo.problems.codes import Code
from cunbo.reading.parsing import read_source
from cunbo.reading.source import Source

_BLOCKS: TypeAdapter[tuple[Block, ...]] = TypeAdapter(tuple[Block, ...])

AROUND_A_LESSON: Mapping[str, type[Part]] = {
    "village": Village,
    "fact": Fact,
    "form": Form,
    "path": LearningPath,
}
"""What an author writes beside lessons; the guide shows its keys."""

COMMON_SLIPS = (
    Code.FULLWIDTH_COLON,
    Code.COLON_SPACE,
    Code.BAD_FORM,
    Code.UNCLOSED_BRACKET,
    Code.UNCLOSED_QUOTE,
    Code.NEEDS_QUOTES,
    Code.TAB,
    Code.NOT_A_NUMBER,
    Code.NOT_A_DATE,
    Code.NOT_UTF8,
)
"""What a Chinese keyboard and Windows bring about most often."""


@dataclass(frozen=True)
class BlockSample:
    """A kind of block: its keys, a sample as typed, and the same sample as blocks to be set."""

    kind: str
    name: str
    key: KeyInWords
    for_trainers: bool
    typed: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True)
class LessonKey:
    """A key of a lesson: when it is wanted, and its lines in the sample lesson."""

    key: KeyInWords
    once_written: bool
    typed: str


def block_samples(templates: Path) -> tuple[BlockSample, ...]:
    """Every kind of block, in the order of the model. Raises TemplateError for a bad sample."""
    return tuple(_block_sample(templates, model) for model in block_kinds())


def lesson_keys(templates: Path) -> tuple[LessonKey, ...]:
    """Every key of a lesson, in the order of the model. Raises TemplateError for a bad sample."""
    typed = _lines_by_key(_sample(templates / "guide" / "lesson.yml"))
    return tuple(
        LessonKey(key, key.name in Lesson.ONCE_WRITTEN, typed.get(key.name, ""))
        for key in keys_in_words(Lesson)
    )


def _block_sample(templates: Path, model: type[Block]) -> BlockSample:
    path = templates / "guide" / "blocks" / f"{model.kind}.yml"
    source = _sample(path)
    try:
        blocks = _BLOCKS.validate_python(source.content.data)
    except ValidationError as error:
        raise TemplateError(f"样例写得不对：templates/guide/blocks/{path.name}") from error
    return BlockSample(
        kind=model.kind,
        name=model.model_config.get("title") or model.kind,
        key=next(iter(keys_in_words(model))),
        for_trainers=model.for_trainer,
        typed="\n".join(source.lines),
        blocks=blocks,
    )


def _sample(path: Path) -> Source:
    if not path.is_file():
        raise TemplateError(f"编写指南里少了样例 {path.name}")
    source = read_source(path.name, path.read_bytes())
    if source.told or source.node is None:
        raise TemplateError(f"样例 {path.name} 读不懂")
    return source


def _lines_by_key(source: Source) -> Mapping[str, str]:
    """The lines of each key at the top of a file."""
    entries = source.node.value if source.node else None
    if not isinstance(entries, dict):
        return {}
    starts = [entry.line for entry in entries.values()]
    ends = [*(start - 1 for start in starts[1:]), len(source.lines)]
    spans = zip(entries, starts, ends, strict=True)
    return {name: "\n".join(source.lines[start - 1 : end]) for name, start, end in spans}
