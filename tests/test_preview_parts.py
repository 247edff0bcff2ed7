"""The rooms of the preview, each by itself: no browser, mostly no process."""

import errno
import re
import socket
import time
from collections.abc import Iterator
from http import HTTPStatus
from pathlib import Path

import pytest
from serving import ask, news, serving_here

from cunbo.cli.main import main
from cunbo.making.project import Project
from cunbo.preview.changes import changes
from cunbo.preview.rendered import PageKind, Selection
from cunbo.preview.renderer import LessonRenderer
from cunbo.preview.server import PreviewServer, open_server
from cunbo.preview.session import greet
from cunbo.preview.snapshots import Snapshots
from cunbo.reading.curriculum import read_curriculum
from cunbo.telling.sheet_table import SHEETS

LESSON = "lessons/S1-01.yml"


@pytest.fixture(scope="module")
def server(small_built: Project) -> Iterator[PreviewServer]:
    with serving_here(small_built) as running:
        news(running)
        yield running


@pytest.mark.parametrize(
    ("method", "path", "host", "status"),
    [
        ("GET", "/", "127.0.0.1", 200),
        ("GET", "/", "localhost:8000", 200),
        ("GET", "/", "elsewhere.example", 403),
        ("GET", "/", "", 403),
        ("GET", "/", "[", 403),
        ("POST", "/", "127.0.0.1", 405),
        ("DELETE", "/site/style.css", "127.0.0.1", 405),
        ("GET", "/../mkdocs.yml", "127.0.0.1", 404),
        ("GET", "/site/../../mkdocs.yml", "127.0.0.1", 404),
        ("GET", "/site/%2e%2e/%2e%2e/mkdocs.yml", "127.0.0.1", 404),
        ("GET", "//[", "127.0.0.1", 404),
        ("GET", "/site/map.html", "127.0.0.1", 404),
    ],
)
def test_only_what_is_there_is_given_and_only_to_us(server, method, path, host, status):
    answer, _ = ask(server, method, path, host)
    assert answer.status == status


@pytest.mark.parametrize(
    ("method", "path", "host"),
    [
        ("GET", "/", "127.0.0.1"),
        ("GET", "/preview.js", "127.0.0.1"),
        ("GET", "/nowhere", "127.0.0.1"),
        ("GET", "/events", "127.0.0.1"),
        ("GET", "/site/lessons/S1-01.html", "127.0.0.1"),
        ("GET", "/site/style.css", "127.0.0.1"),
        ("GET", "/site/figures/hand.svg", "127.0.0.1"),
        ("GET", "/site/nowhere.svg", "127.0.0.1"),
        ("GET", "/", "elsewhere.example"),
        ("POST", "/", "127.0.0.1"),
        ("GET", "/" + "x" * 70_000, "127.0.0.1"),
    ],
)
def test_every_answer_says_what_it_may_do(server, method, path, host):
    answer, _ = ask(server, method, path, host)
    rules = answer.getheader("Content-Security-Policy") or ""
    assert rules.startswith(("default-src 'none'; ", "default-src 'self'; "))
    assert "script-src" not in rules
    assert answer.getheader("X-Content-Type-Options") == "nosniff"
    if path.startswith("/site/figures/"):
        assert answer.status == HTTPStatus.OK
        assert rules.startswith("default-src 'none'; ")


@pytest.mark.parametrize(
    ("method", "path", "host", "said"),
    [
        ("GET", "/", "elsewhere.example", "预览不认识这个网址"),
        ("POST", "/", "127.0.0.1", "预览只给看，不收东西"),
        ("GET", "/" + "x" * 70_000, "127.0.0.1", "预览看不懂这个请求"),
        ("GET", "/x y", "127.0.0.1", "预览看不懂这个请求"),
    ],
)
def test_who_is_turned_away_reads_why_in_chinese(server, method, path, host, said):
    with socket.create_connection(server.server_address[:2], timeout=5) as line:
        line.sendall(f"{method} {path} HTTP/1.1\r\nHost: {host}\r\n\r\n".encode())
        answer = line.makefile("rb").read().decode()
    head, _, body = answer.partition("\r\n\r\n")
    assert "Content-Type: text/plain; charset=utf-8" in head
    assert "Connection: close" in head
    assert body.startswith(said)
    assert not re.search("[a-z]{3}", body.replace("cunbo serve", ""))


def test_to_a_head_request_there_is_a_head_only(server):
    with socket.create_connection(server.server_address[:2], timeout=5) as line:
        line.sendall(b"HEAD / HTTP/1.1\r\nHost: localhost\r\n\r\n")
        answer = line.makefile("rb").read()
    assert answer.startswith(b"HTTP/1.1 405 ")
    assert answer.endswith(b"\r\n\r\n")
    assert b"Allow: GET\r\n" in answer


@pytest.mark.parametrize("port", [65516, 65530, 65535])
def test_at_the_last_ports_there_are_fewer_to_try(server, monkeypatch, port):
    tried = []

    def taken(_host: str, port: int, *_: object) -> None:
        tried.append(port)
        raise OSError(errno.EADDRINUSE, "Address already in use")

    monkeypatch.setattr("cunbo.preview.server.PreviewServer", taken)
    with pytest.raises(OSError, match="in use"):
        open_server("127.0.0.1", port, server.preview, {})
    assert tried == list(range(port, 65536))


@pytest.mark.parametrize(
    ("host", "shown", "seen_by_others"),
    [
        ("127.0.0.1", "127.0.0.1", False),
        ("::1", "[::1]", False),
        ("localhost", "localhost", False),
        ("0.0.0.0", "127.0.0.1", True),
        ("0", "127.0.0.1", True),
        ("::", "127.0.0.1", True),
    ],
)
def test_who_else_can_see_the_preview_is_said(server, capsys, host, shown, seen_by_others):
    listening = open_server(host, 0, server.preview, {})
    greet(listening, 0)
    listening.stop()
    said = capsys.readouterr().out
    assert f"http://{shown}:{listening.server_port}/" in said
    assert ("别的机器也能看" in said) == seen_by_others


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (socket.gaierror(-2, "Name or service not known"), "都听不了：没有这个地址。"),
        (OSError(errno.EADDRNOTAVAIL, "Cannot assign requested address"), "这台机器没有这个地址"),
        (PermissionError(errno.EACCES, "Permission denied"), "都听不了：没有权限"),
    ],
)
def test_why_it_cannot_listen_is_told_in_chinese(small, monkeypatch, capsys, error, said):
    def refused(*_: object) -> None:
        raise error

    monkeypatch.setattr("cunbo.preview.session.open_server", refused)
    assert main(["--course", str(small.root), "serve", "--host", "村里"]) == 2
    told = capsys.readouterr().err
    assert said in told
    assert str(error.strerror) not in told


@pytest.mark.parametrize(
    ("missing", "said"),
    [
        ("theme/seal.svg", "seal.svg 读不了：找不到这个文件或文件夹。"),
        ("preview/preview.js", "少了 templates/preview/ 里的文件。"),
        ("preview", "少了 templates/preview/ 里的文件。"),
        (".", "少了 templates 文件夹。"),
    ],
)
def test_a_preview_without_its_page_says_what_is_missing(small, capsys, missing, said):
    (small.templates / missing).rename(small.root / "elsewhere")
    assert main(["--course", str(small.root), "serve", "--port", "0"]) == 1
    told = capsys.readouterr().err
    assert f"{said}从发布包里拷一份回来。" in told
    assert "用法不对" not in told


def test_the_page_is_the_page_of_the_site(small_built):
    renderer = LessonRenderer(small_built)
    edition = Snapshots(small_built, None).take().edition
    for page in PageKind:
        rendered = renderer.render(edition, Selection("S1-01", page, SHEETS[0]), True)
        for name in (rendered.page, "style.css", rendered.pdf):
            assert rendered.files[name] == (small_built.site / name).read_bytes(), name


def test_only_a_changed_file_is_read_anew(small):
    first = read_curriculum(small.curriculum)
    path = small.curriculum / LESSON
    path.write_text(path.read_text(encoding="utf-8").replace("听老师念", "听邻居念"), "utf-8")
    second = read_curriculum(small.curriculum, first)
    anew = [key for key in second.files if second.files[key] is not first.files[key]]
    assert anew == ["lessons/S1-01"]
    assert second.course == read_curriculum(small.curriculum).course


def test_a_file_that_cannot_be_read_just_now_is_tried_again(small, monkeypatch):
    snapshots = Snapshots(small, None)
    with monkeypatch.context() as locked:
        locked.setattr("cunbo.preview.snapshots.read_curriculum", _locked)
        snapshot = snapshots.take()
    assert snapshot.mistakes[0].place == "curriculum/lessons/S1-01.yml:1:1"
    assert "没有权限" in snapshot.mistakes[0].what
    assert snapshots.unsure
    assert snapshots.take().edition is not None
    assert not snapshots.unsure


def _locked(root: Path, before: object) -> None:
    raise PermissionError(13, "Permission denied", str(root / LESSON))


def test_where_the_system_cannot_watch_files_are_looked_at(small, monkeypatch):
    asked = []

    def watch(*folders: Path, force_polling: bool, **_: object) -> Iterator[set[tuple[int, str]]]:
        asked.append(force_polling)
        if not force_polling:
            raise OSError(28, "too many watches")
        yield {(1, str(small.curriculum / LESSON))}

    monkeypatch.setattr("cunbo.preview.changes.watch", watch)
    told = changes(small)
    assert [next(told), next(told)] == [{"curriculum"}, {"curriculum/" + LESSON}]
    assert asked == [False, True]


def test_where_looking_fails_as_well_it_is_tried_again_after_a_pause(small, monkeypatch):
    slept = []

    def watch(*_: Path, **__: object) -> Iterator[set[tuple[int, str]]]:
        raise OSError(5, "Input/output error")

    monkeypatch.setattr("cunbo.preview.changes.watch", watch)
    monkeypatch.setattr(time, "sleep", slept.append)
    told = changes(small)
    assert [next(told) for _ in range(3)] == [{"curriculum"}] * 3
    assert slept == [1, 1, 1]


@pytest.mark.parametrize("port", ["99999", "八千", "-1", "８０", ""])
def test_a_port_that_is_none_is_told_in_chinese(small_built, capsys, port):
    said = refused(small_built, capsys, "serve", f"--port={port}")
    assert f"--port 后面要写 0 到 65535 的数字，写的是“{port}”" in said


def test_a_port_of_thousands_of_digits_is_told_in_one_line(small_built, capsys):
    said = refused(small_built, capsys, "serve", f"--port={'9' * 5000}")
    assert f"--port 后面要写 0 到 65535 的数字，写的是“{'9' * 20}……”" in said


def test_a_village_that_is_none_is_refused_as_by_build(small, capsys):
    by_serve = refused(small, capsys, "serve", "--port=0", "--village=nope")
    by_build = refused(small, capsys, "build", "--village=nope")
    told = "没有“nope”这个村的村情单。有的是：" + "、".join(
        path.stem for path in sorted((small.curriculum / "villages").iterdir())
    )
    assert told in by_build.splitlines()[-2]
    assert told in by_serve.splitlines()[-2]


def refused(project: Project, capsys: pytest.CaptureFixture[str], *command: str) -> str:
    """What a command says that is not carried out."""
    assert main(["--course", str(project.root), *command]) == 2
    return capsys.readouterr().err


def test_a_course_with_errors_is_shown_for_any_village(small):
    assert Snapshots(small, "nope").other_villages()
    path = small.curriculum / LESSON
    path.write_text(path.read_text(encoding="utf-8").replace("scene:", "scen:"), "utf-8")
    assert Snapshots(small, "nope").other_villages() == ()
