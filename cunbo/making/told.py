"""What was told of a course, kept for when nothing has changed."""

import json
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import asdict
from pathlib import Path

from cunbo.making.files import write_if_changed
from cunbo.problems.codes import Code
from cunbo.problems.edit import Edit
from cunbo.problems.problem import Location, Problem


def keep_told(path: Path, mark: str, told: Sequence[Problem]) -> None:
    """Keep what was told beside the mark of what it was told of. Raises OSError."""
    rows = [[one.code.value, asdict(one.at), one.what, one.mend, _row(one.mended)] for one in told]
    write_if_changed(path, json.dumps({"made_from": mark, "told": rows}).encode())


def told_before(path: Path, mark: str) -> list[Problem] | None:
    """What was told of that which has this mark; None, where nobody knows any more."""
    with suppress(OSError, ValueError, KeyError, TypeError):
        kept: Mapping[str, object] = json.loads(path.read_bytes())
        rows = kept["told"]
        if kept["made_from"] == mark and isinstance(rows, list):
            return [
                Problem(Code(code), Location(**at), what, mend, Edit(**mended) if mended else None)
                for code, at, what, mend, mended in rows
            ]
    return None


def _row(mended: Edit | None) -> Mapping[str, object] | None:
    return asdict(mended) if mended else None
