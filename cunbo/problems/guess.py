"""What a misspelt word was probably meant to be."""

from collections.abc import Collection
from difflib import get_close_matches

_FEW = 6


def nearest(word: str, words: Collection[str]) -> str | None:
    """The nearest of `words`, if any is near enough."""
    return next(iter(get_close_matches(word, words, n=1, cutoff=0.6)), None)


def near(word: str, words: Collection[str]) -> str:
    """“，是不是 `x`？” for the nearest of `words`, or nothing."""
    close = nearest(word, words)
    return f"，是不是 {close}？" if close else ""


def to_choose_from(word: str, words: Collection[str]) -> str:
    """“：`x`、`y`”: the words there are, or the most alike where there are many; or nothing."""
    if len(words) > _FEW:
        return f"，最像的：{'、'.join(get_close_matches(word, words, n=_FEW, cutoff=0))}"
    return f"：{'、'.join(words)}" if words else ""
