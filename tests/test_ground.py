"""A build replaces what a build has made, and nothing else; what it reads, it reads once."""

import os
import shutil
import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from conftest import build
from scratch import copied

from cunbo.cli.main import main
from cunbo.making import build as making
from cunbo.making import swap
from cunbo.making.files import is_source, make_like, read_folder
from cunbo.making.ground import refuse_site_of_others
from cunbo.making.mark import NAME
from cunbo.making.project import Project

Spread = dict[str, bytes]


@pytest.fixture
def changed(small_built: Project, tmp_path: Path) -> Project:
    """A built course of one's own in which a word has changed since."""
    project = copy_of(small_built, tmp_path)
    lesson = project.curriculum / "lessons" / "S1-01.yml"
    text = lesson.read_text(encoding="utf-8")
    lesson.write_text(text.replace("念给家里人听。", "念给邻居听。"), encoding="utf-8")
    return project


def copy_of(project: Project, folder: Path) -> Project:
    copy = Project(folder / "course")
    copied(project.root, copy.root)
    return copy


def everything(folder: Path) -> Spread:
    """Files, folders and links below a folder, without the lock that every build leaves."""
    found = {}
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        if path.is_symlink():
            found[name] = os.fsencode(os.readlink(path))
        elif name != "lock" and path.name != "lock":
            found[name] = b"" if path.is_dir() else path.read_bytes()
    return found


def refused(project: Project, capsys: pytest.CaptureFixture[str]) -> str:
    """What is said by a build that touches nothing."""
    before = everything(project.root)
    assert main(["--course", str(project.root), "build"]) == 1
    assert {name: data for name, data in everything(project.root).items() if name != "build"} == {
        name: data for name, data in before.items() if name != "build"
    }
    said = capsys.readouterr()
    assert "做好了" not in said.out
    return said.err


@pytest.mark.parametrize(
    "name",
    [
        ".git/HEAD",
        "CNAME",
        "照片.jpg",
        "lessons/mine.html",
        "handouts/S1-01-讲义 (1).pdf",
        ".cunbo",
    ],
)
def test_what_others_put_into_the_site_stops_a_build(changed, capsys, name):
    path = changed.site / name
    path.parent.mkdir(exist_ok=True)
    path.write_text("mine", encoding="utf-8")
    told = refused(changed, capsys)
    assert name.split("/")[0] in told
    assert "挪到 site/ 外面" in told
    assert "没有动" in told


def test_many_things_of_others_are_counted(changed, capsys):
    make_like(changed.site / "photos", {f"{number}.jpg": b"" for number in range(8)})
    assert "photos、photos/0.jpg、photos/1.jpg 等 9 个" in refused(changed, capsys)


@pytest.mark.parametrize("name", ["photos", "lessons/empty"])
def test_a_folder_of_others_stops_a_build_even_when_it_is_empty(changed, capsys, name):
    (changed.site / name).mkdir()
    assert name in refused(changed, capsys)


@pytest.mark.parametrize("name", ["elsewhere", "lessons", "index.html"])
def test_a_link_in_the_site_stops_a_build(changed, tmp_path, capsys, name):
    target = tmp_path / "target"
    make_like(target, {"S1-01.html": b"theirs"})
    kept = changed.site / name
    if kept.exists():
        kept.rename(tmp_path / "away")
    kept.symlink_to(target)
    assert name in refused(changed, capsys)
    assert read_folder(target) == {"S1-01.html": b"theirs"}


@pytest.mark.parametrize(
    ("files", "told"),
    [
        ({"index.html": b"theirs", "CNAME": b"a.cn"}, "把 site 改个名字"),
        ({".git/HEAD": b"ref"}, ".git"),
        ({NAME: b"[]", "photo.jpg": b""}, "photo.jpg"),
        ({NAME: b"{broken", "photo.jpg": b""}, "photo.jpg"),
        ({NAME: b'{"made_from": "", "pages": 1, "sheets": 1, "files": []}'}, NAME),
    ],
)
def test_a_site_that_no_build_has_made_stops_a_build(small, capsys, files, told):
    make_like(small.site, files)
    assert told in refused(small, capsys)


def test_a_file_in_the_place_of_the_site_stops_a_build(small, capsys):
    small.site.write_text("mine", encoding="utf-8")
    assert "site 是一个文件" in refused(small, capsys)


@pytest.mark.parametrize("target", [".", "nowhere", "templates"])
def test_a_link_in_the_place_of_the_site_stops_a_build(small, capsys, target):
    small.site.symlink_to(target)
    assert "site 是一个链接" in refused(small, capsys)


def test_what_file_managers_leave_behind_stops_nothing(changed):
    for name in ("Thumbs.db", ".DS_Store", "lessons/desktop.ini"):
        (changed.site / name).touch()
    refuse_site_of_others(changed)
    shutil.rmtree(changed.site)
    refuse_site_of_others(changed)
    changed.site.mkdir()
    refuse_site_of_others(changed)


def test_what_is_put_into_the_site_during_a_build_stays(changed, monkeypatch, capsys):
    make = making.make_site

    def put(*arguments: object) -> bool:
        (changed.site / "CNAME").write_text("a.cn", encoding="utf-8")
        return make(*arguments)

    monkeypatch.setattr(making, "make_site", put)
    whole = read_folder(changed.site)
    assert main(["--course", str(changed.root), "build"]) == 1
    assert "CNAME" in capsys.readouterr().err
    assert read_folder(changed.site) == whole | {"CNAME": b"a.cn"}


@pytest.mark.parametrize("target", ["elsewhere", "."])
@pytest.mark.parametrize(
    "name",
    ["", "docs", "sheets", "site.next", "site.last", "templates", "docs/lessons", "lock", "mine"],
)
def test_a_link_in_the_work_folder_stops_a_build(small, tmp_path, capsys, name, target):
    elsewhere = tmp_path / "elsewhere"
    make_like(elsewhere, {"deep/er/file.txt": b"precious", "a.txt": b"p"})
    make_like(small.root / "docs", {"mine.txt": b"mine"})
    link = small.work / name
    link.parent.mkdir(parents=True, exist_ok=True)
    link.symlink_to(elsewhere if target == "elsewhere" else small.root)
    told = refused(small, capsys)
    assert f"{'/'.join(filter(None, ['build', name]))} 是一个链接" in told
    assert read_folder(elsewhere) == {"deep/er/file.txt": b"precious", "a.txt": b"p"}


@pytest.mark.parametrize("name", ["", "docs", "site.next"])
def test_a_file_in_the_place_of_a_work_folder_stops_a_build(small, capsys, name):
    place = small.work / name
    place.parent.mkdir(exist_ok=True)
    place.write_text("mine", encoding="utf-8")
    assert "是一个文件" in refused(small, capsys)


def test_a_folder_is_made_like_its_files_without_following_a_link(tmp_path):
    elsewhere = tmp_path / "elsewhere"
    make_like(elsewhere, {"a": b"theirs"})
    folder = tmp_path / "folder"
    folder.mkdir()
    (folder / "link").symlink_to(elsewhere)
    make_like(folder, {"b": b"ours"})
    assert everything(folder) == {"b": b"ours"}
    assert everything(elsewhere) == {"a": b"theirs"}


def test_a_site_that_could_not_be_put_back_is_not_called_untouched(changed, monkeypatch, capsys):
    rename = Path.rename

    def refuse(self: Path, target: Path) -> Path:
        if self in (changed.next_site, changed.last_site):
            raise PermissionError(13, "in use")
        return rename(self, target)

    whole = read_folder(changed.site)
    with monkeypatch.context() as patch:
        patch.setattr(swap, "_exchange", lambda one, other: False)
        patch.setattr(Path, "rename", refuse)
        assert main(["--course", str(changed.root), "build"]) == 1
        told = capsys.readouterr().err
        assert "build/site.last" in told
        assert "没有动" not in told
        assert not changed.site.exists()
    (changed.templates / "pages" / "home.html.j2").unlink()
    assert main(["--course", str(changed.root), "build"]) == 1
    assert "少了模板 home.html.j2" in capsys.readouterr().err
    assert read_folder(changed.site) == whole


def test_a_damaged_sheet_is_printed_again_and_each_file_is_read_once(small_built, tmp_path, capsys):
    project = copy_of(small_built, tmp_path)
    shutil.rmtree(project.site)
    handout = next(project.shelf.rglob("*讲义.pdf"))
    handout.write_bytes(b"%PDF-" + handout.read_bytes()[5:-9] + b"damaged!!")
    (project.curriculum / "video.mp4").touch()
    with opened_in(project.curriculum) as opened:
        assert main(["--course", str(project.root), "build"]) == 0
    assert read_folder(project.site) == read_folder(small_built.site)
    assert "新印 1 份" in capsys.readouterr().out
    read = [path for path in project.curriculum.rglob("*") if path.suffix in (".yml", ".svg")]
    texts = [path.relative_to(project.curriculum).as_posix() for path in read]
    assert opened == Counter(texts)


@contextmanager
def opened_in(folder: Path) -> Iterator[Counter[str]]:
    """How often each file below the folder is opened meanwhile."""
    opened: Counter[str] = Counter()
    listening = True

    def listen(event: str, arguments: tuple[object, ...]) -> None:
        if listening and event == "open" and isinstance(arguments[0], str):
            path = Path(arguments[0])
            if path.is_relative_to(folder) and not path.is_dir():
                opened[path.relative_to(folder).as_posix()] += 1

    sys.addaudithook(listen)
    yield opened
    listening = False


def test_what_changes_and_changes_back_during_a_build_does_not_matter(
    small_built, tmp_path, monkeypatch, capsys
):
    project = copy_of(small_built, tmp_path)
    shutil.rmtree(project.site)
    before = everything(project.templates) | {"mkdocs.yml": project.settings.read_bytes()}
    make, print_ = making.make_site, making.print_sheets

    def storm(*arguments):
        make_like(project.templates, {"pages/lesson.html.j2": b"{% broken", ".main.html.swp": b""})
        project.settings.write_text("site_name: other", encoding="utf-8")
        shutil.rmtree(project.curriculum)
        return print_(*arguments)

    def calm(*arguments):
        kept = make(*arguments)
        copied(small_built.curriculum, project.curriculum)
        make_like(project.templates, {n: d for n, d in before.items() if n != "mkdocs.yml" and d})
        project.settings.write_bytes(before["mkdocs.yml"])
        return kept

    monkeypatch.setattr(making, "print_sheets", storm)
    monkeypatch.setattr(making, "make_site", calm)
    build(project)
    assert read_folder(project.site) == read_folder(small_built.site)
    build(project)
    assert "没有变化" in capsys.readouterr().out


def test_a_file_that_goes_while_a_folder_is_read_is_not_there(tmp_path):
    make_like(tmp_path, {"a": b"1", "b": b"2", "c": b"3"})
    read = Path.read_bytes

    def go(self: Path) -> bytes:
        if self.name == "b":
            self.unlink()
        return read(self)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Path, "read_bytes", go)
        assert read_folder(tmp_path) == {"a": b"1", "c": b"3"}


@pytest.mark.parametrize(
    ("name", "counts"),
    [
        ("pages/home.html.j2", True),
        ("theme/seal.svg", True),
        ("pages/.home.html.j2.swp", False),
        ("pages/home.html.j2~", False),
        ("pages/4913", False),
        (".git/config.ini", False),
        ("#home.html.j2#", False),
        ("home.html.j2.bak", False),
        ("making/__pycache__/build.cpython-311.pyc", False),
    ],
)
def test_what_editors_leave_beside_a_template_is_no_template(name, counts):
    assert is_source(name) is counts


def test_missing_templates_are_named(small, capsys):
    shutil.rmtree(small.templates)
    assert "少了 templates 文件夹" in refused(small, capsys)


def test_settings_that_cannot_be_read_are_named(small, monkeypatch, capsys):
    read = Path.read_bytes

    def locked(self: Path) -> bytes:
        if self == small.settings:
            raise PermissionError(13, "Permission denied", str(self))
        return read(self)

    with monkeypatch.context() as patch:
        patch.setattr(Path, "read_bytes", locked)
        assert main(["--course", str(small.root), "build"]) == 1
    assert "mkdocs.yml 读不了：没有权限" in capsys.readouterr().err
