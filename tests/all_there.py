"""Whether the house holds together: imported before anything else, it imports all of it.

What one module asks of another and does not find stops every test at once; so a sentence says
which file lacks it.
"""

import importlib
import pkgutil
import re
import traceback
from pathlib import Path

import cunbo

_ASKED_FOR = [
    re.compile(r"cannot import name '(?P<name>\w+)' from '(?P<module>[\w.]+)'"),
    re.compile(r"module '(?P<module>[\w.]+)' has no attribute '(?P<name>\w+)'"),
    re.compile(r"No module named '(?P<module>[\w.]+)'"),
]
"""How Python words it."""
_STARTS = "__main__"
"""A module that is run, not imported."""


def import_all(folders: list[str], package: str) -> None:
    """Import every module of a package. Raises ImportError with a sentence where one of them is
    not there, or lacks what another asks of it."""
    for module in pkgutil.walk_packages(folders, f"{package}.", onerror=_raise):
        if not module.name.endswith(_STARTS):
            _import(module.name, package)


def _raise(_name: str) -> None:
    raise


def _import(name: str, package: str) -> None:
    try:
        importlib.import_module(name)
    except (ImportError, AttributeError) as error:
        told = what_is_missing(error, package)
        if told is None:
            raise
        raise ImportError(told) from None


def what_is_missing(error: Exception, package: str) -> str | None:
    """The sentence, or None where it is nothing of the package."""
    found = next(filter(None, (one.search(str(error)) for one in _ASKED_FOR)), None)
    if found is None or found["module"].partition(".")[0] != package:
        return None
    name = found.groupdict().get("name")
    lacks = f"has no `{name}`" if name else "is missing"
    return f"{_file(found['module'])} {lacks}: {_asking(error, package)} needs it"


def _file(module: str) -> str:
    return f"{module.replace('.', '/')}.py"


def _asking(error: Exception, package: str) -> str:
    """File and line of the last module of the package that was being imported."""
    frames = traceback.extract_tb(error.__traceback__)
    at = [one for one in frames if package in Path(one.filename).parts][-1]
    parts = Path(at.filename).parts
    own = len(parts) - parts[::-1].index(package) - 1
    return f"{'/'.join(parts[own:])}, line {at.lineno},"


import_all(list(cunbo.__path__), cunbo.__name__)
