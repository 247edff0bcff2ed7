"""A running `cunbo serve`, as a process of its own."""

import os
import re
import resource
import signal
import subprocess
import sys
import threading

from cunbo.project import Project

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
            preexec_fn=_fill_disk if full_disk else None,
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
        """Ctrl-C; the exit code. Raises TimeoutExpired if it does not stop within seconds."""
        self.process.send_signal(signal.SIGINT)
        try:
            return self.process.wait(timeout=5)
        finally:
            self.process.kill()
            self._ear.join()


def _fill_disk() -> None:
    resource.setrlimit(resource.RLIMIT_FSIZE, _NO_ROOM)
