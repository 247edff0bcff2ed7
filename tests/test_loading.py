"""What keeps the program from being loaded is said in a sentence.

A disk that was full leaves compiled modules that are cut off: they are gone the next time.
"""

import marshal
import os
import resource
import subprocess
import sys
from collections.abc import Callable, Iterator
from importlib import import_module
from importlib.util import cache_from_source
from pathlib import Path

import pytest
from casebook import SMALL
from conftest import make_project
from scratch import copied

from cunbo.cli.loading import unloaded
from cunbo.cli.main import console

ROOT = Path(__file__).parent.parent
BLOCK = 4096
"""Bytes. A disk has room for whole blocks or for none: what is smaller is never cut off."""
HEAD = 16
"""Bytes before the code: they say of which source it was made."""
SAID = "上次没有写全的程序文件已经清掉了，课没有动。再来一遍就好。"


def check(project, copies: Path) -> subprocess.CompletedProcess[str]:
    """`cunbo check`, with all that Python compiles for it in a folder of its own."""
    keeping = {
        name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"
    }
    return subprocess.run(
        [sys.executable, "-m", "cunbo", "check"],
        cwd=project.root, capture_output=True, text=True,
        env=keeping | {"PYTHONPATH": str(ROOT), "PYTHONPYCACHEPREFIX": str(copies)},
    )  # fmt: skip


def own(copies: Path) -> list[Path]:
    return list((copies / ROOT.relative_to(ROOT.anchor) / "cunbo").rglob("*.pyc"))


def packages(copies: Path) -> list[Path]:
    """Those that cunbo is made with. (What Python itself starts with is read before ours.)"""
    return list(copies.rglob("site-packages/[a-z]*/**/*.pyc"))


def readable(copy: Path) -> bool:
    try:
        marshal.loads(copy.read_bytes()[HEAD:])
    except (EOFError, TypeError, ValueError):
        return False
    return True


def half(code: bytes) -> bytes:
    return code[:BLOCK]


def half_of_it_zeros(code: bytes) -> bytes:
    return half(code).ljust(len(code), b"\0")


@pytest.fixture(scope="module")
def loaded(tmp_path_factory) -> tuple[Path, subprocess.CompletedProcess[str]]:
    """All that Python compiles for a check, and what the check said. To be copied."""
    copies = tmp_path_factory.mktemp("copies")
    return copies, check(make_project(tmp_path_factory.mktemp("first"), SMALL), copies)


@pytest.mark.parametrize("spoil", [half, half_of_it_zeros])
@pytest.mark.parametrize("of", [own, packages])
def test_what_is_cut_off_is_told_once_and_gone(
    of: Callable[[Path], list[Path]], spoil: Callable[[bytes], bytes], loaded, small, tmp_path
):
    copies, first = copied(loaded[0], tmp_path / "copies"), loaded[1]
    large = [copy for copy in of(copies) if copy.stat().st_size > BLOCK]
    for copy in large:
        copy.write_bytes(spoil(copy.read_bytes()))
    assert large
    assert not any(readable(copy) for copy in large)
    second = check(small, copies)
    assert (second.returncode, second.stdout, second.stderr.strip()) == (1, "", SAID)
    third = check(small, copies)
    assert (third.returncode, third.stdout, third.stderr) == (0, first.stdout, first.stderr)
    assert all(readable(copy) for copy in large)


def test_what_reads_the_others_is_never_cut_off():
    for name in (
        "__init__",
        "__main__",
        "cli/__init__",
        "cli/loading",
        "problems/__init__",
        "problems/memory",
    ):
        source = ROOT / "cunbo" / f"{name}.py"
        code = compile(source.read_text(encoding="utf-8"), source, "exec")
        assert len(marshal.dumps(code)) + HEAD < BLOCK, name


@pytest.fixture
def strange(tmp_path, monkeypatch) -> Iterator[Path]:
    """A compiled module `strange` that is cut off, where cunbo keeps its own."""
    source = tmp_path / "strange.py"
    source.write_text("HERE = 'whole'", encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    monkeypatch.setattr(sys, "pycache_prefix", str(tmp_path / "copies"))
    import_module("strange")
    del sys.modules["strange"]
    copy = Path(cache_from_source(str(source)))
    copy.write_bytes(copy.read_bytes()[:-4])
    yield copy
    sys.modules.pop("strange", None)


def told(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> str:
    """What is said where the module is imported in the middle of a command."""
    monkeypatch.setattr("cunbo.cli.main.main", lambda: import_module("strange"))
    with pytest.raises(SystemExit) as stop:
        console()
    assert stop.value.code == 1
    return capsys.readouterr().err.strip()


def test_it_is_told_in_the_middle_of_a_command_too(strange, monkeypatch, capsys):
    assert told(monkeypatch, capsys) == SAID
    assert import_module("strange").HERE == "whole"


def test_what_cannot_be_removed_is_named(strange, monkeypatch, capsys):
    def refuse(self: Path) -> None:
        raise PermissionError

    with monkeypatch.context() as patch:
        patch.setattr(Path, "unlink", refuse)
        said = told(patch, capsys)
    assert said == f"程序文件 {strange} 没有写全，又删不掉。请把它删掉，再来一遍。"


def test_a_fault_of_a_module_itself_is_no_matter_of_its_copy(tmp_path, monkeypatch):
    (tmp_path / "at_fault.py").write_text("raise EOFError('its own')", encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    with pytest.raises(EOFError, match="its own") as caught:
        import_module("at_fault")
    assert unloaded(caught.value) == ""


def test_without_memory_to_be_loaded_it_says_so(small):
    outcomes = {with_memory(megabytes, small) for megabytes in range(24, 144, 12)}
    assert outcomes == {(1, "内存不够。关掉别的程序，再来一遍。"), (0, "")}


def with_memory(megabytes: int, project) -> tuple[int, str]:
    """The exit code of `cunbo check` with so much memory, and what it says is wrong."""
    memory = megabytes * 2**20
    done = subprocess.run(
        [sys.executable, "-m", "cunbo", "check"],
        cwd=project.root, capture_output=True, text=True,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_AS, (memory, memory)),
    )  # fmt: skip
    return done.returncode, done.stderr.strip()
