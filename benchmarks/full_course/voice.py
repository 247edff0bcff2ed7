"""Sentences that make sense one at a time, drawn from lists."""

import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from random import Random

import yaml

_DRAWN = re.compile(r"\{(\w+)\}")
_SHARE = 0.45
"""How much of each list one lesson uses: it then has about as many different signs as a lesson
somebody wrote, and the course as a whole more."""
_TRIES = 40

Lists = Mapping[str, list[str]]


class Voice:
    """Speaks for one lesson, form or village: the same `name`, the same sentences.

    What is in `said` is not said again, as far as there is something else to say; it grows.
    """

    def __init__(self, name: str, said: set[str] | None = None) -> None:
        self._chance = Random(name)
        self._words = {key: self._some(phrases) for key, phrases in _lists("words").items()}
        self._said = set() if said is None else said

    def say(self, role: str) -> str:
        """A sentence for `role`, a key of `sentences.yml`."""
        for _ in range(_TRIES):
            sentence = self._filled(self.one_of(_lists("sentences")[role]))
            if sentence not in self._said:
                break
        self._said.add(sentence)
        return sentence

    def several(self, role: str, least: int, most: int | None = None) -> list[str]:
        """From `least` to `most` sentences for `role`."""
        return [self.say(role) for _ in range(self.number(least, most or least))]

    def word(self, kind: str) -> str:
        """A phrase of a list of `words.yml`."""
        return self._filled(f"{{{kind}}}")

    def number(self, least: int, most: int) -> int:
        """A whole number from `least` to `most`."""
        # Only `random` itself is promised to give the same numbers with every Python.
        return least + int(self._chance.random() * (most - least + 1))

    def one_of(self, phrases: list[str]) -> str:
        return phrases[self.number(0, len(phrases) - 1)]

    def _filled(self, frame: str) -> str:
        while _DRAWN.search(frame):
            frame = _DRAWN.sub(lambda drawn: self.one_of(self._words[drawn[1]]), frame)
        return frame

    def _some(self, phrases: list[str]) -> list[str]:
        drawn = [phrase for phrase in phrases if self._chance.random() < _SHARE]
        return drawn if len(drawn) >= 5 else phrases


@cache
def _lists(name: str) -> Lists:
    text = Path(__file__).with_name(f"{name}.yml").read_text(encoding="utf-8")
    lists: Lists = yaml.safe_load(text)
    return lists
