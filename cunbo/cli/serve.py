"""`cunbo serve` on the command line."""

import re

import click

from cunbo.cli.commands import COMMANDS
from cunbo.cli.exits import EXIT_FINE, EXIT_PROBLEMS
from cunbo.cli.help import ChineseCommand
from cunbo.cli.saying import say
from cunbo.making.project import Project
from cunbo.making.refusal import BuildError

_HIGHEST_PORT = 65535
_MOST_SHOWN = 20


def _port(context: click.Context, option: click.Parameter, text: str) -> int:
    if re.fullmatch("[0-9]{1,5}", text) and int(text) <= _HIGHEST_PORT:
        return int(text)
    shown = text if len(text) <= _MOST_SHOWN else f"{text[:_MOST_SHOWN]}……"
    raise click.UsageError(f"--port 后面要写 0 到 {_HIGHEST_PORT} 的数字，写的是“{shown}”", context)


def _host(context: click.Context, option: click.Parameter, text: str) -> str:
    """An empty address would be every address of this machine."""
    if text.strip():
        return text.strip()
    raise click.UsageError("--host 后面要写地址，比如 127.0.0.1", context)


@click.command(
    cls=ChineseCommand,
    help=COMMANDS["serve"].line
    + """

在课程文件里改一处、保存，网页和讲义一秒左右就跟着变。写错了，上面列出错在第几行、怎么改，
下面还是上一次没有错的样子；知道怎么改的，点“照这样改”就替你写进文件。你不点，什么也不写。

\b
例子：
  cunbo serve                  在浏览器里打开它说的网址，按 Ctrl-C 停
  cunbo serve --port 9000      换一个端口
""",
)
@click.option(
    "--village", metavar="编号", help="看哪个村（villages/ 里的文件名）；不写就是上次做的那个"
)
@click.option("--host", metavar="地址", default="127.0.0.1", show_default=False, callback=_host,
              help="在哪个地址上听；不写就只有这台机器能看")  # fmt: skip
@click.option("--port", metavar="数字", default="8000", callback=_port,
              help="端口，不写是 8000；占用了就用下一个")  # fmt: skip
@click.pass_obj
def serve(project: Project, village: str | None, host: str, port: int) -> int:
    # MkDocs and what prints take long to import: the other commands go without them.
    from cunbo.preview.session import run_preview

    try:
        run_preview(project, village, host, port)
    except BuildError as error:
        say(f"{error}。", err=True)
        return EXIT_PROBLEMS
    return EXIT_FINE
