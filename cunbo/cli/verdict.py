"""Reading, checking and telling: what `check`, `build` and their exit codes have in common."""

import os
import sys

import click

from cunbo.checks.clock import WRONG_CLOCK, today
from cunbo.checks.rules import check as check_reading
from cunbo.cli.exits import EXIT_FINE, EXIT_PROBLEMS
from cunbo.problems.report import FORMATS, summary
from cunbo.project import Project
from cunbo.reading.curriculum import read_curriculum
from cunbo.reading.reading import Reading


def checked(project: Project, form: str = "text") -> tuple[Reading, int]:
    """Read and check; print every problem. The code says whether there was an error."""
    day = today()
    if not day.is_known:
        click.echo(WRONG_CLOCK, err=True)
    reading = read_curriculum(project.curriculum)
    problems = check_reading(reading, *day)
    lines = {source.file: source.lines for source in reading.sources.values()}
    click.echo(FORMATS[form](problems, lines, _wants_colour()), nl=False)
    click.echo(summary(problems) + "。", err=bool(problems) or form != "text")
    manual = project.site / "authors" / "errors.html"
    if problems and form == "text" and manual.is_file():
        click.echo(f"方括号里的代号，错误手册里有例子：{manual}", err=True)
    failed = any(problem.is_error for problem in problems)
    return reading, EXIT_PROBLEMS if failed else EXIT_FINE


def _wants_colour() -> bool:
    """Whether the output is a terminal whose owner has not asked for plain text.

    `NO_COLOR` as no-color.org has it: any value but an empty one.
    """
    plain = os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb"
    return not plain and sys.stdout is not None and sys.stdout.isatty()
