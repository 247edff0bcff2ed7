"""What `course.yml` says: the course's name, its tracks and layers, what a standard path has."""

from typing import Annotated

from pydantic import Field

from cunbo.model.base import Part, Sentence, Words
from cunbo.model.choices import TrackId
from cunbo.model.ids import LessonId, ToFinding, ToForm, ToVillage
from cunbo.model.watched import WatchedWords


class Track(Part, title="一条线"):
    id: TrackId = Field(description="线的编号")
    name: Words = Field(description="线的名字：技能、文化、融合")
    about: Sentence = Field(description="这条线教什么")


class Layer(Part, title="一层"):
    number: Annotated[int, Field(ge=1, le=3)] = Field(description="第几层")
    name: Words = Field(description="层的名字：入门、进阶、骨干")
    whom: Sentence = Field(description="给谁")
    enter: Sentence = Field(description="怎么进来")
    leave: Sentence = Field(description="学到什么样算出师")


class Competence(Part, title="标准课要教的本事"):
    """Something the papers say a standard course has to teach in depth."""

    name: Words = Field(description="本事的名字")
    any_of: tuple[ToFinding, ...] = Field(
        min_length=1, description="论文发现的编号；标准课里有一课回应其中一条就算教了"
    )


class Basics(Part, title="平台初级操作"):
    """First steps on a platform: to be taught, but never most of a standard path."""

    any_of: tuple[ToFinding, ...] = Field(
        min_length=1, description="论文发现的编号；回应其中一条的课，算平台初级操作"
    )
    at_most_percent: Annotated[int, Field(ge=1, le=100)] = Field(
        description="标准课里最多占百分之几"
    )


class Settings(Part, title="课程设置"):
    """`curriculum/course.yml`: the course's name, version and frame."""

    title: Annotated[Words, Field(max_length=14)] = Field(description="课程名，印在每张讲义上")
    version: Annotated[Words, Field(max_length=12)] = Field(
        description="课程版本，印在每张讲义的页脚"
    )
    tagline: Sentence = Field(description="一句话说清这门课")
    hour_minutes: Annotated[int, Field(ge=30, le=60)] = Field(description="一课时几分钟")
    village: ToVillage = Field(description="平时用哪个村的村情单")
    placement: ToForm | None = Field(None, description="开班前填的定位表（forms 里的编号）")
    always_there: tuple[Sentence, ...] = Field(
        (), description="每堂课屋里都要有的，印在每份教案上，课里不用再写"
    )
    tracks: tuple[Track, ...] = Field(description="技能、文化、融合三条线")
    layers: tuple[Layer, ...] = Field(description="入门、进阶、骨干三层")
    competences: tuple[Competence, ...] = Field((), description="标准课一样也不能少的本事")
    basics: Basics | None = Field(None, description="平台初级操作：标准课里不能占太多")
    words: WatchedWords = Field(WatchedWords(), description="检查时留意的词")
    retired: tuple[LessonId, ...] = Field(
        (), description="撤掉的课的编号：旧讲义上印着，再也不给别的课用"
    )
