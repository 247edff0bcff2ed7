"""Page templates as Python compiled them, kept for the next build: compiling them all takes longer
than setting the pages of a lesson that changed."""

import shutil
from pathlib import Path

from jinja2 import BytecodeCache, FileSystemBytecodeCache


def compiled_templates(folder: Path, made_by: str) -> BytecodeCache:
    """What this program has compiled before. Jinja itself sees whether a template has changed; what
    another version of the program compiled is thrown away. Raises OSError.

    `made_by` is a hash of the program and of its libraries.
    """
    own = folder / made_by
    if not own.is_dir():
        shutil.rmtree(folder, ignore_errors=True)
        own.mkdir(parents=True)
    return FileSystemBytecodeCache(str(own))
