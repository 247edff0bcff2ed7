"""What is said of slips inside a value: sentences that need quotes, and brackets.

As in `slips`, each is worded once, from however many sides it can be seen.
"""

from cunbo.problems.codes import Code
from cunbo.reading.slip import IN_BRACKETS, SENTENCE, Scope, Slip

_SHOWN = 20
"""How many characters of a lost text are repeated, so that its author finds it."""
_OPENERS = {"｛": "中文的花括号", "（": "圆括号"}


# Sentences that need quotes


def special_start(sign: str, scope: Scope = SENTENCE) -> Slip:
    return Slip(Code.NEEDS_QUOTES, f"{scope.name}以 {sign} 开头，YAML 当成了别的意思", scope.quote)


def colon_inside(scope: Scope = SENTENCE) -> Slip:
    where = "中间" if scope is SENTENCE else ""
    what = f"{scope.name}{where}有英文冒号加空格"
    return Slip(Code.NEEDS_QUOTES, what, f"改成中文冒号，或者{scope.quote}")


def keys_for_sentence() -> Slip:
    """What the model sees of a colon in a sentence, where YAML saw a key."""
    mend = "句子里有英文冒号加空格时，改成中文冒号，或给整句加上英文双引号"
    return Slip(Code.WRONG_SHAPE, "这里该是一句话，却成了一组键", mend)


def lost_words(words: str, scope: Scope = SENTENCE) -> Slip:
    """A topic such as ` #开播` that would vanish as a comment."""
    return _lost(words, f"{scope.quote}；真是注释，就另起一行写")


def only_lost_words(words: str) -> Slip:
    return _lost(words, f"{SENTENCE.quote}；真是注释，# 前面先把内容写上")


def _lost(words: str, mend: str) -> Slip:
    what = f"# 后面的字会被当成注释丢掉：{words[:_SHOWN]}"
    return Slip(Code.NEEDS_QUOTES, what, mend)


def comma_cuts(tail: str) -> Slip:
    what = f"花括号里的英文逗号把一句话切断了，后半句是：{tail[:_SHOWN]}"
    return Slip(Code.NEEDS_QUOTES, what, f"句子里用中文逗号；或者{SENTENCE.quote}")


def bracket_inside(sign: str) -> Slip:
    mend = f"村里的空写成【产品】；或者{IN_BRACKETS.quote}"
    return Slip(Code.NEEDS_QUOTES, f"括号里的句子又有 {sign}", mend)


def words_behind_bracket(sign: str) -> Slip:
    what = f"{sign} 开头的括号后面还有字，YAML 当成了别的意思"
    mend = f"村里的空写成【产品】这样；句子真要以 {sign} 开头，{SENTENCE.quote}"
    return Slip(Code.NEEDS_QUOTES, what, mend)


def backslash() -> Slip:
    what = "双引号里的 \\ 被当成了特别的记号"
    return Slip(Code.NEEDS_QUOTES, what, "外面的双引号换成英文单引号 '…'")


def words_behind_quote() -> Slip:
    mend = "里面的引号换成中文的“ ”，或者整句外面用英文单引号 '…'"
    return Slip(Code.NEEDS_QUOTES, "引号收尾以后，后面还有字", mend)


def quote_left_open(sign: str) -> Slip:
    mend = f"句子末尾也用英文的 {sign}，不要用中文引号 ”"
    return Slip(Code.UNCLOSED_QUOTE, f"这里的 {sign} 只开了头，没有收尾", mend)


def alias() -> Slip:
    return Slip(Code.ANCHOR, "这里的 * 被当成了 YAML 的引用", f"句子以 * 开头时，{SENTENCE.quote}")


def anchor_or_tag(sign: str) -> Slip:
    what = f"这里的 {sign} 是 YAML 的特殊记号，课里不用"
    return Slip(Code.ANCHOR, what, f"句子以 {sign} 开头时，{SENTENCE.quote}；不是句子就删掉")


# Brackets


def wide_opener(sign: str) -> Slip:
    mend = "换成英文的 { }，里面用英文冒号、英文逗号，后面都空一格"
    return Slip(Code.WIDE_BRACKETS, f"用的是{_OPENERS[sign]}{sign}", mend)


def wide_brackets(name: str, sign: str, right: str) -> Slip:
    """What the model sees of a list in full-width brackets, where YAML saw a sentence."""
    mend = f"换成英文的 {right}，里面用英文逗号加空格隔开"
    return Slip(Code.WIDE_BRACKETS, f"“{name}”用的是中文的括号 {sign}", mend)


def other_closer(sign: str, right: str) -> Slip:
    return Slip(Code.UNCLOSED_BRACKET, f"这里的 {sign} 不对", f"换成英文的 {right}")


def bracket_left_open(opening: str, closing: str) -> Slip:
    mend = f"在末尾补上英文的 {closing}，里面用英文逗号加空格隔开"
    return Slip(Code.UNCLOSED_BRACKET, f"{opening} 只开了头，没有收尾", mend)


def one_item(sign: str, words: list[str]) -> Slip:
    what = f"方括号里隔开用的是“{sign}”，只算一项"
    listed = ", ".join(words)
    mend = f"要分成几项，写成 [{listed}]；本来就是一句话，加上英文双引号"
    return Slip(Code.ONE_ITEM, what, mend, listed)


def empty_cell() -> Slip:
    return Slip(Code.EMPTY_VALUE, "方括号里有一格是空的", "空格子写两个英文单引号：''")
