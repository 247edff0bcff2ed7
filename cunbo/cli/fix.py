"""`cunbo check --fix`: what can be mended without asking, shown, and written when told to."""

from collections.abc import Sequence
from itertools import groupby

import click

from cunbo.authoring.mending import Mended, mend_all
from cunbo.authoring.saving import why_not_saved
from cunbo.checks.clock import today
from cunbo.cli.exits import EXIT_FINE, EXIT_PROBLEMS
from cunbo.cli.saying import say
from cunbo.cli.verdict import wants_colour
from cunbo.making.project import Project
from cunbo.problems.edit import LINE_END
from cunbo.problems.notice import visible
from cunbo.problems.problem import Problem
from cunbo.problems.report import summary

_GONE, _NEW, _PLAIN = "\x1b[31m", "\x1b[32m", "\x1b[0m"
_ONLY_SIGNS = "只动标点、空格、全角半角、大小写和日期的写法，别的字不动"


def fix(project: Project, write: bool) -> int:
    """Show every certain mend, line by line; write them too if `write`."""
    mended = mend_all(project.curriculum, *today())
    lines = sum(_show(name, before, after) for name, before, after in _files(mended))
    if not lines:
        say("没有程序能代改的地方。")
        if mended.refused:
            say(f"有 {len(mended.refused)} 处，改了别处会多出错来，没有改。")
    elif write:
        return _write(project, mended, lines)
    else:
        say(f"能改 {lines} 行：{_ONLY_SIGNS}。还没有写进文件。")
        say("看过觉得对，就照这样改：cunbo check --fix --write")
    return _left(mended.problems_before, mended.problems)


def _files(mended: Mended) -> list[tuple[str, bytes, bytes]]:
    """Name, bytes before and bytes after of the files that change."""
    read = {file.source.file: file.data or b"" for file in mended.before.files.values()}
    return [(name, read[name], after) for name, after in mended.files.items()]


def _show(name: str, before: bytes, after: bytes) -> int:
    """Show the lines that change, old above new; how many there are."""
    pairs = [LINE_END.split(data.decode("utf-8-sig")) for data in (before, after)]
    changes = [
        (number, old, new)
        for number, (old, new) in enumerate(zip(*pairs, strict=True), 1)
        if old != new
    ]
    say(name)
    neighbours = groupby(enumerate(changes), key=lambda one: one[1][0] - one[0])
    for _, group in neighbours:
        block = [change for _, change in group]
        first, last = block[0][0], block[-1][0]
        say(f"  第 {first} 行" if first == last else f"  第 {first} 到 {last} 行")
        _show_lines("-", _GONE, [old for _, old, _ in block])
        _show_lines("+", _NEW, [new for _, _, new in block])
    say()
    return len(changes)


def _show_lines(sign: str, tone: str, lines: Sequence[str]) -> None:
    for line in lines:
        told = f"    {sign} {visible(line)}"
        click.echo(f"{tone}{told}{_PLAIN}" if wants_colour() else told)


def _write(project: Project, mended: Mended, lines: int) -> int:
    files, root = _files(mended), project.curriculum.parent
    tried = (why_not_saved(root / name, name, *change) for name, *change in files)
    refused = [told for told in tried if told]
    for told in refused:
        say(told, err=True)
    if refused:
        return EXIT_PROBLEMS
    say(f"改好了 {lines} 行，写进了 {len(files)} 个文件：{_ONLY_SIGNS}。")
    return _left(mended.problems, mended.problems)


def _left(now: Sequence[Problem], then: Sequence[Problem]) -> int:
    """Say what is left for the author to mend; the exit code tells of errors there are `now`."""
    if then:
        say(f"要自己改的还有 {summary(then)}，用 cunbo check 看。")
    else:
        say("改好就没有别的问题了。" if now else "没有别的问题。")
    return EXIT_PROBLEMS if any(problem.is_error for problem in now) else EXIT_FINE
