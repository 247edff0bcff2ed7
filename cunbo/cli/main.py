"""The command line: parses, hands over, chooses the exit code (0 fine, 1 problems, 2 usage)."""

import gc
import io
import sys
import tempfile
import traceback
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

import click

from cunbo import __version__
from cunbo.cli.commands import COMMANDS
from cunbo.cli.exits import EXIT_FINE, EXIT_PROBLEMS, EXIT_USAGE
from cunbo.cli.help import ChineseGroup, usage_message
from cunbo.cli.loading import unloaded
from cunbo.cli.saying import say
from cunbo.making.project import Project, find_project
from cunbo.problems.stopping import asked_to_stop, heed_ctrl_c
from cunbo.problems.system import reason

GARBAGE = (100_000, 50, 100)
"""Parts and trees of a course stay till the end: looking for garbage among them cost a sixth of
`check`."""

STOPPED = "停下了。"


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code."""
    gc.set_threshold(*GARBAGE)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")
    try:
        code = cunbo.main(arguments, prog_name="cunbo", standalone_mode=False)
    except click.UsageError as error:
        say(usage_message(error), err=True)
        return EXIT_USAGE
    except click.Abort:
        say(STOPPED, err=True)
        return EXIT_PROBLEMS
    return int(code or EXIT_FINE)


@click.group(
    cls=ChineseGroup,
    commands=COMMANDS,
    invoke_without_command=True,
    no_args_is_help=True,
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
    metavar="文件夹",
    help="课程项目在哪个文件夹（不写就从现在的文件夹找起）",
)
@click.pass_context
def cunbo(context: click.Context, folder: Path | None) -> None:
    if context.invoked_subcommand is None:
        raise click.UsageError("还没写命令，比如 cunbo check", context)
    context.obj = _project(folder or Path.cwd())


def _project(folder: Path) -> Project:
    project = find_project(folder.resolve())
    if project is None:
        raise click.UsageError(
            f"在 {folder} 里没有找到课程：要有 curriculum 文件夹和 mkdocs.yml。"
            "请先进到课程的文件夹，或者用 --course 指明。"
        )
    return project


def console() -> None:
    """The `cunbo` command. What the system refuses is told in Chinese.

    A fault of the program itself is written to a file, not shown.
    """
    heed_ctrl_c()
    try:
        code = main()
        if sys.stdout:
            sys.stdout.flush()
    except Exception as error:
        code = EXIT_PROBLEMS
        told = STOPPED if asked_to_stop() else _why(error)
        with suppress(OSError):
            say(told, err=True)
    gc.freeze()  # else Python would look through the whole course for garbage before it ends
    sys.exit(code)


def _why(error: Exception) -> str:
    """What to say of it. (An output that nobody reads any more ends a command in click itself.)"""
    match error:
        case OSError(filename=None):
            return f"系统不让做下去：{reason(error)}。"
        case OSError():
            return f"系统不让做下去：{error.filename}：{reason(error)}。"
    if told := unloaded(error):
        return told
    log = _write_down("".join(traceback.format_exception(error)))
    told = f"请把 {log} 发给维护的人。" if log else "请告诉维护的人刚才做了什么。"
    return f"程序自己出了错，不是课写错了。{told}"


def _write_down(trace: str) -> Path | None:
    """Keep the trace where somebody can find it: here, else in the folder for scratch files."""
    for folder in ("", tempfile.gettempdir()):
        log = Path(folder, "cunbo-error.log").absolute()
        with suppress(OSError, MemoryError):
            if not log.is_symlink():
                log.write_text(trace, encoding="utf-8")
                return log
    return None
