"""A build: same input, same bytes; nothing half done; nothing made twice."""

import os
import re
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from casebook import sheets_of_small
from conftest import build
from filelock import FileLock

from cunbo.cli import build as build_command
from cunbo.cli.main import main
from cunbo.handouts.orders import orders
from cunbo.making import swap
from cunbo.making.files import make_like, read_folder
from cunbo.making.project import Project
from cunbo.making.swap import recover, swap_in
from cunbo.reading.curriculum import read_curriculum
from cunbo.telling.edition import Edition


def break_lesson(project: Project) -> None:
    lesson = project.curriculum / "lessons" / "C1-01.yml"
    lesson.write_text(lesson.read_text(encoding="utf-8") + "scen: 写错的键\n", encoding="utf-8")


@pytest.mark.usefixtures("prints_anew")
def test_the_same_course_gives_the_same_bytes_and_is_said_to_be_made(small, small_built, capsys):
    build(small)
    made, before = read_folder(small.site), read_folder(small_built.site)
    assert sorted(made) == sorted(before)
    assert [name for name in made if made[name] != before[name]] == []
    said = capsys.readouterr()
    assert f"打开看：{small.site / 'index.html'}" in said.out
    assert "村：小村（样板村）。换成自己的村：cunbo build --village 编号" in said.out
    count = sheets_of_small()
    assert re.search(rf"网页 \d+ 页，PDF {count} 份（新印 {count} 份），用了 \d+\.\d 秒", said.out)
    assert "印讲义和教案" in said.err
    assert "做网站" in said.err


def test_a_second_build_makes_nothing(built, capsys):
    stamps = {path: path.stat().st_mtime_ns for path in built.site.rglob("*")}
    build(built)
    assert "没有变化，不用重做" in capsys.readouterr().out
    assert {path: path.stat().st_mtime_ns for path in built.site.rglob("*")} == stamps


def test_a_changed_word_makes_one_lesson_anew(built, capsys):
    before = sheets_told(built)
    lesson = built.curriculum / "lessons" / "S1-01.yml"
    changed = lesson.read_text(encoding="utf-8").replace("念给家里人听。", "念给邻居听。")
    lesson.write_text(changed, encoding="utf-8")
    build(built)
    having = {file for file, data in sheets_told(built).items() if data != before[file]}
    assert {"S1-01-讲义.pdf", "S1-01-教案.pdf"} < having < before.keys()
    assert f"新印 {len(having)} 份" in capsys.readouterr().out, f"the homework stands on {having}"
    assert "念给邻居听" in (built.site / "lessons" / "S1-01.html").read_text(encoding="utf-8")


def sheets_told(project: Project) -> dict[str, bytes]:
    """What every sheet of a course says."""
    course = read_curriculum(project.curriculum).course
    edition = Edition(course, course.villages[course.settings.village])
    return {order.file: order.data for order in orders(edition, course.figures)}


def test_a_damaged_site_is_made_again(built):
    whole = read_folder(built.site)
    (built.site / "index.html").write_text("坏了", encoding="utf-8")
    (built.site / "map.html").unlink()
    build(built)
    assert read_folder(built.site) == whole


def test_a_course_with_an_error_writes_nothing(small, capsys):
    break_lesson(small)
    before = read_folder(small.root)
    assert main(["--course", str(small.root), "build"]) == 1
    assert read_folder(small.root) == before
    said = capsys.readouterr()
    assert "curriculum/lessons/C1-01.yml:9:1: 错误: 这个键不认识：scen，是不是 scene？" in said.out
    assert "没有做网站" in said.err
    assert "site/ 没有动" not in said.err  # there is none


def test_an_error_leaves_the_last_site_whole(built):
    whole = read_folder(built.site)
    break_lesson(built)
    assert main(["--course", str(built.root), "build"]) == 1
    assert read_folder(built.site) == whole


def test_a_broken_template_is_told_and_leaves_the_last_site_whole(built, capsys):
    whole = read_folder(built.site)
    page = built.templates / "pages" / "lesson.html.j2"
    page.write_text(page.read_text(encoding="utf-8") + "{% nonsense %}", encoding="utf-8")
    assert main(["--course", str(built.root), "build"]) == 1
    assert "模板" in capsys.readouterr().err
    assert read_folder(built.site) == whole


def test_another_village_fills_the_slots(small, capsys):
    sample = small.curriculum / "villages" / "xiaocun.yml"
    text = sample.read_text(encoding="utf-8")
    other = text.replace("xiaocun", "dacun").replace("核桃", "板栗").replace("sample: true\n", "")
    (small.curriculum / "villages" / "dacun.yml").write_text(other, encoding="utf-8")
    build(small, "--village", "dacun")
    page = (small.site / "lessons" / "S1-01.html").read_text(encoding="utf-8")
    assert "板栗" in page
    assert "核桃" not in page
    assert "示例" not in page
    assert main(["--course", str(small.root), "build", "--village", "meiyou"]) == 2
    assert "没有“meiyou”这个村" in capsys.readouterr().err


CUT_OFF = """
import functools, importlib, os, runpy, signal, sys
place, name, calls, course = sys.argv[1:]
module, _, inside = place.partition(":")
holder = functools.reduce(getattr, filter(None, [inside]), importlib.import_module(module))
do, left = getattr(holder, name), int(calls)
def cut_off(*given, **named):
    global left
    left -= 1
    done = do(*given, **named)
    if left == 0:
        os.kill(os.getpid(), signal.SIGKILL)
    return done
setattr(holder, name, cut_off)
sys.argv = ["cunbo", "--course", course, "build"]
runpy.run_module("cunbo", run_name="__main__")
"""
MOMENTS = {
    "sheets are printed, none is kept": ("cunbo.handouts.measuring", "measured", 1),
    "one sheet is kept, the other not": ("cunbo.making.kept_sheets:KeptSheets", "put", 1),
    "some of the pages are written": ("cunbo.making.files", "write_if_changed", 120),
    "the site is made and has no mark": ("cunbo.making.build", "make_site", 1),
    "the site is marked": ("cunbo.making.build", "leave_mark", 1),
    "the site is in place, the last one not yet gone": ("cunbo.making.swap", "_exchange", 1),
}
"""When a build is killed: after so many calls of a function."""


@pytest.mark.parametrize("moment", MOMENTS)
def test_a_killed_build_leaves_the_last_site_whole(built, moment):
    whole = read_folder(built.site)
    lesson = built.curriculum / "lessons" / "S1-01.yml"
    changed = lesson.read_text(encoding="utf-8").replace("念给家里人听。", "念给邻居听。")
    lesson.write_text(changed, encoding="utf-8")
    command = [sys.executable, "-c", CUT_OFF, *map(str, MOMENTS[moment]), str(built.root)]
    assert subprocess.run(command, capture_output=True, check=False).returncode == -signal.SIGKILL
    left = read_folder(built.site)
    if "in place" in moment:
        assert "念给邻居听" in left["lessons/S1-01.html"].decode()
        assert sorted(left) == sorted(whole)
    else:
        assert left == whole
    build(built)
    assert "念给邻居听" in (built.site / "lessons" / "S1-01.html").read_text(encoding="utf-8")


def test_a_swap_cut_off_between_its_two_moves_is_undone(tmp_path):
    site, parking = tmp_path / "site", tmp_path / "parking"
    make_like(parking, {"index.html": b"old"})
    recover(site, parking)
    assert read_folder(site) == {"index.html": b"old"}
    assert not parking.exists()


@pytest.mark.parametrize("atomic", [True, False])
def test_a_swap_puts_the_new_folder_in_place(tmp_path, monkeypatch, atomic):
    if not atomic:
        monkeypatch.setattr("cunbo.making.swap._exchange", lambda one, other: False)
    new, old, parking = tmp_path / "new", tmp_path / "old", tmp_path / "parking"
    make_like(old, {"a": b"old"})
    make_like(new, {"b": b"new"})
    swap_in(new, old, parking)
    assert read_folder(old) == {"b": b"new"}
    assert sorted(os.listdir(tmp_path)) == ["old"]


def test_a_folder_is_made_exactly_like_its_files(tmp_path):
    make_like(tmp_path, {"a/b": b"1", "c": b"2"})
    kept = (tmp_path / "c").stat().st_mtime_ns
    make_like(tmp_path, {"d/e": b"3", "c": b"2"})
    assert read_folder(tmp_path) == {"c": b"2", "d/e": b"3"}
    assert not (tmp_path / "a").exists()
    assert (tmp_path / "c").stat().st_mtime_ns == kept


def test_outside_a_course_the_command_says_where_to_go(tmp_path, capsys):
    assert main(["--course", str(tmp_path), "check"]) == 2
    assert "curriculum" in capsys.readouterr().err


def test_the_project_is_found_from_inside_it(small, monkeypatch, capsys):
    monkeypatch.chdir(small.curriculum / "lessons")
    assert main(["check"]) == 0
    assert "一共 2 课，写好 1 课，编写中 1 课" in capsys.readouterr().out


@pytest.mark.parametrize("fault", ["{{ 1 + 'a' }}", "{{ no_such_name }}", "{% if %}"])
def test_a_template_that_fails_is_named_with_its_line(small, capsys, fault):
    template = small.templates / "pages" / "home.html.j2"
    text = template.read_text(encoding="utf-8")
    template.write_text(text.replace("{% block body %}", "{% block body %}" + fault), "utf-8")
    line = 1 + text.partition("{% block body %}")[0].count("\n")
    assert main(["--course", str(small.root), "build"]) == 1
    assert f"网页的模板出错：templates/pages/home.html.j2:{line}：" in capsys.readouterr().err
    assert not small.site.exists()


def test_what_is_saved_during_a_build_is_built_the_next_time(small, monkeypatch, capsys):
    lesson = small.curriculum / "lessons" / "C1-01.yml"
    real = build_command.checked

    def saved_after_reading(project, *rest):
        answer = real(project, *rest)
        text = lesson.read_text(encoding="utf-8")
        lesson.write_text(text.replace("还没写的一课", "刚存的一课"), encoding="utf-8")
        return answer

    monkeypatch.setattr(build_command, "checked", saved_after_reading)
    build(small)
    monkeypatch.undo()
    build(small)
    assert "没有变化" not in capsys.readouterr().out
    assert "刚存的一课" in (small.site / "lessons" / "C1-01.html").read_text(encoding="utf-8")


def test_a_second_build_at_the_same_time_is_refused(small, capsys):
    small.work.mkdir()
    with FileLock(small.work / "lock"):
        assert main(["--course", str(small.root), "build"]) == 1
    assert "另一个 cunbo 正在做这门课" in capsys.readouterr().err
    build(small)


def test_a_site_that_is_a_link_is_not_touched(small, tmp_path, capsys):
    elsewhere = tmp_path / "www"
    elsewhere.mkdir()
    (elsewhere / "robots.txt").write_text("keep")
    small.site.symlink_to(elsewhere)
    assert main(["--course", str(small.root), "build"]) == 1
    assert "site 是一个链接" in capsys.readouterr().err
    assert (elsewhere / "robots.txt").read_text() == "keep"


def test_a_swap_that_fails_half_way_puts_the_old_site_back(tmp_path, monkeypatch):
    old, new, parking = tmp_path / "site", tmp_path / "next", tmp_path / "last"
    old.mkdir()
    new.mkdir()
    (old / "index.html").write_text("old")
    rename = Path.rename

    def refused(self, target):
        if self == new:
            raise PermissionError(13, "in use")
        return rename(self, target)

    monkeypatch.setattr(swap, "_exchange", lambda one, other: False)
    monkeypatch.setattr(Path, "rename", refused)
    with pytest.raises(PermissionError):
        swap.swap_in(new, old, parking)
    assert (old / "index.html").read_text() == "old"
