"""What to say of each way in which data is not what the model asks for.

The wording hangs on pydantic's error *types*, which are part of its interface, never on its
English messages.
"""

import re
import unicodedata
from collections.abc import Callable, Mapping
from enum import Enum

from pydantic_core import ErrorDetails

from cunbo.model.base import NOTHING_TO_READ, SEVERAL_LINES, Part
from cunbo.model.blocks import block_kinds
from cunbo.model.meanings import id_form, short_name
from cunbo.model.shape import meaning_at, names_at, shape_at
from cunbo.model.walk import Path
from cunbo.problems.codes import Code
from cunbo.problems.guess import near, nearest
from cunbo.reading import slips, value_words
from cunbo.reading.slip import Slip
from cunbo.reading.typed import (
    are_ids,
    are_simple,
    as_day,
    half_width,
    items,
    like_an_id,
    shortened,
)

_WRONG_COLON = re.compile(r"(?P<key>[A-Za-z_]\w*)(?P<sign>[：；;])")
_NOTHING = {"无", "没有", "暂无", "-", "—"}
_LIST = "[ ]"
_WIDE_BRACKETS = {"［": _LIST, "【": _LIST, "〔": _LIST, "｛": "{ }"}
_LIST_ENDS = ("］", "】", "〕", "]")
_RANGE = re.compile(r"\d+\s*(?:[-~–—－～〜]|到|至)+\s*\d+\D*")
_WHOLE = re.compile(r"-?[0-9]+")
_TRUTH = {"是": "true", "对": "true", "有": "true", "否": "false", "不": "false", "不是": "false"}


def _name(path: Path) -> str:
    """The key an author would call this place by."""
    keys = [step for step in path if isinstance(step, str)]
    return str(keys[-1]) if keys else "文件"


def _meaning(model: type[Part], path: Path) -> str:
    """What the key at `path` means, in brackets."""
    meaning = meaning_at(model, path)
    return f"（{meaning}）" if meaning else ""


def empty(path: Path) -> Slip:
    return _wrong_colon(path[-1] if path else "") or slips.nothing(_name(path))


def _wrong_colon(text: object) -> Slip | None:
    """What to say of a text that was to be a key with its value, had its colon been right."""
    found = _WRONG_COLON.match(str(text))
    return slips.other_colon(found["key"], found["sign"]) if found else None


def _wide_brackets(given: str, path: Path) -> Slip | None:
    """What to say of a text that was to be a list or a group of keys in half-width brackets."""
    right = _WIDE_BRACKETS.get(given[:1])
    if not right:
        return None
    slip = value_words.wide_brackets(_name(path), given[0], right)
    if right == _LIST and given.endswith(_LIST_ENDS):
        words = items(given[1:-1].replace(",", "，"))
        slip = slip._replace(instead=f"[{', '.join(words)}]", sure=are_simple(words))
    return slip


def other(error: ErrorDetails, path: Path, model: type[Part]) -> Slip:
    mend = f"照着别的文件里的“{_name(path)}”写"
    return Slip(Code.WRONG_SHAPE, f"“{_name(path)}”这里写得不对", mend)


def _missing(error: ErrorDetails, path: Path, model: type[Part]) -> Slip:
    key = _name(path)
    return Slip(Code.MISSING_KEY, f"少了“{key}”", f"补一行 {key}: {_meaning(model, path)}".rstrip())


def _unknown_key(error: ErrorDetails, path: Path, model: type[Part]) -> Slip:
    key = str(path[-1])
    known = names_at(model, path[:-1])
    if not key.isascii() and "slots" in known and len(path) == 1:
        return slips.slot_at_the_edge(key)
    meant = half_width(key).lower()
    mend = f"这里能写的键：{'、'.join(known)}"
    what = f"这个键不认识：{key}{near(meant, known)}"
    return Slip(Code.UNKNOWN_KEY, what, mend, nearest(meant, known), sure=meant in known)


def _text_expected(error: ErrorDetails, path: Path, model: type[Part]) -> Slip:
    if isinstance(error["input"], dict):
        return value_words.keys_for_sentence()
    return Slip(Code.WRONG_SHAPE, "这里该是一句话，却成了一个列表", "去掉句子前面的 - 或外面的 [ ]")


def _list_expected(error: ErrorDetails, path: Path, model: type[Part]) -> Slip:
    name = f"“{_name(path)}”"
    if isinstance(error["input"], dict):
        mend = "每一项的行首写 - 加一个空格（英文减号）"
        return Slip(Code.DASH_SPACE, f"{name}这里该是一个列表，行首少了 -", mend)
    given = str(error["input"])
    if "rows" in path[:-1]:
        mend = "每一行再套一层方括号：rows: [[甲, 乙], [丙, '']]，或者每行另起，写 - [甲, 乙]"
        return Slip(Code.WRONG_SHAPE, "rows 里的一行也是一个列表，少了一层方括号", mend)
    wide = _wide_brackets(given, path)
    if wide:
        return wide
    if given.strip() in _NOTHING:
        return Slip(Code.WRONG_SHAPE, f"{name}这里该是一个列表", "没有就把这一行删掉")
    if given.startswith(("-", "－", "—")):
        first = re.split("[－—]", given.lstrip("-－— "))[0].rstrip()
        return slips.dash_of_first_item(_name(path), first)
    words = items(given)
    listed = f"[{', '.join(words)}]"
    if len(words) > 1 or given.isascii():
        mend = f"写成 {listed}；每一项是一句话的，就一项一行，行首写 - 加空格"
    else:
        mend = f"另起一行，写成 - {shortened(given)} 这样"
    sure = are_simple(words) and (len(words) == 1 or are_ids(words))
    return Slip(Code.WRONG_SHAPE, f"{name}这里该是一个列表", mend, listed, sure)


def _mapping_expected(error: ErrorDetails, path: Path, model: type[Part]) -> Slip:
    text = error["input"] if isinstance(error["input"], str) else ""
    slip = _wrong_colon(text) or _wide_brackets(text, path)
    if slip:
        return slip
    known = names_at(model, path)
    mend = "另起一行，多空两格，写成“键: 内容”"
    if known:
        where = "另起一行，多空两格，写" if path else "从行首写起，像"
        mend = f"{where} {known[0]}: ……；能写的键：{'、'.join(known)}"
    return Slip(Code.WRONG_SHAPE, "这里该是一组键", mend)


def _number(error: ErrorDetails, path: Path, model: type[Part]) -> Slip:
    if isinstance(error["input"], list | dict):
        return Slip(Code.NOT_A_NUMBER, f"“{_name(path)}”这里只写一个数", "去掉括号和多出来的")
    given = str(error["input"])
    half, what = half_width(given).strip(), f"“{given}”不是整数"
    if _WHOLE.fullmatch(half):
        mend = f"这是全角的数字，换成英文输入法再打一遍：{half}"
        return Slip(Code.NOT_A_NUMBER, what, mend, half, sure=True)
    mend = f"“{_name(path)}”只写半角的整数，不写单位{_meaning(model, path)}"
    if path[-1:] == ("answer",):
        mend = "写第几个：A 写 1，B 写 2"
    elif _RANGE.fullmatch(half):
        mend = f"“{_name(path)}”只写一个整数，不写几到几{_meaning(model, path)}"
    return Slip(Code.NOT_A_NUMBER, what, mend)


def _date(error: ErrorDetails, path: Path, model: type[Part]) -> Slip:
    day, what = as_day(str(error["input"])), f"“{error['input']}”不是日期"
    if day:
        return Slip(Code.NOT_A_DATE, what, f"写成 {day}", day, sure=True)
    mend = "写成 2026-11-22 这样：四位年、两位月、两位日，而且真有这一天"
    return Slip(Code.NOT_A_DATE, what, mend)


def _truth(error: ErrorDetails, path: Path, model: type[Part]) -> Slip:
    what, mend = f"“{error['input']}”这里不能写", "是就写 true，不是就写 false"
    return Slip(Code.NOT_TRUE_FALSE, what, mend, _TRUTH.get(str(error["input"])))


def _number_range(error: ErrorDetails, path: Path, model: type[Part]) -> Slip:
    context = error.get("ctx", {})
    limit = context.get("ge", context.get("le"))
    side = "小于" if "ge" in context else "大于"
    what = f"“{_name(path)}”写了 {error['input']}"
    return Slip(Code.OUT_OF_RANGE, what, f"这里不能{side} {limit}")


def _nothing_to_read(error: ErrorDetails, path: Path, model: type[Part]) -> Slip:
    return slips.nothing_to_read(_name(path), str(error["input"]))


def _several_lines(error: ErrorDetails, path: Path, model: type[Part]) -> Slip:
    mend = "并成一行：去掉 | 和 >，去掉中间的空行"
    return Slip(Code.WRONG_SHAPE, f"“{_name(path)}”要写在一行里，这里分了几行", mend)


def _length(error: ErrorDetails, path: Path, model: type[Part]) -> Slip:
    context = error.get("ctx", {})
    words = items(str(error["input"][0])) if len(error["input"]) == 1 else []
    if "min_length" in context and len(words) > 1:
        mend = f"几项之间用英文逗号加空格，写成 [{', '.join(words)}]"
        return Slip(Code.OUT_OF_RANGE, f"“{_name(path)}”里用的是中文的标点，只算一项", mend)
    if "min_length" in context:
        limit, side = context["min_length"], "至少"
    else:
        limit, side = context["max_length"], "最多"
    unit = "个字" if isinstance(error["input"], str) else "项"
    have = context.get("actual_length", len(error["input"]))
    what = f"“{_name(path)}”有 {have} {unit}"
    return Slip(Code.OUT_OF_RANGE, what, f"这里{side} {limit} {unit}")


def _pattern(error: ErrorDetails, path: Path, model: type[Part]) -> Slip:
    pattern, given = error.get("ctx", {}).get("pattern", ""), str(error["input"])
    words, half = items(given), half_width(given).strip()
    if len(words) > 1:
        listed = ", ".join(words)
        mend = f"几个编号之间用英文逗号加空格，写成 [{listed}]"
        what = f"“{given}”里用的是中文的标点，几个编号成了一个"
        return Slip(Code.BAD_FORM, what, mend, listed, sure=are_ids(words))
    wide = [sign for sign in given if unicodedata.east_asian_width(sign) == "F"]
    if wide and re.search(pattern, half):
        mend = f"这里有全角的“{wide[0]}”，换成英文输入法再打一遍"
        return Slip(Code.BAD_FORM, f"“{given}”这样写不行", mend, half, sure=True)
    meant = like_an_id(half, pattern)
    guess = f"，是不是 {meant}？" if meant else ""
    mend = id_form(pattern) or "照着别的文件里的样子写"
    return Slip(Code.BAD_FORM, f"“{given}”这样写不行{guess}", mend, meant, sure=True)


def _choice(error: ErrorDetails, path: Path, model: type[Part]) -> Slip:
    shape = shape_at(model, path)
    choices = shape.kind if shape and issubclass(shape.kind, Enum) else ()
    names = {str(one.value): short_name(one) for one in choices}
    given = str(error["input"]) or "空"
    half = half_width(given).lower()
    named = next((word for word, name in names.items() if given in name), None)
    meant = named or nearest(half, list(names))
    what = f"“{given}”这里不能写" + (f"，是不是 {meant}？" if meant else "")
    words = "、".join(f"{word}（{name}）" for word, name in names.items())
    return Slip(Code.BAD_CHOICE, what, f"只能写：{words}", meant, sure=half in names)


def _block(error: ErrorDetails, path: Path, model: type[Part]) -> Slip:
    known = [kind.kind for kind in block_kinds()]
    given = error["input"]
    if isinstance(given, dict) and len(given) > 1:
        kind, *inside = map(str, given)
        if given[kind] is None and set(inside) <= set(names_at(model, (*path, kind))):
            return slips.keys_too_far_left(kind, inside)
        keys = "、".join(map(str, given))
        mend = "一项只写一种：第二个键另起一项，行首也写 -"
        return Slip(Code.UNKNOWN_BLOCK, f"一项里写了几种内容：{keys}", mend)
    word = str(next(iter(given), "")) if isinstance(given, dict) else str(given)
    wrong = _wrong_colon(word)
    if wrong:
        return wrong
    close, colon, _ = word.partition(":")
    if colon and close in known:
        return slips.no_space(close, lead="- ")
    mend = f"写成“- 种类: 内容”，种类有：{'、'.join(known)}"
    if not isinstance(given, dict):
        return Slip(Code.UNKNOWN_BLOCK, "这里少了种类", mend)
    meant = half_width(word).lower()
    what = f"没有“{word}”这种内容{near(meant, known)}"
    return Slip(Code.UNKNOWN_BLOCK, what, mend, nearest(meant, known), sure=meant in known)


Explain = Callable[[ErrorDetails, Path, type[Part]], Slip]
EXPLANATIONS: Mapping[str, Explain] = {
    "missing": _missing,
    "extra_forbidden": _unknown_key,
    "string_type": _text_expected,
    "tuple_type": _list_expected,
    "model_type": _mapping_expected,
    "mapping_type": _mapping_expected,
    "dict_type": _mapping_expected,
    "model_attributes_type": _mapping_expected,
    "int_parsing": _number,
    "int_type": _number,
    "int_from_float": _number,
    "date_from_datetime_parsing": _date,
    "date_from_datetime_inexact": _date,
    "date_parsing": _date,
    "date_type": _date,
    "bool_parsing": _truth,
    "bool_type": _truth,
    "greater_than_equal": _number_range,
    "less_than_equal": _number_range,
    "too_short": _length,
    "too_long": _length,
    "string_too_long": _length,
    "string_too_short": _nothing_to_read,
    "string_pattern_mismatch": _pattern,
    "enum": _choice,
    NOTHING_TO_READ: _nothing_to_read,
    SEVERAL_LINES: _several_lines,
    "union_tag_invalid": _block,
    "union_tag_not_found": _block,
}
