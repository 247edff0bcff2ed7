"""The site's scripts ask for no more than Chrome 64 has, and turn no text into markup or code."""

import json
from pathlib import Path

import pytest
from conftest import ROOT

from judges.programs import NODE, ask, listed

RULES = Path(__file__).parent / "scripts.mjs"


def faults(folder: Path) -> list[str]:
    """What eslint has against the scripts of a folder, one a line, with file and place."""
    rules = NODE.parent / RULES.name  # what it names is looked for beside it
    rules.write_bytes(RULES.read_bytes())
    linter = NODE / "eslint" / "bin" / "eslint.js"
    options = ("--config", rules, "--no-inline-config", "--format", "json")
    answer = ask("node", linter, *options, ".", cwd=folder)
    assert answer.returncode < 2, answer.stderr
    return said(answer.stdout, folder)


def said(answer: str, folder: Path) -> list[str]:
    return [
        f"{Path(file['filePath']).relative_to(folder)}:{one['line']}: {one['message']}"
        for file in json.loads(answer)
        for one in file["messages"]
    ]


def test_scripts_keep_to_the_floor():
    scripts = ROOT / "templates" / "scripts"
    assert len(list(scripts.glob("*.js"))) > 0
    assert listed(faults(scripts)) == ""


@pytest.mark.parametrize(
    ("script", "fault"),
    [
        ("window.a = window.b?.c", "optional chaining"),
        ("window.a = window.b ?? 1", "nullish coalescing"),
        ("window.a = { ...window.b }", "spread"),
        ("window.a = ['b'].flat()", "flat"),
        ("window.a = 'b'.replaceAll('b', 'c')", "replaceAll"),
        ("window.a = structuredClone({})", "structuredClone"),
        ("try { window.a() } catch { window.b() }", "optional 'catch'"),
        ("document.body.innerHTML = window.a", "innerHTML"),
        ("window.a = eval('b')", "eval"),
        ("window.a = nobody", "not defined"),
    ],
)
def test_what_is_above_the_floor_would_be_found(tmp_path: Path, script: str, fault: str):
    (tmp_path / "one.js").write_text(f"{script}\n", encoding="utf-8")
    assert fault.lower() in listed(faults(tmp_path)).lower()
