"""The words that `check` looks for, and by what law some of them are not to be said."""

from pydantic import Field

from cunbo.model.base import Part, Words
from cunbo.model.ids import ToFact


class Basis(Part, title="红线的依据"):
    """Why the words of a red line are not to be said: what the law says of them."""

    absolute: tuple[ToFact, ...] = Field((), description="说到顶的话，依据哪几条")
    medical: tuple[ToFact, ...] = Field((), description="治病、养生的话，依据哪几条")
    unproven: tuple[ToFact, ...] = Field((), description="拿不出凭据的话，依据哪几条")


class WatchedWords(Part, title="检查时留意的词"):
    """Words that `check` looks for. Lists an author may lengthen; an empty list switches off."""

    jargon: tuple[Words, ...] = Field((), description="行话：词语表里没有，就不能给学员看")
    slogans: tuple[Words, ...] = Field((), description="口号里的词：换成大白话")
    absolute: tuple[Words, ...] = Field((), description="说到顶的话：最、第一、国家级")
    medical: tuple[Words, ...] = Field((), description="治病、养生的话")
    unproven: tuple[Words, ...] = Field((), description="拿不出凭据的话")
    basis: Basis = Field(Basis(), description="上面三样各依据哪几条法规（facts 里的编号）")
    harmless: tuple[Words, ...] = Field(
        (), description="里面带着上面的字、其实没事的词：第一步、治虫、有机肥"
    )
    their_lines: tuple[Words, ...] = Field(
        (), description="稿子里 who 带这些字的，不是我们教的话：观众、买家、反面"
    )
    complaints: tuple[Words, ...] = Field(
        (), description="倒霉事的说法：相邻两课的场面不能都用同一个"
    )
    shared_lines: tuple[Words, ...] = Field(
        (), description="哪课都可以说的安全话：只有它们能在两课里一样"
    )
    caveats: tuple[Words, ...] = Field((), description="引用论文数字时，说明要当心的词")
