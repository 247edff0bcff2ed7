"""What lies beside the site on a USB stick: a file to start with, and how to use the copy."""

from collections.abc import Mapping, Sequence
from typing import Any

import yaml
from jinja2 import DictLoader, Environment, StrictUndefined

START = "打开村播课.html"
ABOUT = "说明.html"
_FOR_NOTEPAD = "说明.txt"
_FOLDER = "stick/"
_BOM = "\ufeff"


def beside_the_site(templates: Mapping[str, bytes], village: str, version: str) -> dict[str, bytes]:
    """The files by name; links in them lead to `site/`.

    `templates` are those of the course by their names. Raises a Jinja2 error or a YAMLError where
    one of them is missing or broken.
    """
    texts = {name: templates[name].decode() for name in templates if name.startswith(_FOLDER)}
    environment = Environment(
        loader=DictLoader(texts), autoescape=True, undefined=StrictUndefined, trim_blocks=True
    )
    parts = yaml.safe_load(texts.get(f"{_FOLDER}about.yml", ""))
    view = {"village": village, "version": version, "parts": parts, "start": START, "about": ABOUT}
    made = {
        START: environment.get_template(f"{_FOLDER}start.html.j2").render(view),
        ABOUT: environment.get_template(f"{_FOLDER}about.html.j2").render(view),
        _FOR_NOTEPAD: _for_notepad(parts),
    }
    return {name: text.encode() for name, text in made.items()}


def _for_notepad(parts: Sequence[Mapping[str, Any]]) -> str:
    """The same words for an old Notepad, which wants to be told the encoding and CRLF."""
    lines = ["这个 U 盘怎么用", ""]
    for part in parts:
        lines += [f"【{part['title']}】", *(f"· {line}" for line in part["lines"]), ""]
    return _BOM + "\r\n".join(lines)
