"""What the command line says when it is used wrongly, or not at all."""

import subprocess
import sys

import pytest

from cunbo.cli.main import COMMANDS, main


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


def test_a_fault_of_the_program_is_no_traceback(monkeypatch, tmp_path, capsys):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("cunbo.cli.main.main", lambda: 1 / 0)
    from cunbo.cli.main import console

    with pytest.raises(SystemExit) as stop:
        console()
    assert stop.value.code == 1
    told = capsys.readouterr().err
    assert "程序自己出了错" in told
    assert "Traceback" not in told
    assert "ZeroDivisionError" in (tmp_path / "cunbo-error.log").read_text(encoding="utf-8")
