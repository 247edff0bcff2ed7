"""照这样改: a mend that the preview offers is written into the file when its author asks for it."""

import os
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest
from casebook import SMALL
from conftest import make_project
from serving import ask, news, serving_here

from cunbo.authoring import mending
from cunbo.checks.rules import check
from cunbo.making.files import read_folder
from cunbo.making.project import Project
from cunbo.preview import snapshots
from cunbo.preview.server import PreviewServer
from cunbo.problems.codes import Code
from cunbo.problems.edit import Edit
from cunbo.problems.problem import Location, Problem

LESSON = "curriculum/lessons/S1-01.yml"
HOMEWORK = "  homework: 念给家里人听。"
WRONG = "  homework：念给家里人听。  # 回家以后"
WHOLE = (SMALL / "lessons/S1-01.yml").read_text(encoding="utf-8")


def spoil(project: Project) -> Path:
    """The file of a lesson with a mistake in it, a comment behind, and Windows' line ends."""
    path = project.root / LESSON
    text = "\ufeff" + WHOLE.replace(HOMEWORK, WRONG)
    path.write_bytes(text.replace("\n", "\r\n").encode())
    path.chmod(0o640)
    return path


@pytest.fixture
def lesson(small: Project) -> Path:
    return spoil(small)


@pytest.fixture
def server(small: Project, lesson: Path) -> Iterator[PreviewServer]:
    with serving_here(small) as running:
        yield running


@pytest.fixture(scope="module")
def guarded(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """The same for tests in which nothing must be written."""
    project = make_project(tmp_path_factory.mktemp("guarded") / "small", SMALL)
    spoil(project)
    return project


@pytest.fixture(scope="module")
def guard(guarded: Project) -> Iterator[PreviewServer]:
    with serving_here(guarded) as running:
        yield running


def offered(server: PreviewServer) -> list:
    """The mends that a tab is offered, mistake by mistake."""
    return [mistake["offer"] for mistake in news(server)["mistakes"]]


def take(server: PreviewServer, mark: str, **other: str) -> tuple[int, str]:
    """Ask for a mend as a tab does; status and sentence of the answer."""
    own = f"127.0.0.1:{server.server_port}"
    answer, said = ask(
        server, "POST", "/mend", **{"host": own, "origin": f"http://{own}"} | other, body=mark
    )
    return answer.status, said.strip()


def test_a_mend_is_shown_and_written_and_all_else_stays(server, lesson):
    before = lesson.read_bytes()
    (offer,) = offered(server)
    assert (offer["first"], offer["last"], offer["more"]) == (92, 92, 0)
    assert offer["lines"] == ["  homework: 念给家里人听。  # 回家以后"]
    assert take(server, offer["mark"]) == (200, "改好了。")
    assert lesson.read_bytes() == before.replace("homework：".encode(), b"homework: ")
    assert stat.S_IMODE(lesson.stat().st_mode) == 0o640
    server.preview.refresh({LESSON})
    assert offered(server) == []


def test_a_mend_that_is_not_certain_is_offered_too(server, lesson):
    lesson.write_text(WHOLE.replace("scene:", "scen:"), encoding="utf-8")
    server.preview.refresh({LESSON})
    offer, *_ = offered(server)
    assert take(server, offer["mark"])[0] == 200
    assert lesson.read_text(encoding="utf-8") == WHOLE


def test_of_a_long_mend_the_first_lines_are_shown(server, lesson):
    dashes = "".join(f"  -第{number}句\n" for number in range(9))
    lesson.write_text(
        WHOLE.replace('card: ["先说地，再说价"]', f"card:\n{dashes}"), encoding="utf-8"
    )
    server.preview.refresh({LESSON})
    (offer,) = offered(server)
    assert offer["lines"] == [f"  - 第{number}句" for number in range(6)]
    assert offer["more"] == 3
    assert offer["last"] - offer["first"] == 8
    assert take(server, offer["mark"])[0] == 200
    assert dashes.replace("-", "- ") in lesson.read_text(encoding="utf-8")


@pytest.mark.parametrize("seen", [False, True])
def test_a_file_changed_since_is_left_alone(server, lesson, seen):
    (offer,) = offered(server)
    newer = lesson.read_bytes().replace("第一次开口".encode(), "第二次开口".encode())
    lesson.write_bytes(newer)
    if seen:
        server.preview.refresh({LESSON})
    status, said = take(server, offer["mark"])
    assert status == 409
    assert "刚才又" in said
    assert lesson.read_bytes() == newer


def test_what_was_mended_meanwhile_is_not_mended_again(server, lesson):
    (offer,) = offered(server)
    assert take(server, offer["mark"])[0] == 200
    once = lesson.read_bytes()
    assert take(server, offer["mark"]) == (
        409,
        "这一处刚才又改过，或者已经改好了。没有动它，看看现在列出来的。",
    )
    assert lesson.read_bytes() == once


@pytest.mark.parametrize("mark", ["", "0" * 64, LESSON, "../../etc/passwd", "改"])
def test_what_was_never_offered_is_not_written(guard, guarded, mark):
    before = read_folder(guarded.root)
    assert take(guard, mark)[0] == 409
    assert read_folder(guarded.root) == before


@pytest.mark.parametrize(
    "other",
    [
        {"origin": "http://elsewhere.example"},
        {"origin": "null"},
        {"origin": ""},
        {"origin": "http://127.0.0.1:1"},
        {"host": "elsewhere.example", "origin": "http://elsewhere.example"},
        {"client": "127.0.0.2"},
    ],
)
def test_nobody_else_can_have_a_file_written(guard, guarded, other):
    before = read_folder(guarded.root)
    (offer,) = offered(guard)
    status, said = take(guard, offer["mark"], **other)
    assert status == 403
    assert said.startswith("只有在这台机器上" if "client" in other else "预览不认识这个网址")
    assert read_folder(guarded.root) == before


@pytest.mark.parametrize(
    ("method", "path", "body", "status"),
    [
        ("GET", "/mend", "", 404),
        ("PUT", "/mend", "", 405),
        ("POST", "/mend?", "", 405),
        ("POST", "/site/mend", "", 405),
        ("POST", "/mend", None, 400),
        ("POST", "/mend", "0" * 201, 400),
        ("POST", "/mend", "0" * 1000, 400),
    ],
)
def test_in_no_other_way_a_file_is_written(guard, guarded, method, path, body, status):
    before = read_folder(guarded.root)
    sent = {} if body is None else {"body": body}
    answer, _ = ask(guard, method, path, **sent)
    assert answer.status == status
    assert read_folder(guarded.root) == before


def test_what_the_system_refuses_is_told_in_chinese(server, lesson, monkeypatch):
    before = lesson.read_bytes()
    (offer,) = offered(server)

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    assert take(server, offer["mark"]) == (409, f"没有写成 {LESSON}：磁盘满了。原来的没有动。")
    assert lesson.read_bytes() == before


def test_a_mend_that_makes_something_worse_is_not_made(server, lesson, monkeypatch):
    edit = Edit(1, 1, 1, 4, "idd:", certain=False)
    wrong = Problem(Code.JARGON, Location(LESSON, 1), "不对", "改", edit)
    for module in (mending, snapshots):
        monkeypatch.setattr(module, "check", lambda *given: [wrong, *check(*given)])
    server.preview.refresh({LESSON})
    before = lesson.read_bytes()
    offer, *_ = offered(server)
    assert take(server, offer["mark"]) == (409, "照这样改了会多出别的错，没有改。请自己改。")
    assert lesson.read_bytes() == before
