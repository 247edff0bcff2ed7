"""A style sheet as Chrome 64 reads it, and what it would not understand.

What Chrome 64 knows by name comes from MDN's data (`chrome-64.json`, see `from_mdn.py`); the few
forms that have no name are in `_forms`. Tried and left aside: lightningcss with Chrome 64 as its
target. It finds what it can write in another way, so neither `min()` nor `aspect-ratio` nor `:has`
nor the gap of a flex row.
"""

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import tinycss2
from tinycss2.ast import AtRule, Declaration, Node, QualifiedRule

_KNOWN: dict[str, Any] = json.loads((Path(__file__).parent / "chrome-64.json").read_bytes())
_PROPERTIES = frozenset(_KNOWN["properties"])
_FUNCTIONS = frozenset(_KNOWN["functions"])
_PSEUDO = frozenset(_KNOWN["selectors"])
_MEDIA = frozenset(f"{end}{one}" for one in _KNOWN["media"] for end in ("", "min-", "max-"))
_UNITS = frozenset({
    "em", "rem", "ex", "ch", "vh", "vw", "vmin", "vmax", "px", "cm", "mm", "q", "in", "pt", "pc",
    "fr", "deg", "grad", "rad", "turn", "s", "ms", "dpi", "dpcm", "dppx",
})  # fmt: skip
"""Those of CSS Values and Units 3; later ones came later."""

_COLOURS = {"rgb", "rgba", "hsl", "hsla"}


class Reading:
    """A style sheet read as Chrome 64 does.

    `css` is what is left of it, `unknown` what is not understood: `margin-inline`,
    `overflow-wrap: anywhere`, `clamp()`, `:is`, `@layer`, `@media hover`. What stands behind an
    older declaration of the same property, or in an @supports that asks for it, is left out of
    both: there the author has thought of old browsers.
    """

    def __init__(self, css: str) -> None:
        self.unknown: list[str] = []
        rules = tinycss2.parse_stylesheet(css, skip_comments=True, skip_whitespace=True)
        self.css = "\n".join(self._rules(rules))

    def _rules(self, rules: Iterable[Node]) -> Iterator[str]:
        for rule in rules:
            if isinstance(rule, QualifiedRule):
                yield from self._styles(rule)
            elif isinstance(rule, AtRule):
                yield from self._at_rule(rule)
            else:
                self.unknown.append(rule.serialize())

    def _styles(self, rule: QualifiedRule) -> Iterator[str]:
        selector = tinycss2.serialize(rule.prelude).strip()
        if strange := [one for one in _pseudo(rule.prelude) if one.lstrip(":") not in _PSEUDO]:
            self.unknown += strange
        else:
            yield f"{selector} {{ {self._declarations(rule.content)} }}"

    def _at_rule(self, rule: AtRule) -> Iterator[str]:
        name, head = rule.at_keyword, f"@{rule.at_keyword} {tinycss2.serialize(rule.prelude)}"
        if name not in _KNOWN["at_rules"]:
            self.unknown.append(f"@{name}")
        elif name == "supports" and _asks_for_more(rule.prelude):
            return
        elif name == "page":
            yield f"{head} {{ {self._declarations(rule.content)} }}"
        elif name == "media" and (
            strange := [one for one in _asked(rule.prelude) if one not in _MEDIA]
        ):
            self.unknown += [f"@{name} {one}" for one in strange]
        else:
            inside = tinycss2.parse_rule_list(
                rule.content, skip_comments=True, skip_whitespace=True
            )
            yield "\n".join([f"{head} {{", *self._rules(inside), "}"])

    def _declarations(self, content: Iterable[Node]) -> str:
        kept: list[Declaration] = []
        for one in tinycss2.parse_blocks_contents(
            content, skip_comments=True, skip_whitespace=True
        ):
            if not (strange := _strange(one)):
                kept.append(one)
            elif one.type != "declaration" or one.name not in [older.name for older in kept]:
                self.unknown += strange
        return "; ".join(one.serialize() for one in kept)


def _strange(one: Node) -> list[str]:
    """What in a declaration Chrome 64 does not know."""
    if not isinstance(one, Declaration):
        return [f"{{ {one.serialize()} }}"]
    if one.name.startswith("--"):
        return []
    if one.name not in _PROPERTIES:
        return [one.name]
    parts = list(_flat(one.value))
    words = {part.value for part in parts if part.type == "ident"}
    newer = words & set(_KNOWN["newer"].get(one.name, ()))
    called = {part.name for part in parts if part.type == "function"}
    units = {part.lower_unit for part in parts if part.type == "dimension"}
    return [
        *sorted(f"{one.name}: {word}" for word in newer),
        *sorted(f"{function}()" for function in called - _FUNCTIONS),
        *sorted(f"the unit {unit}" for unit in units - _UNITS),
        *_forms(one.name, parts),
    ]


def _forms(name: str, parts: list[Node]) -> Iterator[str]:
    """Later ways of writing what has an older way."""
    if name == "text-decoration" and any(part.type == "dimension" for part in parts):
        yield "text-decoration: a thickness"
    for call in (part for part in parts if part.type == "function"):
        if call.name in _COLOURS and "," not in _signs(call.arguments):
            yield f"{call.name}() without commas"
        if call.name.endswith("gradient") and any(map(_is_double, _stops(call.arguments))):
            yield "a colour stop at two places"


def _is_double(stop: str) -> bool:
    return stop.count("%") > 1 and stop.strip("%") != ""


def _stops(arguments: Iterable[Node]) -> list[str]:
    """The arguments of a gradient, each as `c` for a colour or word and `%` for a place."""
    kinds = {"percentage": "%", "dimension": "%", "whitespace": "", "literal": ","}
    return "".join(kinds.get(one.type, "c") for one in arguments).split(",")


def _signs(tokens: Iterable[Node]) -> list[str]:
    return [one.value for one in tokens if one.type == "literal"]


def _asks_for_more(condition: Iterable[Node]) -> bool:
    """Whether an @supports asks for something Chrome 64 lacks."""
    asked = [one.content for one in condition if one.type == "() block"]
    return any(_strange(tinycss2.parse_one_declaration(content)) for content in asked)


def _pseudo(selector: Iterable[Node]) -> Iterator[str]:
    """Pseudo-classes and pseudo-elements as they are written, and `:not a list`."""
    colons = ""
    for one in selector:
        if one.type == "literal" and one.value == ":":
            colons += ":"
            continue
        if colons and one.type in ("ident", "function"):
            yield colons + (one.value if one.type == "ident" else one.name)
        if one.type == "function":
            if one.name == "not" and "," in _signs(one.arguments):
                yield ":not a list"
            yield from _pseudo(one.arguments)
        colons = ""


def _asked(query: Iterable[Node]) -> Iterator[str]:
    """What a media query asks for, and the signs it compares by."""
    for one in query:
        if one.type == "() block":
            yield next(part.value for part in _flat(one.content) if part.type == "ident")
            yield from (sign for sign in _signs(one.content) if sign in "<>=")


def _flat(tokens: Iterable[Node]) -> Iterator[Node]:
    """The tokens with those inside brackets."""
    for one in tokens:
        yield one
        if one.type == "function":
            yield from _flat(one.arguments)
        elif one.type == "() block":
            yield from _flat(one.content)
