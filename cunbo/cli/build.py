"""`cunbo build`: the site and the handouts of a checked course."""

import time
from contextlib import suppress

import click

from cunbo.cli.commands import COMMANDS
from cunbo.cli.exits import EXIT_FINE, EXIT_PROBLEMS
from cunbo.cli.help import ChineseCommand
from cunbo.cli.verdict import checked
from cunbo.making.freshness import Inputs, inputs_of, last_build
from cunbo.making.refusal import BuildError
from cunbo.model.course import Course
from cunbo.project import Project


@click.command(
    cls=ChineseCommand,
    help=COMMANDS["build"].line
    + """

\b
例子：
  cunbo build                    用样板村的村情单
  cunbo build --village liushu   用 villages/liushu.yml 的村情单

有错误就不做，原来的 site/ 一点不动。没有变化的部分不会重做。
""",
)
@click.option("--village", metavar="编号", help="用哪个村的村情单（villages/ 里的文件名）")
@click.pass_obj
def build(project: Project, village: str | None) -> int:
    start = time.perf_counter()
    _tell("读课程、查错……")
    reading, code = checked(project)
    if code != EXIT_FINE or reading.course is None:
        click.echo("有错误，没有做网站；原来的 site/ 没有动。", err=True)
        return code
    name = village or reading.course.settings.village
    if name not in reading.course.villages:
        known = "、".join(reading.course.villages)
        raise click.UsageError(f"没有“{name}”这个村的村情单。有的是：{known}")
    try:
        inputs = inputs_of(project, reading, name)
        made = _made(project, reading.course, name, inputs)
    except BuildError as error:
        kept = "\n原来的 site/ 没有动。" if error.site_kept else "。"
        click.echo(f"{error}{kept}", err=True)
        return EXIT_PROBLEMS
    click.echo(f"{made}，用了 {time.perf_counter() - start:.1f} 秒。")
    click.echo(f"打开看：{project.site / 'index.html'}")
    return EXIT_FINE


def _made(project: Project, course: Course, village: str, inputs: Inputs) -> str:
    """What there is now, and how much of it was made anew. Raises BuildError."""
    last = last_build(project)
    if last and last.made_from == inputs.mark:
        return f"没有变化，不用重做：网页 {last.pages} 页，PDF {last.sheets} 份"
    # MkDocs takes 0.3 s to import: a build with nothing to do goes without it.
    from cunbo.making.build import build as build_course

    done = build_course(project, course, course.villages[village], inputs, _tell)
    return f"做好了：网页 {done.pages} 页，PDF {done.sheets} 份（新印 {done.printed} 份）"


def _tell(progress: str) -> None:
    """Say it if anybody can hear: a build goes on when nobody listens any more."""
    with suppress(OSError):
        click.echo(progress, err=True)
