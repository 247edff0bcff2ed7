"""Every command that a README prints works as it is printed."""

import re
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import ROOT
from serving import heed_ctrl_c

from cunbo.making.project import Project
from cunbo.telling.sheet_table import SHEETS

READMES = ["README.md", "README.zh-CN.md"]
ACTIVATE = ". .venv/bin/activate"
VILLAGE = "xiaocun"


def commands(readme: str) -> list[str]:
    """The commands in the blocks of code, without what is said beside them."""
    text = (ROOT / readme).read_text(encoding="utf-8")
    blocks = re.findall(r"^```\n(.*?)^```", text, re.MULTILINE | re.DOTALL)
    lines = [line for block in blocks for line in block.splitlines()]
    printed = [re.split(r" {3,}|  #", line)[0].strip() for line in lines]
    return [one for one in printed if one.startswith(("make", "cunbo "))]


def as_typed(command: str) -> str:
    """With a village's id where the README says that one is to be put."""
    return re.sub(r"(?<=--village )\S+", VILLAGE, command)


def test_the_readme_names_every_sheet_of_a_lesson():
    told = (ROOT / "README.zh-CN.md").read_text(encoding="utf-8")
    lacking = [one.name for one in SHEETS if one.name.removesuffix("四张") not in told]
    assert lacking == [], f"README.zh-CN.md does not name {lacking}"


@pytest.fixture
def folder(small_built: Project, tmp_path: Path) -> Path:
    """A built course of one's own with the environment where `make` puts it."""
    there = tmp_path / "course"
    shutil.copytree(small_built.root, there)
    (there / ".venv").symlink_to(sys.prefix)
    return there


def run(folder: Path, command: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        ["bash", "-c", f"{ACTIVATE} && {command}"], cwd=folder, capture_output=True, text=True
    )


def test_both_readmes_print_the_same_commands():
    first, second = (list(map(as_typed, commands(readme))) for readme in READMES)
    assert first == second
    assert {"make", "make test", "cunbo check", "cunbo serve", "cunbo build"} <= set(first)
    for readme in READMES:
        assert f"`{ACTIVATE}`" in (ROOT / readme).read_text(encoding="utf-8")


def test_every_command_works_as_it_is_printed(folder):
    printed = dict.fromkeys(map(as_typed, commands(READMES[0])))
    for command in sorted(printed, key=lambda one: "new" in one):  # after it all is built again
        if command.startswith("make"):
            done = subprocess.run(["make", "-n", *command.split()[1:]], cwd=ROOT, check=False)
            assert done.returncode == 0, command
        elif command == "cunbo serve":
            assert "在浏览器里打开：http://127.0.0.1:" in first_words(folder, command)
        else:
            done = run(folder, command)
            assert done.returncode == 0, (command, done.stdout, done.stderr)


def first_words(folder: Path, command: str) -> str:
    """What a command that goes on until Ctrl-C says first; it is stopped then."""
    with subprocess.Popen(
        ["bash", "-c", f"{ACTIVATE} && exec {command} --port 0"],
        cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
        preexec_fn=heed_ctrl_c,
    ) as running:  # fmt: skip
        assert running.stdout is not None
        said = running.stdout.readline()
        running.send_signal(signal.SIGINT)
        rest, complained = running.communicate(timeout=60)
        assert running.returncode == 0, (rest, complained)
    return said
