"""`cunbo new`: starts a lesson, a village, a form or a fact; never writes over a file."""

from collections.abc import Collection

import click

from cunbo.authoring.draft_ids import Kind, is_id, layer_of, proposed_id
from cunbo.authoring.drafts import DraftError, draft, rest_of_outline
from cunbo.authoring.writing import WritingError, complete, write_new
from cunbo.checks.clock import today
from cunbo.cli.commands import COMMANDS
from cunbo.cli.exits import EXIT_FINE, EXIT_PROBLEMS
from cunbo.cli.help import ChineseCommand
from cunbo.cli.saying import say
from cunbo.making.project import Project
from cunbo.model.course import Course
from cunbo.model.ids import is_device
from cunbo.model.lesson import Lesson
from cunbo.model.meanings import LESSON_ID_FORM
from cunbo.problems.guess import near
from cunbo.reading.curriculum import read_curriculum
from cunbo.reading.reading import Reading

_KINDS = "lesson 课、village 村情单、form 空白表、fact 法规依据"
_FORMS = {
    Kind.LESSON: LESSON_ID_FORM,
    Kind.VILLAGE: "村的编号用拼音，只用小写英文字母、数字和 -，比如 liushu",
    Kind.FORM: "表的编号只用小写英文字母、数字和 -，比如 product-card",
    Kind.FACT: "依据的编号只用小写英文字母、数字和 -，比如 price-mark",
}
_NEXT = {
    Kind.LESSON: "排进课表：把 {name} 写进 curriculum/paths/ 里一条路的 weeks，再改那条路的 hours",
    Kind.VILLAGE: "做这个村的网站和讲义：cunbo build --village {name}",
    Kind.FORM: "让一课带上它：在那一课的 deliverable 下面写 form: {name}",
    Kind.FACT: "让一课用上它：在那一课里写 facts: [{name}]",
}


class _NewCommand(ChineseCommand):
    """Shows in its usage line, and among its options, what has to be named."""

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        formatter.write_usage(ctx.command_path, "[选项] 种类 编号", prefix="用法：")

    def format_arguments(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Nothing: click's own section has an English heading; the options' section lists them."""


@click.command(
    "new",
    cls=_NewCommand,
    help=COMMANDS["new"].line
    + """

\b
例子：
  cunbo new lesson S1-17       新的一课
  cunbo new lesson S1          问一问 S1 哪个编号空着，哪些课等人写
  cunbo new village liushu     新的一张村情单
  cunbo new form price-list    新的一张空白表
  cunbo new fact price-mark    新的一条法规依据

写出来的是一份能通过检查的草稿，每一处都有说明，照着换成自己的话就行。

已经有的文件，写下的字一个也不会动；只有大纲的课，草稿接在大纲后面。
""",
)
@click.argument("kind", metavar="种类", required=False, help=_KINDS)
@click.argument("name", metavar="编号", required=False, help="要和文件名一样，课是 S1-17 这样的")
@click.pass_obj
def new(project: Project, kind: str | None, name: str | None) -> int:
    wanted = _kind(kind)
    reading = read_curriculum(project.curriculum)
    layer = layer_of(name) if name and wanted is Kind.LESSON else None
    if layer:
        return _answer(reading, layer)
    name = _id(wanted, name, _taken(reading, wanted))
    if wanted is Kind.LESSON and name in _retired(reading):
        what = f"{name} 是撤掉的课的编号，旧讲义上还印着它，不再给别的课用。"
        raise _usage(f"{what}\n{_proposal(wanted, name, _taken(reading, wanted))}".strip())
    if reading.course is None:
        say("课程现在读不全，没有新建。先运行 cunbo check，照着改好。", err=True)
        return EXIT_PROBLEMS
    if name in reading.ids(wanted.folder):
        return _go_on(project, reading, reading.course, wanted, name)
    return _start(project, reading.course, wanted, name)


def _kind(word: str | None) -> Kind:
    if not word:
        raise _usage(f"没写新建什么。能新建的：{_KINDS}")
    if word not in set(Kind):
        raise _usage(f"不会新建“{word}”{near(word, list(Kind)) or '。'}能新建的：{_KINDS}")
    return Kind(word)


def _retired(reading: Reading) -> Collection[str]:
    return reading.course.settings.retired if reading.course else ()


def _taken(reading: Reading, kind: Kind) -> Collection[str]:
    """The ids that a new file may not have: those of files, and those of lessons that were."""
    retired = _retired(reading) if kind is Kind.LESSON else ()
    return {*reading.ids(kind.folder), *retired}


def _answer(reading: Reading, layer: str) -> int:
    """Say which lesson ids of a layer are free, and which outlines wait for somebody."""
    free = proposed_id(Kind.LESSON, layer, _taken(reading, Kind.LESSON))
    if free:
        say(f"{layer} 下一个空着的编号是 {free}。新建它：cunbo new lesson {free}")
    lessons = reading.course.lessons if reading.course else {}
    waiting = [
        f"  {name} {lesson.title}"
        for name, lesson in lessons.items()
        if name.startswith(layer) and lesson.is_outline
    ]
    if waiting:
        say("已有大纲、等人写的（cunbo new lesson 编号，草稿就接在大纲后面）：")
        say("\n".join(waiting))
    return EXIT_FINE


def _id(kind: Kind, name: str | None, taken: Collection[str]) -> str:
    """`name` if it is an id of this kind; a usage error that proposes one if not."""
    if name and is_id(kind, name):
        return name
    what = f"“{name}”不是完整的编号" if name else "没写编号"
    if name and is_device(name):
        what = f"“{name}”是 Windows 留给自己用的名字，建不了文件"
    raise _usage(f"{what}。{_FORMS[kind]}\n{_proposal(kind, name or '', taken)}".strip())


def _usage(what: str) -> click.UsageError:
    return click.UsageError(what, click.get_current_context())


def _proposal(kind: Kind, name: str, taken: Collection[str]) -> str:
    free = proposed_id(kind, name, taken)
    return f"可以这样写：cunbo new {kind} {free}" if free else ""


def _go_on(project: Project, reading: Reading, course: Course, kind: Kind, name: str) -> int:
    """The file is there: complete it where it is an outline, or say that it stays as it is."""
    path = f"{project.curriculum.name}/{kind.folder}/{name}.yml"
    lesson = course.lessons.get(name) if kind is Kind.LESSON else None
    if lesson is not None and lesson.is_outline:
        try:
            rest = rest_of_outline(course, lesson, today().here, project.templates)
        except OSError:
            return _no_draft()
        return _complete(project, path, lesson, rest)
    say(f"{path} 已经有了，没有动它。", err=True)
    say(_proposal(kind, name, _taken(reading, kind)), err=True)
    return EXIT_PROBLEMS


def _no_draft() -> int:
    say("没有新建：少了 templates/drafts/ 里的文件，从发布包里拷一份回来。", err=True)
    return EXIT_PROBLEMS


def _complete(project: Project, path: str, outline: Lesson, rest: str) -> int:
    try:
        complete(project.root / path, path, outline, rest)
    except WritingError as error:
        say(str(error), err=True)
        return EXIT_PROBLEMS
    say(f"这一课已有大纲，草稿接在后面了，前面的字一个没动：{path}")
    say("接下来：打开它，从新接上的地方起，把（……）里的话换成自己的。")
    say("换一处，检查一次：cunbo check")
    return EXIT_FINE


def _start(project: Project, course: Course, kind: Kind, name: str) -> int:
    try:
        made = draft(course, kind, name, today().here, project.templates)
    except DraftError as error:
        say(f"没有新建：{error}。", err=True)
        return EXIT_PROBLEMS
    except OSError:
        return _no_draft()
    try:
        write_new(project.curriculum, made.path, made.text)
    except WritingError as error:
        say(str(error), err=True)
        return EXIT_PROBLEMS
    say(f"写好了草稿：{project.curriculum.name}/{made.path}")
    say("接下来：")
    say("  1. 打开它，把（……）里的话换成自己的，一次换一处也行")
    say("  2. 换一处，检查一次：cunbo check")
    say(f"  3. {_NEXT[kind].format(name=name)}")
    return EXIT_FINE
