"""Whether the places that a build replaces are its own: asked before anything is made.

A build removes what it made the last time. Nothing else may be removed with that: neither what
somebody has put into `site/`, nor what a link leads to.
"""

import os
from collections.abc import Iterator
from pathlib import Path

from cunbo.making.files import is_link
from cunbo.making.mark import read_mark, strangers
from cunbo.making.project import Project
from cunbo.making.refusal import BuildError

_NAMED = 3
_GO_ON = "再做一遍"


def refuse_links_in_work(project: Project) -> None:
    """Raise BuildError if `build/` is no folder of this project, or a link stands in it."""
    link = next(_links(project.work), None)
    if link:
        raise BuildError(_no_link(link.relative_to(project.root).as_posix()))
    for path in (project.work, *project.kept_in_work):
        if path.exists() and not path.is_dir():
            name = path.relative_to(project.root).as_posix()
            raise BuildError(f"{name} 是一个文件，这个名字要用来放文件夹。把它挪走，{_GO_ON}")


def _links(folder: Path) -> Iterator[Path]:
    """The folder itself and all below it, as far as they are links; none is followed."""
    if is_link(folder):
        yield folder
        return
    for entry in os.scandir(folder) if folder.is_dir() else ():
        if is_link(entry):
            yield Path(entry)
        elif entry.is_dir():
            yield from _links(Path(entry))


def refuse_site_of_others(project: Project) -> None:
    """Raise BuildError unless all that `site/` holds was put there by a build."""
    if is_link(project.site):
        raise BuildError(_no_link("site"))
    if not project.site.exists():
        return
    if not project.site.is_dir():
        raise BuildError(f"site 是一个文件，网站要做在这个名字下面。把它改名或者挪走，{_GO_ON}")
    mark = read_mark(project.site)
    found = strangers(project.site, mark)
    if found and mark:
        raise BuildError(
            f"site/ 里有不是 cunbo 做的东西：{_some(found)}。做网站会把整个 site/ 换掉，"
            f"所以没有做。要留的挪到 site/ 外面，不要的删掉，{_GO_ON}"
        )
    if found:
        raise BuildError(
            f"site/ 里的东西不是这个程序做的，或者是旧版做的：{_some(found)}。不敢换掉它们。"
            f"有要留的，把 site 改个名字；没有，把 site 整个删掉。{_GO_ON}"
        )


def _no_link(name: str) -> str:
    told = f"{name} 是一个链接，不敢换它，免得删了它指的地方的东西"
    return f"{told}。删掉这个链接，{_GO_ON}"


def _some(names: list[str]) -> str:
    first = "、".join(names[:_NAMED])
    return f"{first} 等 {len(names)} 个" if len(names) > _NAMED else first
