"""The one module that knows Typst. It runs as a process of its own, which `Press` starts.

Typst ends its process where memory runs out, and may wait for ever for a thread that failed: this
process then ends, and whoever started it goes on. It reads jobs from its input, several at a time,
answers each on its output, and ends when there is nobody left to send any. It needs nothing else
of cunbo.
"""

import _thread
import os
import pickle
import signal
import sys
import threading
import time
import traceback
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any, BinaryIO

import typst

_STILL = 0.01
"""Seconds of CPU: what waits for ever does not spend them in all the time that it is watched; what
works does, on the busiest machine and with the slowest disk."""


class _Typesetter:
    """Sets documents, from as many threads as like to.

    Each thread's compiler is kept: it then has fonts and templates at hand. Typst keeps what
    it has read, evaluated and laid out for as long as that comes of the same. Data that were an
    input of the program would void all of it; in a file under a name that never changes they void
    what was made of them and nothing else.
    """

    def __init__(self, fonts: tuple[str, ...]) -> None:
        self._fonts = typst.Fonts(
            include_system_fonts=False, include_embedded_fonts=False, font_paths=list(fonts)
        )
        self._own = threading.local()

    def set(self, root: Path, files: dict[str, bytes | Path], how: dict[str, Any]) -> Any:
        return self._compiler.compile(files, root=root, **how)

    @property
    def _compiler(self) -> Any:
        """This thread's compiler. That it takes several files, its types do not say."""
        if not hasattr(self._own, "compiler"):
            self._own.compiler = typst.Compiler(font_paths=self._fonts, ignore_system_fonts=True)
        return self._own.compiler


class _Setting:
    """Takes jobs from `source` and writes what comes of each to `sink`."""

    def __init__(self, fonts: tuple[str, ...], source: BinaryIO, sink: BinaryIO) -> None:
        self._typesetter = _Typesetter(fonts)
        self._source = source
        self._sink = sink
        self._writing = threading.Lock()
        self._counting = threading.Lock()
        self._under_way = 1  # to begin at all is the first job

    def work(self) -> None:
        """Set what comes, until nothing comes any more."""
        setters = ThreadPoolExecutor(os.cpu_count())
        self._count(-1)
        while True:
            try:
                job = pickle.load(self._source)
            except EOFError:
                os._exit(0)
            self._count(1)
            setters.submit(_to_the_end, self._answer, *job)

    def is_busy(self) -> bool:
        return self._under_way > 0

    def _answer(self, number: int, *job: Any) -> None:
        made, wrong = None, ""
        try:
            made = self._typesetter.set(*job)
        except typst.TypstError as error:
            wrong = error.diagnostic
        answer = pickle.dumps((number, made, wrong, time.process_time()))
        self._count(-1)
        with self._writing:
            self._sink.write(answer)
            self._sink.flush()

    def _count(self, change: int) -> None:
        with self._counting:
            self._under_way += change


def _to_the_end(work: Callable[..., None], *given: Any) -> None:
    """Work, or end the process: half of it is no use to anybody."""
    try:
        work(*given)
    except BaseException:
        try:
            traceback.print_exc()
        finally:
            os._exit(1)


def _watch(is_busy: Callable[[], bool], patience: int) -> None:
    """Come back when work stands still: it wakes so often, and nothing has been spent. While the
    machine sleeps, it does not wake."""
    wakes, before = 0, time.process_time()
    while wakes < patience:
        time.sleep(1)
        wakes += 1
        now = time.process_time()
        if not is_busy() or now - before > _STILL:
            wakes, before = 0, now


def _run(patience: str, *fonts: str) -> None:
    """The first thread watches the others: it is the one that is there already."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # whoever started this answers Ctrl-C
    setting = _Setting(fonts, sys.stdin.buffer, sys.stdout.buffer)
    _thread.start_new_thread(_to_the_end, (setting.work,))
    _watch(setting.is_busy, int(patience))
    print("nothing moves", file=sys.stderr)
    os._exit(1)


if __name__ == "__main__":
    _to_the_end(_run, *sys.argv[1:])
