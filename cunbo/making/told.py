"""What a build told of its sheets, kept for builds that have nothing to do."""

import json
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import asdict
from pathlib import Path

from cunbo.making.files import write_if_changed
from cunbo.problems.codes import Code
from cunbo.problems.problem import Location, Problem


def keep_told(path: Path, mark: str, told: list[Problem]) -> None:
    """Keep what a build told beside the mark of what it was made from. Raises OSError."""
    rows = [[one.code.value, asdict(one.at), one.what, one.mend] for one in told]
    write_if_changed(path, json.dumps({"made_from": mark, "told": rows}).encode())


def told_before(path: Path, mark: str) -> list[Problem]:
    """What the build with this mark told; nothing, where nobody knows any more."""
    with suppress(OSError, ValueError, KeyError, TypeError):
        kept: Mapping[str, object] = json.loads(path.read_bytes())
        rows = kept["told"]
        if kept["made_from"] == mark and isinstance(rows, list):
            return [Problem(Code(code), Location(**at), *words) for code, at, *words in rows]
    return []
