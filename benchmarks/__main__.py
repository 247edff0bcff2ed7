"""`make bench`: everything that is claimed about speed, measured on this machine in one run."""

import argparse
import os
import platform
import sys
import tempfile
import time
from collections.abc import Callable
from compileall import compile_dir
from importlib import import_module
from pathlib import Path

from benchmarks.bars import bars_table
from benchmarks.cost import ROOT
from benchmarks.report import Report
from benchmarks.setting import Setting

PARTS = ("startup", "building", "reading", "preview", "search", "growth", "printing", "documents")
"""In this order: a process that is measured takes over its parent's peak of memory, and this one
grows when it imports what prints."""
_BUSY = 0.5


def main() -> None:
    """Measure the parts asked for, tell each when it is done, and the bars in the end."""
    asked = _arguments()
    start = time.perf_counter()
    print(_machine())
    compile_dir(ROOT / "cunbo", quiet=1)
    figures: dict[str, float] = {}
    sentences: list[str] = []
    with tempfile.TemporaryDirectory() as scratch:
        setting = Setting(ROOT, Path(scratch), asked.quick)
        for part in (one for one in PARTS if one in (asked.parts or PARTS)):
            report = _measure(part)(setting)
            print(*report.tables, sep="\n", flush=True)
            figures |= report.figures
            sentences += report.sentences
    if figures:
        print(bars_table(figures))
    for sentence in sentences:
        print(f"{sentence}\n")
    minutes = (time.perf_counter() - start) / 60
    print(f"Measured in {minutes:.1f} minutes; load now {os.getloadavg()[0]:.1f}.")


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("parts", nargs="*", metavar="PART", help=f"one of {', '.join(PARTS)}")
    parser.add_argument("--quick", action="store_true", help="once instead of several times")
    asked = parser.parse_args()
    unknown = [part for part in asked.parts if part not in PARTS]
    if unknown:
        parser.error(f"no part {unknown[0]}; there are {', '.join(PARTS)}")
    return asked


def _measure(part: str) -> Callable[[Setting], Report]:
    """A part is imported when its turn comes."""
    measure: Callable[[Setting], Report] = import_module(f"benchmarks.{part}").measure
    return measure


def _machine() -> str:
    cores, load = os.cpu_count() or 1, os.getloadavg()[0]
    told = (
        f"Python {platform.python_version()}, {cores} cores, {platform.machine()}, load {load:.1f}"
    )
    if load > _BUSY * cores:
        busy = "others are using this machine: wall time says little, CPU time is too high"
        print(busy, file=sys.stderr)
        told += f"; {busy}"
    return f"{told}.\n"


if __name__ == "__main__":
    main()
