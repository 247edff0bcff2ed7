"""`cunbo print`: a folder for the copy shop."""

import re
from decimal import Decimal
from functools import partial
from pathlib import Path
from typing import Any

import click

from cunbo.cli.chosen import also_wanted, chosen
from cunbo.cli.commands import COMMANDS
from cunbo.cli.exits import EXIT_FINE, EXIT_PROBLEMS
from cunbo.cli.help import ChineseCommand
from cunbo.cli.saying import say, tell
from cunbo.cli.verdict import checked, show_problems
from cunbo.making.project import Project
from cunbo.making.refusal import BuildError
from cunbo.making.village import village_of
from cunbo.making.whence import Whence
from cunbo.model.course import Course
from cunbo.telling.edition import Edition
from cunbo.telling.packs import UNBOUND, Chosen
from cunbo.telling.sheet_table import COURSE_SHEETS
from cunbo.telling.shop import EDITABLE, ShopFile, ShopOrder

_MOST_PEOPLE = 999
_ON_REQUEST = "、".join(one.name for one in (*UNBOUND, *COURSE_SHEETS))
_PRICE = re.compile(r"[0-9]{1,3}(\.[0-9]{1,3})?")


def _people(context: click.Context, option: click.Parameter, text: str) -> int:
    least = 1 if option.name == "learners" else 0
    if re.fullmatch("[0-9]{1,3}", text) and int(text) >= least:
        return int(text)
    said = f"{option.opts[0]} 后面写几个人，{least} 到 {_MOST_PEOPLE}"
    raise click.UsageError(f"{said}；写的是“{text[:20]}”", context)


def _price(context: click.Context, option: click.Parameter, text: str | None) -> Decimal | None:
    if text is None or _PRICE.fullmatch(text):
        return Decimal(text) if text else None
    said = "--price-per-side 后面写印一面几元，比如 0.1"
    raise click.UsageError(f"{said}；写的是“{text[:20]}”", context)


@click.command(
    "print",
    cls=ChineseCommand,
    help=COMMANDS["print"].line
    + """

学员册是讲义和空白表，培训员册是教案和小测答案。签完剪开的表不订进册子，在“单面的表”里。
还有一张打印清单：每个文件几面、几张纸、印几份，哪些要剪、哪些要折。整个文件夹拷给打印店就行。

有第 1 周的，另有“开班前”：法规册、开班前问清的事，一个班一份；摸底定位表一人一份。
有最后一周的，另有“结业”：结业证和徽章。别的不跟着印，要哪样写在 --also 后面。

\b
例子：
  cunbo print --path C --weeks 1-4 --learners 25 --duplex --out 打印
  cunbo print --path D --learners 12 --elders 12 --out 打印
  cunbo print --lessons S1-01,S1-04 --learners 25 --booklet --out 打印
  cunbo print --path C --weeks 1-4 --learners 25 --word --out 打印
  cunbo print --lessons S1-01 --learners 25 --also 要点卡四张,法规册 --out 打印

放的文件夹要是空的，或者是上次印的（会换成新的）。课有错误就不印。
""",
)
@click.option("--path", metavar="字母", help="印哪条路，比如 C")
@click.option("--weeks", metavar="几-几", help="只印这条路的第几周到第几周，比如 1-4")
@click.option("--layer", metavar="数字", help="印一整层：1 入门、2 进阶、3 骨干")
@click.option("--lessons", metavar="编号", help="印这几课，用逗号隔开，比如 S1-01,S1-04")
@click.option("--village", metavar="编号", help="印哪个村的；不写就是上次做的那个")
@click.option(
    "--learners", metavar="人数", default="1", callback=_people, help="学员几个人；不写是 1"
)
@click.option("--elders", metavar="人数", default="0", callback=_people,
              help="另给几位老人印老人版（不算在学员里）")  # fmt: skip
@click.option("--duplex", is_flag=True, help="双面印：每一份都从新的一张纸起")
@click.option("--booklet", is_flag=True,
              help="讲义另排成 A5 小册子，对折装订，字不缩小；空白表还是 A4")  # fmt: skip
@click.option("--also", metavar="名字",
              help=f"另外要的，在“另外要的”里：{_ON_REQUEST}、不跟着课发的表，用逗号隔开；"
                   "学员填的一人一份，别的印一份做底稿；写 全部的表，每样印一份做底稿")  # fmt: skip
@click.option("--word", is_flag=True,
              help="另写一份能改字的，在“可以改的”里，Word、WPS 都能打开："
                   "讲义、表、教案、幻灯片、小测题库")  # fmt: skip
@click.option("--price-per-side", "price", metavar="元", callback=_price,
              help="打印店印一面几元；写了，清单上才算钱")  # fmt: skip
@click.option("--out", metavar="文件夹", help="放在哪个文件夹，一定要写")
@click.pass_obj
def print_packs(
    project: Project, /, village: str | None, out: str | None, word: bool, **asked: Any
) -> int:
    if not out:
        raise click.UsageError("没写放在哪个文件夹，比如 --out 打印", click.get_current_context())
    tell("读课程、查错……")
    verdict = checked(project)
    reading = verdict.reading
    if verdict.has_errors or reading.course is None:
        say("有错误，没有印。", err=True)
        return EXIT_PROBLEMS
    edition = _edition(project, reading.course, village)
    taught = chosen(edition, *map(asked.pop, ("path", "weeks", "layer", "lessons")))
    order = ShopOrder(**asked | {"also": also_wanted(edition, asked["also"])})
    whence = Whence(reading, edition)
    return _print(project, whence, taught, order, Path(out).absolute(), word)


def _edition(project: Project, course: Course, village: str | None) -> Edition:
    name = village_of(project, course, village)
    if name not in course.villages:
        known = "、".join(course.villages)
        raise click.UsageError(f"没有“{name}”这个村的村情单。有的是：{known}")
    return Edition(course, course.villages[name])


def _print(
    project: Project, whence: Whence, taught: Chosen, order: ShopOrder, out: Path, word: bool
) -> int:
    # What prints, and what tells of its mistakes, takes long to import.
    from cunbo.making.documents import word_files
    from cunbo.making.print_folder import print_folder

    if taught.unwritten:
        say(f"还没写好、没有印的课：{'、'.join(one.id for one in taught.unwritten)}", err=True)
    if not taught.lessons:
        say("这里面一课也没写好，没有印。", err=True)
        return EXIT_PROBLEMS
    documents = partial(word_files, project, whence.edition, taught.lessons, tell) if word else dict
    try:
        done = print_folder(project, whence, taught, order, out, tell, documents)
    except BuildError as error:
        say(f"{error}。", err=True)
        return EXIT_PROBLEMS
    show_problems(done.told, whence.reading)
    _say_done(done.rows, whence.edition, out)
    return EXIT_FINE


def _say_done(rows: tuple[ShopFile, ...], edition: Edition, out: Path) -> None:
    sheets = sum(row.sheets for row in rows)
    files = sum(row.copies > 0 for row in rows)
    say(f"备好了：要印的 {files} 个文件，一共 A4 纸 {sheets} 张。村：{edition.village.name}")
    say(f"拷给打印店：{out}")
    say(f"先看：{out / '打印清单.pdf'}")
    if (out / EDITABLE).is_dir():
        say(f"要改字的：{out / EDITABLE}。先拷到别处，再用 Word、WPS 打开改")
