"""The USB copy: the finished site in one zip, with a file to start with.

It holds what the last build made and nothing else; the same site gives the same bytes.
"""

import stat
from collections.abc import Callable
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from jinja2 import TemplateError
from yaml import YAMLError

from cunbo.making.files import Files
from cunbo.making.fit_names import unfit_names
from cunbo.making.mark import intact, read_mark
from cunbo.making.project import Project
from cunbo.making.refusal import BuildError
from cunbo.model.course import Course, Village
from cunbo.pages.offline import FOR_SERVERS
from cunbo.pages.stick import beside_the_site
from cunbo.problems.system import reason

_OLDEST = (1980, 1, 1, 0, 0, 0)
"""A zip must tell a date of each file; the day of the build would change its bytes."""
_UNIX, _PLAIN_FILE = 3, stat.S_IFREG | 0o644
_LEVEL = 6
_NAMED = 5


def write_stick(
    project: Project,
    templates: Files,
    course: Course,
    village: Village,
    tell: Callable[[str], None],
    more: Callable[[], Files] = dict,
) -> tuple[Path, int]:
    """Write the zip of the site that was built last, for `village`; where it lies, and how many
    files it holds.

    `templates` are those the site was made from, `more` makes what else lies beside it. `tell` is
    called with a line of progress. Raises BuildError, before anything is written, where a name in
    it would be none on Windows; also where the site has changed meanwhile, a template is broken or
    the disk is full.
    """
    version = course.settings.version
    if "/" in version:
        raise BuildError(_refused((f"course.yml 的 version {version}：不能有 /",)))
    path = project.stick(village.id, version)
    files = {**_site(project), **_beside(templates, village, version), **more()}
    top = f"cunbo-{village.id}-{version}"
    inside = {f"{top}/{name}": data for name, data in sorted(files.items())}
    if faults := unfit_names((*inside, path.name)):
        raise BuildError(_refused(faults))
    tell(f"打 U 盘用的包：{len(files)} 个文件……")
    try:
        _write(path, inside)
    except OSError as error:
        raise BuildError(f"写不了 {path.name}：{reason(error)}") from error
    return path, len(files)


def _site(project: Project) -> dict[str, bytes]:
    """What the last build put into the site, as it put it there."""
    mark = read_mark(project.site)
    listed = mark.files.items() if mark else ()
    hashes = {name: known for name, known in listed if name not in FOR_SERVERS}
    files = {
        f"site/{name}": data for name, data in intact(project.site, hashes) if data is not None
    }
    if mark is None or len(files) < len(hashes):
        raise BuildError("打包的时候 site/ 变了，包没有打。再做一遍")
    return files


def _beside(templates: Files, village: Village, version: str) -> dict[str, bytes]:
    try:
        return beside_the_site(templates, village.name, version)
    except (TemplateError, YAMLError) as error:
        raise BuildError(f"U 盘说明的模板出错（templates/stick/）：{error}") from error


def _refused(faults: tuple[str, ...]) -> str:
    lines = "\n".join(f"  {one}" for one in faults[:_NAMED])
    more = f"\n  等 {len(faults)} 处" if len(faults) > _NAMED else ""
    return f"包没有打，这些名字拷不进 U 盘：\n{lines}{more}\n改了名字，再做一遍"


def _write(path: Path, files: Files) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_name(f"{path.name}.part")
    with ZipFile(draft, "w") as zipped:
        for name, data in files.items():
            entry = ZipInfo(name, _OLDEST)
            entry.create_system = _UNIX
            entry.external_attr = _PLAIN_FILE << 16
            zipped.writestr(entry, data, ZIP_DEFLATED, _LEVEL)
    draft.replace(path)
