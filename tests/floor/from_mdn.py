"""MDN's compatibility data → what Chrome 64 knows of CSS, as `chrome-64.json`.

    npm pack @mdn/browser-compat-data, unpack it, then
    python tests/floor/from_mdn.py package/data.json > tests/floor/chrome-64.json

The data is in the public domain (CC0-1.0).
"""

import json
import re
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

CHROME = 64
Feature = dict[str, Any]


def main(data: Path) -> None:
    everything = json.loads(data.read_text(encoding="utf-8"))
    css, version = everything["css"], everything["__meta"]["version"]
    properties = css["properties"]
    names = _names_known(properties)
    known = {
        "source": f"@mdn/browser-compat-data {version}, CC0-1.0",
        "properties": names,
        "newer": {
            name: newer
            for name, feature in sorted(properties.items())
            if name in names
            and (newer := [one for one in _parts(feature) if _is_new_word(feature, one)])
        },
        "functions": sorted(set(_functions(css))),
        "selectors": _names_known(css["selectors"]),
        "at_rules": _names_known(css["at-rules"]),
        "media": _names_known(css["at-rules"]["media"]),
    }
    lines = (f"{json.dumps(key)}: {json.dumps(value)}" for key, value in known.items())
    print("{", ",\n".join(lines), "}", sep="\n")


def _names_known(features: Feature) -> list[str]:
    return sorted({name for one in _parts(features) for name in _names(one, features[one])})


def _names(name: str, feature: Feature) -> Iterator[str]:
    """The names a feature goes by in Chrome 64; its contexts may have older names for it."""
    contexts = [one for one in _parts(feature) if "context" in one]
    known = [entry for entry in _entries(feature) if _is_old(entry)]
    for entry in known:
        if "alternative_name" in entry:
            yield entry["alternative_name"]
        elif "prefix" in entry:
            yield entry["prefix"] + name
        elif not contexts or any(_since_then(feature[one], name) for one in contexts):
            yield name
    for one in contexts:
        yield from (entry["alternative_name"] for entry in _entries(feature[one])
                    if "alternative_name" in entry and _is_old(entry))  # fmt: skip


def _since_then(feature: Feature, name: str) -> bool:
    """Whether Chrome 64 has it, under its own name. What nobody has dated is as old as the rest."""
    entries = list(_entries(feature))
    return not entries or any(_is_old(entry) and not _renamed(entry) for entry in entries)


def _is_new_word(feature: Feature, name: str) -> bool:
    """Whether it is a keyword that Chrome 64 does not know, or a context it does not work in."""
    word = re.fullmatch(r"[a-z][a-z-]*|flex_context|grid_context", name)
    return word is not None and not _since_then(feature[name], name)


def _renamed(entry: Feature) -> bool:
    return "alternative_name" in entry or "prefix" in entry


def _is_old(entry: Feature) -> bool:
    added = re.match(r"≤?(\d+)", str(entry.get("version_added")))
    gone = re.match(r"\d+", str(entry.get("version_removed")))
    there = added is not None and int(added[1]) <= CHROME
    return there and "flags" not in entry and not (gone and int(gone[0]) <= CHROME)


def _entries(feature: Feature) -> Iterable[Feature]:
    support = feature.get("__compat", {}).get("support", {}).get("chrome", [])
    return support if isinstance(support, list) else [support]


def _parts(feature: Feature) -> list[str]:
    return [name for name in feature if name != "__compat"]


def _functions(css: Feature) -> Iterator[str]:
    """Everything that may be written with brackets after it in a value."""
    for features in (css["types"], *css["properties"].values()):
        for name in _parts(features):
            feature = features[name]
            if "()" in feature.get("__compat", {}).get("description", "") and _since_then(
                feature, name
            ):
                yield name
            yield from _functions({"types": feature, "properties": {}})


if __name__ == "__main__":
    main(Path(sys.argv[1]))
