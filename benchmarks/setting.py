"""What is measured on: the course as it is, and the full one."""

import shutil
import sys
from dataclasses import dataclass
from pathlib import Path

from benchmarks import full_course
from benchmarks.copies import copy_project
from benchmarks.cost import python

SECOND_VILLAGE = full_course.village_name(1)


@dataclass(frozen=True)
class Setting:
    """One run of the benchmarks. `quick` proves that they work, and measures too little."""

    project: Path
    scratch: Path
    quick: bool

    def times(self, number: int) -> int:
        """How often to measure what a real run measures `number` times."""
        return 1 if self.quick else number

    def as_it_is(self, to: Path) -> Path:
        """A fresh copy of the course, with a second village."""
        copy_project(self.project, to)
        full_course.write_village(to / "curriculum", 1)
        return to

    def full(self, to: Path, factor: int = 1) -> Path:
        """A fresh copy of the full course, `factor` times as many lessons."""
        made = self.scratch / f"full-{factor}"
        if not made.is_dir():
            # In a process of its own: a process that is measured takes over its parent's peak.
            python("-m", "benchmarks.full_course", str(self.project), str(made), str(factor))
        shutil.rmtree(to, ignore_errors=True)
        shutil.copytree(made, to)
        return to


def lessons_in(project: Path) -> int:
    return len(list((project / "curriculum" / "lessons").glob("*.yml")))


def tell(what: str) -> None:
    """Say what is being measured, beside the figures."""
    print(f"measuring {what} …", file=sys.stderr, flush=True)
