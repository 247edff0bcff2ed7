"""The inline marks inside a sentence, parsed once for both wings.

Marks: `**bold**`, `[text](S1-04)` or `[text](https://…)`, and the village slot `【产品】`. Before a
whole item stands `【限干货】` or `【除手工艺】`: for which goods it holds (`cunbo.model.goods`).
Everything else is literal text. The result is a flat tuple of `Run`s; a wing decides how a run
looks, so that a sentence can never smuggle markup into a page or a sheet.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cache

LESSON_ID = re.compile(r"[SCX][1-3]-[0-9]{2}")
_SIGNS = re.compile(r"[*＊\[【】]")
"""A sentence without any of these has no marks."""
_MARK = re.compile(
    r"(?P<stars>\*{2,})"
    r"|【(?P<slot>[^【】]*)】"
    r"|\[(?P<label>[^\[\]]+)\]\((?P<target>[^()\s]*)\)"
    r"|(?P<stray>【|】)"
)
_HOLDS_FOR = re.compile(r"【\s*([限除])([^【】]*)】")
_LABEL = re.compile(r"\[[^\[\]]*\]\(")
_HALF_LINK = re.compile(r"\[[^\[\]]+\][(（]")
_THREE_STARS = re.compile(r"(?<!\*)\*{3}[^*]+\*{3}(?!\*)")
_SEEN = re.compile(
    r"[^\s\x00-\x1f\x7f-\x9f\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f"
    r"\u2028-\u202e\u2060-\u206f\u2800\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb"
    r"\U000e0000-\U000e0fff]"
)
"""Any sign that leaves ink: no blank, no control, none that Unicode has ignored when shown."""


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text shown in one way; a line break in it begins a new line.

    `target` is a lesson id or an https address; `slot` the name of the village slot the run stands
    for; `blank` is true where the village has not filled that slot; `tied` text is not broken
    across lines as long as it fits on one (a number and its unit).
    """

    text: str
    strong: bool = False
    target: str | None = None
    slot: str | None = None
    blank: bool = False
    tied: bool = False


class FaultKind(StrEnum):
    UNCLOSED_BOLD = "unclosed-bold"
    EMPTY_BOLD = "empty-bold"
    STRAY_BRACKET = "stray-bracket"
    BAD_TARGET = "bad-target"
    HALF_LINK = "half-link"
    WIDE_STARS = "wide-stars"
    MANY_STARS = "many-stars"


@dataclass(frozen=True, slots=True)
class Fault:
    """A mark that does not work; `excerpt` is what the author typed."""

    kind: FaultKind
    excerpt: str


@dataclass(frozen=True, slots=True)
class ParsedText:
    """A parsed sentence: its runs, and the marks in it that do not work."""

    runs: tuple[Run, ...]
    faults: tuple[Fault, ...] = ()


def has_signs(sentence: str) -> bool:
    """Whether a sentence has any sign of a mark, working or not."""
    return bool(_SIGNS.search(sentence))


def read(sentence: str) -> ParsedText:
    """Parse the marks of one sentence. Never raises: broken marks stay as text and are faults."""
    if _SIGNS.search(sentence):
        return _read_marks(sentence)
    return ParsedText((Run(sentence),) if sentence else ())


@cache
def _read_marks(sentence: str) -> ParsedText:
    runs: list[Run] = []
    strong, end = False, 0
    for mark in _MARK.finditer(sentence):
        if mark["stray"] or len(mark["stars"] or "") > 2:
            continue  # text like any other; stars that cover a number, 138****0000
        runs.append(Run(sentence[end : mark.start()], strong=strong))
        end = mark.end()
        if mark["stars"]:
            strong = not strong
        elif mark["slot"] is not None:
            name = mark["slot"].strip()
            runs.append(Run(name, strong=strong, slot=name))
        else:
            runs.append(Run(mark["label"], strong=strong, target=mark["target"]))
    runs.append(Run(sentence[end:], strong=strong))
    shown = tuple(run for run in runs if run.text or run.slot is not None)
    return ParsedText(shown, tuple(_faults(sentence, strong)))


def _faults(sentence: str, unclosed: bool) -> Iterator[Fault]:
    """What was meant as a mark but is none, or marks nothing."""
    bold: int | None = None
    for mark in _MARK.finditer(sentence):
        if mark["stars"] == "**":
            if bold is not None and not is_seen(sentence[bold : mark.start()]):
                yield Fault(FaultKind.EMPTY_BOLD, "**")
            bold = mark.end() if bold is None else None
        elif mark["stray"]:
            yield Fault(FaultKind.STRAY_BRACKET, mark[0])
        elif mark["label"] is not None:
            yield from _wrong_link(mark["label"], mark["target"])
    yield from _half_marks(sentence)
    if unclosed:
        yield Fault(FaultKind.UNCLOSED_BOLD, "**")


def _wrong_link(label: str, target: str) -> Iterator[Fault]:
    if not is_seen(label):
        yield Fault(FaultKind.HALF_LINK, f"[{label}](")
    if not _is_target(target):
        yield Fault(FaultKind.BAD_TARGET, target)


def _half_marks(sentence: str) -> Iterator[Fault]:
    if "[" in sentence:
        for half in _HALF_LINK.findall(_MARK.sub("", sentence)):
            yield Fault(FaultKind.HALF_LINK, half)
        for label in _LABEL.findall(sentence):
            if "**" in label or "【" in label:
                yield Fault(FaultKind.HALF_LINK, label)
    for stars in _THREE_STARS.findall(sentence):
        yield Fault(FaultKind.MANY_STARS, stars)
    if "＊＊" in sentence:
        yield Fault(FaultKind.WIDE_STARS, "＊＊")


def is_seen(text: str) -> bool:
    """Whether a reader sees anything of the text."""
    return bool(_SEEN.search(text))


def shows_words(sentence: str) -> bool:
    """Whether a reader sees anything of the sentence: a word, or the gap of a slot."""
    if "\u4e00" <= sentence[:1] <= "\u9fff":  # as nearly every sentence begins: no need to parse
        return True
    runs = read(sentence).runs
    return any(run.slot is not None or is_seen(run.text) for run in runs)


def slot_names(sentence: str) -> tuple[str, ...]:
    """The slots a sentence asks for, in order."""
    if "【" not in sentence:
        return ()
    named = (run.slot for run in read(sentence).runs)
    return tuple(name for name in named if name is not None and not name.startswith(("限", "除")))


@dataclass(frozen=True, slots=True)
class HoldsFor:
    """For which goods an item holds: `only` these, or all but these; names as authors write them.

    `mark` is what was typed, `rest` what stands behind it.
    """

    only: bool
    names: tuple[str, ...]
    mark: str
    rest: str


def holds_for(sentence: str) -> HoldsFor | None:
    """What stands at the head of a sentence of the goods for which it holds."""
    mark = _HOLDS_FOR.match(sentence)
    if mark is None:
        return None
    names = tuple(filter(None, re.split(r"[、，,\s]+", mark[2])))
    return HoldsFor(mark[1] == "限", names, mark[0], sentence[mark.end() :].lstrip())


def marks_of_goods(sentence: str) -> int:
    """How many marks of goods stand in a sentence, at its head or not."""
    return len(_HOLDS_FOR.findall(sentence))


def lesson_targets(sentence: str) -> tuple[str, ...]:
    """The lessons a sentence links to, in order."""
    targets = (run.target for run in read(sentence).runs)
    return tuple(target for target in targets if target and LESSON_ID.fullmatch(target))


def fill(runs: tuple[Run, ...], values: Mapping[str, str]) -> tuple[Run, ...]:
    """Put a village's words into the slots; a slot without words becomes a blank to write in."""
    return tuple(_filled(run, values) for run in runs)


def plain(sentence: str, values: Mapping[str, str]) -> str:
    """The sentence without marks, slots filled, on one line, for titles and attributes."""
    runs = fill(read(sentence).runs, values)
    words = "".join(f"＿＿＿＿（{run.slot}）" if run.blank else run.text for run in runs)
    return " ".join(words.split("\n"))


def _is_target(target: str) -> bool:
    return bool(LESSON_ID.fullmatch(target)) or target.startswith("https://")


def _filled(run: Run, values: Mapping[str, str]) -> Run:
    if run.slot is None:
        return run
    value = values.get(run.slot)
    return replace(run, text=value) if value else replace(run, blank=True)
