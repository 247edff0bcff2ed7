"""What a command costs: CPU seconds of the whole process, wall time beside it, peak memory."""

import os
import subprocess
import sys
import time
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from statistics import median

ROOT = Path(__file__).parent.parent
AS_INSTALLED = {
    name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"
}
"""The environment of what is measured: after its first run a program lies ready compiled, as the
programs it is measured against do."""


@dataclass(frozen=True)
class Cost:
    """`cpu` is user and system time of the process and what it started and waited for, in seconds,
    all threads together; `wall` seconds by the clock; `peak` the most memory that one of them
    held, in MB; `told` what it printed."""

    cpu: float
    wall: float
    peak: float
    told: str = ""


def python(*arguments: str) -> Cost:
    """What `python ARGUMENTS` costs, from start to end. Ends the bench if it fails."""
    start = time.perf_counter()
    with subprocess.Popen(
        [sys.executable, *arguments],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        cwd=ROOT,
        env=AS_INSTALLED,
    ) as running:
        assert running.stdout is not None
        told = running.stdout.read().decode(errors="replace")
        _, status, used = os.wait4(running.pid, 0)
        running.returncode = os.waitstatus_to_exitcode(status)
    wall = time.perf_counter() - start
    if running.returncode:
        sys.exit(f"python {' '.join(arguments)} failed:\n{told}")
    return Cost(used.ru_utime + used.ru_stime, wall, used.ru_maxrss / 1024, told)


def typical(costs: Iterable[Cost]) -> Cost:
    """The median of each figure; the peaks' too, since each run is a process of its own."""
    all_costs = tuple(costs)
    return Cost(
        median(one.cpu for one in all_costs),
        median(one.wall for one in all_costs),
        median(one.peak for one in all_costs),
    )
