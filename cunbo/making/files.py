"""Folders as mappings: relative name → bytes. Compare by content, write only what differs."""

import hashlib
from collections.abc import Mapping
from pathlib import Path

Files = Mapping[str, bytes]


def fingerprint(*parts: bytes | str) -> str:
    """A hash of the parts and of where each ends."""
    digest = hashlib.sha256()
    for part in parts:
        data = part.encode(errors="surrogateescape") if isinstance(part, str) else part
        digest.update(len(data).to_bytes(8, "big") + data)
    return digest.hexdigest()


def read_folder(root: Path) -> dict[str, bytes]:
    """Every file below `root`, by name relative to it with slashes, in a fixed order."""
    found = sorted(path for path in root.rglob("*") if path.is_file())
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in found}


def fingerprint_of(files: Files) -> str:
    """A hash of names and contents."""
    return fingerprint(*(part for name in sorted(files) for part in (name, files[name])))


def make_like(root: Path, files: Files) -> None:
    """Make `root` hold exactly `files`. A file whose content is right already is not touched."""
    root.mkdir(parents=True, exist_ok=True)
    for path in sorted(root.rglob("*"), reverse=True):
        if path.is_dir():
            if not any(path.iterdir()):
                path.rmdir()
        elif path.relative_to(root).as_posix() not in files:
            path.unlink()
    for name, data in files.items():
        write_if_changed(root / name, data)


def write_if_changed(path: Path, data: bytes) -> None:
    """Write whole or not at all, and only if the content differs."""
    if path.is_file() and path.read_bytes() == data:
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_name(path.name + ".part")
    draft.write_bytes(data)
    draft.replace(path)
