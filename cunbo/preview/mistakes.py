"""Whatever keeps a lesson from being shown, in the one form that stands on top of the preview."""

import re
import traceback
from pathlib import Path

from jinja2 import TemplateSyntaxError

from cunbo.handouts.press import PressError
from cunbo.problems.notice import Notice, notice
from cunbo.problems.problem import Problem
from cunbo.problems.system import reason
from cunbo.reading.reading import Reading

_TYPST_PLACE = re.compile(r"┌─ (?:.*[\\/])?([^\\/:]+:\d+:\d+)")


def in_curriculum(problems: list[Problem], reading: Reading) -> tuple[Notice, ...]:
    """The problems of a reading, each with its author's line."""
    lines = {source.file: source.lines for source in reading.sources.values()}
    return tuple(notice(problem, lines) for problem in problems)


def in_template(error: Exception, templates: Path) -> Notice:
    """A template that fails. It can fail in any way that Python can."""
    mend = "把刚才改的模板改回去；没有改过模板，就请维护的人看"
    what = f"模板出错：{error or type(error).__name__}"
    return Notice(_place_in_templates(error, templates), what, mend)


def _place_in_templates(error: Exception, templates: Path) -> str:
    """Where Jinja says the mistake is, or the last template the fault came through."""
    frames = [(one.filename, one.lineno or 1) for one in traceback.extract_tb(error.__traceback__)]
    if isinstance(error, TemplateSyntaxError) and error.filename:
        frames.append((error.filename, error.lineno))
    for file, line in reversed(frames):
        if Path(file).is_relative_to(templates):
            return f"{templates.name}/{Path(file).relative_to(templates).as_posix()}:{line}:1"
    return f"{templates.name}/:1:1"


def in_sheet(diagnostic: str, templates: Path) -> Notice:
    """A sheet's template that Typst cannot set; `diagnostic` is what Typst says."""
    found = _TYPST_PLACE.search(diagnostic)
    place = f"{templates.name}/handouts/{found[1] if found else ':1:1'}"
    told = diagnostic.strip().splitlines()[0].removeprefix("error: ")
    mend = "把刚才改的模板改回去；没有改过模板，就请维护的人看"
    return Notice(place, f"讲义的模板出错：{told}", mend)


def in_press(error: PressError, lesson: str) -> Notice:
    """What sets sheets has ended in the middle of a lesson."""
    place = f"curriculum/lessons/{lesson}.yml:1:1"
    if error.lacked_memory:
        return Notice(place, "讲义印到一半停了：内存不够", "关掉别的程序，再保存一遍")
    return Notice(place, f"讲义印到一半停了：{str(error).splitlines()[0]}", "请维护的人看")


def in_memory(lesson: str) -> Notice:
    """Memory ran out while a lesson was made visible."""
    return Notice(f"curriculum/lessons/{lesson}.yml:1:1", "内存不够", "关掉别的程序，再保存一遍")


def in_settings(told: str) -> Notice:
    """Site settings that MkDocs refuses."""
    return Notice("mkdocs.yml:1:1", f"网站的设置出错：{told}", "把 mkdocs.yml 改回去")


def on_disk(error: OSError, root: Path) -> Notice:
    """A file that cannot be read just now."""
    file = Path(error.filename or "curriculum")
    name = file.relative_to(root).as_posix() if file.is_relative_to(root) else file.name
    mend = "看看它是不是正被别的程序打开，或者刚被删掉；能读了会自动重来"
    return Notice(f"{name}:1:1", f"这个文件现在读不了：{reason(error)}", mend)
