"""Whether memory ran out. Python has an error for that; what it loads has words, or none at all."""

import re

_WORDS = re.compile(
    "memory allocation of|out of memory|[Cc]annot allocate memory|failed to map segment"
    "|MemError|MemoryError|ThreadPoolBuildError|start new thread|nothing moves"
)
_LITTLE = 32 * 2**20
"""Bytes. Where no more can be had, whatever went wrong did so for want of them: a codec that could
not be loaded is one that nobody knows, a parser in C fails without a reason."""


def about_memory(words: str) -> bool:
    """Whether these last words of a program say so."""
    return bool(_WORDS.search(words))


def lacks_memory(error: Exception) -> bool:
    """Whether that is why something failed that nobody expected to."""
    return isinstance(error, MemoryError) or not _any_left() or about_memory(str(error))


def _any_left() -> bool:
    try:
        bytearray(_LITTLE)
    except MemoryError:
        return False
    return True
