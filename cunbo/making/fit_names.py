"""Whether names can stand on a USB stick and on Windows: FAT32, exFAT, Explorer."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath

from cunbo.model.ids import is_device

LONGEST = 120
"""Characters of a path inside the stick's copy: Windows allows 260 with the folder it lies in."""

_FORBIDDEN = re.compile(r'[<>:"|?*\\\x00-\x1f\x7f]')


def unfit_names(paths: Iterable[str]) -> tuple[str, ...]:
    """What is wrong with each of the paths that would not do, in Chinese; slashes part folders."""
    known: dict[str, str] = {}
    told = {fault: None for path in paths for fault in _faults(path, known)}
    return tuple(told)


def _faults(path: str, known: dict[str, str]) -> Iterator[str]:
    """`known` has every file and folder seen so far, by the name that Windows takes it for."""
    if len(path) > LONGEST:
        yield f"{path}：太长，连文件夹最多 {LONGEST} 个字"
    for place in reversed([PurePosixPath(path), *PurePosixPath(path).parents][:-1]):
        shown = place.as_posix()
        if why := _unfit(place.name):
            yield f"{shown}：{why}"
        twin = known.setdefault(unicodedata.normalize("NFC", shown).casefold(), shown)
        if twin != shown:
            yield f"{shown}：和 {twin} 只差大小写，Windows 上是同一个"


def _unfit(name: str) -> str | None:
    if sign := _FORBIDDEN.search(name):
        shown = sign[0] if sign[0].isprintable() else "看不见的字符"
        return f"名字里不能有 {shown}"
    if is_device(name):
        return "这个名字 Windows 留给自己用"
    if name.endswith((".", " ")):
        return "名字不能用点或者空格结尾"
    return None
