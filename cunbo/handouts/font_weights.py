"""The two weights that sheets are set in, cut once out of the variable font.

In the variable font, Typst works out the outline of every letter anew for each sheet and writes it
down as other curves: a quarter of a sheet's time, and half of its bytes again.
"""

import hashlib
import os
import sys
from collections.abc import Iterator
from importlib.metadata import version
from io import BytesIO
from pathlib import Path

import manimgx_fonts_cjk

FAMILY = "Cunbo Sans SC"
"""Not the variable font's name, so that a template says which of them it means."""

_WEIGHTS = {"Medium": 500, "ExtraBold": 800}
_FACE = 2
"""That of mainland China, in a file with those of five regions."""
_MARKS = (
    (0x0020, 0x017F),  # Latin
    (0x2010, 0x205F),  # dashes, quotation marks
    (0x2460, 0x24FF),  # numbers in circles
    (0x3000, 0x303F),  # Chinese punctuation
    (0xFF00, 0xFFEF),  # full width
)
_KEPT_NAMES = (0, 5, 13, 14)
"""Copyright, version, licence and where that is found."""


def fonts_folder() -> Path:
    """The folder with the variable font of all signs."""
    return Path(manimgx_fonts_cjk.__file__).parent


def weights_folder() -> Path | None:
    """The folder with both weights, which have the signs of everyday Chinese; whatever else a sheet
    needs, the variable font has. They are made when they are asked for first, which takes a second,
    and belong to this Python's environment. None where that cannot be written to: sheets are then
    set in the variable font alone."""
    folder = Path(sys.prefix, "share", "cunbo", f"fonts-{_recipe()}")
    missing = [name for name in _WEIGHTS if not _file(folder, name).is_file()]
    try:
        for name in missing:
            _write(_file(folder, name), _cut(name))
    except OSError:
        return None
    return folder


def _file(folder: Path, name: str) -> Path:
    return folder / f"{name}.otf"


def _recipe() -> str:
    """A hash of all that the weights come from."""
    tools = [version(one) for one in ("manimgx-fonts-cjk", "uharfbuzz", "fonttools")]
    told = (tools, FAMILY, _WEIGHTS, _FACE, _KEPT_NAMES, sorted(_everyday()))
    return hashlib.sha256(repr(told).encode()).hexdigest()[:16]


def _everyday() -> Iterator[int]:
    """The signs of GB 2312, and more of letters, marks and numbers. A mark that comes from another
    font than the words around it is not set as it is between Chinese."""
    for first, last in _MARKS:
        yield from range(first, last + 1)
    for row in range(0xA1, 0xF8):
        for cell in range(0xA1, 0xFF):
            yield from map(ord, bytes((row, cell)).decode("gbk", "ignore"))


def _cut(name: str) -> bytes:
    # Both take a while to import, and nearly always the weights are there.
    import uharfbuzz
    from fontTools.ttLib import TTFont

    (path,) = fonts_folder().glob("*.ttc")
    wanted = uharfbuzz.SubsetInput()
    wanted.unicode_set.clear()
    wanted.unicode_set.update(_everyday())
    wanted.flags = uharfbuzz.SubsetFlags.DOWNGRADE_CFF2 | uharfbuzz.SubsetFlags.NO_HINTING
    face = uharfbuzz.Face(uharfbuzz.Blob.from_file_path(str(path)), _FACE)
    wanted.pin_axis_location(face, "wght", _WEIGHTS[name])
    cut = BytesIO(uharfbuzz.subset(face, wanted).blob.data)
    font = TTFont(cut, lazy=True, recalcTimestamp=False)
    names = font["name"]
    names.names = [one for one in names.names if one.nameID in _KEPT_NAMES]
    told = {1: FAMILY, 2: "Regular", 4: f"{FAMILY} {name}", 6: f"{FAMILY.replace(' ', '')}-{name}"}
    for number, text in (told | {16: FAMILY, 17: name}).items():
        names.setName(text, number, 3, 1, 0x409)
    made = BytesIO()
    font.save(made, reorderTables=None)
    return made.getvalue()


def _write(path: Path, data: bytes) -> None:
    """Whole or not at all, whoever else is writing it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_name(f"{path.name}.{os.getpid()}")
    try:
        draft.write_bytes(data)
        draft.replace(path)
    finally:
        draft.unlink(missing_ok=True)
