# -*- coding: utf-8 -*-
"""Makes the environment in `.venv`, or finds it good: `python3 requirements/environment.py SET`.

SET is `run`, `dev` or `bench`, a lock file beside this one. An environment holds absolute paths: one
whose folder has moved is connected anew, one whose Python has gone is made again. Called by `make`
and by `cunbo.cmd`. Written so that a Python which is too old can still read it and say so.
"""

import hashlib
import io
import os
import shutil
import subprocess
import sys

NEEDED = (3, 11)
HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(HERE)
VENV = os.path.join(ROOT, ".venv")
ON_WINDOWS = os.name == "nt"
BIN = os.path.join(VENV, "Scripts" if ON_WINDOWS else "bin")
PYTHON = os.path.join(BIN, "python.exe" if ON_WINDOWS else "python")
LOG = os.path.join(VENV, "install.log")
_GOOD = "import pip, sys; sys.exit(sys.version_info < %r or sys.maxsize < 2**32)" % (NEEDED,)
_BESIDE = [
    b"#!/bin/sh",
    b'\'\'\'exec\' "$(dirname -- "$(realpath -- "$0")")/python" "$0" "$@"',
    b"' '''",
]
"""To the shell: hand this file to the Python in this folder. To Python: a text nobody uses."""


class Refused(Exception):
    """The environment cannot be made here; the text says why and how to go on, in Chinese."""


def main(names):
    """Make the sets of packages called `names` ready; the exit code."""
    try:
        for name in names:
            prepare(name)
    except Refused as refused:
        say(refused.args[0])
    except KeyboardInterrupt:
        say("停下了。")
    except (EnvironmentError, subprocess.CalledProcessError) as error:
        say("Python 环境没有做成，看看磁盘满了没有，.venv 能不能写。英文的原话：%s" % error)
    else:
        return 0
    return 1


def prepare(name):
    """See that `.venv` is usable from where it lies and holds what `name`.lock lists."""
    lock, done = os.path.join(HERE, name + ".lock"), os.path.join(VENV, name + ".done")
    place, wanted = os.path.realpath(VENV), contents(lock)
    usable = runs()
    if usable and read(done) == [place, wanted]:
        return
    if os.path.islink(VENV):
        raise Refused(".venv 是一个链接，不敢往里装东西。删掉这个链接，再来一遍。")
    if not usable:
        make()
    elif read(done)[:1] not in ([], [place]):
        say("文件夹搬过家，Python 环境重新接一下……")
        reconnect()
    if read(done)[1:] != [wanted]:
        say("装需要的软件包……")
        pip("--require-hashes", "-r", lock)
    pip("--no-deps", "--no-build-isolation", "--editable", ROOT)
    loosen_scripts()
    with io.open(done, "w", encoding="utf-8") as file:
        file.write("%s\n%s\n" % (place, wanted))


def make():
    """A new environment, in the place of one that does not run."""
    refuse_wrong_python(sys.version_info, sys.maxsize > 2**32)
    again = os.path.lexists(VENV)
    if again and not os.path.isfile(os.path.join(VENV, "pyvenv.cfg")):
        raise Refused(".venv 不是 Python 环境，不敢动它。把它挪走，再来一遍。")
    need_ensurepip()
    say(
        "Python 环境在这里用不了，重新做一个……" if again else "准备 Python 环境（第一次要几分钟）……"
    )
    import venv

    venv.create(VENV, clear=True, symlinks=not ON_WINDOWS, with_pip=True)


def refuse_wrong_python(version, is_64_bit):
    """Raise Refused unless this Python is new enough and of 64 bits: the packages come for no other."""
    if tuple(version[:2]) >= NEEDED and is_64_bit:
        return
    told = "要 64 位的 Python %d.%d 以上，这里是 %d.%d%s。" % (
        NEEDED + tuple(version[:2]) + ("" if is_64_bit else "（32 位）",)
    )
    if ON_WINDOWS:
        raise Refused(told + "到 python.org 下载 64 位的装好，再来一遍。")
    raise Refused(told + "装一个新的，再写明用哪一个，比如：make PYTHON=python3.12")


def need_ensurepip():
    """Debian keeps what makes environments in a package of its own: install it, saying so first."""
    try:
        import ensurepip

        return ensurepip.version()
    except ImportError:
        package = "python%d.%d-venv" % sys.version_info[:2]
    as_root = [] if os.geteuid() == 0 else ["sudo"]
    say("这台机器少 %s，现在用 apt-get 装它（会问管理员密码）……" % package)
    try:
        subprocess.check_call(as_root + ["apt-get", "update", "-qq"])
        subprocess.check_call(as_root + ["apt-get", "install", "-y", "-qq", package])
    except (OSError, subprocess.CalledProcessError):
        raise Refused("没有装成 %s。请管理员装好它，再来一遍。" % package)


def reconnect():
    """Write the new place into what the environment itself keeps of it."""
    if not ON_WINDOWS:  # there nobody switches it on: its Python is called by its path
        subprocess.check_call([PYTHON, "-m", "venv", "--without-pip", VENV])


def loosen_scripts():
    """Let the scripts that pip has made find the Python beside them instead of naming its place."""
    for name in () if ON_WINDOWS else os.listdir(BIN):
        path = os.path.join(BIN, name)
        if os.path.isfile(path) and not os.path.islink(path):
            loosen(path)


def loosen(path):
    """Give a script of pip's a beginning that both the shell and Python can read."""
    with open(path, "rb") as file:
        lines = file.read().split(b"\n")
    rest = 3 if lines[0] == b"#!/bin/sh" else 1
    if lines[0].startswith(b"#!") and b"/python" in b"".join(lines[:rest]):
        with open(path, "wb") as file:
            file.write(b"\n".join(_BESIDE + lines[rest:]))


def runs():
    """Whether the environment's Python starts, is a right one and has its pip."""
    try:
        with open(os.devnull, "w") as nothing:
            return subprocess.call([PYTHON, "-c", _GOOD], stdout=nothing, stderr=nothing) == 0
    except OSError:
        return False


def pip(*arguments):
    """Let pip install; what it says goes to a file."""
    command = [PYTHON, "-m", "pip", "--disable-pip-version-check", "install", "--quiet"]
    with open(LOG, "w") as log:
        code = subprocess.call(command + list(arguments), stdout=log, stderr=log)
    if code != 0:
        told = "软件包没有装成。看看能不能上网、磁盘满了没有，再来一遍。英文的原话在 %s"
        raise Refused(told % os.path.relpath(LOG, ROOT))


def contents(lock):
    """A hash of what a set of packages is made from."""
    digest = hashlib.sha256()
    for path in (lock, os.path.join(ROOT, "pyproject.toml")):
        with open(path, "rb") as file:
            digest.update(file.read())
    return digest.hexdigest()


def read(done):
    """The two lines of the record of an earlier run: place and contents; fewer if there is none."""
    try:
        with io.open(done, encoding="utf-8") as file:
            return file.read().splitlines()
    except (IOError, UnicodeError):
        return []


def say(line):
    """Say it, whatever the terminal's encoding."""
    try:
        print(line)
    except UnicodeEncodeError:
        getattr(sys.stdout, "buffer", sys.stdout).write((line + "\n").encode("utf-8"))
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
