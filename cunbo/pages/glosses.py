"""Words of the glossary in what learners read: the first in a section leads to its meaning."""

import re
from collections.abc import Iterable, Iterator

from cunbo.model.course import Term
from cunbo.pages import routes

_SHORTEST = 2
"""A single sign is part of other words more often than it is the word."""
_LATIN = re.compile(r"[A-Za-z0-9]+")


class GlossedWords:
    """The words of a glossary, and the anchor of each; the longest are looked for first."""

    def __init__(self, terms: Iterable[Term]) -> None:
        self.anchors = dict(_anchors(terms))
        by_length = sorted(self.anchors, key=lambda word: (-len(word), word))
        self.pattern = re.compile("|".join(map(_alone, by_length)) or "(?!)")


class Glosses:
    """Finds the words of a glossary on one page. It remembers what it has shown in this section."""

    def __init__(self, words: GlossedWords) -> None:
        self._anchors = words.anchors
        self._words = words.pattern
        self._shown: set[str] = set()

    def section(self) -> str:
        """Begin a section: every word is new there. Returns nothing to show."""
        self._shown.clear()
        return ""

    def any_in(self, text: str) -> bool:
        return self._words.search(text) is not None

    def pieces(self, text: str) -> Iterator[tuple[str, str | None]]:
        """The text in pieces, each with its anchor on the glossary's page where it is a word that
        the section has not shown before."""
        end = 0
        for found in self._words.finditer(text):
            anchor = self._anchors[found[0]]
            if anchor is not None and anchor not in self._shown:
                self._shown.add(anchor)
                yield text[end : found.start()], None
                yield found[0], anchor
                end = found.end()
        yield text[end:], None


def words_of(term: Term) -> tuple[str, ...]:
    """The words that are looked for because of a term of the glossary."""
    return tuple(word for word in term.term.split("、") if len(word) >= _SHORTEST)


def _anchors(terms: Iterable[Term]) -> Iterator[tuple[str, str | None]]:
    """Every word that is looked for; those without an anchor only look like one."""
    for term in terms:
        yield from ((word, routes.word(term.term)) for word in words_of(term))
        yield from ((other, None) for other in term.not_in)


def _alone(word: str) -> str:
    """A pattern for the word; Latin letters are no word inside others."""
    if _LATIN.fullmatch(word):
        return rf"(?<![A-Za-z0-9]){word}(?![A-Za-z0-9])"
    return re.escape(word)
