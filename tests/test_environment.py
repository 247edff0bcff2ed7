"""Setting up: a wrong Python is told of first, a moved environment is connected anew."""

import re
import runpy
import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path
from types import SimpleNamespace

import pytest
from conftest import ROOT

SCRIPT = ROOT / "requirements" / "environment.py"


@pytest.fixture
def folder(tmp_path) -> Path:
    """A project folder that has what setting up reads, and nothing set up yet."""
    there = tmp_path / "课程"
    (there / "requirements").mkdir(parents=True)
    for name in ("environment.py", "run.lock", "no-python.txt"):
        shutil.copy(ROOT / "requirements" / name, there / "requirements")
    for name in ("Makefile", "pyproject.toml", "cunbo.cmd"):
        shutil.copy(ROOT / name, there)
    return there


def script_of(folder: Path, **changed: object) -> SimpleNamespace:
    """The functions of the folder's own script. Pip is not run: `asked` says what for."""
    names = runpy.run_path(str(folder / "requirements" / "environment.py"))
    asked: list[str] = []
    own = names["main"].__globals__
    own |= {"pip": lambda *words: asked.append(" ".join(words))} | changed
    return SimpleNamespace(**names, asked=asked)


def environment_in(folder: Path) -> Path:
    """An environment without downloads: it borrows the packages of the one the tests run in."""
    venv = folder / ".venv"
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", str(venv)], check=True)
    (own,) = venv.glob("lib/python3*/site-packages")
    (own / "borrowed.pth").write_text(sysconfig.get_path("purelib"), encoding="utf-8")
    return venv


def set_up(folder: Path) -> Path:
    venv = environment_in(folder)
    assert script_of(folder).main(["run"]) == 0
    return venv


@pytest.mark.parametrize(
    ("version", "is_64_bit", "told"),
    [
        ((3, 10, 9), True, "这里是 3.10。"),
        ((3, 6, 15), True, "这里是 3.6。"),
        ((2, 7, 18), True, "这里是 2.7。"),
        ((3, 12, 1), False, "这里是 3.12（32 位）。"),
    ],
)
def test_a_python_that_is_too_old_or_too_small_is_refused(folder, version, is_64_bit, told):
    script = script_of(folder)
    with pytest.raises(script.Refused, match=r"要 64 位的 Python 3\.11 以上") as refused:
        script.refuse_wrong_python(version, is_64_bit)
    assert told in str(refused.value)
    script.refuse_wrong_python((3, 11, 0), True)


def test_a_wrong_python_leaves_nothing_behind(folder, capsys):
    script = script_of(folder, NEEDED=(99, 0))
    assert script.main(["run"]) == 1
    assert "要 64 位的 Python 99.0 以上" in capsys.readouterr().out
    assert not (folder / ".venv").exists()
    assert script.asked == []


def test_an_environment_of_an_older_python_is_made_again(folder, monkeypatch, capsys):
    """It was left by an earlier attempt, with stamps that say it is done."""
    bin_ = folder / ".venv" / "bin"
    bin_.mkdir(parents=True)
    (bin_ / "python").symlink_to("/usr/bin/false")
    for name in ("pyvenv.cfg", "venv.done", "run.done"):
        (folder / ".venv" / name).touch()
    monkeypatch.setattr("venv.create", lambda venv, **how: made.append((venv, how["clear"])))
    made: list[tuple[str, bool]] = []
    script = script_of(folder)
    assert script.main(["run"]) == 0
    assert made == [(str(folder / ".venv"), True)]
    assert "重新做一个" in capsys.readouterr().out
    assert len(script.asked) == 2


def test_what_is_set_up_is_not_set_up_twice(folder, capsys):
    set_up(folder)
    capsys.readouterr()
    script = script_of(folder)
    assert script.main(["run"]) == 0
    assert script.asked == []
    assert capsys.readouterr().out == ""
    with (folder / "requirements" / "run.lock").open("a") as lock:
        lock.write("# another version\n")
    assert script.main(["run"]) == 0
    assert [words.split()[0] for words in script.asked] == ["--require-hashes", "--no-deps"]


@pytest.mark.parametrize("name", ["课程-2026", "two words", "$HOME 'x'"])
def test_a_moved_environment_is_connected_anew_without_the_network(folder, capsys, name):
    venv = environment_in(folder)
    start = f"#!{venv}/bin/python\n"
    shell = f"#!/bin/sh\n'''exec' \"{venv}/bin/python\" \"$0\" \"$@\"\n' '''\n"
    for tool, head in (("tool", start), ("tool-2", shell)):
        (venv / "bin" / tool).write_text(f"{head}import sys; print(sys.prefix)\n", "utf-8")
        (venv / "bin" / tool).chmod(0o755)
    assert script_of(folder).main(["run"]) == 0
    moved = folder.rename(folder.with_name(name))
    script = script_of(moved)
    assert script.main(["run"]) == 0
    assert "搬过家" in capsys.readouterr().out
    assert script.asked == [f"--no-deps --no-build-isolation --editable {moved}"]
    for tool in ("tool", "tool-2"):
        done = subprocess.run([moved / ".venv" / "bin" / tool], capture_output=True, text=True)
        assert done.stdout == f"{moved}/.venv\n", done.stderr
    switch = (moved / ".venv" / "bin" / "activate").read_text(encoding="utf-8")
    assert f"{folder}/.venv" not in switch
    script = script_of(moved)
    assert script.main(["run"]) == 0
    assert script.asked == []


def test_what_is_no_environment_of_ours_is_left_alone(folder, tmp_path, capsys):
    mine = folder / ".venv" / "mine.txt"
    mine.parent.mkdir()
    mine.write_text("mine", encoding="utf-8")
    assert script_of(folder).main(["run"]) == 1
    assert "不敢动它" in capsys.readouterr().out
    assert mine.read_text(encoding="utf-8") == "mine"
    elsewhere = environment_in(tmp_path)
    shutil.rmtree(mine.parent)
    mine.parent.symlink_to(elsewhere)
    before = sorted(elsewhere.rglob("*"))
    assert script_of(folder).main(["run"]) == 1
    assert ".venv 是一个链接" in capsys.readouterr().out
    assert sorted(elsewhere.rglob("*")) == before


def test_a_missing_package_of_the_system_is_named_before_it_is_installed(
    folder, monkeypatch, capsys
):
    calls: list[str] = []

    def apt(words: list[str]) -> None:
        calls.append(f"{' '.join(words)} after {capsys.readouterr().out}")

    monkeypatch.setitem(sys.modules, "ensurepip", None)
    monkeypatch.setattr("subprocess.check_call", apt)
    monkeypatch.setattr("venv.create", lambda venv, **how: (Path(venv) / "bin").mkdir(parents=True))
    assert script_of(folder).main(["run"]) == 0
    package = "python{}.{}-venv".format(*sys.version_info)
    assert f"这台机器少 {package}，现在用 apt-get 装它" in calls[0]
    assert calls[1].split(" after ")[0].endswith(f"install -y -qq {package}")


def test_pip_that_fails_is_told_in_chinese(folder, capsys):
    environment_in(folder)
    (folder / "requirements" / "run.lock").write_text("not!a!requirement\n", encoding="utf-8")
    done = subprocess.run(
        [sys.executable, folder / "requirements" / "environment.py", "run"],
        capture_output=True,
        text=True,
    )
    assert done.returncode == 1
    assert "软件包没有装成" in done.stdout
    assert done.stderr == ""
    assert "not!a!requirement" in (folder / ".venv" / "install.log").read_text(encoding="utf-8")


@pytest.mark.parametrize("python", ["no-such-python", "false"])
def test_make_says_in_chinese_that_there_is_no_python(folder, python):
    done = subprocess.run(
        ["make", "check", f"PYTHON={python}"], cwd=folder, capture_output=True, text=True
    )
    assert done.returncode == 2
    assert f"没有找到能用的 {python}。要 Python 3.11 以上" in done.stdout
    assert not (folder / ".venv").exists()


def test_one_version_of_python_is_asked_for_everywhere():
    needed = runpy.run_path(str(SCRIPT))["NEEDED"]
    written = ".".join(map(str, needed))
    assert f'requires-python = ">={written}"' in (ROOT / "pyproject.toml").read_text("utf-8")
    places = ["README.md", "README.zh-CN.md", "Makefile",
              "requirements/no-python.txt", "templates/pages/guide_first.html.j2"]  # fmt: skip
    for place in places:
        text = (ROOT / place).read_text(encoding="utf-8")
        assert written in text, place
        assert set(re.findall(r"\b3\.\d{2}\b", text)) <= {written, "3.12"}, place


def test_the_launcher_for_windows_is_one_that_cmd_can_read():
    """Of ASCII alone, since cmd reads it in any code page, and with the line ends of Windows."""
    launcher = (ROOT / "cunbo.cmd").read_bytes()
    assert launcher.isascii()
    assert launcher.count(b"\r\n") == launcher.count(b"\n") > 10
    named = re.findall(rb'"%root%([\w\\.-]+)"', launcher)
    assert {b"requirements\\environment.py", b"requirements\\no-python.txt"} <= set(named)
    assert all((ROOT / one.decode().replace("\\", "/")).is_file() for one in named)
