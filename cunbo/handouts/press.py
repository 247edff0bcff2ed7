"""Typst, in a process of its own: what ends that process harms nobody else."""

import os
import pickle
import subprocess
import sys
import threading
import weakref
from pathlib import Path
from typing import Any

from cunbo.problems.memory import about_memory

Made = bytes | list[bytes] | None
"""What Typst hands back: one document, or the pictures of several pages."""

_PROGRAM = Path(__file__).with_name("typst_process.py")
_MODEST = {"RUST_BACKTRACE": "0", "MALLOC_ARENA_MAX": "1"}
"""While it writes down where a fault came from, Typst holds a lock that it asks for once more if
memory runs out meanwhile. Of a fault within a fault it writes that down all the same. What a thread
lets go Linux gives to no other unless they share: without that a tenth more is held."""


class SheetError(Exception):
    """Typst could not set a sheet; the message is its diagnostic, with file and line."""


class PressError(Exception):
    """What sets sheets has ended before it was done; the message is its last words."""

    @property
    def lacked_memory(self) -> bool:
        """Whether that was for want of memory. The system ends it without a word."""
        return not str(self) or about_memory(str(self))


class Press:
    """A process that sets sheets in the fonts of some folders, several at a time, for as many
    threads as like to send them. What it has not answered when it ends is answered by PressError.

    It keeps what it has read, evaluated and laid out for as long as that comes of the same.
    `seconds` is the CPU time of all presses, as of their last answers.
    """

    seconds = 0.0
    patience = 20
    """Seconds in which none is spent, while there is work to do: it then waits for ever."""

    def __init__(self, fonts: tuple[Path, ...]) -> None:
        try:
            self._process = subprocess.Popen(
                [sys.executable, "-P", _PROGRAM, str(self.patience), *fonts],
                env=os.environ | _MODEST,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
            )
        except OSError as error:
            raise PressError(f"out of memory: {error}") from error
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        assert self._process.stderr is not None
        self._jobs, self._answered = self._process.stdin, self._process.stdout
        self._says, self._said = self._process.stderr, b""
        self.pid = self._process.pid
        self._end = weakref.finalize(self, _kill, self._process)
        self._sending, self._reading = threading.Lock(), threading.Lock()
        self._sent = 0
        self._spent = 0.0
        self._answers: dict[int, tuple[Made, str]] = {}

    def end(self) -> None:
        """Give back to the system whatever it holds."""
        self._end()

    @property
    def ended(self) -> bool:
        return self._process.poll() is not None

    def send(self, root: Path, files: dict[str, bytes | Path], how: dict[str, Any]) -> int:
        """Begin to set files of a folder, and those that are given here; `how` is Typst's. What
        comes of it is to be asked for under the number. Raises PressError."""
        with self._sending:
            self._sent += 1
            try:
                pickle.dump((self._sent, root, files, how), self._jobs)
                self._jobs.flush()
            except (OSError, ValueError) as error:
                raise self._lost() from error
            return self._sent

    def made(self, number: int) -> Made:
        """What has come of a job, once. Raises SheetError, PressError."""
        with self._reading:
            while number not in self._answers:
                self._read()
            made, wrong = self._answers.pop(number)
        if wrong:
            raise SheetError(wrong)
        return made

    def _read(self) -> None:
        try:
            number, made, wrong, spent = pickle.load(self._answered)
        except (EOFError, OSError, ValueError, pickle.UnpicklingError) as error:
            raise self._lost() from error
        except BaseException:
            self._end()  # the rest of an answer would be taken for the next one
            raise
        self._answers[number] = made, wrong
        Press.seconds += spent - self._spent
        self._spent = spent

    def _lost(self) -> PressError:
        self._end()
        self._said += self._says.read()
        return PressError(self._said.decode("utf-8", "replace").strip())


def _kill(process: subprocess.Popen[bytes]) -> None:
    """End it, and wait until it is gone: what it has used is then known to the system."""
    process.kill()
    process.wait()


_presses: dict[tuple[Path, ...], Press] = {}
_opening = threading.Lock()


def press_with(fonts: tuple[Path, ...]) -> Press:
    """A press with the fonts of these folders: the one there is, unless it has ended.
    Raises PressError."""
    with _opening:
        if fonts not in _presses or _presses[fonts].ended:
            _presses[fonts] = Press(fonts)
        return _presses[fonts]
