"""Whether a folder may be filled with what a copy shop gets: asked before anything is printed."""

from pathlib import Path

from cunbo.making.files import is_link
from cunbo.making.mark import Mark, intact, read_mark, strangers
from cunbo.making.project import Project
from cunbo.making.refusal import BuildError
from cunbo.telling.shop import EDITABLE, PRINT_LIST

LIST = f"{PRINT_LIST.name}.pdf"
_GO_ON = "再做一遍"
_NAMED = 3


def refuse_folder_of_others(project: Project, out: Path) -> None:
    """Raise BuildError unless `out` is free, empty, or holds what was printed there before."""
    if is_link(out):
        raise BuildError(f"{out} 是一个链接，不敢换它。换一个文件夹，{_GO_ON}")
    if _belongs_to(project, out):
        raise BuildError(f"{out} 是课程自己的地方，不能拿来放印的东西。换一个文件夹，{_GO_ON}")
    if not out.parent.is_dir():
        raise BuildError(f"没有 {out.parent} 这个文件夹。先建好它，{_GO_ON}")
    if not out.exists():
        return
    if not out.is_dir():
        raise BuildError(f"{out} 是一个文件。换一个名字，{_GO_ON}")
    mark = read_mark(out)
    own = mark if mark and LIST in mark.files else None
    if changed := own and _changed(out, own):
        raise BuildError(
            f"{out / changed} 是您改过的。怕丢了您改的字，没有动。"
            f"把它拷到别处，从这里删掉，{_GO_ON}"
        )
    if found := strangers(out, own):
        more = f" 等 {len(found)} 个" if len(found) > _NAMED else ""
        raise BuildError(
            f"{out} 里有别的东西：{'、'.join(found[:_NAMED])}{more}。怕删了您的东西，没有动。"
            f"换一个空的文件夹，{_GO_ON}"
        )


def _changed(out: Path, own: Mark) -> str | None:
    """A document that somebody has changed where it lay."""
    hashes = {name: known for name, known in own.files.items() if name.startswith(f"{EDITABLE}/")}
    states = intact(out, hashes)
    return next((name for name, data in states if not data and (out / name).exists()), None)


def _belongs_to(project: Project, out: Path) -> bool:
    root, place = project.root.resolve(), out.resolve()
    taken = (project.curriculum, project.templates, project.site, project.work, project.schemas)
    return root.is_relative_to(place) or any(place.is_relative_to(one.resolve()) for one in taken)
