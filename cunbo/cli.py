"""The command line: parses, hands over, chooses the exit code (0 fine, 1 problems, 2 usage)."""

import io
import sys
import time
import traceback
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import click

from cunbo import __version__
from cunbo.checks.rules import check as check_reading
from cunbo.curriculum import Reading, read_curriculum
from cunbo.drafts_command import new
from cunbo.freshness import inputs_of, last_build
from cunbo.help import ChineseCommand, ChineseGroup, usage_message
from cunbo.model.course import Course
from cunbo.preview.command import serve
from cunbo.project import Project, find_project
from cunbo.report import FORMATS, summary
from cunbo.stats import as_text, balance

EXIT_FINE, EXIT_PROBLEMS, EXIT_USAGE = 0, 1, 2


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")
    try:
        code = cunbo.main(arguments, prog_name="cunbo", standalone_mode=False)
    except click.UsageError as error:
        click.echo(usage_message(error), err=True)
        return EXIT_USAGE
    except click.Abort:
        click.echo("停下了。", err=True)
        return EXIT_PROBLEMS
    return int(code or EXIT_FINE)


@click.group(
    cls=ChineseGroup,
    help="""村播课：把 curriculum/ 里的课，做成网站和能打印的讲义。

\b
第一次用：
  cunbo check    看看课写得对不对，什么也不改
  cunbo build    做网站和讲义，做好在 site/index.html

\b
写课的时候：
  cunbo new      开一课新课、一个新村、一张新表
  cunbo serve    边写边看，保存了网页和讲义就跟着变

错在哪个文件、第几行、怎么改，都会用中文告诉你。有一处错误就不会动原来的网站。
""",
)
@click.version_option(__version__, message="村播课 %(version)s", help="看版本号")
@click.option(
    "--course",
    "folder",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="课程项目在哪个文件夹（不写就从现在的文件夹找起）",
)
@click.pass_context
def cunbo(context: click.Context, folder: Path | None) -> None:
    context.obj = _project(folder or Path.cwd())


@cunbo.command(
    cls=ChineseCommand,
    help="""检查课程，什么也不改。

一次列出所有的错误，每处一行：

\b
  文件:行:列: 错误: 哪里不对；怎么改 [代号]

没有错误退出码是 0，有错误是 1。“提醒”不算错误。
""",
)
@click.option(
    "--format",
    "form",
    type=click.Choice(list(FORMATS)),
    default="text",
    help="给人看 text，给程序看 json，给代码平台看 github",
)
@click.option("--stats", is_flag=True, help="再看一张课程平衡表：课时、比例、覆盖了多少论文发现")
@click.pass_obj
def check(project: Project, form: str, stats: bool) -> int:
    reading, code = _checked(project, form, date.today())
    if code == EXIT_FINE and reading.course and form == "text":
        lessons = reading.course.lessons.values()
        written = sum(not lesson.is_outline for lesson in lessons)
        drafts = len(lessons) - written
        click.echo(f"一共 {len(lessons)} 课，写好 {written} 课，编写中 {drafts} 课。")
    if stats and reading.course:
        click.echo("\n" + as_text(balance(reading.course)), nl=False)
    return code


@cunbo.command(
    cls=ChineseCommand,
    help="""检查课程，再做网站和讲义。

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
    reading, code = _checked(project)
    if code != EXIT_FINE or reading.course is None:
        click.echo("有错误，没有做网站；原来的 site/ 没有动。", err=True)
        return code
    name = village or reading.course.settings.village
    if name not in reading.course.villages:
        known = "、".join(reading.course.villages)
        raise click.UsageError(f"没有“{name}”这个村的村情单。有的是：{known}")
    return _build(project, reading.course, name, start)


cunbo.add_command(new)
cunbo.add_command(serve)


def _build(project: Project, course: Course, village: str, start: float) -> int:
    last = last_build(project)
    if last and last.inputs == inputs_of(project, village):
        made = f"没有变化，不用重做：网页 {last.pages} 页，PDF {last.sheets} 份"
    else:
        # MkDocs takes 0.3 s to import: `check`, and a build with nothing to do, go without it.
        from cunbo.build import BuildError
        from cunbo.build import build as build_course

        try:
            outcome = build_course(project, course, course.villages[village], _tell)
        except BuildError as error:
            click.echo(f"{error}\n原来的 site/ 没有动。", err=True)
            return EXIT_PROBLEMS
        made = (
            f"做好了：网页 {outcome.pages} 页，PDF {outcome.sheets} 份（新印 {outcome.printed} 份）"
        )
    click.echo(f"{made}，用了 {time.perf_counter() - start:.1f} 秒。")
    click.echo(f"打开看：{project.site / 'index.html'}")
    return EXIT_FINE


def _tell(progress: str) -> None:
    click.echo(progress, err=True)


def _project(folder: Path) -> Project:
    project = find_project(folder.resolve())
    if project is None:
        raise click.UsageError(
            f"在 {folder} 里没有找到课程：要有 curriculum 文件夹和 mkdocs.yml。"
            "请先进到课程的文件夹，或者用 --course 指明。"
        )
    return project


def _checked(
    project: Project, form: str = "text", today: date | None = None
) -> tuple[Reading, int]:
    """Read and check; print every problem. The code says whether there was an error."""
    reading = read_curriculum(project.curriculum)
    problems = check_reading(reading, today)
    lines = {source.file: source.lines for source in reading.sources.values()}
    click.echo(FORMATS[form](problems, lines, sys.stdout.isatty()), nl=False)
    click.echo(summary(problems) + "。", err=bool(problems) or form != "text")
    if problems and form == "text":
        click.echo(
            "方括号里的代号，在网站的“错误手册”里有例子（site/authors/errors.html）。", err=True
        )
    failed = any(problem.is_error for problem in problems)
    return reading, EXIT_PROBLEMS if failed else EXIT_FINE


def console() -> None:
    """The `cunbo` command. A fault of the program itself is written to a file, not shown."""
    try:
        code = main()
    except Exception:
        log = Path("cunbo-error.log").resolve()
        log.write_text(traceback.format_exc(), encoding="utf-8")
        click.echo(f"程序自己出了错，不是课写错了。请把 {log} 发给维护的人。", err=True)
        code = EXIT_PROBLEMS
    sys.exit(code)
