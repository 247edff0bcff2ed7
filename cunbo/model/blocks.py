"""The kinds of block a step can hold.

A block is written in YAML as one key and its value (`- text: …`). A new kind is one class here,
one partial in `templates/pages/blocks/`, one function in `templates/handouts/blocks.typ`, one test.
"""

from typing import Annotated, Any, ClassVar

from pydantic import Discriminator, Field, Tag

from cunbo.model.base import Cell, Part, Sentence, Slug, Words


class Block(Part):
    """Something shown inside a step. `kind` is the YAML key and the name of its template."""

    kind: ClassVar[str]


class Text(Block, title="一段话"):
    kind = "text"
    text: Sentence = Field(description="一段话")


class Say(Block, title="培训员照着念"):
    kind = "say"
    say: Sentence = Field(description="培训员照着念的一句话")


class Note(Block, title="岔子和办法"):
    kind = "note"
    note: Sentence = Field(description="容易出的岔子，和怎么办（只给培训员）")


class Steps(Block, title="分步做"):
    kind = "steps"
    steps: tuple[Sentence, ...] = Field(min_length=1, description="一步一步，有先后")


class Points(Block, title="几点"):
    kind = "points"
    points: tuple[Sentence, ...] = Field(min_length=1, description="几点，不分先后")


class KeyCharacter(Part, title="一个大字"):
    char: Annotated[Words, Field(max_length=2)] = Field(description="一个字，最多两个")
    title: Sentence = Field(description="这个字说的是哪件事")
    text: Sentence | None = Field(None, description="再补半句")


class KeyCharacters(Block, title="几个大字"):
    kind = "key_characters"
    key_characters: tuple[KeyCharacter, ...] = Field(
        min_length=2, max_length=6, description="一个字顶一句话：一周以后还记得住的几个大字"
    )


class Line(Part, title="一句台词"):
    who: Words = Field(description="谁说：主播、观众、老师……")
    line: Sentence = Field(description="说的话")


class Script(Block, title="对话或稿子"):
    kind = "script"
    script: tuple[Line, ...] = Field(min_length=1, description="一段对话或稿子，一人一句")


class Swap(Part, title="一处换法"):
    instead_of: Sentence = Field(description="别这么说")
    say: Sentence = Field(description="换成这么说")
    why: Sentence | None = Field(None, description="为什么换")
    fact: Slug | None = Field(None, description="依据哪一条法规（facts 里的编号）")


class SayInstead(Block, title="换个说法"):
    kind = "say_instead"
    say_instead: tuple[Swap, ...] = Field(min_length=1, description="别这么说 / 换成这么说")


Width = Annotated[int, Field(ge=1, le=20)]
"""A column's share of a table's width on paper."""


class TableData(Part, title="表格的内容"):
    head: tuple[Sentence, ...] = Field(min_length=2, max_length=6, description="表头，两到六格")
    rows: tuple[tuple[Cell, ...], ...] = Field((), description="填好的行；空格子写 ''")
    blank_rows: int = Field(0, ge=0, le=20, description="留几行给学员填")
    widths: tuple[Width, ...] = Field((), description="印出来各列多宽，写比例；不写就自动排")


class Table(Block, title="表格"):
    kind = "table"
    table: TableData = Field(description="表格：可以填好，也可以留空行")


class Checklist(Block, title="打钩单"):
    kind = "checklist"
    checklist: tuple[Sentence, ...] = Field(min_length=1, description="一条一条打钩")


class Blank(Part, title="一处留空"):
    label: Sentence = Field(description="写什么")
    lines: Annotated[int, Field(ge=1, le=20)] = Field(2, description="留几行")


class WriteIn(Block, title="留空让学员写"):
    kind = "write_in"
    write_in: Blank = Field(description="留空让学员写")


class Picture(Part, title="一张图"):
    src: Words = Field(description="图的位置，如 figures/four-sentences.svg")
    alt: Words = Field(description="图里画了什么，说给看不见的人听")
    caption: Sentence | None = Field(None, description="图下面的一句话")


class Figure(Block, title="线描图"):
    kind = "figure"
    figure: Picture = Field(description="线描图（SVG），放在 figures/ 里")


class Caution(Part, title="要当心的事"):
    text: Sentence = Field(description="要当心什么")
    fact: Slug | None = Field(None, description="依据哪一条法规（facts 里的编号）")


class WarningBlock(Block, title="当心"):
    kind = "warning"
    warning: Caution = Field(description="当心：做错了要吃亏的事")


def _single_key(value: Any) -> str | None:
    """The key of a one-key mapping, which names the kind of block."""
    if isinstance(value, Block):
        return value.kind
    if isinstance(value, dict) and len(value) == 1:
        return str(next(iter(value)))
    return None


AnyBlock = Annotated[
    Annotated[Text, Tag("text")]
    | Annotated[Say, Tag("say")]
    | Annotated[Note, Tag("note")]
    | Annotated[Steps, Tag("steps")]
    | Annotated[Points, Tag("points")]
    | Annotated[KeyCharacters, Tag("key_characters")]
    | Annotated[Script, Tag("script")]
    | Annotated[SayInstead, Tag("say_instead")]
    | Annotated[Table, Tag("table")]
    | Annotated[Checklist, Tag("checklist")]
    | Annotated[WriteIn, Tag("write_in")]
    | Annotated[Figure, Tag("figure")]
    | Annotated[WarningBlock, Tag("warning")],
    Discriminator(_single_key),
]
"""Any block, told apart by its single YAML key."""
