"""Where the judges' programs lie, and how they are asked."""

import subprocess
from collections.abc import Iterable, Mapping
from pathlib import Path

from conftest import ROOT

NODE = ROOT / ".venv" / "judges" / "node_modules"
JAVA = Path("/usr/share/java")


def ask(
    *command: str | Path, cwd: Path | None = None, env: Mapping[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    """Run a program of others to its end, whatever it thinks of what it was given."""
    try:
        return subprocess.run(
            command,
            cwd=cwd,
            env=env,
            capture_output=True,
            encoding="utf-8",
            errors="replace",
            check=False,
        )
    except FileNotFoundError as error:
        raise AssertionError(f"{command[0]} is missing: run `make judges`") from error


def listed(faults: Iterable[str]) -> str:
    """Faults for people to read, one a line; the empty text where there is none."""
    return "\n".join(faults)
