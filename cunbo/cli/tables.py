"""The balance of a course as tables for a terminal."""

from collections.abc import Iterable, Sequence

from cunbo.problems.report import columns
from cunbo.telling.balance import Balance, Count, Coverage, Share
from cunbo.telling.replies import Standing

_COLUMNS = 80
_NAME_WIDTH = 34
_FINDING_WIDTH = 22

_HOW_COUNTED = """\
一条只算一次，算在最左边够得上的一栏。
回应了、只碰到：写好的课里有一步。还在计划：大纲里列了，或写好的课列了没讲。
做法有、做法计划：没有课讲，全课程的做法做好了，或还没做好。
"""


def as_text(balance: Balance) -> str:
    """The balance sheet for a terminal: Chinese tables, no line wider than 80 columns."""
    return "\n".join(
        (
            _headline(balance.whole),
            _tracks(balance),
            _shares("三层", balance.layers, balance),
            _shares("学习路径", balance.paths, balance),
            _steps(balance),
            _counted("写好的课，学员看到的内容", balance.blocks),
            _counted("写好的课，村里填的空", balance.slots),
            f"一个空也没有的课：{'、'.join(balance.slotless) or '没有'}。\n",
            _findings("论文的发现，按种类", balance.kinds),
            _findings("论文的发现，按论文", balance.papers),
            _HOW_COUNTED,
        )
    )


def _headline(whole: Share) -> str:
    drafts = whole.lessons - whole.written
    return (
        f"{whole.name} {whole.lessons} 课、{whole.hours} 课时。"
        f"写好 {whole.written} 课，编写中 {drafts} 课。\n"
    )


def _tracks(balance: Balance) -> str:
    rows = [
        (one.name, one.lessons, one.written, one.hours, _percent(one.hours, balance.whole.hours))
        for one in balance.tracks
    ]
    return _table(("三条线", "课", "写好", "课时", "占"), rows)


def _shares(title: str, shares: Iterable[Share], balance: Balance) -> str:
    """`shares` as a table, their hours also track by track."""
    tracks = [track.name for track in balance.tracks]
    rows: list[tuple[str | int, ...]] = [
        (one.name, one.lessons, one.written, one.hours, *one.by_track) for one in shares
    ]
    return _table((title, "课", "写好", "课时", *tracks), rows)


def _steps(balance: Balance) -> str:
    total = sum(step.amount for step in balance.steps)
    rows = [
        (step.name, step.amount, _percent(step.amount, total), step.lessons)
        for step in balance.steps
    ]
    table = _table(("写好的课，时间怎么用", "分钟", "占", "课"), rows)
    return f"{table}动手（练习、对练、实地）一共占 {_percent(balance.hands_on, total)}。\n"


def _counted(title: str, counts: Iterable[Count]) -> str:
    """What is used, most used first; then the names of what is not."""
    used = sorted((one for one in counts if one.amount), key=lambda one: -one.amount)
    unused = [one.name for one in counts if not one.amount]
    table = _table((title, "处", "课"), [(one.name, one.amount, one.lessons) for one in used])
    return table + (_wrapped("没用到：", unused) if unused else "")


def _findings(title: str, coverage: Iterable[Coverage]) -> str:
    """Findings by how far the course has come with them, what is taught today to the left."""
    head = (title, "条", *(standing.value for standing in Standing))
    rows: list[tuple[str | int, ...]] = [
        (one.name, one.findings, *one.by_standing.values()) for one in coverage
    ]
    return _table(head, rows, _FINDING_WIDTH)


def _percent(part: int, whole: int) -> str:
    return f"{100 * part / whole:.0f}%" if whole else "–"


def _table(
    head: Sequence[str], rows: Iterable[Sequence[str | int]], name_width: int = _NAME_WIDTH
) -> str:
    """The first column to the left, numbers to the right, each column as wide as its head."""
    lines = []
    for row in (head, *rows):
        name, *numbers = map(str, row)
        cells = [_cut(name, name_width)]
        cells += [
            " " * (max(columns(top), 4) - columns(number)) + number
            for top, number in zip(head[1:], numbers, strict=True)
        ]
        lines.append("  ".join(cells).rstrip() + "\n")
    return "".join(lines)


def _cut(text: str, width: int) -> str:
    """`text` padded or cut to exactly `width` columns."""
    if columns(text) > width:
        while columns(text) > width - 2:
            text = text[:-1]
        text += "…"
    return text + " " * (width - columns(text))


def _wrapped(lead: str, names: Iterable[str]) -> str:
    """Names in a row after `lead`, in lines of 80 columns."""
    lines = [lead]
    for name in names:
        if columns(lines[-1]) + columns(name) + 1 > _COLUMNS:
            lines.append("  ")
        lines[-1] += f"{name} "
    return "".join(line.rstrip() + "\n" for line in lines)
