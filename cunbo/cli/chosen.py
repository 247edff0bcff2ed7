"""Which lessons somebody asks for on the command line: a path and its weeks, a layer, a list."""

import re

import click

from cunbo.model.course import LearningPath
from cunbo.problems.guess import near, to_choose_from
from cunbo.telling.beside_packs import to_ask_for
from cunbo.telling.edition import Edition
from cunbo.telling.packs import Chosen, of_layer, of_lessons, of_path

_BETWEEN = re.compile(r"[\s,，、;；]+")
_TO = re.compile(r"\s*[-–—~～至到]+\s*")


def chosen(
    edition: Edition, path: str | None, weeks: str | None, layer: str | None, lessons: str | None
) -> Chosen:
    """The lessons meant. Raises UsageError where that is nothing, or not one thing."""
    asked = [
        name
        for name, word in (("--path", path), ("--layer", layer), ("--lessons", lessons))
        if word
    ]
    if len(asked) != 1:
        what = f"{'、'.join(asked)} 只能写一样" if asked else "没写印哪些课"
        raise _usage(f"{what}：--path 一条路、--layer 一层、--lessons 几课，三样里写一样")
    if weeks and not path:
        raise _usage("--weeks 要和 --path 一起写，比如 --path C --weeks 1-4")
    if path:
        return _of_path(edition, path, weeks)
    return _of_layer(edition, layer) if layer else _of_lessons(edition, lessons or "")


def also_wanted(edition: Edition, text: str | None) -> tuple[str, ...]:
    """The sheets meant that no class is given unasked, by name. Raises UsageError where there is
    no such."""
    known = to_ask_for(edition)
    names = tuple(one for one in _BETWEEN.split(text or "") if one)
    for one in names:
        if one not in known:
            raise _usage(f"没有单印的“{one}”{to_choose_from(one, known)}。跟着课发的表本来就印")
    return names


def _of_path(edition: Edition, name: str, weeks: str | None) -> Chosen:
    paths = edition.course.paths
    found = paths.get(name.strip().upper())
    if found is None:
        raise _usage(f"没有路径“{name}”。有的是：{'、'.join(paths)}")
    return of_path(edition, found, _weeks(found, weeks))


def _weeks(path: LearningPath, text: str | None) -> range:
    last = len(path.weeks)
    if text is None:
        return range(1, last + 1)
    numbers = _TO.split(text.strip())
    if not 1 <= len(numbers) <= 2 or not all(re.fullmatch("[0-9]{1,3}", one) for one in numbers):
        raise _usage(f"--weeks 后面写几到几，比如 1-4；写的是“{text}”")
    weeks = range(int(numbers[0]), int(numbers[-1]) + 1)
    if not weeks or weeks[0] < 1 or weeks[-1] > last:
        raise _usage(f"路径 {path.id} 是第 1 到第 {last} 周，--weeks 写的是“{text}”")
    return weeks


def _of_layer(edition: Edition, word: str) -> Chosen:
    for number, layer in edition.layers.items():
        if word.strip() in (str(number), layer.name):
            return of_layer(edition, number)
    known = "、".join(f"{number} {layer.name}" for number, layer in edition.layers.items())
    raise _usage(f"没有“{word}”这一层。有的是：{known}")


def _of_lessons(edition: Edition, text: str) -> Chosen:
    ids = tuple(one.upper() for one in _BETWEEN.split(text) if one)
    known = edition.course.lessons
    for one in ids:
        if one not in known:
            raise _usage(f"没有 {one} 这一课{near(one, list(known))}")
    if not ids:
        raise _usage("--lessons 后面写课的编号，比如 S1-01,S1-04")
    return of_lessons(edition, ids)


def _usage(what: str) -> click.UsageError:
    return click.UsageError(what, click.get_current_context())
