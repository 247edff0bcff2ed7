"""Reading, checking and telling: what `check`, `build` and their exit codes have in common."""

import os
import sys
from collections import Counter
from collections.abc import Sequence
from contextlib import suppress
from pathlib import PurePosixPath
from typing import NamedTuple

import click

from cunbo.authoring.schema_ids import keep_ids
from cunbo.checks.clock import WRONG_CLOCK, today
from cunbo.checks.rules import check as check_reading
from cunbo.cli.saying import say, tell
from cunbo.making.files import is_link
from cunbo.making.freshness import read_state
from cunbo.making.project import Project
from cunbo.making.told import keep_told, told_before
from cunbo.problems.codes import Code, Severity
from cunbo.problems.notice import Lines, visible
from cunbo.problems.problem import Problem
from cunbo.problems.report import FORMATS, summary
from cunbo.reading.curriculum import read_curriculum
from cunbo.reading.reading import Reading
from cunbo.reading.shelf import Shelf

_FEW_DRAFTS = 3
_MOST_FILES = 3


class Verdict(NamedTuple):
    """A course as it was read, and all that was found in it; `state` is a hash of what that
    depends on."""

    reading: Reading
    found: list[Problem]
    state: str

    @property
    def has_errors(self) -> bool:
        return any(problem.is_error for problem in self.found)


def checked(project: Project, form: str = "text", all_drafts: bool = False) -> Verdict:
    """Read and check; print every problem.

    People read errors first and, unless they ask for `all_drafts`, of many words left over from
    drafts only how many there are.
    """
    day = today()
    if not day.is_known:
        say(WRONG_CLOCK, err=True)
    reading = read_curriculum(project.curriculum, shelf=Shelf(project.read))
    state = read_state(reading, day)
    known = told_before(project.found, state)
    problems = check_reading(reading, *day) if known is None else known
    lines = _lines(problems, reading)
    told = problems
    if form == "text":
        told = sorted(problems, key=lambda problem: not problem.is_error)
    drafts = [problem for problem in problems if problem.code is Code.PLACEHOLDER]
    if form == "text" and len(drafts) > _FEW_DRAFTS and not all_drafts:
        told = [problem for problem in told if problem.code is not Code.PLACEHOLDER]
    click.echo(FORMATS[form](told, lines, wants_colour()), nl=False)
    if len(told) < len(problems):
        say(_of_drafts(drafts))
    to_tell = tell if problems or form != "text" else say
    to_tell(summary(problems) + "。")
    if form == "text":  # a person writes; a program asks what there is, and leaves it so
        keep_ids(project, reading)
    if problems and form == "text":
        _hint(project, problems)
    return Verdict(reading, problems, state)


def keep_verdict(project: Project, verdict: Verdict) -> None:
    """Keep what was read and found: the rules are not asked again about the same. Nothing is kept
    where it would be written somewhere else, or cannot be written: it saves time, and no more."""
    if not any(map(is_link, (project.work, project.read, project.found))):
        Shelf(project.read).keep(verdict.reading)
        with suppress(OSError):
            keep_told(project.found, verdict.state, verdict.found)


def show_problems(problems: Sequence[Problem], reading: Reading) -> None:
    """Print problems that came up after the check, each with its line, for people to read."""
    lines = _lines(problems, reading)
    click.echo(FORMATS["text"](problems, lines, wants_colour()), nl=False)


def _lines(problems: Sequence[Problem], reading: Reading) -> Lines:
    """The lines of the files that something is told of."""
    files = {problem.at.file for problem in problems}
    return {one.file: one.lines for one in reading.sources.values() if one.file in files}


def wants_colour() -> bool:
    """Whether the output is a terminal whose owner has not asked for plain text.

    `NO_COLOR` as no-color.org has it: any value but an empty one.
    """
    plain = os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb"
    return not plain and sys.stdout is not None and sys.stdout.isatty()


def _of_drafts(drafts: Sequence[Problem]) -> str:
    """One line for all that is still the draft's own words."""
    counts = Counter(PurePosixPath(problem.at.file).stem for problem in drafts)
    files = [f"{name} {count} 处" for name, count in counts.most_common(_MOST_FILES)]
    more = "等" if len(counts) > _MOST_FILES else ""
    what = f"还有 {len(drafts)} 处是草稿里的话，没换成自己的（{'、'.join(files)}{more}）"
    return visible(f"{Severity.WARNING}: {what}；一处一处列出来：cunbo check --drafts")


def _hint(project: Project, problems: Sequence[Problem]) -> None:
    """Where to find more, said once behind all problems."""
    certain = sum(problem.mended is not None and problem.mended.certain for problem in problems)
    if certain:
        tell(f"其中 {certain} 处程序能代改，先看看改成什么样：cunbo check --fix")
    manual = project.site / "authors" / "errors.html"
    if manual.is_file():
        tell(f"方括号里的代号，错误手册里有例子：{manual}")
