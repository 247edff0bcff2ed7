"""What the preview tells a tab while files change. No browser; a process for a full disk only."""

import io
import json
import re
import shutil
import socket
import urllib.request
from collections.abc import Callable, Iterator, Mapping
from typing import Any
from urllib.parse import unquote

import pypdfium2 as pdfium
import pytest
from serving import change, news, serving, serving_here

from cunbo.making.files import read_folder
from cunbo.making.project import Project
from cunbo.preview.changes import changes
from cunbo.preview.server import PreviewServer, open_server
from cunbo.preview.session import greet

LESSON = "curriculum/lessons/S1-01.yml"


@pytest.fixture
def server(small: Project) -> Iterator[PreviewServer]:
    with serving_here(small) as running:
        assert news(running)["errors"] == 0
        yield running


def page(server: PreviewServer, told: Mapping[str, Any]) -> str:
    """The web page that a tab shows after what it was told."""
    return (server.preview.file(unquote(told["page"]).removeprefix("/site/")) or b"").decode()


def test_a_deleted_lesson_that_others_need_is_a_mistake(server, small):
    path = small.root / LESSON
    text = path.read_bytes()
    path.unlink()
    server.preview.refresh({LESSON})
    told = news(server)
    assert "没有这一课：S1-01" in told["mistakes"][0]["what"]
    assert "第一次开口" in page(server, told)
    path.write_bytes(text)
    server.preview.refresh({LESSON})
    assert news(server)["mistakes"] == []


@pytest.mark.parametrize(
    ("template", "old", "new"),
    [
        ("pages/lesson.html.j2", "{% endblock %}", "{% nonsense %}"),
        ("pages/lesson.html.j2", '<div class="first">', "<div>{{ 1 + 'a' }}"),
        ("theme/main.html", "<article", "{{ nobody.knows.this }}<article"),
        ("handouts/learner.typ", "#import", "#nonsense\n#import"),
    ],
    ids=["syntax", "type", "theme", "typst"],
)
def test_a_broken_template_is_told_and_the_last_good_version_stays(
    server, small, template, old, new
):
    before = news(server)
    whole = (small.templates / template).read_text(encoding="utf-8")
    line = whole.partition(old)[0].count("\n") + 1
    change(small, f"templates/{template}", old, new, server)
    told = news(server)
    assert told["mistakes"][0]["place"].startswith(f"templates/{template}:{line}:")
    assert "模板出错" in told["mistakes"][0]["what"]
    assert told["errors"] == 1
    assert "第一次开口" in page(server, told)
    assert told["sheets"] == before["sheets"] != []
    change(small, f"templates/{template}", new, old, server)
    told = news(server)
    assert (told["errors"], told["mistakes"]) == (0, [])


def test_a_curriculum_taken_away_and_brought_back_is_watched_on(server, small, monkeypatch):
    monkeypatch.setattr("cunbo.preview.changes._TICK", 100)
    watched = changes(small)
    assert next(watched) == frozenset()

    def seen(whether: Callable[[dict[str, Any]], bool]) -> bool:
        """Watch until what is told is so."""
        for _ in range(100):
            server.preview.refresh(next(watched))
            if whether(news(server)):
                return True
        return False

    away = shutil.copytree(small.curriculum, small.root / "away")
    shutil.rmtree(small.curriculum)
    assert seen(lambda told: any("少了" in one["what"] for one in told["mistakes"][:1]))
    shutil.copytree(away, small.curriculum)
    assert seen(lambda told: not told["mistakes"])
    change(small, LESSON, "听老师念", "听邻居念")
    assert seen(lambda told: "听邻居念" in page(server, told))
    change(small, "templates/pages/lesson.html.j2", '<div class="first">', '<div class="firstly">')
    assert seen(lambda told: '<div class="firstly">' in page(server, told))


def test_a_port_in_use_gives_way_to_the_next(server, capsys):
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        running = open_server("127.0.0.1", port, server.preview, {})
        greet(running, port)
        running.stop()
    assert running.server_port > port
    said = capsys.readouterr().out
    assert f"端口 {port} 有别的程序在用，换成了 {running.server_port}" in said


def test_it_works_on_a_full_disk_and_writes_nothing(small):
    before = read_folder(small.root)
    with serving(small, "--port", "0", full_disk=True) as running:
        with urllib.request.urlopen(f"{running.url}events?lesson=S1-01", timeout=30) as events:
            told = json.loads(next(line for line in events if line.startswith(b"data:"))[5:])
        page, pdf = (_body(running, told[name]) for name in ("page", "pdf"))
        assert "第一次开口" in page.decode()
        assert "听老师念" in _words(pdf)
        assert running.stop() == 0
        assert read_folder(small.root) == before


def _body(running: serving, route: str) -> bytes:
    with urllib.request.urlopen(running.url.rstrip("/") + route, timeout=30) as answer:
        return answer.read()


def _words(pdf: bytes) -> str:
    pages = pdfium.PdfDocument(io.BytesIO(pdf))
    return re.sub(r"\s+", "", "".join(one.get_textpage().get_text_range() for one in pages))


def told_in_turn(server: PreviewServer, **query: str) -> list[dict[str, Any]]:
    """All that a tab is told of the newest update, one after the other."""
    preview = server.preview
    return list(preview.tell_tab(preview.newer_than(0), {"lesson": "S1-01"} | query, 0))


def test_a_side_with_too_much_on_it_is_told_once_it_has_been_printed(server, small):
    long = "听老师念，看黑板。" * 60
    change(small, LESSON, "听老师念，**想走**就举手。", long, server)
    first, last = told_in_turn(server)
    assert first["mistakes"] == []
    told = [one["what"] for one in last["mistakes"]]
    assert any("个字，一面最多 350 个" in one for one in told)
    assert {one["place"].split(":")[0] for one in last["mistakes"]} == {LESSON}
    server.preview.refresh({LESSON})
    assert [one["mistakes"] for one in told_in_turn(server)] == [last["mistakes"]]
    change(small, LESSON, long, "听老师念。", server)
    first, last = told_in_turn(server)
    assert [one["what"] for one in first["mistakes"]] == told
    assert last["mistakes"] == []


def test_what_is_looked_at_comes_first_and_the_rest_when_it_is_asked_for(server, small):
    preview = server.preview
    before = news(server, sheet="教案")
    change(small, LESSON, "说一句话：用自己的话", "说一句话：用自家的话", server)
    first = next(iter(preview.tell_tab(preview.newer_than(0), {"lesson": "S1-01"}, 0)))
    assert first["sheets"] != before["sheets"]
    for pdf in (first["pdf"], before["pdf"]):
        data = preview.file(unquote(pdf).removeprefix("/site/"))
        words = "".join(one.get_textpage().get_text_range() for one in pdfium.PdfDocument(data))
        assert "用自家的话" in words.replace("\r\n", ""), pdf
