"""The course around its lessons: paths, villages, forms, facts and sources."""

from collections.abc import Mapping
from functools import cached_property
from typing import Annotated

from pydantic import Field

from cunbo.model.base import Day, Filed, Part, Sentence, Spoken, Words
from cunbo.model.blocks import Block
from cunbo.model.choices import Confidence, FormAudience, Goods, ProposalKind
from cunbo.model.ids import Slug, ToFinding, ToLesson
from cunbo.model.lesson import Lesson
from cunbo.model.settings import Settings
from cunbo.model.walk import Path


class SlotName(Part, title="一个空"):
    """A gap in the text that each village fills, written 【name】 in a sentence."""

    name: Words = Field(description="空的名字，写在【】里")
    meaning: Sentence = Field(description="这里填什么")
    grammar: Sentence | None = Field(
        None, description="填成什么样的话：带不带动词，放在哪句里念得通"
    )
    examples: Mapping[Goods, Spoken] = Field({}, description="每种货各举一个例子")
    heading: Words | None = Field(None, description="纸上的村情单，从它起另起一个标题")


class Slots(Part, title="村里可以填的空"):
    """`curriculum/slots.yml`."""

    slots: tuple[SlotName, ...] = Field(min_length=1, description="村里可以填的空")


class Village(Filed, title="村情单"):
    """An overlay: what this village says in the course's slots."""

    folder = "villages"
    called = "村情单"
    this = "这个村"

    id: Slug = Field(description="村的编号，要和文件名一样")
    name: Annotated[Words, Field(max_length=20)] = Field(description="村名")
    sample: bool = Field(False, description="是不是虚构的样板村；是就写 true，印出来盖“示例”")
    goods: Goods | None = Field(
        None, description="主要卖的是哪一种：干货、鲜货、禽蛋肉、手工艺、体验"
    )
    slots: Mapping[str, Spoken] = Field(description="每个空填什么；没有的就不写，印出来留一道横线")

    @property
    def in_short(self) -> str:
        return self.name


class Form(Filed, title="空白表"):
    """A blank sheet to fill in: a written lesson hands it out, or it is printed by itself."""

    folder = "forms"
    called = "空白表"
    this = "这张表"

    id: Slug = Field(description="表的编号，要和文件名一样")
    name: Words = Field(description="表名")
    hint: Sentence = Field(description="怎么填，一句话")
    audience: FormAudience = Field(
        FormAudience.LEARNER, description="谁来填：学员、培训员、合作社；不写就是学员"
    )
    poster: bool = Field(
        False, description="贴墙上远看的海报就写 true：大字、粗框，格子拿粗笔写，只印一面"
    )
    reviewed: Day | None = Field(None, description="最近一次从头核对的日子；表上有规矩的才写")
    blocks: tuple[Block, ...] = Field(min_length=1, description="表的内容")

    @property
    def in_short(self) -> str:
        return self.name

    @property
    def one_sided(self) -> bool:
        """Whether nothing may stand on its back."""
        return self.poster or any(block.cut_apart for block in self.blocks)


class Fact(Filed, title="一条依据"):
    """A point of law or practice with its source and the date somebody checked it."""

    folder = "facts"
    called = "法规依据"
    this = "这条依据"

    id: Slug = Field(description="事实的编号，要和文件名一样")
    says: Sentence = Field(description="用白话说的内容")
    law: Words = Field(description="法规全名，自己带书名号")
    article: Words | None = Field(None, description="第几条；没读到全文就不写")
    in_force: Day | None = Field(None, description="从哪天起施行")
    confidence: Confidence = Field(description="核对到什么程度")
    checked: Day = Field(description="哪天核对的")
    review_by: Day = Field(description="最晚哪天要再核对")
    caution: Sentence | None = Field(None, description="用的时候要当心什么")

    @property
    def in_short(self) -> str:
        return self.says


class Week(Part, title="一周"):
    """What is taught in a week of a path."""

    lessons: tuple[ToLesson, ...] = Field(min_length=1, description="这一周上的课，按次序")
    reason: Sentence | None = Field(None, description="一周超过 6 课时的，写明为什么")


class LearningPath(Filed, title="学习路径"):
    """A learning path for one kind of learner."""

    folder = "paths"
    called = "学习路径"
    this = "这条路"

    id: Annotated[str, Field(pattern=r"^[A-Z]$")] = Field(description="路径的编号，一个字母")
    name: Words = Field(description="给谁")
    kind: Words = Field(description="哪种班：标准48、参与型12……")
    standard: bool = Field(description="是不是 48 课时的标准课")
    about: Sentence = Field(description="这条路适合什么样的人")
    certificate: Sentence = Field(description="学完发什么证明")
    hours: Annotated[int, Field(ge=1)] = Field(description="一共几课时，要和各课加起来一样")
    elders: bool = Field(False, description="是不是老人班；是的话，每一课都要有老人版")
    weeks: tuple[Week, ...] = Field(min_length=1, description="一周一项：每周上哪几课")
    electives: tuple[ToLesson, ...] = Field((), description="选修课")
    waived: tuple[ToLesson, ...] = Field((), description="拿得出成果就可以免的课")

    @property
    def in_short(self) -> str:
        return self.name

    @cached_property
    def lessons(self) -> tuple[str, ...]:
        """What is taught, in order, whatever the week."""
        return tuple(lesson for _, lesson in self.places)

    @cached_property
    def places(self) -> tuple[tuple[Path, str], ...]:
        """Each lesson that is taught, in order, with where it stands in the file."""
        return tuple(
            (("weeks", week, "lessons", index), lesson)
            for week, taught in enumerate(self.weeks)
            for index, lesson in enumerate(taught.lessons)
        )


class Term(Part, title="一个词"):
    term: Words = Field(description="要解释的词")
    plain: Sentence = Field(description="用大白话怎么说")
    not_in: tuple[Words, ...] = Field(
        (), description="字一样、不是这个词的说法，如“祖上传下来”不是“上传”"
    )


class Glossary(Part, title="词语表"):
    """`curriculum/glossary.yml`."""

    terms: tuple[Term, ...] = Field(min_length=1, description="词语表")


class Proposal(Part, title="一条发现"):
    """One finding of one paper, in our own words."""

    id: Slug = Field(description="发现的编号")
    section: Words = Field(description="论文的哪一节")
    kind: ProposalKind = Field(description="哪一类发现")
    says: Words = Field(description="用自己的话转述")
    figures: tuple[Words, ...] = Field((), description="论文里的数字")
    caveat: Words | None = Field(None, description="用的时候要当心什么")


class Paper(Filed, title="一篇论文"):
    """A paper and what it found."""

    folder = "sources"
    called = "论文"
    this = "这篇论文"

    id: Slug = Field(description="论文的编号，要和文件名一样")
    cite: Words = Field(description="怎么称呼这篇论文")
    author: Words | None = Field(None, description="作者")
    title: Words | None = Field(None, description="题目")
    published: Day | None = Field(None, description="发表日期")
    licence: Words | None = Field(None, description="论文里写明的许可")
    note: Words | None = Field(None, description="引用时要当心什么")
    proposals: tuple[Proposal, ...] = Field(min_length=1, description="论文的发现")

    @property
    def in_short(self) -> str:
        return self.cite


class Practice(Part, title="一个做法"):
    """Something the course does as a whole because papers ask for it; no single lesson."""

    id: Annotated[str, Field(pattern=r"^G\d{2}$")] = Field(description="做法的编号")
    does: Sentence = Field(description="课程怎么做")
    built: bool = Field(description="做好了没有")
    derives_from: tuple[ToFinding, ...] = Field(min_length=1, description="回应哪几条论文发现")


class Practices(Part, title="全课程的做法"):
    """`curriculum/practices.yml`."""

    practices: tuple[Practice, ...] = Field(min_length=1, description="全课程的做法")


FOLDERS: Mapping[str, type[Filed]] = {
    kind.folder: kind for kind in (Lesson, LearningPath, Village, Form, Fact, Paper)
}
"""Each folder of the curriculum, and what a file in it describes."""

SINGLE_FILES: Mapping[str, type[Part]] = {
    "course": Settings,
    "slots": Slots,
    "glossary": Glossary,
    "practices": Practices,
}
"""The files beside the folders, by name without `.yml`, and what each describes."""


class Course(Part):
    """Everything that is taught, read once. Mappings keep the order of the files' names."""

    settings: Settings
    slots: tuple[SlotName, ...]
    lessons: Mapping[str, Lesson]
    paths: Mapping[str, LearningPath]
    villages: Mapping[str, Village]
    forms: Mapping[str, Form]
    facts: Mapping[str, Fact]
    glossary: tuple[Term, ...]
    papers: Mapping[str, Paper]
    practices: tuple[Practice, ...]
    figures: Mapping[str, str] = Field({}, description="线描图：名字 → SVG 文本")

    def folder(self, name: str) -> Mapping[str, Filed]:
        """What the files of one folder describe, by id."""
        return {
            "lessons": self.lessons,
            "paths": self.paths,
            "villages": self.villages,
            "forms": self.forms,
            "facts": self.facts,
            "sources": self.papers,
        }[name]
