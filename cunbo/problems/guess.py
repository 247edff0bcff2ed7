"""What a misspelt word was probably meant to be."""

from collections.abc import Collection
from difflib import get_close_matches


def nearest(word: str, words: Collection[str]) -> str | None:
    """The nearest of `words`, if any is near enough."""
    return next(iter(get_close_matches(word, words, n=1, cutoff=0.6)), None)


def near(word: str, words: Collection[str]) -> str:
    """“，是不是 `x`？” for the nearest of `words`, or nothing."""
    close = nearest(word, words)
    return f"，是不是 {close}？" if close else ""
