"""The rooms of the preview, each by itself: no browser, mostly no process."""

import http.client
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from conftest import ROOT

from cunbo.curriculum import read_curriculum
from cunbo.preview.changes import changes
from cunbo.preview.draft import Drafts
from cunbo.preview.preview import Preview
from cunbo.preview.server import PreviewServer, open_server
from cunbo.preview.workshop import Choice, PageKind, Workshop
from cunbo.printables import SheetKind
from cunbo.project import Project

LESSON = "lessons/S1-01.yml"


@pytest.fixture(scope="module")
def server(small_built: Project) -> Iterator[PreviewServer]:
    preview = Preview(small_built, None, print)
    running = open_server("127.0.0.1", 0, preview, {"index.html": b"", "missing.html": b""})
    yield running
    preview.close()
    running.stop()


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
    line = http.client.HTTPConnection("127.0.0.1", server.server_port, timeout=5)
    line.putrequest(method, path, skip_host=True)
    line.putheader("Host", host)
    line.endheaders()
    assert line.getresponse().status == status
    line.close()


def test_the_page_is_the_page_of_the_site(small_built):
    workshop = Workshop(small_built)
    edition = Drafts(small_built, None).next().edition
    for page in PageKind:
        sight = workshop.make(edition, Choice("S1-01", page, SheetKind.LEARNER))
        for name in (sight.page, "style.css", sight.pdf):
            assert sight.files[name] == (small_built.site / name).read_bytes(), name
    workshop.close()


def test_only_a_changed_file_is_read_anew(small):
    first = read_curriculum(small.curriculum)
    path = small.curriculum / LESSON
    path.write_text(path.read_text(encoding="utf-8").replace("听老师念", "听邻居念"), "utf-8")
    second = read_curriculum(small.curriculum, first)
    anew = [key for key in second.files if second.files[key] is not first.files[key]]
    assert anew == ["lessons/S1-01"]
    assert second.course == read_curriculum(small.curriculum).course


def test_a_file_that_cannot_be_read_just_now_is_tried_again(small, monkeypatch):
    drafts = Drafts(small, None)
    with monkeypatch.context() as locked:
        locked.setattr("cunbo.preview.draft.read_curriculum", _locked)
        draft = drafts.next()
    assert draft.mistakes[0].place == "curriculum/lessons/S1-01.yml:1:1"
    assert drafts.unsure
    assert drafts.next().edition is not None
    assert not drafts.unsure


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


@pytest.mark.parametrize("port", ["99999", "八千", "-1"])
def test_a_port_that_is_none_is_told_in_chinese(port):
    command = [sys.executable, "-m", "cunbo", "serve", f"--port={port}"]
    ended = subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", timeout=20)
    assert ended.returncode == 2
    assert f"--port 后面要写 0 到 65535 的数字，写的是“{port}”" in ended.stderr
