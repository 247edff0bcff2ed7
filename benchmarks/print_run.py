"""A run: the sheets of one lesson after another, each for many villages, in one process.

What is printed comes through a pipe, so that the process has nothing in it but what prints.
"""

import json
import os
import pickle
import subprocess
import sys
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from statistics import mean

from benchmarks.cost import ROOT
from benchmarks.inside import printing_cpu, run_of, run_printer
from benchmarks.processes import descendants

_EARLY = 0.2
"""From this part of a run on, its memory is to stay what it is."""
_PAGE = 4096


@dataclass(frozen=True)
class Run:
    """`cpu` seconds a sheet, in the order of the run; `memory` is what the process held after each
    in MB; `files` are their names."""

    files: tuple[str, ...]
    cpu: tuple[float, ...]
    memory: tuple[float, ...]

    @property
    def rate(self) -> float:
        """Sheets a second of CPU."""
        return len(self.cpu) / sum(self.cpu)

    @property
    def growth(self) -> float:
        """The most that was held, over what was held at most early on."""
        early = max(int(len(self.memory) * _EARLY), 1)
        return max(self.memory) / max(self.memory[:early])

    def of(self, kind: str, lessons: Iterable[str]) -> float:
        """Mean CPU seconds of one kind of sheet of some lessons."""
        wanted = {f"{lesson}-{kind}.pdf" for lesson in lessons}
        known = zip(self.files, self.cpu, strict=True)
        return mean(cpu for file, cpu in known if file in wanted)


def run(project: Path, villages: tuple[str, ...], first: tuple[str, ...], most: int) -> Run:
    """Print a run of at most so many sheets, `first` those of some lessons."""
    command = [sys.executable, "-m", "benchmarks.print_run", str(project / "templates/handouts")]
    with subprocess.Popen(
        command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as running:
        assert running.stdin is not None
        assert running.stdout is not None
        for _, one in zip(range(most), run_of(project, villages, first), strict=False):
            pickle.dump(one, running.stdin)
        running.stdin.close()
        told = json.load(running.stdout)
    return Run(**{name: tuple(value) for name, value in told.items()})


def _asked() -> Iterator[tuple[str, str, bytes]]:
    while True:
        try:
            yield pickle.load(sys.stdin.buffer)
        except EOFError:
            return


def _held() -> float:
    """By this process and those that print for it."""
    own = os.getpid()
    statms = (Path("/proc", str(one), "statm") for one in (own, *descendants(own)))
    return sum(int(one.read_text(encoding="ascii").split()[1]) for one in statms) * _PAGE / 1e6


def _print_run(templates: Path) -> Run:
    typst = run_printer(templates)
    files, cpu, memory = [], [], []
    for file, template, data in _asked():
        start = printing_cpu()
        typst(template, data)
        cpu.append(printing_cpu() - start)
        files.append(file)
        memory.append(_held())
    return Run(tuple(files), tuple(cpu), tuple(memory))


if __name__ == "__main__":
    json.dump(asdict(_print_run(Path(sys.argv[1]))), sys.stdout)
