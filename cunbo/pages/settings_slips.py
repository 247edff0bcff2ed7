"""What MkDocs complains of, told in Chinese by what stands wrong in `mkdocs.yml`."""

import re
from collections.abc import Sequence
from pathlib import Path

import yaml
from yaml.scanner import ScannerError

_VALUE = re.compile(r"Config value '(?P<key>[^']+)': (?P<why>.*)", re.DOTALL)
_IN_MENU = re.compile(r"A reference to '(?P<page>[^']+)' is included in the 'nav' configuration")
_UNKNOWN, _MISSING = "Unrecognised configuration name", "Required configuration not provided"


def unread_settings(error: BaseException, settings: Path) -> str | None:
    """Where the file stops being readable; None where it is not that which stopped MkDocs."""
    cause: BaseException | None = error
    while cause is not None and not isinstance(cause, yaml.YAMLError):
        cause = cause.__cause__ or cause.__context__
    if cause is None:
        return None
    opened = "context_mark" if isinstance(cause, ScannerError) else "problem_mark"
    mark = getattr(cause, opened, None) or getattr(cause, "problem_mark", None)
    return f"{settings.name} 第 {mark.line + 1 if mark else 1} 行的写法读不懂"


def complaints_in_chinese(complaints: Sequence[str], settings: Path) -> tuple[str, ...]:
    """Each warning of MkDocs; its own words where there are no others for it."""
    lines = _lines(settings)
    return tuple(dict.fromkeys(_told(one, settings.name, lines) for one in complaints))


def _told(complaint: str, file: str, lines: Sequence[str]) -> str:
    value, menu = _VALUE.match(complaint), _IN_MENU.match(complaint)
    if menu:
        page = menu["page"]
        return f"{file}{_line_with(page, lines)}的 nav 里有 {page}，没有这一页"
    if value is None:
        return f"MkDocs 说：{complaint}"
    key, why = value["key"], value["why"]
    if why.startswith(_MISSING):
        return f"{file} 里少了“{key}”这一项"
    what = "没有这个名字的设置" if why.startswith(_UNKNOWN) else "这一项写得不对"
    return f"{file}{_line_with(f'{key}:', lines)}的“{key}”：{what}"


def _line_with(word: str, lines: Sequence[str]) -> str:
    """The place of the first line that begins with a word or has it behind a blank."""
    found = (number for number, line in enumerate(lines, 1) if word in line.split())
    number = next(found, None)
    return f" 第 {number} 行" if number else " 里"


def _lines(settings: Path) -> Sequence[str]:
    try:
        return settings.read_text("utf-8", "replace").splitlines()
    except OSError:
        return ()
