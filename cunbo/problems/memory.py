"""Whether memory ran out. Python has an error for that; what it loads has words."""

import re

_WORDS = re.compile(
    "memory allocation of|out of memory|[Cc]annot allocate memory|failed to map segment"
    "|MemError|MemoryError|ThreadPoolBuildError|start new thread|nothing moves"
)


def about_memory(words: str) -> bool:
    """Whether these last words of a program say so."""
    return bool(_WORDS.search(words))


def lacks_memory(error: BaseException) -> bool:
    """Whether that is why something failed or could not be imported."""
    if isinstance(error, ImportError | RuntimeError):
        return about_memory(str(error))
    return isinstance(error, MemoryError)
