"""Line drawings: there, safe, and drawn without letters."""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import PurePosixPath
from typing import NamedTuple
from xml.parsers import expat

from cunbo.checks.desk import Desk
from cunbo.model.walk import pictures
from cunbo.problems.codes import Code
from cunbo.problems.guess import nearest
from cunbo.problems.problem import Location, Problem
from cunbo.reading.source import MAX_BYTES

_SVG = "http://www.w3.org/2000/svg"
_HEAD = 2048
"""Typst takes a file for a drawing if `_SVG` stands in so many bytes at its beginning."""
_DEEPEST = 100
_THINNEST = 0.01
_MOST_FAULTS = 20
_SHAPES = frozenset(
    {"svg", "g", "path", "rect", "circle", "ellipse", "line", "polyline", "polygon"}
    | {"title", "desc", "defs", "clipPath"}
)
"""No `use`: a few that call each other draw millions of shapes."""
_ATTRIBUTES = frozenset(
    {"d", "x", "y", "x1", "y1", "x2", "y2", "cx", "cy", "r", "rx", "ry", "points", "pathLength"}
    | {"width", "height", "viewBox", "preserveAspectRatio", "transform", "version", "id", "role"}
    | {"fill", "fill-opacity", "fill-rule", "opacity", "color", "display", "visibility"}
    | {"stroke", "stroke-width", "stroke-linecap", "stroke-linejoin", "stroke-miterlimit"}
    | {"stroke-dasharray", "stroke-dashoffset", "stroke-opacity", "vector-effect"}
    | {"clip-path", "clip-rule", "clipPathUnits"}
    | {f"http://www.w3.org/XML/1998/namespace {name}" for name in ("space", "lang")}
)
_FUNCTIONS = frozenset(
    {"matrix", "translate", "scale", "rotate", "skewX", "skewY", "rgb", "rgba", "hsl", "hsla"}
)
_BETWEEN_WORDS = re.compile(r"[\s,;:)]")
_NAMES = frozenset({"id", "role", "version", "fill", "stroke", "color"})
"""Attributes whose digits are no lengths: `#1e3805` is a colour."""
_NUMBER = re.compile(r"(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?")
_LARGEST = 100_000
"""Lines far outside the sheet are drawn too, and with dashes cost minutes."""
_ALWAYS_LOOKED_AT = frozenset({"clip-path", "stroke-dasharray"})
_TO_LOOK_AT = re.compile(r"[\\(]|\d{6}|[\d.][eE]")
"""Nearly all other values have none of these, and so call nothing and hold no large number."""
_SHORTEST_DASH = 0.1
_OWN_PART = re.compile(r"url\(#([\w.-]+)\)")
_LENGTH = re.compile(r"(\d+(?:\.\d*)?|\.\d+)(?:px|pt|pc|mm|cm|in|%)?")
_LINE_END = re.compile(r"\r\n|\r|\n")
_SHAPES_ONLY = "在画图软件里只留线条和形状，另存为“纯 SVG”"
_NO_STYLE = "在 Inkscape 里另存为“优化的 SVG”，勾上把 CSS 换成 XML 属性；或者写成 fill=、stroke="
_SAVE_ANEW = "用画图软件打开，另存为“纯 SVG”"


class _FigureFault(NamedTuple):
    """Why a drawing is refused; `at` is the place in its text."""

    at: int
    what: str
    mend: str


class _SeenEnoughError(Exception):
    """Nothing after this is worth reading."""


def figures_exist(desk: Desk) -> Iterator[Problem]:
    """Every picture a lesson or a form shows, on elders' pages too, lies in `figures/`."""
    known = list(desk.course.figures)
    names = {PurePosixPath(src).name: src for src in known}
    for source, part in desk.parts():
        for path, picture in pictures(part):
            if picture.src not in known:
                src = picture.src
                close = nearest(src.replace("\\", "/").rpartition("/")[2], names)
                meant = f"，是不是 {names[close]}？" if close else ""
                what = f"没有这张图：{src}{meant}"
                mend = "图放在 figures/ 里，这里写 figures/文件名.svg；不能指到别的文件夹"
                at = source.at(*path, "src")
                yield Problem(Code.UNKNOWN_FIGURE, at, what, mend)


def figures_are_safe(desk: Desk) -> Iterator[Problem]:
    """A figure is shapes only, of such kinds and with such attributes as line drawings need."""
    root = desk.source("", "course").file.split("/")[0]
    for name, svg in desk.course.figures.items():
        for fault in _faults(svg):
            at = _place(f"{root}/{name}", svg, fault.at)
            yield Problem(Code.UNSAFE_FIGURE, at, f"这张图不能用：{fault.what}", fault.mend)


def _place(file: str, text: str, index: int) -> Location:
    ends = [end.end() for end in _LINE_END.finditer(text, 0, index)]
    return Location(file, len(ends) + 1, index - (ends[-1] if ends else 0) + 1)


@cache
def _faults(svg: str) -> list[_FigureFault]:
    """Why a drawing is refused, each reason once; nothing for one that may be used.

    Known from then on: the preview asks again at every save, and drawings seldom change.
    """
    if len(svg) > MAX_BYTES:
        return [_FigureFault(0, "文件太大", "把线条简化，图要小于 300 KB")]
    return _SvgReader(svg).read()


class _SvgReader:
    """Goes through one drawing from its first letter to its last."""

    def __init__(self, svg: str) -> None:
        self._svg = svg
        self._bytes = svg.encode()
        self._faults: dict[str, _FigureFault] = {}
        self._open: list[str] = []
        self._clips: set[str] = set()
        """Names of the shapes that cut others to their form."""
        self._asked: dict[str, int] = {}
        """Names that a drawing asks for, and where."""
        self._refused = 0
        """How many elements are open from a refused one on: what is in it is not told of."""
        self._parser = parser = expat.ParserCreate("utf-8", " ")
        parser.XmlDeclHandler = self._declaration
        parser.StartDoctypeDeclHandler = self._doctype
        parser.ProcessingInstructionHandler = self._instruction
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end

    def read(self) -> list[_FigureFault]:
        try:
            self._parser.Parse(self._bytes, True)
            self._names_that_are_none()
        except _SeenEnoughError:
            pass
        except expat.ExpatError:
            index = self._index(self._parser.ErrorByteIndex)
            self._faults.setdefault("", _FigureFault(index, "读不懂，不是完整的 SVG", _SAVE_ANEW))
        return list(self._faults.values())

    def _index(self, offset: int) -> int:
        """Where in the text the byte at `offset` is."""
        return len(self._bytes[: max(offset, 0)].decode("utf-8", "ignore"))

    def _here(self) -> int:
        return self._index(self._parser.CurrentByteIndex)

    def _tell(self, what: str, mend: str, attribute: str = "") -> None:
        """Note a fault of the element that begins here, or of an attribute of it."""
        if what in self._faults:
            return
        index = self._here()
        if attribute:
            local = re.escape(attribute.rpartition(" ")[2])
            found = re.compile(rf"(?<=[\s:]){local}\s*=").search(self._svg, index)
            index = found.start() if found else index
        self._faults[what] = _FigureFault(index, what, mend)
        if len(self._faults) >= _MOST_FAULTS:
            what = f"毛病太多，先列出 {_MOST_FAULTS} 种，这里往下还没有看"
            self._faults["more"] = _FigureFault(index, what, _SAVE_ANEW)
            raise _SeenEnoughError

    def _declaration(self, _version: str, encoding: str | None, _alone: int) -> None:
        if (encoding or "utf-8").lower() != "utf-8":
            self._tell(
                f"编码写的是 {encoding}", '第一行改成 <?xml version="1.0" encoding="UTF-8"?>'
            )

    def _doctype(self, *_: object) -> None:
        index = self._svg.rfind("<!DOCTYPE", 0, self._here() + len("<!DOCTYPE"))
        self._faults["doctype"] = _FigureFault(
            max(index, 0), "里面有 <!DOCTYPE …>", "把 <!DOCTYPE …> 整段删掉，后面的图用不到它"
        )
        raise _SeenEnoughError

    def _instruction(self, target: str, _data: str) -> None:
        self._tell(f"里面有 <?{target} …?>", f"把 <?{target} …?> 整段删掉")

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        if not self._open:
            self._root(name, attributes)
        self._open.append(name)
        if len(self._open) > _DEEPEST:
            self._tell("一组套一组，套得太深", "在画图软件里把编组取消，再存一次")
            raise _SeenEnoughError
        if self._refused or not self._is_shape(name):
            self._refused += 1
            return
        if name == f"{_SVG} clipPath":
            self._clips.add(attributes.get("id", ""))
        for attribute, value in attributes.items():
            self._attribute(attribute, value)

    def _names_that_are_none(self) -> None:
        for name, index in self._asked.items():
            if name not in self._clips:
                what = f"里面没有叫 {name} 的 clipPath"
                self._faults[what] = _FigureFault(index, what, "在画图软件里去掉剪裁，再存一次")

    def _end(self, _name: str) -> None:
        self._open.pop()
        self._refused = max(0, self._refused - 1)

    def _root(self, name: str, attributes: dict[str, str]) -> None:
        """The outermost element is an SVG that Typst takes for one and that has a size."""
        if name != f"{_SVG} svg":
            self._tell("最外面不是 SVG", f'最外面要是 <svg xmlns="{_SVG}" …>；{_SAVE_ANEW}')
            raise _SeenEnoughError
        if _SVG.encode() not in self._bytes[:_HEAD]:
            self._tell("<svg …> 前面的话太长", "把 <svg …> 前面的说明删掉")
        for side in ("width", "height"):
            length = _LENGTH.fullmatch(attributes.get(side, "1").strip())
            if not length or float(length[1]) < _THINNEST:
                self._tell(f"{side} 不是大于 0 的数", f'写成 {side}="480" 这样的数', side)

    def _is_shape(self, name: str) -> bool:
        space, _, local = name.rpartition(" ")
        if space == _SVG and local in _SHAPES:
            return True
        foreign = "" if space == _SVG else "不是 SVG 的 "
        self._tell(f"里面有{foreign or ' '}<{local}>", _SHAPES_ONLY)
        return False

    def _attribute(self, name: str, value: str) -> None:
        local = name.rpartition(" ")[2]
        if name in _ATTRIBUTES:
            is_plain = name not in _ALWAYS_LOOKED_AT and not _TO_LOOK_AT.search(value)
            if not is_plain and (told := self._wrong_value(name, value)):
                self._tell(*told, name)
        elif local.lower().startswith("on"):
            self._tell(f"里面有会执行的 {local}", f'把 {local}="…" 删掉', name)
        elif local == "style":
            self._tell("里面有 style", _NO_STYLE, name)
        elif local in ("href", "src"):
            self._tell(f"里面引用了别的东西（{local}）", _SHAPES_ONLY, name)
        else:
            self._tell(f"里面有图用不到的 {local}", f'把 {local}="…" 删掉', name)

    def _wrong_value(self, name: str, value: str) -> tuple[str, str] | None:
        """What is wrong with a value, and how to mend it. Browsers read it as CSS."""
        if "\\" in value:
            return f"{name} 里有反斜杠", "把反斜杠删掉，只写颜色或数"
        if name == "clip-path" and f"{_SVG} clipPath" in self._open:
            return "clipPath 里面又用了 clip-path", "在画图软件里把里面一层剪裁去掉"
        if own := _OWN_PART.fullmatch(value.strip()):
            return self._wrong_part(name, own[1])
        if name not in _NAMES and (told := _wrong_number(name, value)):
            return told
        for call in _calls(value):
            if call.lower() == "url":
                return f"{name} 里引用了外面的东西", "只写颜色，如 #1d1a16；要引用只能写 url(#名字)"
            if call not in _FUNCTIONS:
                return f"{name} 里有图用不到的 {call}(…)", "只写颜色，如 #1d1a16 或 none"
        return None

    def _wrong_part(self, attribute: str, name: str) -> tuple[str, str] | None:
        """A shape may be cut by another; a paint that is no colour would print nothing."""
        if attribute != "clip-path":
            return (
                f"{attribute} 的颜色写成了 url(#{name})，印不出来",
                "只写颜色，如 #1d1a16 或 none",
            )
        self._asked.setdefault(name, self._here())
        return None


def _wrong_number(name: str, value: str) -> tuple[str, str] | None:
    """A number for which a drawing would take minutes to print."""
    numbers = [float(found) for found in _NUMBER.findall(value)]
    if max(numbers, default=0) > _LARGEST:
        return f"{name} 里的数太大", f"画在图里面；数不要超过 {_LARGEST}"
    if name == "stroke-dasharray" and 0 < sum(numbers) < _SHORTEST_DASH * len(numbers):
        return "虚线太密", "虚线的每一段写 0.1 以上"
    return None


def _calls(value: str) -> Iterator[str]:
    """What stands before each opening bracket of a value: the functions that it calls."""
    for before in value.split("(")[:-1]:
        yield _BETWEEN_WORDS.split(before.rstrip())[-1]
