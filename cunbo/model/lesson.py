"""A lesson (课): one competence, one thing to take home, told to learners and to the trainer."""

from typing import Annotated, ClassVar

from pydantic import Field

from cunbo.model.base import Day, Filed, Minutes, Part, Sentence, Words
from cunbo.model.blocks import Block, Picture
from cunbo.model.choices import CaseDevice, ElderAnswer, StepKind, TrackId
from cunbo.model.ids import LessonId, Slug, ToFact, ToFinding, ToForm, ToLesson, ToObjective
from cunbo.model.text import is_seen


class Objective(Part, title="一个目标"):
    id: Slug = Field(description="目标的短名，小测和评分靠它对上")
    can: Sentence = Field(description="学完能做什么，用动词开头")


class Deliverable(Part, title="带走的东西"):
    name: Sentence = Field(description="学员带走的一样东西")
    form: ToForm | None = Field(None, description="单印一份的空白表（forms 里的编号）")


class Guest(Part, title="请来的人"):
    """Somebody from outside who has a part in a step: cui 4.2, yang 4.1 and chen 3.3 ask for it."""

    who: Sentence = Field(description="请谁来，写清是什么样的人")
    ask: tuple[Sentence, ...] = Field(min_length=1, max_length=4, description="问什么，一条一问")
    if_absent: Sentence = Field(description="人没来，这一步怎么上")


class Step(Part, title="一步"):
    kind: StepKind = Field(description="这一步是什么：案例、讲解、示范、练习、对练、实地、收尾")
    title: Sentence = Field(description="这一步的小标题")
    minutes: Minutes = Field(description="几分钟")
    device: CaseDevice | None = Field(None, description="案例用什么摆出来：相邻的课不要一样")
    practises: tuple[ToObjective, ...] = Field((), description="练的是哪几个目标")
    answers: tuple[ToFinding, ...] = Field((), description="这一步真正回应了哪几条论文发现")
    touches: tuple[ToFinding, ...] = Field((), description="这一步只碰到、没讲透的论文发现")
    guest: Guest | None = Field(None, description="这一步请谁来：问什么，人没来怎么办")
    learner: tuple[Block, ...] = Field((), description="学员看到的")
    trainer: tuple[Block, ...] = Field((), description="只给培训员看的")


class Option(Part, title="一个选项"):
    text: Sentence = Field(description="选项上的话")
    why: Sentence | None = Field(None, description="错的必写：好好的人为什么选它（只给培训员）")


class Question(Part, title="一道小测题"):
    for_some_goods = True

    ask: Sentence = Field(description="问什么")
    choices: tuple[Option, ...] = Field(min_length=2, max_length=5, description="两到五个选项")
    answer: Annotated[int, Field(ge=1, le=5)] = Field(description="第几个选项对，从 1 数起")
    because: Sentence = Field(description="为什么对，举手以后说给学员听")
    checks: ToObjective = Field(description="考的是哪个目标")


class Criterion(Part, title="一条评分"):
    for_some_goods = True

    look_for: Sentence = Field(description="看什么")
    passes: Sentence = Field(alias="pass", description="做到什么样算过")
    checks: ToObjective = Field(description="看的是哪个目标")


class FollowUp(Part, title="课后跟踪"):
    day_30: Sentence | None = Field(None, description="课后 30 天问什么")
    day_60: Sentence | None = Field(None, description="课后 60 天问什么")
    day_90: Sentence | None = Field(None, description="课后 90 天问什么")


class After(Part, title="课后"):
    homework: Sentence = Field(description="回家做的一件事")
    follow_up: FollowUp = Field(description="课后跟踪：到时候问什么")


class Trouble(Part, title="一种麻烦"):
    for_some_goods = True

    when: Sentence = Field(description="遇到什么麻烦")
    do: Sentence = Field(description="怎么办")


class Appendix(Part, title="一张附页"):
    title: Sentence = Field(description="附页的标题")
    cut: bool = Field(False, description="要剪开用的写 true，单印一页")
    blocks: tuple[Block, ...] = Field(min_length=1, description="附页的内容")

    @property
    def speaker(self) -> str:
        return self.title


class Prepare(Part, title="课前准备"):
    """What the trainer does before the class, by the day on which it has to be done."""

    week_before: tuple[Sentence, ...] = Field((), description="一周前：要等的、要请的、要借的")
    day_before: tuple[Sentence, ...] = Field((), description="前一天：印、买、摆")
    on_the_spot: tuple[Sentence, ...] = Field((), description="当场：人来之前做完的")

    @property
    def dates(self) -> tuple[tuple[str, tuple[Sentence, ...]], ...]:
        """Each date in the trainer's words, with what is due by then; empty ones are left out."""
        named = (
            ("一周前", self.week_before),
            ("前一天", self.day_before),
            ("当场", self.on_the_spot),
        )
        return tuple((name, due) for name, due in named if due)


Amount = Annotated[int, Field(ge=0, le=500)]


class Thing(Part, title="一样东西"):
    """Something that has to lie in the room, counted for a small class and for a large one."""

    for_some_goods = True

    thing: Sentence = Field(description="什么东西")
    unit: Words = Field(description="量词：台、张、支")
    for_8: Amount = Field(description="8 个人要几个")
    for_16: Amount = Field(description="16 个人要几个")


class AskFirst(Part, title="开班前问清的事"):
    """A question to an authority or an expert, asked once for the whole course."""

    for_some_goods = True

    who: Sentence = Field(description="问谁")
    ask: Sentence = Field(description="问什么")


class ElderPage(Part, title="老人版的一页"):
    """One action and one picture, answered without writing."""

    for_some_goods = True

    picture: Picture = Field(description="一张图，画的是做的动作")
    text: Annotated[Sentence, Field(max_length=20)] = Field(description="二十个字以内的一句话")
    answer: ElderAnswer = Field(description="怎么答：画圈、打钩、按手印、说一声、做一遍")
    choices: tuple[Words, ...] = Field((), max_length=4, description="画圈的时候，圈哪几个里的")


class Elder(Part, title="老人版"):
    """The lesson for a class of elders: read aloud by the trainer, helped by somebody named."""

    helper: Sentence = Field(description="旁边谁帮、帮什么")
    pages: tuple[ElderPage, ...] = Field(
        min_length=1, max_length=5, description="一页一个动作；要点卡自动成为最后一页"
    )


class Trial(Part, title="一次试讲"):
    """What really happened when the lesson was held. Nothing may claim a trial nobody held."""

    where: Words = Field(description="在哪个村、哪个班")
    held_on: Day = Field(description="哪天")
    learners: Annotated[int, Field(ge=1, le=200)] = Field(description="来了几个人")
    minutes_over: Annotated[int, Field(ge=0, le=180)] = Field(description="拖了几分钟")
    stumbled: Sentence = Field(description="卡在哪里")


class Change(Part, title="一次改动"):
    """What was changed in a lesson that had been handed out. Whoever holds an older sheet is told
    so: learners too."""

    on: Day = Field(description="哪天改的")
    what: Sentence = Field(description="改了什么，一句话，学员也看得到")


class Lesson(Filed, title="一课"):
    """One lesson. Without `steps` it is an outline: on the map, in the paths, not yet taught."""

    folder = "lessons"
    called = "课"
    this = "这一课"

    ONCE_WRITTEN: ClassVar = (
        *("reviewed", "scene", "objectives", "bring", "prepare", "done_when"),
        *("quiz", "rubric", "after", "trouble", "card"),
    )
    """Keys that an outline may lack and a lesson with steps may not."""

    id: LessonId = Field(description="课的编号，要和文件名一样")
    title: Words = Field(description="课名；冒号后面的是副题")
    track: TrackId = Field(description="skills 技能 · culture 文化 · integration 融合")
    layer: Annotated[int, Field(ge=1, le=3)] = Field(description="1 入门 · 2 进阶 · 3 骨干")
    hours: Annotated[int, Field(ge=1, le=4)] = Field(description="几课时；各步的分钟加起来要正好")
    requires: tuple[ToLesson, ...] = Field((), description="先修课的编号")
    consumes: tuple[ToLesson, ...] = Field((), description="用到哪几课带走的东西（融合课必填）")
    deliverable: Deliverable = Field(description="学员带走的一样东西")
    derives_from: tuple[ToFinding, ...] = Field(min_length=1, description="回应哪几条论文发现")
    reviewed: Day | None = Field(None, description="最近一次有人逐句核对这一课的日期")
    facts: tuple[ToFact, ...] = Field((), description="用到的法规（facts 里的编号）")
    scene: Sentence | None = Field(None, description="一个真实的场面，两三句")
    objectives: tuple[Objective, ...] = Field((), description="学完能做什么")
    bring: tuple[Sentence, ...] = Field((), description="学员要带的东西")
    prepare: Prepare | None = Field(None, description="培训员课前做的事，分三个日子写")
    things: tuple[Thing, ...] = Field((), description="屋里要有的东西，8 人和 16 人各几个")
    ask_first: tuple[AskFirst, ...] = Field((), description="开班前问一次的事：问谁、问什么")
    done_when: tuple[Sentence, ...] = Field((), description="培训员讲完看哪几样")
    steps: tuple[Step, ...] = Field((), description="一步一步的课")
    slack: Annotated[int, Field(ge=0, le=20)] = Field(0, description="最后留几分钟机动")
    quiz: tuple[Question, ...] = Field((), description="小测，两三题，一题考一个目标")
    rubric: tuple[Criterion, ...] = Field((), description="评分：看什么、做到什么样算过")
    after: After | None = Field(None, description="课后：作业和跟踪")
    trouble: tuple[Trouble, ...] = Field((), description="遇到麻烦怎么办")
    card: tuple[Sentence, ...] = Field((), max_length=5, description="要点卡：发到群里的几句话")
    appendix: tuple[Appendix, ...] = Field((), description="教案的附页：要念的稿子、要剪的卡片")
    elder: Elder | None = Field(None, description="老人版；没有它，这一课不适合老人班")
    changes: tuple[Change, ...] = Field(
        (), description="讲义发出去以后改了什么；拿着旧讲义的人查得到"
    )
    tried: tuple[Trial, ...] = Field((), description="真讲过的记录；没讲过就不写")

    @property
    def in_short(self) -> str:
        return self.title

    @property
    def title_parts(self) -> tuple[str, str | None]:
        """The title before its colon, and the subtitle behind it. A title that begins or ends with
        its colon has no subtitle."""
        title, _, subtitle = self.title.partition("：")
        return (title, subtitle) if is_seen(title) and is_seen(subtitle) else (self.title, None)

    @property
    def is_outline(self) -> bool:
        """True while the lesson has no steps yet (编写中)."""
        return not self.steps
