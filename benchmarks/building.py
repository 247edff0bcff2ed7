"""Where the time of a build goes: a clean one, a second one, and MkDocs by itself."""

import shutil
import subprocess
import sys
import time
from pathlib import Path

ROUNDS = 3
_ALONE = """
import sys
from pathlib import Path
from cunbo.pages.site import make_site
root = Path(sys.argv[1])
make_site(root / "mkdocs.yml", root / "build" / "docs", root / "build" / "alone", 0)
"""
_STOCK = """
site_name: 村播课
docs_dir: build/docs
site_dir: build/stock
use_directory_urls: false
theme: {name: material, language: zh, font: false}
plugins: [search]
"""


def copy_project(root: Path, to: Path) -> None:
    """What a fresh clone has, as far as a build needs it."""
    shutil.rmtree(to, ignore_errors=True)
    to.mkdir(parents=True)
    for name in ("curriculum", "templates"):
        shutil.copytree(root / name, to / name)
    shutil.copy(root / "mkdocs.yml", to)


def clean_build(root: Path, scratch: Path) -> float:
    """Seconds of `cunbo build` with nothing made yet, start-up included."""
    times = []
    for _ in range(ROUNDS):
        copy_project(root, scratch)
        times.append(_run("-m", "cunbo", "--course", str(scratch), "build"))
    return min(times)


def second_build(scratch: Path) -> float:
    """Seconds of the same command when nothing has changed."""
    return min(_run("-m", "cunbo", "--course", str(scratch), "build") for _ in range(ROUNDS))


def check(scratch: Path) -> float:
    """Seconds of `cunbo check` on the whole curriculum, start-up included."""
    return min(_run("-m", "cunbo", "--course", str(scratch), "check") for _ in range(ROUNDS))


def mkdocs_alone(scratch: Path) -> float:
    """Seconds of MkDocs on the pages we give it, with our settings and theme."""
    return min(_run("-c", _ALONE, str(scratch)) for _ in range(ROUNDS))


def mkdocs_stock(scratch: Path) -> float:
    """Seconds of MkDocs on the same pages with Material as it comes: its theme and its search."""
    settings = scratch / "stock.yml"
    settings.write_text(_STOCK, encoding="utf-8")
    return min(_run("-m", "mkdocs", "build", "-q", "-f", str(settings)) for _ in range(ROUNDS))


def _run(*arguments: str) -> float:
    start = time.perf_counter()
    subprocess.run([sys.executable, *arguments], check=True, capture_output=True)
    return time.perf_counter() - start
