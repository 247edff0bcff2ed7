"""What stands inside sentences: slots that exist, marks that work, no HTML."""

import re
from collections.abc import Iterator

from cunbo.checks.desk import Desk
from cunbo.model.base import Sentence
from cunbo.model.lesson import Lesson
from cunbo.model.text import FaultKind, lesson_targets, read, slot_names
from cunbo.model.walk import texts
from cunbo.problems.codes import Code
from cunbo.problems.edit import Edit
from cunbo.problems.guess import near, nearest
from cunbo.problems.problem import Location, Problem
from cunbo.reading.source import Source

_PLACEHOLDER = re.compile(r"（写[^（）]{0,8}|（在这里填")
_HTML = re.compile(r"</?[A-Za-z][^<>]*>|<!--|&#?\w+;")
_MARK_IN_PLAIN_TEXT = re.compile(r"(?<!\*)\*\*(?!\*)|【|】|\]\(")
_GLUED = re.compile(r"[#＃](?<=[^\s#＃].) ")
_WIDE_LINK = re.compile(r"(\[[^\[\]*【】]+\])[(（]([SCX][1-3]-\d{2}|https://[^（）()\s]+)[)）]")
_FAULTS = {
    FaultKind.HALF_LINK: (
        "链接没写对，会照原样印出来",
        "写成 [文字](S1-04)：英文的圆括号，要成对；方括号里要有字，不加粗，不写【】",
    ),
    FaultKind.WIDE_STARS: ("加粗用的是中文的星号", "换成英文的：在要加粗的字前后各写两个 *"),
    FaultKind.MANY_STARS: (
        "三个 * 不是加粗，会照原样印出来",
        "在要加粗的字前后各写两个 *；遮住号码的星号，写四个",
    ),
    FaultKind.EMPTY_BOLD: ("加粗的两个 ** 中间没有字", "把字写在中间；不加粗就删掉 **"),
    FaultKind.UNCLOSED_BOLD: ("加粗的 ** 只有一半", "在要加粗的字前后各写两个 *"),
    FaultKind.STRAY_BRACKET: (
        "【】只有一半，或者套了两层",
        "村里的空写成【产品】；别的地方用“ ”或（ ）",
    ),
    FaultKind.BAD_TARGET: (
        "链接的去处写得不对",
        "课写成 [文字](S1-04)，网页写成 [文字](https://…)",
    ),
}


def slots_exist(desk: Desk) -> Iterator[Problem]:
    """Every 【slot】 in a sentence, and every slot a village fills, is in `slots.yml`."""
    known = [slot.name for slot in desk.course.slots]
    for source, path, sentence in desk.marked_sentences:
        for name in slot_names(sentence):
            if name not in known:
                at = source.at_text(f"【{name}", *path)
                yield _unknown_slot(source, f"【{name}", known, at)
    for village in desk.course.villages:
        source = desk.source("villages", village)
        for name in desk.course.villages[village].slots:
            at = source.at_key("slots", name)
            if name.strip("【】") in known and name not in known:
                right = name.strip("【】")
                what, mend = f"空的名字写成了 {name}", f"去掉【】，写成 {right}: ……"
                mended = source.edit(at, name, right)
                yield Problem(Code.UNKNOWN_SLOT, at, what, mend, mended)
            elif name not in known:
                yield _unknown_slot(source, name, known, at)


def slots_stand_in_their_brackets(desk: Desk) -> Iterator[Problem]:
    """A slot's name stands in 【】 and in no other brackets; it would be printed as it is."""
    names = "|".join(re.escape(slot.name) for slot in desk.course.slots)
    wrong = re.compile(rf"(?:\[|［|\{{|｛|〔|〖)\s*({names})\s*(?:\](?!\()|］|\}}|｝|〕|〗)")
    for source, path, sentence in desk.sentences() if names else ():
        for found in wrong.finditer(sentence):
            at = source.at_text(found[0], *path)
            what = f"{found[0]} 的括号不对，会照原样印出来"
            mend = f"村里的空用 【】，写成【{found[1]}】（中文输入法下按 [ ] 键）"
            mended = source.edit(at, found[0], f"【{found[1]}】")
            yield Problem(Code.BROKEN_MARK, at, what, mend, mended)


def marks_work(desk: Desk) -> Iterator[Problem]:
    """Bold is closed, brackets are paired, links lead to a lesson or an https page."""
    lessons = desk.ids("lessons")
    for source, path, sentence in desk.marked_sentences:
        for fault in read(sentence).faults:
            what, mend = _FAULTS[fault.kind]
            at = source.at_text(fault.excerpt or "](", *path)
            mended = _right_mark(source, at, fault.kind)
            yield Problem(Code.BROKEN_MARK, at, what, mend, mended)
        for target in lesson_targets(sentence):
            if target not in lessons:
                at = source.at_text(f"({target}", *path)
                what = f"链接到的课不存在：{target}{near(target, lessons)}"
                yield Problem(Code.UNKNOWN_LESSON, at, what, "改成 lessons/ 里有的编号")


def _right_mark(source: Source, at: Location, kind: FaultKind) -> Edit | None:
    """Stars and brackets of the right width, where that is all that is wrong with a mark."""
    typed = source.lines[at.line - 1][at.column - 1 :]
    if kind is FaultKind.WIDE_STARS:
        return source.edit(at, typed, typed.replace("＊＊", "**"))
    link = _WIDE_LINK.match(typed) if kind is FaultKind.HALF_LINK else None
    return source.edit(at, link[0], f"{link[1]}({link[2]})") if link else None


def is_draft(lesson: Lesson) -> bool:
    """Whether a lesson with steps still has words of `cunbo new` in it."""
    return any(_PLACEHOLDER.search(text) for _, text in texts(lesson))


def drafts_are_finished(desk: Desk) -> Iterator[Problem]:
    """No text is still the draft's own, with nothing of the author's in it."""
    for source, part in desk.parts():
        for path, text in texts(part):
            found = _PLACEHOLDER.search(text)
            if found:
                at = source.at_text(found[0], *path)
                what = f"这里还是草稿里的话：{found[0]}……"
                yield Problem(Code.PLACEHOLDER, at, what, "换成自己的话，连括号一起换掉")


def comments_stand_apart(desk: Desk) -> Iterator[Problem]:
    """A `#` glued to the words before it begins no comment: what follows would be printed."""
    for source, path, sentence in desk.sentences():
        found = _GLUED.search(sentence)
        if found:
            at = source.at_text(found[0], *path)
            what = "# 连着前面的字，后面的说明会一起印出来"
            mend = "是说明，就在 # 前面空一格，用英文的 #；不是就删掉 #"
            yield Problem(Code.NEEDS_QUOTES, at, what, mend)


def villages_hold_no_slots(desk: Desk) -> Iterator[Problem]:
    """A village's own words are the last word; a slot in them would be printed as it stands."""
    for village, part in desk.course.villages.items():
        source = desk.source("villages", village)
        for name, words in part.slots.items():
            mark = _MARK_IN_PLAIN_TEXT.search(words)
            if mark:
                what = f"“{name}”里写了 {mark[0]}，会照原样印出来"
                mend = "村情单里只写字：不加粗，不写链接，不套【】"
                yield Problem(Code.BROKEN_MARK, source.at("slots", name), what, mend)


def plain_texts_have_no_marks(desk: Desk) -> Iterator[Problem]:
    """Titles and names are shown letter for letter; a mark in them would be printed."""
    for source, part in desk.parts():
        for path, text in texts(part):
            mark = None if isinstance(text, Sentence) else _MARK_IN_PLAIN_TEXT.search(text)
            if mark:
                at = source.at_text(mark[0], *path)
                what = f"这里只显示字，{mark[0]} 会照原样印出来"
                yield Problem(Code.BROKEN_MARK, at, what, "课名、名称里不加粗，不写链接，不写【】")


def no_html(desk: Desk) -> Iterator[Problem]:
    """Sentences and names hold text only; code would be printed as it stands."""
    for source, part in desk.parts():
        for path, text in texts(part):
            found = _HTML.search(text)
            if found:
                at, is_sentence = source.at_text(found[0], *path), isinstance(text, Sentence)
                what = f"{'句子' if is_sentence else '名称'}里有网页代码：{found[0][:30]}"
                bold = "；要加粗就写 **字**，要分条就用 points"
                yield Problem(Code.RAW_HTML, at, what, f"删掉它{bold if is_sentence else ''}")


def _unknown_slot(source: Source, typed: str, known: list[str], at: Location) -> Problem:
    """A problem of a slot's name; `typed` is what stands at the place, its bracket included."""
    name = typed.removeprefix("【")
    what = f"没有【{name}】这个空{near(name, known)}"
    mend = f"改成 slots.yml 里有的：{'、'.join(known)}"
    close = nearest(name, known)
    right = typed.replace(name, close) if close else ""
    mended = source.edit(at, typed, right, sure=False) if right else None
    return Problem(Code.UNKNOWN_SLOT, at, what, mend, mended)
