"""Line drawings: there, safe, and drawn without letters."""

from collections.abc import Iterator
from xml.parsers import expat

from cunbo.checks.desk import Desk
from cunbo.explanations import near
from cunbo.model.blocks import Figure
from cunbo.model.walk import blocks
from cunbo.problems import Code, Location, Problem
from cunbo.source import MAX_BYTES

_SHAPES = frozenset(
    {"svg", "g", "path", "rect", "circle", "ellipse", "line", "polyline", "polygon"}
    | {"title", "desc", "defs", "use", "clipPath"}
)


def figures_exist(desk: Desk) -> Iterator[Problem]:
    """Every figure a lesson or a form shows lies in `figures/`."""
    known = list(desk.course.figures)
    names = [src.removeprefix("figures/") for src in known]
    for source, part in desk.parts():
        for path, block in blocks(part):
            if isinstance(block, Figure) and block.figure.src not in known:
                src = block.figure.src
                what = f"没有这张图：{src}{near(src.removeprefix('figures/'), names)}"
                mend = "图放在 figures/ 里，这里写 figures/文件名.svg；不能指到别的文件夹"
                at = source.at(*path, "figure", "src")
                yield Problem(Code.UNKNOWN_FIGURE, at, what, mend)


def figures_are_safe(desk: Desk) -> Iterator[Problem]:
    """A figure is shapes only: no script, style, letters, entity or reference to elsewhere."""
    root = desk.source("", "course").file.split("/")[0]
    for name, svg in desk.course.figures.items():
        reason = _unsafe(svg)
        if reason:
            at = Location(f"{root}/{name}")
            mend = "在画图软件里只留线条和形状，另存为“纯 SVG”"
            yield Problem(Code.UNSAFE_FIGURE, at, f"这张图不能用：{reason}", mend)


def _unsafe(svg: str) -> str | None:
    """Why a drawing is refused, or None."""
    if len(svg) > MAX_BYTES:
        return "文件太大"
    reasons: list[str] = []

    def element(name: str, attributes: dict[str, str]) -> None:
        if name not in _SHAPES:
            reasons.append(f"里面有 <{name}>")
        reasons.extend(_unsafe_attributes(attributes))

    def entity(*_: object) -> None:
        reasons.append("里面定义了实体")

    parser = expat.ParserCreate()
    parser.StartElementHandler = element
    parser.EntityDeclHandler = entity
    try:
        parser.Parse(svg, True)
    except expat.ExpatError as error:
        reasons.append(f"第 {error.lineno} 行读不懂，不是完整的 SVG")
    return reasons[0] if reasons else None


def _unsafe_attributes(attributes: dict[str, str]) -> Iterator[str]:
    for name, value in attributes.items():
        if name.lower().startswith("on"):
            yield f"里面有会执行的 {name}"
        elif _leads_outside(name, value):
            yield "里面引用了外面的东西"


def _leads_outside(name: str, value: str) -> bool:
    if name.endswith("href"):
        return not value.startswith("#")
    return "url(" in value and "url(#" not in value
