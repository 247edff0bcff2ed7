"""What keeps parts of the program from being loaded, told in Chinese."""

import marshal
import site
import sys
from pathlib import Path

from cunbo.problems.memory import lacks_memory

_HEAD = 16
"""Bytes before the code: they say of which source it was made."""
_UNREADABLE = (EOFError, TypeError, ValueError)


def unloaded(error: Exception) -> str:
    """What to tell of an error if it is of that kind; "" of all else."""
    if lacks_memory(error):
        return "内存不够。关掉别的程序，再来一遍。"
    return _cut_off(error)


def _cut_off(error: Exception) -> str:
    """What to tell if Python failed on a compiled module. Whatever is cut off like it is removed.

    A full disk leaves them so. Python before 3.12.8 puts them in their places all the same, and
    fails on them ever after (https://github.com/python/cpython/issues/126606).
    """
    trace = error.__traceback__
    while trace and trace.tb_next:
        trace = trace.tb_next
    if trace is None or trace.tb_frame.f_code.co_name != "_compile_bytecode":
        return ""
    for copy in _copies():
        if not _readable(copy):
            try:
                copy.unlink()
            except OSError:
                return f"程序文件 {copy} 没有写全，又删不掉。请把它删掉，再来一遍。"
    return "上次没有写全的程序文件已经清掉了，课没有动。再来一遍就好。"


def _copies() -> list[Path]:
    """Of cunbo and of the packages that it is made with."""
    homes = [str(Path(__file__).parents[1]), *site.getsitepackages()]
    roots = [sys.pycache_prefix] if sys.pycache_prefix else homes
    pattern = f"*.{sys.implementation.cache_tag}.pyc"
    return [copy for root in roots for copy in Path(root).rglob(pattern)]


def _readable(copy: Path) -> bool:
    try:
        marshal.loads(copy.read_bytes()[_HEAD:])
    except _UNREADABLE:
        return False
    return True
