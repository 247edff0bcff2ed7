"""The finished site → what keeps it on a reader's device: a service worker and what it weighs.

`sw.js` knows every file by its hash; a changed file makes another version. Where the settings say
`offline: false` it is the worker that takes the site off all devices again.
"""

import hashlib
import json
from base64 import b64encode
from collections.abc import Iterable, Mapping
from pathlib import Path
from urllib.parse import quote

from jinja2 import TemplateNotFound

from cunbo.telling.places import SENT_ON

WORKER = "sw.js"
SIZES = "sw.json"
FOR_SERVERS = frozenset({WORKER, SIZES, "404.html"})
"""What only a server has a use for: neither a phone keeps it nor a USB stick."""
_HANDED_ON = (".pdf", ".png")
"""Endings of what is printed or sent on, which no page shows. With what lies in `SENT_ON` it is
most of the site's weight; readers are asked whether they want it too."""


def worker_files(
    templates: Path, site: Mapping[str, bytes], hashes: Mapping[str, str], wanted: bool
) -> dict[str, bytes]:
    """The files to add to a finished site, made from all that is in it.

    `hashes` has the SHA-256 of each file, in hexadecimal digits. `wanted` tells whether readers may
    keep the site. The same site gives the same bytes. Raises TemplateNotFound where the worker's
    script is missing.
    """
    if not wanted:
        return {WORKER: _script(templates, "off"), SIZES: b"{}\n"}
    kept = {name: site[name] for name in sorted(site) if name not in FOR_SERVERS}
    pages = {name: data for name, data in kept.items() if not _is_handed_on(name)}
    sheets = {name: data for name, data in kept.items() if name not in pages}
    lists = {"pages": _asked(pages, hashes), "sheets": _asked(sheets, hashes)}
    version = hashlib.sha256(json.dumps(lists).encode()).hexdigest()[:16]
    head = f"self.cunbo = {json.dumps({'version': version} | lists, indent=0)};\n"
    sizes = {"version": version, "pages": _weight(pages), "sheets": _weight(sheets)}
    return {
        WORKER: head.encode() + _script(templates, "on"),
        SIZES: f"{json.dumps(sizes)}\n".encode(),
    }


def _is_handed_on(name: str) -> bool:
    return name.endswith(_HANDED_ON) or name.startswith(f"{SENT_ON}/")


def _asked(files: Iterable[str], hashes: Mapping[str, str]) -> dict[str, str]:
    """By its address, as browsers write it, the hash of each file, as they ask for it."""
    return {quote(name): b64encode(bytes.fromhex(hashes[name])).decode() for name in files}


def _weight(files: Mapping[str, bytes]) -> dict[str, int]:
    return {"files": len(files), "bytes": sum(map(len, files.values()))}


def _script(templates: Path, name: str) -> bytes:
    file = templates / "scripts" / "worker" / f"{name}.js"
    if not file.is_file():
        raise TemplateNotFound(file.relative_to(templates).as_posix())
    return file.read_bytes()
