"""What documents for other programs cost."""

import time
from collections.abc import Callable, Sequence

from benchmarks.inside import document_writers
from benchmarks.report import Report, Table
from benchmarks.setting import Setting, tell

ROUNDS = 5
LESSONS = ("S1-04", "S1-07", "S1-09", "C1-04", "X1-01", "S2-13")
VILLAGE = "shikan"


def measure(setting: Setting) -> Report:
    """The same lessons each way in turn."""
    tell("documents")
    course = setting.as_it_is(setting.scratch / "documents")
    ways = document_writers(course, VILLAGE, LESSONS)
    sizes = {name: sum(len(way(one)) for one in LESSONS) for name, way in ways.items()}
    spent: dict[str, list[float]] = {name: [] for name in ways}
    for _ in range(setting.times(ROUNDS)):
        for name, way in ways.items():
            spent[name].append(_cpu(way, LESSONS))
    rows = tuple(
        (name, f"{1000 * min(times):.1f}", f"{sizes[name] / len(LESSONS) / 1000:.0f}")
        for name, times in spent.items()
    )
    return Report((Table("Documents, each", ("", "CPU ms", "KB"), rows),))


def _cpu(way: Callable[[str], bytes], lessons: Sequence[str]) -> float:
    """Seconds of a processor that one takes."""
    start = time.process_time()
    for lesson in lessons:
        way(lesson)
    return (time.process_time() - start) / len(lessons)
