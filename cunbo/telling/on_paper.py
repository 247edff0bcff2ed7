"""A sentence as it stands on paper, where no link can be followed."""

from collections.abc import Iterator

from cunbo.model.text import Run
from cunbo.model.ties import MAY_BREAK, tie


def printed_runs(runs: tuple[Run, ...]) -> Iterator[Run]:
    """The runs, and what a link leads to behind it, unless the sentence says so already."""
    said = "".join(run.text for run in runs).replace(MAY_BREAK, "")
    for run, after in zip(runs, (*runs, None)[1:], strict=True):
        yield run
        if run.target and (after is None or after.target != run.target):
            address = run.target.removeprefix("https://")
            if address not in said:
                yield from tie((Run(f"（{address}）"),))
