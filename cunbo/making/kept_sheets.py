"""The folder of what was printed earlier, by content: what was used of late stays.

Of sheets, that is what the last villages' builds used; of packs, what the last folders hold.
"""

import json
import shutil
from collections.abc import Iterable
from pathlib import Path

from cunbo.making.files import Files, write_if_changed
from cunbo.making.mark import intact, listed

_MOST_VILLAGES = 8
"""A county's printing office works on a few villages at a time; each keeps tens of megabytes."""

_LIST = "villages.json"
_HASHES = "hashes.json"


class KeptSheets:
    """Sheets by key, the hash of everything they come from; each may be several files."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def path(self, key: str, name: str) -> Path:
        """Where a file of the sheet `key` lies, if it is kept."""
        return self._folder / key / name

    def put(self, key: str, files: Files) -> None:
        """Keep a sheet, with a list of what its files hold."""
        for name, data in files.items():
            write_if_changed(self.path(key, name), data)
        write_if_changed(self.path(key, _HASHES), json.dumps(listed(files)).encode())

    def get(self, key: str) -> Files | None:
        """The files of a sheet, if it is kept and all of them are as they were put there."""
        try:
            files = dict(
                intact(self._folder / key, json.loads(self.path(key, _HASHES).read_bytes()))
            )
        except (OSError, ValueError, AttributeError):
            return None
        whole = {name: data for name, data in files.items() if data is not None}
        return whole if len(whole) == len(files) else None

    def used(self, user: str, keys: Iterable[str]) -> None:
        """Note what a village's build or a folder of packs used, and let go what none of late
        has used."""
        lists = self._lists()
        lists.pop(user, None)
        lists[user] = sorted(keys)
        lists = dict(list(lists.items())[-_MOST_VILLAGES:])
        write_if_changed(self._folder / _LIST, json.dumps(lists, indent=1).encode())
        wanted = {key for used in lists.values() for key in used} | {_LIST}
        for path in self._folder.iterdir():
            if path.name not in wanted:
                _remove(path)

    def _lists(self) -> dict[str, list[str]]:
        """The keys by who used them, the last at the end."""
        try:
            lists = json.loads((self._folder / _LIST).read_text(encoding="utf-8"))
            return {str(name): [str(key) for key in keys] for name, keys in lists.items()}
        except (OSError, ValueError, AttributeError, TypeError):
            return {}


def _remove(path: Path) -> None:
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink()
