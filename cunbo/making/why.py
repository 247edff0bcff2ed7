"""What kept a build from being made, told in Chinese."""

import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from functools import singledispatch
from pathlib import Path

from jinja2 import TemplateError, TemplateNotFound

from cunbo.documents.blank import BlankDocumentError
from cunbo.handouts.blank_sheet import BlankSheetError
from cunbo.handouts.press import PressError, SheetError
from cunbo.making.refusal import BuildError
from cunbo.making.swap import SiteLostError
from cunbo.pages.site import SettingsError, SiteError
from cunbo.problems.memory import lacks_memory
from cunbo.problems.stopping import asked_to_stop
from cunbo.problems.system import reason


@contextmanager
def told_in_chinese(templates: Path) -> Iterator[None]:
    """Raise what kept a build from being made as a BuildError; a fault of the program stays one,
    and Ctrl-C is KeyboardInterrupt whatever has become of it."""
    try:
        yield
    except Exception as error:
        if asked_to_stop():
            raise KeyboardInterrupt from error
        told = why(error, templates)
        if told in (None, error):
            raise
        raise told from error


@singledispatch
def why(error: Exception, templates: Path) -> BuildError | None:
    """The refusal that tells of an error; None for a fault of the program itself.

    `templates` is the folder that the build reads its templates from.
    """
    if lacks_memory(error):
        return BuildError("内存不够。关掉别的程序，再做一遍")
    place = _last_template(error, templates)  # a template can fail in any way that Python can
    return BuildError(f"网页的模板出错：{place}：{error}") if place else None


@why.register
def _(error: BuildError, templates: Path) -> BuildError:
    return error


@why.register
def _(error: SheetError, templates: Path) -> BuildError:
    return BuildError(f"讲义的模板出错（templates/handouts/）：\n{error}")


@why.register
def _(error: PressError, templates: Path) -> BuildError | None:
    told = "讲义印到一半停了：内存不够。关掉别的程序，再做一遍"
    return BuildError(told) if error.lacked_memory else None


@why.register
def _(error: BlankSheetError, templates: Path) -> BuildError:
    mend = "关掉别的程序，再做一遍；还是这样，就删掉 .venv，重新装一遍"
    return BuildError(f"印出来的 {error}没有字：内存不够，或者字体文件坏了。{mend}")


@why.register
def _(error: BlankDocumentError, templates: Path) -> BuildError:
    mend = "从发布包里拷一份 templates/documents 文件夹回来"
    return BuildError(f"Word 文件的模板少了或者坏了（templates/documents/word/）：{error}。{mend}")


@why.register
def _(error: TemplateError, templates: Path) -> BuildError:
    place = _last_template(error, templates) or f"{templates.name}/pages/"
    return BuildError(f"网页的模板出错：{place}：{error}")


@why.register
def _(error: TemplateNotFound, templates: Path) -> BuildError:
    return BuildError(f"少了模板 {error.name}。从发布包里拷一份 templates 文件夹回来")


@why.register
def _(error: SiteError, templates: Path) -> BuildError:
    return BuildError(f"网站没有做成：\n{error}")


@why.register
def _(error: SettingsError, templates: Path) -> BuildError:
    mend = "把 mkdocs.yml 改回去，或者从发布包里拷一份回来"
    return BuildError(f"网站没有做成：\n{error}。{mend}")


@why.register
def _(error: OSError, templates: Path) -> BuildError:
    mend = "看看磁盘满了没有，文件有没有被别的程序打开"
    return BuildError(f"写不进 {error.filename or 'build'}：{reason(error)}。{mend}")


@why.register
def _(error: SiteLostError, templates: Path) -> BuildError:
    mend = "原来的 site/ 还在 build/site.last 里，下一次做会放回去"
    return BuildError(f"换网站换到一半：{reason(error)}。{mend}", site_kept=False)


def _last_template(error: Exception, templates: Path) -> str | None:
    """The template that a fault came through, with its line."""
    for frame in reversed(traceback.extract_tb(error.__traceback__)):
        if Path(frame.filename).is_relative_to(templates):
            name = Path(frame.filename).relative_to(templates).as_posix()
            return f"{templates.name}/{name}:{frame.lineno}"
    return None
