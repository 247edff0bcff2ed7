"""What is printed on a sheet beside its words: its code, and where the site's address is known a
QR code that leads to the page which looks it up."""

import io
from collections.abc import Mapping
from urllib.parse import urlsplit

import segno
from segno.consts import MODE_BYTE

from cunbo.telling.sheet_codes import SheetCode

_LEAST_SIDE, _LEAST_MODULE = 25, 0.86
"""Millimetres. Smaller ones are not read from the second copy of a bad copier."""
_MOST_MODULES = 37
"""An address that needs more is too long for a corner of a sheet."""


def stamp(code: SheetCode, address: str | None) -> Mapping[str, str | float]:
    """The code in letters and, unless nobody knows the address of the page that looks codes up or
    it is too long, a drawing of the QR code and how wide that is in millimetres."""
    qr = _qr(address, code.signs) if address else None
    if qr is None:
        return {"letters": code.printed}
    side = max(_LEAST_SIDE, _modules(qr) * _LEAST_MODULE)
    return {"letters": code.printed, "qr": _drawn(qr), "side": side}


def _qr(address: str, signs: str) -> segno.QRCode | None:
    """Capitals take two thirds of the room, and no server minds them in its name; in a path it
    does. To try all eight masks takes four times as long, and no copy was read the better for it.
    """
    parts = urlsplit(address)
    host = f"{parts.scheme}://{parts.netloc}/".upper()
    path = (f"{parts.path.lstrip('/')}?", MODE_BYTE)
    in_parts = [host, path, signs]
    qr = segno.make_qr(in_parts, error="m", mask=0)  # type: ignore[arg-type] # it takes parts too
    return qr if _modules(qr) <= _MOST_MODULES else None


def _modules(qr: segno.QRCode) -> int:
    return int(qr.symbol_size(border=0)[0])


def _drawn(qr: segno.QRCode) -> str:
    drawing = io.BytesIO()
    qr.save(drawing, kind="svg", border=0, xmldecl=False, omitsize=True, nl=False)
    return drawing.getvalue().decode()
