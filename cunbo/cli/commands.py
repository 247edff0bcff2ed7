"""The list of commands: where each lives, and the one line the list of commands says of it.

A command is imported when it is called: `--help` must not wait for the course's rules, nor `check`
for what builds.
"""

from typing import NamedTuple


class Command(NamedTuple):
    """`at` is `module:name`; `line` also begins the command's own help."""

    at: str
    line: str


COMMANDS = {
    "build": Command("cunbo.cli.build:build", "检查课程，再做网站和讲义。"),
    "check": Command("cunbo.cli.check:check", "检查课程，把错处都列出来。"),
    "new": Command("cunbo.cli.new:new", "新建一课、一张村情单、一张空白表或一条依据。"),
    "print": Command(
        "cunbo.cli.print:print_packs", "给打印店备一个文件夹：一个班要印的，全在里面。"
    ),
    "serve": Command("cunbo.cli.serve:serve", "边写边看：网页和讲义并排放在浏览器里。"),
}
