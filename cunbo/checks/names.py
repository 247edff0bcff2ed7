"""File names that every computer can hold: a course travels on USB sticks, between systems."""

import re
import unicodedata
from collections.abc import Iterator

from cunbo.checks.desk import Desk
from cunbo.model.ids import is_device
from cunbo.problems.codes import Code
from cunbo.problems.problem import Location, Problem

_LONGEST = 80
"""Characters. Systems stop at 255 bytes, which are 85 Han, and add endings of their own."""
_FORBIDDEN = re.compile(r'[<>:"/\\|?*]')
"""What no file on Windows, or on a USB stick made there, may have in its name."""
_FIGURE = "换一个名字，课里写的也跟着改"


def names_suit_every_computer(desk: Desk) -> Iterator[Problem]:
    """No name that Windows or a USB stick refuses, and none that the site needs for itself."""
    for key, file in desk.reading.files.items():
        name = key.rpartition("/")[2]
        if is_device(name):
            what = f"{name} 是 Windows 留给自己用的名字，别的电脑打不开这个文件"
            yield Problem(Code.FILE_NAME, Location(file.source.file), what, "编号和文件名都换一个")
        if key == "sources/index":
            what = "网站里已经有一页叫 index"
            yield Problem(Code.FILE_NAME, Location(file.source.file), what, "编号和文件名都换一个")
    for name, form in desk.course.forms.items():
        if fault := _fault(form.name):
            what = f"印出来的文件用表名起名。{fault}"
            at = desk.source("forms", name).at("name")
            yield Problem(Code.FILE_NAME, at, what, "表名换一个")
    for src in desk.course.figures:
        fault = _fault(src.removeprefix("figures/"))
        if fault:
            yield Problem(Code.FILE_NAME, _place(desk, src), fault, _FIGURE)


def names_differ_in_more_than_case(desk: Desk) -> Iterator[Problem]:
    """No two drawings that become one where upper and lower case count as the same."""
    first: dict[str, str] = {}
    for src in desk.course.figures:
        other = first.setdefault(unicodedata.normalize("NFC", src).casefold(), src)
        if other != src:
            what = f"和 {other} 只差大小写，拷到 Windows 或 U 盘上只剩一个"
            yield Problem(Code.FILE_NAME, _place(desk, src), what, _FIGURE)


def _fault(name: str) -> str | None:
    """Why a name cannot be kept; None for one that can."""
    found = _FORBIDDEN.search(name)
    if found:
        return f"文件名里有 {found[0]}，Windows 和 U 盘不收"
    if not name.isprintable():
        return "文件名里有看不见的字符"
    if "  " in name or name != name.strip():
        return "文件名里有多出来的空格"
    if is_device(name):
        return f"{name.split('.')[0]} 是 Windows 留给自己用的名字，别的电脑打不开这个文件"
    if len(name) > _LONGEST:
        return f"文件名有 {len(name)} 个字，最多 {_LONGEST} 个"
    return None


def _place(desk: Desk, src: str) -> Location:
    return Location(f"{desk.source('', 'course').file.rpartition('/')[0]}/{src}")
