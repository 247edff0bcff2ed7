"""A running preview: as `cunbo serve` in a process of its own, or in this process."""

import os
import re
import resource
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.client import HTTPConnection, HTTPResponse
from typing import Any

from cunbo.making.project import Project
from cunbo.preview.mender import Mender
from cunbo.preview.preview import Preview
from cunbo.preview.renderer import LessonRenderer
from cunbo.preview.server import PreviewServer, open_server
from cunbo.preview.session import shell

_NO_ROOM = (0, 0)


class Serving:
    """A running `cunbo serve`, and what it has said so far."""

    def __init__(self, project: Project, *options: str, full_disk: bool = False) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-m", "cunbo", "--course", str(project.root), "serve", *options],
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            env={**os.environ, "PYTHONIOENCODING": "utf-8"},
            preexec_fn=_fill_disk if full_disk else heed_ctrl_c,
        )
        self.said: list[str] = []
        while not (address := re.search(r"http://(\S+):(\d+)/", "".join(self.said))):
            line = self.process.stdout.readline()
            assert line, "".join(self.said)
            self.said.append(line)
        self.url, self.port = address[0], int(address[2])
        self._ear = threading.Thread(target=lambda: self.said.extend(self.process.stdout))
        self._ear.start()

    def stop(self) -> int:
        """Ctrl-C; the exit code. Raises TimeoutExpired if it does not stop."""
        self.process.send_signal(signal.SIGINT)
        try:
            return self.process.wait(timeout=60)
        finally:
            self.end()

    def end(self) -> None:
        self.process.kill()
        self._ear.join()


@contextmanager
def serving(project: Project, *options: str, full_disk: bool = False) -> Iterator[Serving]:
    """`cunbo serve`, ended whatever becomes of the test."""
    running = Serving(project, *options, full_disk=full_disk)
    try:
        yield running
    finally:
        running.end()


def heed_ctrl_c() -> None:
    """For a new process: take Ctrl-C, though tests that run in the background ignore it."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def _fill_disk() -> None:
    heed_ctrl_c()
    resource.setrlimit(resource.RLIMIT_FSIZE, _NO_ROOM)


@contextmanager
def serving_here(project: Project, tell: Callable[[str], object] = str) -> Iterator[PreviewServer]:
    """A preview of the project in this process, with its first snapshot taken. Nothing is watched:
    whoever changes a file says so by `change`, or to `server.preview.refresh`."""
    render = LessonRenderer(project).render
    preview = Preview(project, None, tell, Mender(project).mend, render)
    server = open_server("127.0.0.1", 0, preview, shell(project))
    try:
        preview.refresh(frozenset())
        yield server
    finally:
        preview.close()
        server.stop()


def change(project: Project, name: str, old: str, new: str, server: Any = None) -> None:
    """Write `new` for `old` into a file of the project, and let a preview in this process know."""
    path = project.root / name
    text = path.read_text(encoding="utf-8")
    assert old in text, f"{name} has no {old}"
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    if server:
        server.preview.refresh({name})


def news(server: PreviewServer, **query: str) -> dict[str, Any]:
    """What a tab with this address is told now, once all has been made."""
    preview = server.preview
    *_, last = preview.tell_tab(preview.newer_than(0), {"lesson": "S1-01"} | query, 0)
    return last


def ask(
    server: PreviewServer, method: str, path: str, host: str = "127.0.0.1", **more: Any
) -> tuple[HTTPResponse, str]:
    """The answer to a request, and what it says. `more` are `body`, `origin`, `client`: whose
    address asks."""
    client = (more["client"], 0) if "client" in more else None
    line = HTTPConnection("127.0.0.1", server.server_port, timeout=5, source_address=client)
    line.putrequest(method, path, skip_host=True)
    line.putheader("Host", host)
    if "origin" in more:
        line.putheader("Origin", more["origin"])
    if "body" in more:
        line.putheader("Content-Length", str(len(more["body"])))
    line.endheaders(more.get("body", "").encode() or None)
    answer = line.getresponse()
    said = (
        ""
        if answer.getheader("Content-Length") is None
        else answer.read().decode("utf-8", "replace")
    )
    line.close()
    return answer, said
