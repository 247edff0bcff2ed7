"""How the lines of a file stand to each other."""

import re

LONGEST_LINE = 2_000
"""Characters. No author's line is longer; to look for mends in one would take minutes."""
_DASHES = re.compile(r"\s*(?:- +)+")


def speaks(line: str) -> bool:
    """Whether a line says more than a comment does."""
    return bool(line.strip()) and not line.lstrip().startswith("#")


def indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def stands_under(line: str, above: list[str]) -> bool:
    """Whether a line is indented as an item, a key or what belongs to a key above it."""
    width, is_item, nearest = indent(line), _DASHES.match(line) is not None, True
    for other in reversed(above):
        if not other.strip() or other.lstrip().startswith("#"):
            continue
        dashes = _DASHES.match(other)
        own, inner = indent(other), len(dashes[0]) if dashes else indent(other)
        if nearest and width == inner + 2 and other.rstrip().endswith((":", "|", ">")):
            return True
        if width == (inner if not is_item else own if dashes else -1):
            return True
        if own < width:
            return False
        nearest = False
    return False
