"""`cunbo build`: the site and the handouts of a checked course."""

import time
from collections.abc import Callable

import click

from cunbo.cli.commands import COMMANDS
from cunbo.cli.exits import EXIT_FINE, EXIT_PROBLEMS
from cunbo.cli.help import ChineseCommand
from cunbo.cli.saying import say, tell
from cunbo.cli.verdict import checked, keep_verdict, show_problems
from cunbo.making.files import Files
from cunbo.making.freshness import Inputs, inputs_of, last_build
from cunbo.making.project import Project
from cunbo.making.refusal import BuildError
from cunbo.making.told import told_before
from cunbo.making.village import keep_village, village_of
from cunbo.model.course import Course, Village
from cunbo.problems.problem import Problem
from cunbo.problems.system import reason
from cunbo.reading.reading import Reading
from cunbo.telling.edition import Edition


@click.command(
    cls=ChineseCommand,
    help=COMMANDS["build"].line
    + """

\b
例子：
  cunbo build                    做上次做的村；第一次是样板村
  cunbo build --village liushu   做 villages/liushu.yml 这个村，以后不写也做它
  cunbo build --zip              另外打一个包，解压了拷进 U 盘，没有网的电脑也能看
  cunbo build --zip --word       包里多一个“可以改的”，讲义、表、教案用 Word、WPS 能改字

有错误就不做，原来的 site/ 一点不动。没有变化的部分不会重做。
""",
)
@click.option(
    "--village", metavar="编号", help="做哪个村（villages/ 里的文件名）；不写就是上次那个"
)
@click.option("--zip", "zipped", is_flag=True, help="另外打一个拷进 U 盘用的包，放在 build/ 里")
@click.option("--word", is_flag=True,
              help="包里多放一份能改字的，Word、WPS 都能打开（和 --zip 一起写）")  # fmt: skip
@click.pass_obj
def build(project: Project, village: str | None, zipped: bool, word: bool) -> int:
    if word and not zipped:
        raise click.UsageError("--word 要和 --zip 一起写", click.get_current_context())
    start = time.perf_counter()
    tell("读课程、查错……")
    verdict = checked(project)
    reading = verdict.reading
    if verdict.has_errors or reading.course is None:
        say(f"有错误，没有做网站{_site_stays('；', project)}。", err=True)
        return EXIT_PROBLEMS
    name = village_of(project, reading.course, village)
    if name not in reading.course.villages:
        known = "、".join(reading.course.villages)
        raise click.UsageError(f"没有“{name}”这个村的村情单。有的是：{known}")
    try:
        inputs = inputs_of(project, reading, name)
        made, told = _made(project, reading, reading.course.villages[name], inputs)
    except BuildError as error:
        kept = _site_stays("\n", project) if error.site_kept else ""
        say(f"{error}{kept}。", err=True)
        return EXIT_PROBLEMS
    keep_verdict(project, verdict)
    show_problems(told, reading)
    say(f"{made}，用了 {time.perf_counter() - start:.1f} 秒。")
    if village:
        _keep(project, reading.course, village)
    say(_whose(reading.course, name))
    say(f"打开看：{project.site / 'index.html'}")
    return _stick(project, reading.course, name, inputs, word) if zipped else EXIT_FINE


def _site_stays(lead: str, project: Project) -> str:
    """That the last site is as it was, if there is one."""
    return f"{lead}原来的 site/ 没有动" if project.site.is_dir() else ""


def _keep(project: Project, course: Course, village: str) -> None:
    try:
        keep_village(project, course, village)
    except OSError as error:
        say(f"没记住这次做的村，下次还要写 --village：{reason(error)}。", err=True)


def _whose(course: Course, name: str) -> str:
    """Whose site it is now, and how to make another's."""
    village = course.villages[name]
    if village.sample:
        return f"村：{village.name}（样板村）。换成自己的村：cunbo build --village 编号"
    return f"村：{village.name}。不写 --village 也一直是它；换一个村：cunbo build --village 编号"


def _made(
    project: Project, reading: Reading, village: Village, inputs: Inputs
) -> tuple[str, list[Problem]]:
    """What there is now, how much of it was made anew, and what of it is more than a page holds.

    Raises BuildError.
    """
    last = last_build(project)
    if last and last.made_from == inputs.mark:
        told = told_before(project.told, inputs.mark) or []
        return f"没有变化，不用重做：网页 {last.pages} 页，PDF {last.sheets} 份", told
    # MkDocs takes 0.3 s to import: a build with nothing to do goes without it.
    from cunbo.making.build import build as build_course

    done = build_course(project, reading, village, inputs, tell)
    made = f"做好了：网页 {done.pages} 页，PDF {done.sheets} 份（新印 {done.printed} 份）"
    return made, done.told


def _stick(project: Project, course: Course, name: str, inputs: Inputs, word: bool) -> int:
    """Make the USB copy of the site, and say where it lies and what to do with it."""
    # Jinja2 takes as long to import as a build with nothing to do.
    from cunbo.making.stick import write_stick

    village = course.villages[name]
    more = _documents(project, Edition(course, village)) if word else dict
    try:
        path, files = write_stick(project, inputs.templates, course, village, tell, more)
    except BuildError as error:
        say(f"{error}。", err=True)
        return EXIT_PROBLEMS
    say(f"U 盘用的包：{path}（{path.stat().st_size / 1e6:.1f} MB，{files} 个文件）")
    say("先在这台电脑上解压，再把解压出来的文件夹整个拷进 U 盘。")
    return EXIT_FINE


def _documents(project: Project, edition: Edition) -> Callable[[], Files]:
    """What makes the documents of all written lessons, which is told of its mistakes."""
    # What writes documents takes as long to import as all else.
    from cunbo.making.documents import word_files
    from cunbo.making.why import told_in_chinese

    def write() -> Files:
        with told_in_chinese(project.templates):
            return word_files(project, edition, edition.written, tell)

    return write
