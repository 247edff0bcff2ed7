"""The kinds of block a step can hold, and what each kind is like.

A block is written in YAML as one key and its value (`- text: …`). A new kind is one class here: its
one field names it, its class variables say what it is like. CONTRIBUTING tells what else it needs.
"""

from typing import Annotated, Any, ClassVar

from pydantic import Field, GetCoreSchemaHandler
from pydantic_core import CoreSchema, core_schema

from cunbo.model.base import Cell, Heading, Mark, Part, Sentence, Spoken, Width, Words
from cunbo.model.ids import ToFact

_COLUMNS_BESIDE = 3
"""What has more columns is too wide to stand beside a drawing."""


class Block(Part):
    """Something shown inside a step. As the type of a field: any kind, told apart by its key."""

    for_some_goods = True
    kind: ClassVar[str]
    """The YAML key, and the name of its templates: that of the one field."""
    for_trainer: ClassVar[bool] = False
    """It speaks to the trainer; learners must not see it."""
    in_margin: ClassVar[bool] = False
    """It stands in the plan's column of notes, not among what the trainer does."""
    needs_width: ClassVar[bool] = False
    """On a slide it takes the whole width: there is no room for a drawing beside it."""
    to_fill_in: ClassVar[bool] = False
    """Learners write in it."""
    cut_apart: ClassVar[bool] = False
    """The paper it stands on is cut when it is filled in."""

    @property
    def filled_in(self) -> bool:
        """Whether learners write in it, so that it is worth taking home."""
        return self.to_fill_in

    @property
    def beside(self) -> bool:
        """Whether it may stand beside a drawing on a sheet, which has more room than a slide."""
        return not self.needs_width

    @property
    def value(self) -> Any:
        """What stands after the key."""
        return getattr(self, self.kind)

    @classmethod
    def __pydantic_init_subclass__(cls, **settings: Any) -> None:
        (cls.kind,) = cls.model_fields

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        kinds = cls.__subclasses__()
        if not kinds:  # one kind itself, or this class while it is being made
            return handler(source)
        choices = {kind.kind: handler.generate_schema(kind) for kind in kinds}
        return core_schema.tagged_union_schema(choices, discriminator=_single_key)


def block_kinds() -> tuple[type[Block], ...]:
    """Every kind of block, in the order in which they are listed to an author."""
    return tuple(Block.__subclasses__())


def _single_key(value: Any) -> str | None:
    """The key of a one-key mapping, which names the kind of block."""
    if isinstance(value, Block):
        return value.kind
    if isinstance(value, dict) and len(value) == 1:
        return str(next(iter(value)))
    return None


class Text(Block, title="一段话"):
    text: Sentence = Field(description="一段话")


class Say(Block, title="培训员照着念"):
    for_trainer = True

    say: Spoken = Field(description="培训员照着念的一句话")


class Note(Block, title="岔子和办法"):
    for_trainer = True
    in_margin = True

    note: Sentence = Field(description="容易出的岔子，和怎么办（只给培训员）")


class Steps(Block, title="分步做"):
    steps: tuple[Sentence, ...] = Field(min_length=1, description="一步一步，有先后")


class Points(Block, title="几点"):
    points: tuple[Sentence, ...] = Field(min_length=1, description="几点，不分先后")


class KeyCharacter(Part, title="一个大字"):
    for_some_goods = True

    char: Annotated[Words, Field(max_length=2)] = Field(description="一个字，最多两个")
    title: Sentence = Field(description="这个字说的是哪件事")
    text: Sentence | None = Field(None, description="再补半句")


class KeyCharacters(Block, title="几个大字"):
    needs_width = True

    key_characters: tuple[KeyCharacter, ...] = Field(
        min_length=2, max_length=6, description="一个字顶一句话：一周以后还记得住的几个大字"
    )


class Line(Part, title="一句台词"):
    for_some_goods = True

    who: Words = Field(description="谁说：主播、观众、老师……")
    line: Spoken = Field(description="说的话")

    @property
    def speaker(self) -> str:
        return self.who


class Script(Block, title="对话或稿子"):
    needs_width = True

    script: tuple[Line, ...] = Field(min_length=1, description="一段对话或稿子，一人一句")

    @property
    def beside(self) -> bool:
        return True


class Swap(Part, title="一处换法"):
    for_some_goods = True

    instead_of: Sentence = Field(description="别这么说")
    say: Spoken = Field(description="换成这么说")
    why: Sentence | None = Field(None, description="为什么换")
    fact: ToFact | None = Field(None, description="依据哪一条法规（facts 里的编号）")


class SayInstead(Block, title="换个说法"):
    needs_width = True

    say_instead: tuple[Swap, ...] = Field(min_length=1, description="别这么说 / 换成这么说")


class TableData(Part, title="表格的内容"):
    head: tuple[Sentence, ...] = Field(min_length=2, max_length=6, description="表头，两到六格")
    rows: tuple[tuple[Cell, ...], ...] = Field((), description="填好的行；空格子写 ''")
    blank_rows: int = Field(0, ge=0, le=20, description="留几行给学员填")
    widths: tuple[Width, ...] = Field((), description="印出来各列多宽，写比例；不写就自动排")
    lines: Annotated[int, Field(ge=1, le=6)] = Field(
        1, description="空格子一格几行高；要画几笔的写 2 到 6"
    )


class Table(Block, title="表格"):
    needs_width = True

    table: TableData = Field(description="表格：可以填好，也可以留空行")

    @property
    def filled_in(self) -> bool:
        empty_cell = any(not cell for row in self.table.rows for cell in row)
        return empty_cell or self.table.blank_rows > 0

    @property
    def beside(self) -> bool:
        return len(self.table.head) <= _COLUMNS_BESIDE


class Checklist(Block, title="打钩单"):
    to_fill_in = True

    checklist: tuple[Sentence, ...] = Field(min_length=1, description="一条一条打钩")


class Blank(Part, title="一处留空"):
    label: Sentence = Field(description="写什么")
    lines: Annotated[int, Field(ge=1, le=20)] = Field(2, description="留几行")


class WriteIn(Block, title="留空让学员写"):
    to_fill_in = True

    write_in: Blank = Field(description="留空让学员写")


class Signature(Part, title="一个签名"):
    for_some_goods = True

    who: Sentence = Field(description="谁签：种的人、合作社……")
    stands_for: Sentence = Field(description="签的是什么：来路是真的、这些事我做")


class Signatures(Block, title="签名"):
    needs_width = True
    to_fill_in = True

    signatures: tuple[Signature, ...] = Field(
        min_length=1, description="谁签、签的是什么；签名或手印、哪天，自己会印出来"
    )


class Measure(Part, title="一把尺"):
    marks: tuple[Mark, ...] = Field(
        min_length=2, max_length=4, description="几个档，从一头排到另一头：有、差一点、没有"
    )
    items: tuple[Sentence, ...] = Field(min_length=1, description="一样一样量什么")
    note: Heading | None = Field(None, description="末一栏写什么，比如“差什么，找谁”；不写就没有")


class Scale(Block, title="打钩的尺"):
    needs_width = True
    to_fill_in = True

    scale: Measure = Field(description="一样一行，在几个档里挑一个打钩")


class Days(Part, title="日子格"):
    label: Heading = Field(description="头一栏写什么：看什么、做什么")
    days: tuple[Mark, ...] = Field(
        min_length=2, max_length=10, description="日子，从早到晚：周一、周二，30天、60天"
    )
    items: tuple[Sentence, ...] = Field(min_length=1, description="到日子看哪几样，一样一行")


class DateGrid(Block, title="日子格"):
    needs_width = True
    to_fill_in = True

    date_grid: Days = Field(description="一样一行，一个日子一栏，到日子打钩或者写个数")


class Roll(Part, title="名单格"):
    heads: tuple[Mark, ...] = Field(min_length=1, max_length=7, description="名字后面几栏写什么")
    names: Annotated[int, Field(ge=2, le=30)] = Field(description="留几行写名字")
    wide: Heading | None = Field(None, description="末一栏宽的写什么；不写就没有")


class NamesGrid(Block, title="名单格"):
    needs_width = True
    to_fill_in = True

    names_grid: Roll = Field(description="一人一行，名字后面几栏打钩或者写个数")


class Permission(Part, title="问一样圈一样"):
    """Yes and no are both printed, so that nobody adds a yes where nothing was asked."""

    uses: tuple[Heading, ...] = Field(
        min_length=1, max_length=3, description="用在哪儿，一处一栏：放到网上、拿来卖货"
    )
    items: tuple[Sentence, ...] = Field(
        min_length=1, description="问哪几样，一样一行：名字、声音；“行”“不行”自己会印出来"
    )


class Agreement(Part, title="一式两份的单子"):
    """Both copies say the same, so that whoever keeps one knows all that was agreed."""

    title: Sentence = Field(description="单子的名字")
    kept_by: tuple[Heading, ...] = Field(
        min_length=2, max_length=2, description="剪开以后各归谁，写两个"
    )
    terms: tuple[Sentence, ...] = Field(min_length=1, description="说好的事，一条一条")
    asked: Permission | None = Field(None, description="一样一样问他肯不肯，圈一个；不问就不写")
    fields: tuple[Sentence, ...] = Field((), description="要填的，一样一行")
    signed_by: tuple[Sentence, ...] = Field((), description="谁签名")


class TwoCopies(Block, title="一式两份"):
    needs_width = True
    to_fill_in = True
    cut_apart = True

    two_copies: Agreement = Field(description="同一张印两份，从中间剪开，一边留一份")


class Picture(Part, title="一张图"):
    src: Words = Field(description="图的位置，如 figures/four-sentences.svg")
    alt: Words = Field(description="图里画了什么，说给看不见的人听")
    caption: Sentence | None = Field(None, description="图下面的一句话")


class PrintedPicture(Picture, title="讲义里的一张图"):
    wide: bool = Field(False, description="讲义上印宽一倍：图里有几样要对着看的才用")


class Figure(Block, title="线描图"):
    needs_width = True

    figure: PrintedPicture = Field(description="线描图（SVG），放在 figures/ 里")


class Caution(Part, title="要当心的事"):
    text: Sentence = Field(description="要当心什么")
    fact: ToFact | None = Field(None, description="依据哪一条法规（facts 里的编号）")


class WarningBlock(Block, title="当心"):
    warning: Caution = Field(description="当心：做错了要吃亏的事")
