"""One run of `cunbo serve`, from the first word on the terminal to the last."""

import ipaddress
import socket
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress

import click
from jinja2 import TemplateNotFound

from cunbo.making.files import read_folder
from cunbo.making.project import Project
from cunbo.making.refusal import BuildError
from cunbo.pages.style import palette
from cunbo.preview.changes import changes
from cunbo.preview.mender import Mender
from cunbo.preview.preview import Preview
from cunbo.preview.renderer import LessonRenderer
from cunbo.preview.server import PreviewServer, open_server
from cunbo.problems.stopping import asked_to_stop, until_stopped
from cunbo.problems.system import reason

_SHELL = {"index.html", "missing.html", "preview.css", "preview.js"}


def run_preview(project: Project, village: str | None, host: str, port: int) -> None:
    """Serve until Ctrl-C.

    Raises click.UsageError where it cannot listen at `host`, or where there is no such village;
    BuildError where the page around the preview is not whole.
    """
    render = LessonRenderer(project).render
    preview = Preview(project, village, _say, Mender(project).mend, render)
    with until_stopped(), closing(preview):
        if known := preview.other_villages():
            raise click.UsageError(f"没有“{village}”这个村的村情单。有的是：{'、'.join(known)}")
        with _served(project, preview, host, port) as at:
            greet(at, port)
            preview.refresh(frozenset())
            for changed in changes(project):
                if asked_to_stop():
                    break
                preview.refresh(changed)
    _say("预览停了。")


@contextmanager
def _served(project: Project, preview: Preview, host: str, port: int) -> Iterator[PreviewServer]:
    parts = shell(project)
    try:
        server = open_server(host, port, preview, parts)
    except OSError as error:
        why = "没有这个地址" if isinstance(error, socket.gaierror) else reason(error)
        told = f"在 {host} 的端口 {port} 和后面的端口上都听不了：{why}"
        raise click.UsageError(f"{told}。换一个 --host 或 --port") from error
    try:
        yield server
    finally:
        preview.close()
        server.stop()


def shell(project: Project) -> dict[str, bytes]:
    """The page around what is shown. Raises BuildError where a part of it cannot be had."""
    mend = "从发布包里拷一份回来"
    if not project.templates.is_dir():
        raise BuildError(f"少了 {project.templates.name} 文件夹。{mend}")
    try:
        parts = read_folder(project.templates / "preview")
        parts["seal.svg"] = (project.templates / "theme" / "seal.svg").read_bytes()
        parts["palette.css"] = palette(project.templates).encode()
    except TemplateNotFound as error:
        raise BuildError(f"少了 templates/{error.name}。{mend}") from error
    except OSError as error:
        raise BuildError(f"{error.filename} 读不了：{reason(error)}。{mend}") from error
    if not set(parts) >= _SHELL:
        raise BuildError(f"少了 templates/preview/ 里的文件。{mend}")
    return parts


def greet(server: PreviewServer, wanted: int) -> None:
    """Say where the preview is seen, by whom, and where it is not as `wanted`."""
    port = server.server_port
    if wanted not in (0, port):
        _say(f"端口 {wanted} 有别的程序在用，换成了 {port}。")
    at = ipaddress.ip_address(server.server_name)
    name = "127.0.0.1" if at.is_unspecified else server.host
    _say(f"在浏览器里打开：http://{f'[{name}]' if ':' in name else name}:{port}/")
    if not at.is_loopback:
        _say("同一个网里的别的机器也能看，网址里写这台机器的地址。")
    _say("改课程文件、保存，网页就跟着变。停下来按 Ctrl-C。")


def _say(line: str) -> None:
    """Say it if anybody can hear: a full disk behind the output must not stop the preview."""
    with suppress(OSError):
        click.echo(line)
