"""The empty Word document that all others begin as: our own parts, in a package of theirs."""

import zipfile
from functools import cache
from io import BytesIO
from pathlib import Path

_NAMESPACES = "http://schemas.openxmlformats.org"
_KIND = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_OTHERS = ("styles", "numbering", "settings", "fontTable")
"""The parts beside `document`, as files and relations call them."""


class BlankDocumentError(Exception):
    """A part of the blank document is missing or broken; the message says which or what."""


@cache
def blank_document(templates: Path) -> bytes:
    """The package of the parts that lie in a folder. Raises BlankDocumentError."""
    package = BytesIO()
    with zipfile.ZipFile(package, "w") as made:
        made.writestr("[Content_Types].xml", _types())
        made.writestr("_rels/.rels", _relations({"officeDocument": "word/document.xml"}))
        beside = {name: f"{name}.xml" for name in _OTHERS}
        made.writestr("word/_rels/document.xml.rels", _relations(beside))
        for name in ("document", *_OTHERS):
            made.writestr(f"word/{name}.xml", _part(templates / f"{name}.xml"))
    return package.getvalue()


def _part(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise BlankDocumentError(path.name) from error


def _types() -> str:
    kinds = {"document": "document.main", **{name: name for name in _OTHERS}}
    parts = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{_KIND}.{kind}+xml"/>'
        for name, kind in kinds.items()
    )
    relations = "application/vnd.openxmlformats-package.relationships+xml"
    usual = (
        f'<Default Extension="rels" ContentType="{relations}"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        '<Default Extension="png" ContentType="image/png"/>'
    )
    return f'{_HEAD}<Types xmlns="{_NAMESPACES}/package/2006/content-types">{usual}{parts}</Types>'


def _relations(targets: dict[str, str]) -> str:
    kind = f"{_NAMESPACES}/officeDocument/2006/relationships"
    told = "".join(
        f'<Relationship Id="rId{number}" Type="{kind}/{name}" Target="{target}"/>'
        for number, (name, target) in enumerate(targets.items(), 1)
    )
    namespace = f"{_NAMESPACES}/package/2006/relationships"
    return f'{_HEAD}<Relationships xmlns="{namespace}">{told}</Relationships>'
