"""`cunbo check`: every problem of a course, and how to mend it."""

import click

from cunbo.checks.sentences import is_draft
from cunbo.cli.commands import COMMANDS
from cunbo.cli.exits import EXIT_FINE, EXIT_PROBLEMS
from cunbo.cli.help import ChineseCommand
from cunbo.cli.saying import say
from cunbo.cli.verdict import checked, keep_verdict
from cunbo.making.project import Project
from cunbo.model.lesson import Lesson
from cunbo.problems.report import FORMATS


@click.command(
    cls=ChineseCommand,
    help=COMMANDS["check"].line
    + """

一次列出所有的错误，每处一行：

\b
  文件:行:列: 错误: 哪里不对；怎么改 [代号]

没有错误退出码是 0，有错误是 1。“提醒”不算错误。

\b
有的错程序能代改：只动标点、空格、全角半角、大小写和日期的写法，别的字不动。
  cunbo check --fix            看看会怎么改，什么也不写
  cunbo check --fix --write    照这样改，写进文件
""",
)
@click.option(
    "--format",
    "form",
    type=click.Choice(list(FORMATS)),
    default="text",
    help="给人看 text，给程序看 json，给代码平台看 github",
)
@click.option("--stats", is_flag=True, help="再看一张课程平衡表：课时、比例、回应了多少论文发现")
@click.option("--drafts", is_flag=True, help="草稿里还没换成自己的话，一处一处列出来")
@click.option("--fix", "mend", is_flag=True, help="看看程序能代改哪些，改成什么样；什么也不写")
@click.option("--write", is_flag=True, help="和 --fix 一起用：照这样改，写进文件")
@click.pass_obj
def check(project: Project, form: str, stats: bool, drafts: bool, mend: bool, write: bool) -> int:
    _refuse_odd_options(form, stats or mend, write and not mend)
    if mend:
        # Without it, `check` need not know how files are written.
        from cunbo.cli.fix import fix

        return fix(project, write)
    verdict = checked(project, form, drafts)
    course = verdict.reading.course
    if not verdict.has_errors:
        keep_verdict(project, verdict)
        if course and form == "text":
            say(_how_far(tuple(course.lessons.values())))
    if stats and course:
        # Without it, `check` answers in two thirds of the time.
        from cunbo.cli.tables import as_text
        from cunbo.telling.balance import balance

        say("\n" + as_text(balance(course)).removesuffix("\n"))
    return EXIT_PROBLEMS if verdict.has_errors else EXIT_FINE


def _refuse_odd_options(form: str, for_people: bool, write_alone: bool) -> None:
    if for_people and form != "text":
        raise click.UsageError("--stats 和 --fix 是给人看的，不能和 --format 一起用")
    if write_alone:
        raise click.UsageError("--write 要和 --fix 一起用：cunbo check --fix --write")


def _how_far(lessons: tuple[Lesson, ...]) -> str:
    """How many lessons are written, begun and waiting."""
    with_steps = [lesson for lesson in lessons if not lesson.is_outline]
    drafts = sum(map(is_draft, with_steps))
    begun = f"草稿 {drafts} 课，" if drafts else ""
    written, waiting = len(with_steps) - drafts, len(lessons) - len(with_steps)
    return f"一共 {len(lessons)} 课，写好 {written} 课，{begun}编写中 {waiting} 课。"
