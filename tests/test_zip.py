"""The USB copy: whole, legal on FAT and Windows, always the same bytes, and nothing else in it."""

import re
import shutil
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from casebook import small_course
from parsed import parsed, texts, values
from playwright.sync_api import Browser, Page
from scratch import copied
from test_site import leads_somewhere

from cunbo.cli.main import main
from cunbo.making.files import read_folder
from cunbo.making.fit_names import LONGEST, unfit_names
from cunbo.making.project import Project
from cunbo.making.refusal import BuildError
from cunbo.making.stick import write_stick

ZIP = "村播课-xiaocun-0.1.zip"
TOP = "cunbo-xiaocun-0.1"


def pack(project: Project) -> int:
    return main(["--course", str(project.root), "build", "--zip"])


@pytest.fixture(scope="module")
def packed(small_built: Project, tmp_path_factory: pytest.TempPathFactory) -> Project:
    """The small course, with its USB copy. Read only."""
    project = Project(copied(small_built.root, tmp_path_factory.mktemp("zip") / "small"))
    assert pack(project) == 0
    return project


@pytest.fixture(scope="module")
def stick(packed: Project, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The copy as it lies on a stick."""
    folder = tmp_path_factory.mktemp("stick")
    with zipfile.ZipFile(packed.work / ZIP) as copy:
        copy.extractall(folder)
    assert [path.name for path in folder.iterdir()] == [TOP]
    return folder / TOP


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page without scripts, as an office's old browser may have them off."""
    context = browser.new_context(java_script_enabled=False)
    yield context.new_page()
    context.close()


def test_the_start_file_leads_into_the_course_without_scripts(page, stick):
    start = stick / "打开村播课.html"
    page.goto(start.as_uri())
    page.get_by_role("link", name="打开村播课").click()
    assert page.url == (stick / "site" / "index.html").as_uri()
    page.get_by_role("link", name="S1-01").first.click()
    assert page.url.endswith("lessons/S1-01.html")
    drawn = page.locator("main img").first
    drawn.scroll_into_view_if_needed()
    assert drawn.evaluate("image => image.decode().then(() => image.naturalWidth)") > 0
    assert "示例村：小村" in page.content()


def test_the_start_file_opens_the_course_by_itself(page, stick):
    page.goto((stick / "打开村播课.html").as_uri())
    page.wait_for_url("**/site/index.html")


def test_every_link_leads_to_a_file_of_the_copy(stick):
    pages = {path: set(values(path, "[id]", "id")) for path in stick.rglob("*.html")}
    anchors = {path.resolve(): found for path, found in pages.items()}
    links = {
        (path.relative_to(stick).as_posix(), href)
        for path in pages
        for href in (*values(path, "a", "href"), *values(path, "img", "src"))
        if not href.startswith(("https://", "data:"))
    }
    assert len(links) > 300
    assert [one for one in sorted(links) if not leads_somewhere(stick, *one, anchors)] == []
    [jump] = values(stick / "打开村播课.html", "[http-equiv=refresh]", "content")
    assert (stick / jump.partition("url=")[2]).is_file()


def test_it_says_how_to_copy_and_open_it_as_a_page_and_for_notepad(stick):
    note = (stick / "说明.txt").read_bytes()
    assert note.startswith(b"\xef\xbb\xbf")
    assert note.count(b"\n") == note.count(b"\r\n") > 10
    lines = [one[2:] for one in note.decode("utf-8-sig").split("\r\n") if one.startswith("· ")]
    assert lines == texts(stick / "说明.html", "li")
    said = parsed(stick / "说明.html").body.text()
    for word in ("整个文件夹", "先解压", "360", "手机", "小村"):
        assert word in said


def test_it_holds_the_site_and_nothing_else(packed, stick):
    beside = {"打开村播课.html", "说明.html", "说明.txt"}
    left_out = {"sw.js", "sw.json", "404.html", ".cunbo.json"}
    there = {path.relative_to(stick).as_posix() for path in stick.rglob("*") if path.is_file()}
    site = {path.relative_to(packed.site).as_posix() for path in packed.site.rglob("*.*")}
    assert there == beside | {f"site/{name}" for name in site - left_out}
    for name in site - left_out:
        assert (stick / "site" / name).read_bytes() == (packed.site / name).read_bytes()
    for name in beside:
        text = (stick / name).read_text(encoding="utf-8")
        assert str(packed.root) not in text
        assert re.findall("https?://", text) == []


def test_names_are_told_to_be_chinese_and_fit_for_windows(packed):
    with zipfile.ZipFile(packed.work / ZIP) as copy:
        entries = copy.infolist()
    assert len(entries) > 40
    for entry in entries:
        assert entry.filename.isascii() or entry.flag_bits & 0x800, entry.filename
        assert entry.date_time == (1980, 1, 1, 0, 0, 0)
        assert entry.create_system == 3
    assert unfit_names(entry.filename for entry in entries) == ()


def test_every_name_of_the_real_course_is_fit_for_windows(course_built):
    site = course_built.site
    names = [f"{TOP}/site/{path.relative_to(site).as_posix()}" for path in site.rglob("*.*")]
    assert len(names) > 300
    assert unfit_names(names) == ()


def test_the_same_site_gives_the_same_bytes_whether_it_is_built_anew_or_not(packed, small, capsys):
    assert pack(small) == 0
    first = (small.work / ZIP).read_bytes()
    assert first == (packed.work / ZIP).read_bytes()
    (small.work / ZIP).unlink()
    capsys.readouterr()
    assert pack(small) == 0
    said = capsys.readouterr()
    assert "没有变化，不用重做" in said.out
    assert f"U 盘用的包：{small.work / ZIP}（" in said.out
    assert "先在这台电脑上解压" in said.out
    assert "打 U 盘用的包" in said.err
    assert (small.work / ZIP).read_bytes() == first


def test_documents_to_change_lie_beside_the_site_where_they_are_asked_for(packed, tmp_path, capsys):
    project = Project(copied(packed.root, tmp_path / "course"))
    assert main(["--course", str(project.root), "build", "--zip", "--word"]) == 0
    with zipfile.ZipFile(project.work / ZIP) as copy, zipfile.ZipFile(packed.work / ZIP) as plain:
        more = set(copy.namelist()) - set(plain.namelist())
        assert set(plain.namelist()) < set(copy.namelist())
    assert {name.split("/")[1] for name in more} == {"可以改的"}
    assert f"{TOP}/可以改的/给学员/S1-01-讲义.docx" in more
    assert f"{TOP}/可以改的/给培训员/小测题库（培训员用）.xlsx" in more
    assert main(["--course", str(project.root), "build", "--word"]) == 2
    assert "--word 要和 --zip 一起写" in capsys.readouterr().err


def test_without_being_asked_no_copy_is_made(small_built):
    assert (small_built.site / "index.html").is_file()
    assert list(small_built.work.glob("*.zip*")) == []


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("site/figures/con.svg", "留给自己用"),
        ("site/AUX", "留给自己用"),
        ("site/com1.tar.gz/a.html", "留给自己用"),
        ("site/a?.html", "不能有 ?"),
        ("site/a:b.html", "不能有 :"),
        ("site/a\\b.html", "不能有 \\"),
        ("site/a\x07.html", "看不见的字符"),
        ("site/第一课.", "不能用点或者空格结尾"),
        ("site/第一课 /a.html", "不能用点或者空格结尾"),
        ("Site/b.html", "只差大小写"),
        ("site/" + "长" * LONGEST, "太长"),
    ],
)
def test_a_name_that_is_none_on_windows_is_told(name, told):
    [fault] = unfit_names(["site/index.html", name])
    assert told in fault


@pytest.mark.parametrize(
    "name", ["site/S1-07-讲义.pdf", "site/console.html", "site/com.html", "site/.nojekyll"]
)
def test_other_names_will_do(name):
    assert unfit_names(["site/index.html", name]) == ()


@pytest.mark.parametrize(
    ("version", "told"),
    [
        ("1.0?", "cunbo-xiaocun-1.0?：名字里不能有 ?"),
        ("1.0.", "cunbo-xiaocun-1.0.：名字不能用点或者空格结尾"),
        ("2026/秋", "version 2026/秋：不能有 /"),
    ],
)
def test_a_bad_name_keeps_the_copy_from_being_written(small, capsys, version, told):
    course = small.curriculum / "course.yml"
    text = course.read_text(encoding="utf-8")
    course.write_text(re.sub("(?m)^version:.*$", f"version: {version}", text), encoding="utf-8")
    assert pack(small) == 1
    said = capsys.readouterr()
    assert told in said.err
    assert "包没有打" in said.err
    assert list(small.work.glob("**/*.zip*")) == []
    assert (small.site / "index.html").is_file()


@pytest.mark.parametrize("damage", ["gone", "changed"])
def test_what_was_damaged_after_the_build_is_not_packed(packed, tmp_path, damage):
    project = Project(tmp_path / "copy")
    shutil.copytree(packed.site, project.site)
    page = project.site / "map.html"
    page.unlink() if damage == "gone" else page.write_text("x", encoding="utf-8")
    (project.site / "mine.txt").write_text("x", encoding="utf-8")
    course, templates = small_course(), read_folder(packed.templates)
    with pytest.raises(BuildError, match="site/ 变了"):
        write_stick(project, templates, course, course.villages["xiaocun"], str)
    assert not project.work.exists()


def test_a_broken_template_of_the_note_is_told(small, capsys):
    (small.templates / "stick" / "about.html.j2").write_text("{% nonsense %}", encoding="utf-8")
    assert pack(small) == 1
    assert "U 盘说明的模板出错" in capsys.readouterr().err
