"""In an author's words: what each word of a fixed choice means, and how ids are written.

Messages, editors' schemas and drafts say the same thing in the same words from here.
"""

from collections.abc import Mapping
from enum import Enum

from cunbo.model.choices import (
    CaseDevice,
    Confidence,
    ElderAnswer,
    FormAudience,
    Goods,
    ProposalKind,
    StepKind,
    TrackId,
)

MEANINGS: Mapping[type[Enum], Mapping[Enum, str]] = {
    TrackId: {
        TrackId.SKILLS: "技能课：编号以 S 开头",
        TrackId.CULTURE: "文化课：编号以 C 开头",
        TrackId.INTEGRATION: "融合课：编号以 X 开头，技能和文化合起来用",
    },
    StepKind: {
        StepKind.OPENING: "开场：上回回家做的那件事，拿出来给同桌看",
        StepKind.CASE: "案例：先看一件真事",
        StepKind.TALK: "讲解：培训员讲，越短越好",
        StepKind.DEMONSTRATION: "示范：培训员做一遍给大家看",
        StepKind.PRACTICE: "练习：学员自己动手（算动手时间）",
        StepKind.ROLE_PLAY: "对练：两人一组，一个演一个看（算动手时间）",
        StepKind.FIELD_WORK: "实地：出门去做（算动手时间）",
        StepKind.REVIEW: "收尾：今天留下了什么",
    },
    CaseDevice: {
        CaseDevice.TALE: "讲一件事：说人说事",
        CaseDevice.BAD_TEXT: "念一段话：念一段没说好的话，听哪里不对",
        CaseDevice.PHOTO_SORT: "分照片：几张照片，分一分",
        CaseDevice.TWO_THINGS: "比两样东西：两样真东西摆在一起比",
        CaseDevice.RECEIPT: "看单据：一张收据、快递单、罚单",
        CaseDevice.PHONE_CALL: "打电话：当场打，或者学一通电话",
        CaseDevice.WALK: "走一趟：出门走着看",
        CaseDevice.OBJECT: "摸一件东西：一件老物件、一样货，传着看",
        CaseDevice.VISITOR: "请人来说：请来的人自己讲",
        CaseDevice.NUMBER: "猜一个数：先猜，再看真数",
        CaseDevice.LETTER: "念一封信：信、留言、买家的话",
    },
    ElderAnswer: {
        ElderAnswer.CIRCLE: "画圈：把对的圈出来",
        ElderAnswer.TICK: "打钩：做到了打个钩",
        ElderAnswer.THUMBPRINT: "按手印：愿意就按",
        ElderAnswer.SAY: "说一声：嘴里说，不用写",
        ElderAnswer.DO: "做一遍：动手做给旁边人看",
    },
    Goods: {
        Goods.DRY: "干货：晒干、放得住的",
        Goods.FRESH: "鲜货：鲜果、鲜菜，放不住的",
        Goods.ANIMAL: "禽蛋肉：鸡蛋、禽肉、奶",
        Goods.CRAFT: "手工艺：编的、绣的、打的",
        Goods.EXPERIENCE: "体验：带人来看、来住、来做",
    },
    FormAudience: {
        FormAudience.LEARNER: "学员：学员自己填，字不小于 14 点",
        FormAudience.TRAINER: "培训员：培训员和办班的填，字不小于 12 点",
        FormAudience.COOPERATIVE: "合作社和村里：合作社、收货的、村里管事的填，字不小于 12 点",
    },
    Confidence: {
        Confidence.FULL: "读过全文：读的是法规全文的存档副本",
        Confidence.SECONDARY: "看的转载：看的是别人的转载或解读",
        Confidence.RECALLED: "凭记忆：凭记忆写的，还要找原文核对",
    },
    ProposalKind: {
        ProposalKind.CONTEXT: "背景",
        ProposalKind.FIGURE: "数字：论文里的数字",
        ProposalKind.COMPETENCE: "要会的本事",
        ProposalKind.MECHANISM: "道理：说明为什么管用",
        ProposalKind.CULTURE_TOPIC: "文化题目",
        ProposalKind.DIAGNOSIS: "找到的毛病：论文指出的",
        ProposalKind.TRAINING: "培训建议：论文对培训的建议",
    },
}

READERS_ARE_TOLD: Mapping[Confidence, str] = {
    Confidence.FULL: "",
    Confidence.SECONDARY: "据转载，用前对照官网",
    Confidence.RECALLED: "凭记忆，请以当地最新规定为准",
}
"""What stands behind a fact, on pages and sheets, where it is not fully confirmed."""


def short_name(word: Enum) -> str:
    """What a word of a fixed choice is called on pages and in tables: its meaning to the colon."""
    return MEANINGS[type(word)][word].partition("：")[0]


LESSON_ID_FORM = "课的编号写成 S1-07：S 技能、C 文化、X 融合，一位层数，一横，两位数字（都用半角）"
_ID_FORMS = {
    "^[SCX]": LESSON_ID_FORM,
    "^[a-z]": "只用小写英文字母、数字和 -，第一个是字母，比如 product-card",
    "^[A-Z]": "只写一个大写英文字母",
    "^G": "写成 G01 这样",
}


def id_form(pattern: str) -> str | None:
    """How an id is written whose model has `pattern`; None where that is no id's."""
    return next((said for start, said in _ID_FORMS.items() if pattern.startswith(start)), None)
