"""Prose in a template may be folded like an author's, without a blank where the line ended."""

from itertools import pairwise

from jinja2.ext import Extension

from cunbo.model.blanks import runs_on

_END_OF_LINE = "{#\n#}"
"""Leaves no blank in the page, and every line its number."""


class FoldedProse(Extension):
    """Joins two lines of a template where Chinese stands on both sides."""

    def preprocess(self, source: str, name: str | None, filename: str | None = None) -> str:
        lines = source.split("\n")
        ends = [_end(above, below) for above, below in pairwise(lines)]
        return "".join(line + end for line, end in zip(lines, [*ends, ""], strict=True))


def _end(above: str, below: str) -> str:
    return _END_OF_LINE if runs_on(above, "") and runs_on("", below) else "\n"
