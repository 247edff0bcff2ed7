"""In an author's words: what each word of a fixed choice means, and how ids are written.

Messages, editors' schemas and drafts say the same thing in the same words from here.
"""

from collections.abc import Mapping
from enum import Enum

from cunbo.model.choices import Confidence, ProposalKind, StepKind, TrackId

MEANINGS: Mapping[type[Enum], Mapping[Enum, str]] = {
    TrackId: {
        TrackId.SKILLS: "技能课：编号以 S 开头",
        TrackId.CULTURE: "文化课：编号以 C 开头",
        TrackId.INTEGRATION: "融合课：编号以 X 开头，技能和文化合起来用",
    },
    StepKind: {
        StepKind.CASE: "案例：先看一件真事",
        StepKind.TALK: "讲解：培训员讲，越短越好",
        StepKind.DEMONSTRATION: "示范：培训员做一遍给大家看",
        StepKind.PRACTICE: "练习：学员自己动手（算动手时间）",
        StepKind.ROLE_PLAY: "对练：两人一组，一个演一个看（算动手时间）",
        StepKind.FIELD_WORK: "实地：出门去做（算动手时间）",
        StepKind.REVIEW: "收尾：今天留下了什么",
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
