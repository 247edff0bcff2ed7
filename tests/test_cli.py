"""What the command line says when it is used wrongly, or not at all."""

import errno
import os
import subprocess
import sys

import pytest
from conftest import ROOT
from serving import heed_ctrl_c

from cunbo.cli.main import COMMANDS, console, main


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["bild"], "用法不对：没有 bild 这个命令，是不是 build？"),
        (["check", "x"], "用法不对：“x”是多出来的"),
        (["check", "--formt", "json"], "用法不对：没有 --formt 这个选项，是不是 --format？"),
        (["check", "--format", "xml"], "--format 后面只能写：text、json、github"),
        (["--course", "/没有这个文件夹", "check"], "--course 后面写的文件夹不存在或者不能用"),
        (["build", "--village"], "--village 后面要写内容"),
        ([], "用法：cunbo [选项] 命令"),
        (["--course", "."], "用法不对：还没写命令，比如 cunbo check"),
    ],
)
def test_wrong_usage_is_told_in_chinese_and_exits_with_2(arguments, said, capsys):
    assert main(arguments) == 2
    told = capsys.readouterr().err
    assert said in told
    assert "Usage" not in told
    assert "Error" not in told


@pytest.mark.parametrize("command", sorted(COMMANDS))
def test_every_command_teaches_in_chinese(command, capsys):
    assert main([command, "--help"]) == 0
    told = capsys.readouterr().out
    assert f"用法：cunbo {command}" in told
    assert "选项" in told
    assert "Show this message" not in told


def test_check_does_not_wait_for_the_tools_of_build():
    code = "import sys, cunbo.cli.check as _; print(*{'mkdocs', 'typst'} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "\n"


def test_a_build_does_not_wait_for_what_writes_documents():
    code = (
        "import sys, cunbo.making.build as _; print(*{'docx', 'pptx', 'lxml'} & set(sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "\n"


def test_a_fault_of_the_program_is_no_traceback(monkeypatch, tmp_path, capsys):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("cunbo.cli.main.main", lambda: 1 / 0)
    with pytest.raises(SystemExit) as stop:
        console()
    assert stop.value.code == 1
    told = capsys.readouterr().err
    assert "程序自己出了错" in told
    assert "Traceback" not in told
    assert "ZeroDivisionError" in (tmp_path / "cunbo-error.log").read_text(encoding="utf-8")


def run(project, command: str, **settings) -> subprocess.CompletedProcess[str]:
    """The command in a shell, where `cunbo` is this program."""
    script = f'cunbo() {{ "{sys.executable}" -m cunbo "$@"; }}; {command}'
    house = {**os.environ, "PYTHONPATH": str(ROOT)}
    return subprocess.run(
        ["bash", "-c", script],
        cwd=project.root, capture_output=True, text=True, env=house, **settings,
    )  # fmt: skip


@pytest.mark.parametrize("module", ["click", "pydantic", "cunbo.cli.main", "cunbo.reading.tree"])
def test_ctrl_c_is_answered_while_the_program_is_loaded(module, small):
    code = f"""
import runpy, sys
class Interrupted:
    def find_spec(self, name, *rest):
        if name == {module!r}:
            raise KeyboardInterrupt
sys.meta_path.insert(0, Interrupted())
sys.argv = ["cunbo", "check"]
runpy.run_module("cunbo", run_name="__main__")
"""
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=small.root, capture_output=True, text=True
    )
    assert (done.returncode, done.stdout, done.stderr.strip()) == (1, "", "停下了。")


def test_ctrl_c_is_answered_where_an_import_would_swallow_it(small):
    code = """
import os, runpy, signal, sys
class Swallowing:
    def find_spec(self, name, *rest):
        if name == "click":
            try:
                os.kill(os.getpid(), signal.SIGINT)
            except KeyboardInterrupt:
                pass
sys.meta_path.insert(0, Swallowing())
sys.argv = ["cunbo", "check"]
runpy.run_module("cunbo", run_name="__main__")
"""
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=small.root, capture_output=True, text=True, preexec_fn=heed_ctrl_c,
    )  # fmt: skip
    assert (done.returncode, done.stdout, done.stderr.strip()) == (1, "", "停下了。")


CTRL_C_AT = """
import os, runpy, signal, sys
import jinja2
import {module}
real = {at}
def interrupted(*given, **named):
    try:
        os.kill(os.getpid(), signal.SIGINT)
    except KeyboardInterrupt:
        {then}
    return real(*given, **named)
{at} = interrupted
sys.argv = ["cunbo", {command!r}]
runpy.run_module("cunbo", run_name="__main__")
"""
CHANGED = "raise ValueError('Error building a validator: KeyboardInterrupt')"
IN_A_TEMPLATE = "raise jinja2.TemplateError('KeyboardInterrupt')"


@pytest.mark.parametrize(
    ("command", "module", "name", "then", "said"),
    [
        ("check", "cunbo.cli.verdict", "read_curriculum", CHANGED, (1, "停下了。")),
        ("build", "cunbo.cli.build", "inputs_of", CHANGED, (1, "停下了。")),
        ("build", "cunbo.making.build", "orders", IN_A_TEMPLATE, (1, "停下了。")),
        ("build", "cunbo.cli.build", "inputs_of", "pass", (1, "停下了。")),
        ("serve", "cunbo.preview.preview", "Preview.refresh", CHANGED, (0, "")),
        ("serve", "cunbo.preview.preview", "Preview.refresh", "pass", (0, "")),
    ],
)
def test_ctrl_c_is_answered_whatever_becomes_of_its_exception(
    small, command, module, name, then, said
):
    at = f"{module}.{name}"
    code = CTRL_C_AT.format(module=module, at=at, then=then, command=command)
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=small.root, capture_output=True, text=True, preexec_fn=heed_ctrl_c, timeout=60,
    )  # fmt: skip
    assert (done.returncode, done.stderr.replace("读课程、查错……", "").strip()) == said
    assert not (small.root / "cunbo-error.log").exists()
    assert not small.site.exists()


def test_the_command_of_pip_starts_where_the_module_does():
    text = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    assert '\ncunbo = "cunbo.__main__:start"\n' in text


@pytest.mark.parametrize("command", ["check", "--help"])
def test_an_output_that_nobody_reads_any_more_is_no_fault(command, small_built):
    ours, theirs = os.pipe()
    os.close(ours)
    done = subprocess.run(
        [sys.executable, "-m", "cunbo", command],
        cwd=small_built.root, stdout=theirs, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip
    os.close(theirs)
    assert (done.returncode, done.stderr) == (1, "")
    assert not (small_built.root / "cunbo-error.log").exists()


def test_a_build_goes_on_when_its_progress_cannot_be_written(built):
    lesson = built.curriculum / "lessons" / "S1-01.yml"
    text = lesson.read_text(encoding="utf-8")
    lesson.write_text(text.replace("points: [不急", "points: [赋能乡村"), encoding="utf-8")
    done = run(built, "cunbo build 2> /dev/full")
    assert done.returncode == 0
    assert "“赋能”是口号里的词" in done.stdout
    assert "打开看：" in done.stdout


@pytest.mark.parametrize("command", ["check", "--help"])
def test_an_output_that_is_full_is_told_in_chinese(command, small_built):
    done = run(small_built, f"cunbo {command} > /dev/full")
    assert done.returncode == 1
    assert done.stderr.endswith("系统不让做下去：磁盘满了。\n")
    assert not (small_built.root / "cunbo-error.log").exists()


def test_an_output_that_is_closed_is_no_fault(small_built):
    done, heard = (run(small_built, f"cunbo check {to}") for to in (">&-", "> /dev/null"))
    assert (done.returncode, done.stderr) == (0, heard.stderr)


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (PermissionError(errno.EACCES, "Permission denied", "村.yml"), "村.yml：没有权限"),
        (OSError(errno.EIO, "Input/output error", "村.yml"), "村.yml：磁盘读写出错"),
        (OSError(errno.EPROTO, "Protocol error"), f"系统没说为什么（错误号 {errno.EPROTO}）"),
        (OSError("odd"), "系统没说为什么。"),
        (MemoryError(), "内存不够"),
    ],
)
def test_what_the_system_refuses_is_no_fault_of_the_program(
    error, said, monkeypatch, tmp_path, capsys
):
    def refused() -> int:
        raise error

    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("cunbo.cli.main.main", refused)
    with pytest.raises(SystemExit) as stop:
        console()
    assert stop.value.code == 1
    told = capsys.readouterr().err
    assert said in told
    assert "程序自己" not in told
    assert list(tmp_path.iterdir()) == []


def test_a_log_is_not_written_through_a_link(monkeypatch, tmp_path, capsys):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "diary.txt").write_text("mine", encoding="utf-8")
    (tmp_path / "cunbo-error.log").symlink_to("diary.txt")
    monkeypatch.setattr("cunbo.cli.main.main", lambda: 1 / 0)
    monkeypatch.setattr("tempfile.gettempdir", lambda: str(tmp_path / "none"))
    with pytest.raises(SystemExit):
        console()
    assert (tmp_path / "diary.txt").read_text(encoding="utf-8") == "mine"
    assert "告诉维护的人" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("settings", "coloured"),
    [
        ({"TERM": "xterm"}, True),
        ({"TERM": "xterm", "NO_COLOR": ""}, True),
        ({"TERM": "xterm", "NO_COLOR": "1"}, False),
        ({"TERM": "dumb"}, False),
    ],
)
def test_a_terminal_shows_colours_unless_its_owner_wants_none(
    small, monkeypatch, capsys, settings, coloured
):
    with (small.curriculum / "lessons" / "S1-01.yml").open("a", encoding="utf-8") as lesson:
        lesson.write("scen: 写错的键\n")
    monkeypatch.delenv("NO_COLOR", raising=False)
    for name, value in settings.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    assert main(["--course", str(small.root), "check"]) == 1
    shown = capsys.readouterr().out
    assert "写错的键" in shown
    assert ("\x1b[" in shown) == coloured


@pytest.mark.parametrize("host", ["", " ", "\t"])
def test_no_address_is_not_every_address(host, small, capsys):
    assert main(["--course", str(small.root), "serve", "--host", host, "--port", "0"]) == 2
    assert "--host 后面要写地址" in capsys.readouterr().err


@pytest.mark.parametrize(
    "arguments", [["build", "--village"], ["new", "lesson"], ["check"], ["serve", "--port"], []]
)
def test_what_is_repeated_cannot_steer_the_terminal(arguments, small, capsys, monkeypatch):
    monkeypatch.setattr("click._compat.should_strip_ansi", lambda *_: False)
    assert main(["--course", str(small.root), *arguments, "\x1b[31mx\x07"]) == 2
    told = capsys.readouterr().err
    assert "□[31mx□" in told
    assert "\x1b" not in told


def test_a_strangers_name_cannot_steer_the_terminal(small, capsys, monkeypatch):
    monkeypatch.setattr("click._compat.should_strip_ansi", lambda *_: False)
    small.site.mkdir()
    (small.site / "\x1b[31mx").touch()
    assert main(["--course", str(small.root), "build"]) == 1
    told = capsys.readouterr().err
    assert "□[31mx" in told
    assert "\x1b" not in told
