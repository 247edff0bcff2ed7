"""Marks of goods, 【限干货】 and 【除手工艺】: they name goods and stand where they may."""

from collections.abc import Iterator

from cunbo.checks.desk import Desk
from cunbo.model.goods import GOODS, conditions
from cunbo.model.text import is_seen, marks_of_goods
from cunbo.model.walk import sentences
from cunbo.problems.codes import Code
from cunbo.problems.guess import near
from cunbo.problems.problem import Problem


def goods_are_known(desk: Desk) -> Iterator[Problem]:
    """A mark names kinds of goods that there are, one or more, and has words behind it."""
    for source, part in desk.parts():
        for path, mark in conditions(part):
            if not is_seen(mark.rest):
                what, mend = f"{mark.mark}后面没有话", "把这一项要说的写在它后面，写在同一句里"
                yield Problem(Code.MISPLACED_GOODS, source.at(*path), what, mend)
            for name in mark.names or ("",):
                if name not in GOODS:
                    what = (
                        f"没有“{name}”这一种货{near(name, list(GOODS))}" if name else "没写是哪种货"
                    )
                    mend = f"只能写：{'、'.join(GOODS)}；几种用顿号隔开，比如【限干货、鲜货】"
                    at = source.at_text(mark.mark, *path)
                    yield Problem(Code.UNKNOWN_GOODS, at, what, mend)


def marks_of_goods_stand_first(desk: Desk) -> Iterator[Problem]:
    """A mark stands at the head of an item of a list, of a row's first cell, or of a block."""
    for source, part in desk.parts():
        placed = {path for path, _ in conditions(part)}
        for path, text in sentences(part):
            if "【" in text and marks_of_goods(text) > (path in placed):
                what = "【限……】【除……】写在了不能去掉的地方"
                mend = "写在列表一项、表格一行、一块内容的最前面；整步、一个目标不能这样分"
                yield Problem(Code.MISPLACED_GOODS, source.at(*path), what, mend)
