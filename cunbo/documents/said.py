"""Words as a document says them: stretches of text, each strong or not."""

from collections.abc import Iterable, Iterator

from cunbo.model.text import Run
from cunbo.model.ties import MAY_BREAK

LINE_TO_WRITE = "＿"


def said_runs(runs: Iterable[Run]) -> Iterator[tuple[str, bool]]:
    """The text of each run; for a slot that the village has not filled, a line to write on."""
    for one in runs:
        blank = f"{LINE_TO_WRITE * 4}（{one.slot}）"
        yield blank if one.blank else one.text.replace(MAY_BREAK, ""), one.strong


def said(runs: Iterable[Run]) -> str:
    """The same as bare text."""
    return "".join(one for one, _ in said_runs(runs))
