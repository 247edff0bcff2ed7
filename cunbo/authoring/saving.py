"""Writing over an author's file: whole or not at all, as the same kind of file as before."""

import os
import shutil
from pathlib import Path

from cunbo.problems.notice import visible
from cunbo.problems.system import reason


class ChangedMeanwhileError(Exception):
    """The file is not as it was when it was read."""


def save(path: Path, before: bytes, after: bytes) -> None:
    """Replace what a file says. A link stays a link, and who may read and write it stays too.

    Raises ChangedMeanwhileError where it no longer says `before`, OSError where it cannot be
    written; the file is then as it was.
    """
    real = path.resolve()
    whole = real.with_name(f".{real.name}.part")  # the reader of the course skips hidden files
    try:
        with whole.open("wb") as file:
            file.write(after)
            file.flush()
            os.fsync(file.fileno())
        shutil.copymode(real, whole)
        if real.read_bytes() != before:
            raise ChangedMeanwhileError(str(path))
        whole.replace(real)
    finally:
        whole.unlink(missing_ok=True)


def why_not_saved(path: Path, name: str, before: bytes, after: bytes) -> str:
    """`save`, and in Chinese why it could not be, if so; `name` is how the file is called there."""
    try:
        save(path, before, after)
    except ChangedMeanwhileError:
        return f"{visible(name)} 刚才又有人改过，没有动它。再来一次就行。"
    except OSError as error:
        return f"没有写成 {visible(name)}：{reason(error)}。原来的没有动。"
    return ""
