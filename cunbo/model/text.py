"""The inline marks inside a sentence, parsed once for both wings.

Marks: `**bold**`, `[text](S1-04)` or `[text](https://…)`, and the village slot `【产品】`.
Everything else is literal text. The result is a flat tuple of `Run`s; a wing decides how a run
looks, so that a sentence can never smuggle markup into a page or a sheet.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import lru_cache

LESSON_ID = re.compile(r"[SCX][1-3]-[0-9]{2}")
_MARK = re.compile(
    r"(?P<bold>\*\*)"
    r"|【(?P<slot>[^【】]*)】"
    r"|\[(?P<label>[^\[\]]+)\]\((?P<target>[^()\s]*)\)"
    r"|(?P<stray>【|】)"
)
_MARKED_LABEL = re.compile(r"\[[^\[\]]*(?:\*\*|【)[^\[\]]*\]\(")
_HALF_LINK = re.compile(r"\[[^\[\]]+\][(（]")
_UNITS = (
    "课时|分钟|小时|公斤|厘米|毫米|元|块|斤|两|克|分|秒|天|年|月|日|号|次|场|人|个|条|张|页|米|亩|岁|"
    "倍|度|份|箱|袋|罐|题|句|遍|行|格|批|样|成|点"
)
_TIED = re.compile(
    r"[SCX][1-3]-\d{2}"
    rf"|\d[\d.,:/]*(?:[–~-]\d[\d.,]*)?\s?(?:%|{_UNITS})?"
)


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text shown in one way.

    `target` is a lesson id or an https address; `slot` the name of the village slot the run stands
    for; `blank` is true where the village has not filled that slot; `tied` text is not broken
    across lines (a number and its unit).
    """

    text: str
    strong: bool = False
    target: str | None = None
    slot: str | None = None
    blank: bool = False
    tied: bool = False


class FaultKind(StrEnum):
    UNCLOSED_BOLD = "unclosed-bold"
    STRAY_BRACKET = "stray-bracket"
    BAD_TARGET = "bad-target"
    HALF_LINK = "half-link"
    WIDE_STARS = "wide-stars"


@dataclass(frozen=True, slots=True)
class Fault:
    """A mark that does not work; `excerpt` is what the author typed."""

    kind: FaultKind
    excerpt: str


@dataclass(frozen=True, slots=True)
class Reading:
    """A parsed sentence: its runs, and the marks in it that do not work."""

    runs: tuple[Run, ...]
    faults: tuple[Fault, ...] = ()


@lru_cache(maxsize=20_000)
def read(sentence: str) -> Reading:
    """Parse the marks of one sentence. Never raises: broken marks stay as text and are faults."""
    runs: list[Run] = []
    faults: list[Fault] = []
    strong, end = False, 0
    for mark in _MARK.finditer(sentence):
        runs.append(Run(sentence[end : mark.start()], strong=strong))
        end = mark.end()
        if mark["bold"]:
            strong = not strong
        elif mark["stray"]:
            runs.append(Run(mark["stray"], strong=strong))
            faults.append(Fault(FaultKind.STRAY_BRACKET, mark["stray"]))
        elif mark["slot"] is not None:
            name = mark["slot"].strip()
            runs.append(Run(name, strong=strong, slot=name))
        else:
            runs.append(Run(mark["label"], strong=strong, target=mark["target"]))
            if not _is_target(mark["target"]):
                faults.append(Fault(FaultKind.BAD_TARGET, mark["target"]))
    runs.append(Run(sentence[end:], strong=strong))
    faults += _half_marks(sentence)
    if strong:
        faults.append(Fault(FaultKind.UNCLOSED_BOLD, "**"))
    return Reading(tuple(run for run in runs if run.text or run.slot is not None), tuple(faults))


def _half_marks(sentence: str) -> Iterator[Fault]:
    """What was meant as a mark but is none."""
    for half in _HALF_LINK.findall(_MARK.sub("", sentence)):
        yield Fault(FaultKind.HALF_LINK, half)
    for label in _MARKED_LABEL.findall(sentence):
        yield Fault(FaultKind.HALF_LINK, label)
    if "＊＊" in sentence:
        yield Fault(FaultKind.WIDE_STARS, "＊＊")


def slot_names(sentence: str) -> tuple[str, ...]:
    """The slots a sentence asks for, in order."""
    return tuple(run.slot for run in read(sentence).runs if run.slot is not None)


def lesson_targets(sentence: str) -> tuple[str, ...]:
    """The lessons a sentence links to, in order."""
    targets = (run.target for run in read(sentence).runs)
    return tuple(target for target in targets if target and LESSON_ID.fullmatch(target))


def fill(runs: tuple[Run, ...], values: Mapping[str, str]) -> tuple[Run, ...]:
    """Put a village's words into the slots; a slot without words becomes a blank to write in."""
    return tuple(_filled(run, values) for run in runs)


def tie(runs: tuple[Run, ...]) -> tuple[Run, ...]:
    """Split off numbers with their units, so that `38 元` is never broken across two lines."""
    return tuple(piece for run in runs for piece in _pieces(run))


def plain(sentence: str, values: Mapping[str, str]) -> str:
    """The sentence without marks, slots filled, for titles and attributes."""
    runs = fill(read(sentence).runs, values)
    return "".join(f"＿＿＿＿（{run.slot}）" if run.blank else run.text for run in runs)


def _is_target(target: str) -> bool:
    return bool(LESSON_ID.fullmatch(target)) or target.startswith("https://")


def _filled(run: Run, values: Mapping[str, str]) -> Run:
    if run.slot is None:
        return run
    value = values.get(run.slot)
    return replace(run, text=value) if value else replace(run, blank=True)


def _pieces(run: Run) -> Iterator[Run]:
    if run.blank:
        yield run
        return
    end = 0
    for match in _TIED.finditer(run.text):
        if match.start() > end:
            yield replace(run, text=run.text[end : match.start()])
        yield replace(run, text=match[0], tied=True)
        end = match.end()
    if end < len(run.text):
        yield replace(run, text=run.text[end:])
