"""What is said of each slip of the pen: its code, what is wrong, and how to mend it.

A slip can be seen from several sides (a line YAML cannot read, a bracket, the tree, the model);
it is worded here once, for all of them.
"""

import unicodedata

from cunbo.model.text import is_seen
from cunbo.problems.codes import Code
from cunbo.reading.slip import Slip

BLANKS = {"\t": " Tab 键", "\u3000": "全角空格", "\xa0": "网页上的空格"}
"""Blanks of the wrong kind, by the name an author knows them by."""
_SAMPLE = 12


# Signs no file may hold


def merge_marker() -> Slip:
    mend = "和改这份文件的人对一下，留下对的一段，删掉 <<<<<<<、=======、>>>>>>> 三行"
    return Slip(Code.MERGE_MARKER, "这里留着两个版本合并时的记号", mend)


def unseen(sign: str) -> Slip:
    what = f"这里有一个看不见的字符（U+{ord(sign):04X}），多半是粘贴带进来的"
    mend = "把光标放在这儿，按退格键删掉，再打一遍前后的字"
    return Slip(Code.CONTROL_CHARACTER, what, mend)


def blank_in_front(blank: str) -> Slip:
    mend = "删掉它，用空格键（英文输入法）补齐，和上面同级的行左边对齐"
    return Slip(Code.TAB, f"行首是用{BLANKS[blank]}空出来的", mend)


def blank_behind(sign: str, blank: str) -> Slip:
    """A blank of the wrong kind behind an item's dash or a key with its colon."""
    dash = sign == "-"
    code, name = (Code.DASH_SPACE, "减号") if dash else (Code.COLON_SPACE, f"“{sign}”")
    return Slip(code, f"{name}后面是{BLANKS[blank]}", "换成英文输入法，打一个空格")


# Keys and dashes


def other_colon(key: str, sign: str) -> Slip:
    name = "中文冒号" if sign == "：" else "分号"
    mend = f"改成英文冒号加一个空格，像 {key}: …… 这样"
    return Slip(Code.FULLWIDTH_COLON, f"“{key}”后面是{name}", mend)


def key_between_quotes(key: str, sign: str) -> Slip:
    """A key with a wrong colon that stands in a text in quotes begun above: no mend of one line."""
    wrong = other_colon(key, sign)
    what = f"{wrong.what}，又夹在上一句的引号里"
    return Slip(wrong.code, what, f"上一句的引号收在它那一行的末尾；这一行{wrong.mend}")


def no_space(key: str, lead: str = "") -> Slip:
    """No space behind a key's colon; `lead` is what has to stand before the key."""
    return Slip(Code.COLON_SPACE, f"“{key}:”后面少一个空格", f"写成 {lead}{key}: …… 这样")


def no_colon(key: str) -> Slip:
    mend = f"写成 {key}: …… 这样，冒号是英文的，后面空一格"
    return Slip(Code.COLON_SPACE, f"“{key}”后面少了冒号", mend)


def dash(sign: str, words: str) -> Slip:
    what = "减号后面少一个空格" if sign == "-" else f"“{sign}”不是英文的减号"
    return Slip(Code.DASH_SPACE, what, _as_item(words))


def dash_of_first_item(key: str, words: str) -> Slip:
    """YAML takes an only item without a space behind its dash for a sentence."""
    what = f"“{key}”里的减号后面少一个空格，或者不是英文减号"
    return Slip(Code.DASH_SPACE, what, _as_item(words))


def _as_item(words: str) -> str:
    return f"写成 - {words[:_SAMPLE]}…… 这样：英文减号，空一格"


def slot_at_the_edge(name: str) -> Slip:
    mend = "行首空两格，和别的空左边对齐"
    return Slip(Code.INDENTATION, f"“{name}”归 slots 管，左边没有空格", mend)


def comma_between_keys() -> Slip:
    mend = "键和键之间改成英文逗号加一个空格"
    return Slip(Code.FULLWIDTH_COMMA, "花括号里用了中文逗号“，”", mend)


def key_twice(name: str, line: int) -> Slip:
    what = f"“{name}”写了两次，第 {line} 行已经有了"
    mend = "留一个，另一个删掉或改名；要是另起一项，它上面少了一个行首的 -"
    return Slip(Code.DUPLICATE_KEY, what, mend)


def collection_for_key() -> Slip:
    what = "这里该写键的名字，却写了一个列表或一组键"
    return Slip(Code.YAML, what, "去掉多出来的 [ ]、{ } 或 ?")


def keys_too_far_left(kind: str, keys: list[str]) -> Slip:
    what = f"“{'”“'.join(keys)}”归 {kind} 管，左边空得不够"
    mend = f"这几行再往右空两格：{kind} 前面的“- ”也算两格，所以比减号多空四格"
    return Slip(Code.INDENTATION, what, mend, shift=2)


# Lines


def crooked(own: int, above: int) -> Slip:
    what = f"这一行没有和上下的行对齐：它空了 {own} 格，上一行空了 {above} 格"
    mend = "同一级的行要左边对齐：和上一个同级的键空一样多的格"
    return Slip(Code.INDENTATION, what, mend)


def unreadable() -> Slip:
    mend = "看看这一行和上一行：冒号后有没有空格，引号、括号有没有成对，左边有没有对齐"
    return Slip(Code.YAML, "这一行的写法读不懂", mend)


def too_many(count: int, rest: int) -> Slip:
    """`rest` counts the lines with words that nobody has read, this one among them."""
    what = f"这个文件里错的地方太多，先列出 {count} 处，从这一行起还有 {rest} 行没有读"
    return Slip(Code.YAML, what, "先把上面的改好，再检查一次")


def no_key() -> Slip:
    """A line of words alone: a comment with the wrong sign, or a sentence that ran over."""
    mend = "是说明，行首就写英文的 #；是一项，行首写 - 加空格；是接着上一句，并回上一行"
    return Slip(Code.YAML, "这一行没有键，也没有 -", mend)


def two_in_one() -> Slip:
    """A short list item that runs over into the next line, where a dash may be missing."""
    mend = "要是另一项，行首写 - 加空格；真是一句话，并到上一行"
    return Slip(Code.ONE_ITEM, "这一行没有 -，和上一行连成了一句", mend)


def item_in_a_sentence(sign: str, listed: bool) -> Slip:
    """A line that begins like an item and is read as part of the sentence above it; `listed` where
    that is itself an item."""
    apart = "要分几项，冒号后面先不写字，每项另起一行写 -；只能写一句的地方"
    if listed:
        apart = "是另一项，就写 - 加空格，和上面的 - 左边对齐；不是"
    what = f"这一行的 {sign} 没有另起一项，和上一行连成了一句"
    return Slip(Code.ONE_ITEM, what, f"{apart}，就去掉 {sign}，并到上一行")


def item_behind_a_value(key: str) -> Slip:
    """A dash right below a key that has words behind it already."""
    what = f"“{key}”后面已经写了字，下面又起了一项"
    mend = "要分几项，冒号后面先不写字；只能写一句的地方，去掉 -，并成一句"
    return Slip(Code.WRONG_SHAPE, what, mend)


def wide_block_sign(sign: str) -> Slip:
    right, what = unicodedata.normalize("NFKC", sign), f"用的是中文的 {sign}，会照原样印出来"
    mend = f"换成英文的 {right}；句子一行写得下，就不用它，并成一行"
    return Slip(Code.NEEDS_QUOTES, what, mend, right, sure=True)


def block_too_far_left(key: str) -> Slip:
    what = f"这一行归“{key}”管，左边空得不够"
    return Slip(Code.INDENTATION, what, f"往右挪，比 {key} 多空两格")


def no_such_sign(escape: str) -> Slip:
    """A number that stands for half a sign, as programs write an emoji, or for none at all."""
    what = f"{escape} 是表情符号的编码，或者不是字，讲义印不出"
    return Slip(Code.NO_GLYPH, what, "换成文字，或者删掉")


def second_document() -> Slip:
    mend = "删掉这一行 ---，或者把后面的内容存成另一个文件"
    return Slip(Code.MANY_DOCUMENTS, "一个文件里写了两份，第二份没有读", mend)


def too_deep(most: int) -> Slip:
    return Slip(Code.TOO_DEEP, f"一层套一层，超过了 {most} 层", "看看是不是贴错了内容")


# Nothing where something belongs


def nothing(name: str) -> Slip:
    mend = "写上内容；没有就把这一行删掉。表里的空格子写 ''"
    return Slip(Code.EMPTY_VALUE, f"“{name}”后面是空的", mend)


def nothing_to_read(key: str, given: str) -> Slip:
    """Quotes with nothing in them, or nothing that leaves ink."""
    what = f"“{key}”的引号里是空的"
    if given:
        unseen = "看不见的字符" if given.strip() else "空格"
        what = f"“{key}”里没有字，只有{'记号' if is_seen(given) else unseen}"
    return Slip(Code.EMPTY_VALUE, what, "写上内容；没有就把这一行删掉")
