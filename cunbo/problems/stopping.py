"""Ctrl-C, whatever becomes on the way of the exception that it raises.

What is written in Rust or called back from elsewhere may change that exception into one of its own,
or swallow it: pydantic's does where a validator is just being built.
"""

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

_asked = False


def heed_ctrl_c() -> None:
    """Remember from now on that it was pressed. Where somebody wants it ignored it stays so."""
    global _asked
    _asked = False
    if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
        signal.signal(signal.SIGINT, _stop)


def asked_to_stop() -> bool:
    """Whether it was pressed."""
    return _asked


@contextmanager
def until_stopped() -> Iterator[None]:
    """Ends without a word where it was pressed."""
    try:
        yield
    except KeyboardInterrupt:
        return
    except Exception:
        if not _asked:
            raise


def _stop(_number: int, _frame: FrameType | None) -> None:
    global _asked
    _asked = True
    raise KeyboardInterrupt
