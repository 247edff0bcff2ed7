"""CPU time of processes that are still running, from Linux's /proc."""

import os
from pathlib import Path

_TICK = os.sysconf("SC_CLK_TCK")
_NAME_END = ") "


def cpu_of(pids: set[int]) -> float:
    """CPU seconds of these processes, and of children they have seen end. To a hundredth."""
    return sum(_seconds(pid) for pid in pids)


def descendants(pid: int) -> set[int]:
    """All processes below `pid`, without itself."""
    parents = {one: _parent(one) for one in _running()}
    found: set[int] = set()
    waiting = {pid}
    while waiting:
        waiting = {one for one, parent in parents.items() if parent in waiting} - found
        found |= waiting
    return found


def named(pids: set[int], part: str) -> set[int]:
    """Those whose program's path has `part` in it."""
    return {pid for pid in pids if part in _command(pid)}


def _running() -> list[int]:
    return [int(path.name) for path in Path("/proc").iterdir() if path.name.isdigit()]


def _fields(pid: int) -> list[str]:
    """What stands in `stat` behind the name of the program; nothing once the process has ended."""
    try:
        told = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8", errors="replace")
    except OSError:
        return []
    return told.rpartition(_NAME_END)[2].split()


def _parent(pid: int) -> int:
    fields = _fields(pid)
    return int(fields[1]) if fields else 0


def _seconds(pid: int) -> float:
    return sum(map(int, _fields(pid)[11:15])) / _TICK


def _command(pid: int) -> str:
    try:
        told = Path(f"/proc/{pid}/cmdline").read_bytes()
    except OSError:
        return ""
    return told.split(b"\0")[0].decode(errors="replace")
