"""Starts cunbo: as `python -m cunbo`, and as the command that pip makes of it."""

import os
import signal
import sys
from types import FrameType

from cunbo.cli.loading import unloaded


def start() -> None:
    """Run the command line. Ctrl-C is answered from the start, most of which is imports."""
    usual = signal.getsignal(signal.SIGINT)
    if usual is signal.default_int_handler:  # else somebody wants it ignored
        signal.signal(signal.SIGINT, _leave)
    try:
        from cunbo.cli.main import console

        signal.signal(signal.SIGINT, usual)
        console()
    except KeyboardInterrupt:
        _say_so()
        sys.exit(1)
    except Exception as error:
        told = unloaded(error)
        if not told:
            raise
        sys.exit(told)


def _leave(_number: int, _frame: FrameType | None) -> None:
    """End at once: nothing is begun yet, and an import may swallow an exception, or change it."""
    _say_so()
    os._exit(1)


def _say_so() -> None:
    print("停下了。", file=sys.stderr, flush=True)


if __name__ == "__main__":
    start()
