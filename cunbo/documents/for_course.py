"""What there is one of for the whole course: to find a path, to ask before, to know a village, to
give at the end."""

from collections.abc import Iterator
from dataclasses import replace

from cunbo.documents.columns import shared
from cunbo.documents.desk import TICK_SIZE, WritingDesk, to_write_on
from cunbo.documents.flow import set_blocks
from cunbo.documents.lines import write_lines
from cunbo.documents.parts import section
from cunbo.documents.said import LINE_TO_WRITE
from cunbo.documents.wordml import Element, GridRow, gap, mm, paragraph, run, table
from cunbo.telling.certificate import Badges, Certificate, ReachedLayer, TakenPath
from cunbo.telling.errands import ErrandSheet, OpenQuestion
from cunbo.telling.placement import Placement
from cunbo.telling.village_file import SlotToFill, VillageFile

_INSET = mm(9)
"""From the frame of the certificate to its words."""
_BADGES, _BADGE = 3, mm(50)
"""Marks to cut out: so many beside each other, and how high each piece is."""


def placement_sheet(view: Placement, at: WritingDesk) -> Iterator[Element]:
    """The form by which a path is found, then what may be left out."""
    yield paragraph(run(view.form.name), style="Heading1")
    yield paragraph(*at.words(view.form.hint))
    asked = ("姓名＿＿＿＿＿", "年纪＿＿", "电话＿＿＿＿＿＿", "哪天＿＿＿")
    yield paragraph(at.plain("　".join(asked)))
    yield from set_blocks(view.form.blocks, at)
    if view.waivers:
        yield from section(at, run("拿得出，就免"), page=True)
        how = (
            "找到走的那条路，一行一行问。东西拿出来，您看过了才打钩；不是在这个班上做的，管用就行。"
        )
        yield paragraph(at.plain(f"{how}拿不出，课照上，不丢人。"))
        yield from set_blocks((view.waivers,), at)


def errand_list(view: ErrandSheet, at: WritingDesk) -> Iterator[Element]:
    """Whom to ask, what, and who answered when."""
    yield paragraph(run("开班前问清的事"), style="Heading1")
    how = "一个班只问这一回。只问这个班要上的课；没人答得上，照实写“没问到”。"
    yield paragraph(at.plain(how))
    for errand in view.errands:
        yield from section(at, *at.words(errand.who))
        for question in errand.questions:
            yield from _question(question, at)


def _question(one: OpenQuestion, at: WritingDesk) -> Iterator[Element]:
    yield paragraph(*at.words(one.ask, bold=True), style="Ticks", keep=True)
    yield from write_lines(2, at.width, at.write_gap)
    told = f"{to_write_on('谁答的', 8)}　{to_write_on('哪天', 6)}　{'、'.join(one.lessons)} 要用"
    yield paragraph(at.plain(told))


def village_sheet(view: VillageFile, at: WritingDesk) -> Iterator[Element]:
    """Each slot of the village file with room for a pen, then how it gets into the computer."""
    yield paragraph(run("村情单"), style="Heading1")
    asked = ("哪个村＿＿＿＿＿＿", "谁填的＿＿＿＿＿", "哪天＿＿＿＿")
    yield paragraph(at.plain("　".join(asked)))
    empty = "不知道的空着，讲义上印一道横线，上课再填。“像”后面是照卖"
    yield paragraph(at.plain(f"{empty}{view.examples_of}的村编的。"))
    yield from section(at, run("主要卖哪一种（只钩一样）"))
    yield from (paragraph(at.plain(one.means), style="Ticks") for one in view.goods)
    for group in view.groups:
        if group.heading:
            yield from section(at, run(group.heading))
        for slot in group.slots:
            yield from _slot(slot, at)
    yield from _before_it_is_given(at)
    yield from _to_type(view, at)


def _slot(one: SlotToFill, at: WritingDesk) -> Iterator[Element]:
    told = (at.plain(f"{one.name}　", bold=True), *at.words(one.meaning))
    yield paragraph(*told, keep=True)
    example = (at.plain("像“"), *at.words(one.example), at.plain("”　")) if one.example else ()
    more = (*example, *(at.words(one.grammar) if one.grammar else ()))
    if more:
        yield paragraph(*more, keep=True)
    yield from write_lines(one.lines, at.width, at.write_gap)


def _before_it_is_given(at: WritingDesk) -> Iterator[Element]:
    yield from section(at, run("交出去以前"))
    asked = "写了名字、称呼、电话的人，都当面问过，愿意印在讲义上、放到网上。"
    yield paragraph(at.plain(asked), style="Ticks", keep=True)
    yield paragraph(at.plain(f"{to_write_on('谁问的', 7)}　{to_write_on('哪天', 5)}"))


def _to_type(view: VillageFile, at: WritingDesk) -> Iterator[Element]:
    yield from section(at, run("怎么录进电脑"), aside="给打字的人")
    keys = "；".join(f"{one.key} {one.asks}" for one in view.keys)
    goods = "、".join(f"{one.means.split('：')[0]} {one.word}" for one in view.goods)
    number = at.file.new_list()
    for told in (
        f"给村取个拼音编号，好比 liushu。打 cunbo new village 编号，curriculum/{view.folder} 里"
        "就有了“编号.yml”。",
        "打开它，照这张纸从上往下打，次序一样。有的空行首带 #，填一个，去掉那一行的 # 和一个空格。"
        "纸上空着的，留着 #。",
        f"文件里一共这几样：{keys}",
        f"goods 打英文：{goods}。",
        "打 cunbo check，说没事了，打 cunbo build --village 编号。这张纸收好。",
    ):
        yield paragraph(at.plain(told), style="Steps", number=number)


def certificate_sheet(view: Certificate, at: WritingDesk) -> Iterator[Element]:
    """A certificate in its frame."""
    inside = tuple(_certificate(view, at))
    yield table([at.width], [GridRow((inside,), inset=_INSET)])
    yield gap()


def badge_sheet(view: Badges, at: WritingDesk) -> Iterator[Element]:
    """Marks of the layers to be cut out."""
    yield paragraph(run("层级徽章"), style="Heading1")
    yield paragraph(at.plain("沿虚线剪开，圈里写名字。做到了哪一层，就给哪一枚。"))
    for layer in view.layers:
        told = (at.plain(f"{layer.name}　", bold=True), *at.words(layer.leave))
        yield paragraph(*told)
    yield from _badges(view, at)


def _certificate(view: Certificate, at: WritingDesk) -> Iterator[Element]:
    edition = at.edition
    yield paragraph(run("结 业 证", size=72), style="Heading1", align="center")
    course = edition.course.settings.title
    yield paragraph(
        at.plain(f"{LINE_TO_WRITE * 10} 在{edition.village.name}学了《{course}》，走的路：")
    )
    yield from (paragraph(at.plain(_path(one)), style="Ticks") for one in view.paths)
    yield paragraph(at.plain("拿得出来的东西（单子、录像、货，写看得见的）："))
    inner = at.width - 2 * _INSET
    yield from write_lines(3, inner, mm(11))
    for pair in (("培训员签名", "编号"), ("村里签名盖章", "哪天")):
        told = "　　".join(to_write_on(one, 7) for one in pair)
        yield paragraph(at.plain(told), style="Roomy")
    lacks = "没写“标准课”的路，上面横线上写明学了哪几课。"
    yield paragraph(at.plain(f"{lacks}这张证说的是学了什么、做了什么，不是职业资格证书。"))


def _path(one: TakenPath) -> str:
    return f"{one.name}　{'标准课，' if one.standard else ''}{one.hours} 课时"


def _badges(view: Badges, at: WritingDesk) -> Iterator[Element]:
    made = [_badge(one, at) for _ in range(view.of_each) for one in view.layers]
    made += [()] * (-len(made) % _BADGES)
    rows = (
        GridRow(tuple(made[start : start + _BADGES]), _BADGE)
        for start in range(0, len(made), _BADGES)
    )
    yield table(shared(at.width, (1,) * _BADGES), rows, "ToCut")
    yield gap()


def _badge(layer: ReachedLayer, at: WritingDesk) -> tuple[Element, ...]:
    large = replace(at, size=round(at.points * 4))
    return (
        paragraph(large.plain(layer.name, bold=True), style="Middle"),
        paragraph(run("●" * layer.number, size=TICK_SIZE), style="Middle"),
        paragraph(at.plain(LINE_TO_WRITE * 5), style="Middle"),
    )
