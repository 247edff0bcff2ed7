"""The preview over HTTP, by the standard library.

What is asked for is looked up in mappings, never on the disk, so no address can lead elsewhere.
"""

import errno
import ipaddress
import json
import os
import re
import select
import socket
import socketserver
import threading
import time
from collections.abc import Iterable, Mapping
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import PurePosixPath
from typing import Protocol
from urllib.parse import parse_qsl, unquote, urlsplit

from cunbo.preview.news import Json
from cunbo.preview.updates import Update

_KINDS = {
    ".html": "text/html; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".svg": "image/svg+xml",
    ".png": "image/png",
    ".pdf": "application/pdf",
}
_PLAIN = "text/plain; charset=utf-8"
_NEWS = "text/event-stream; charset=utf-8"
_RULES = (
    "default-src 'self'; style-src 'self' 'unsafe-inline'; "
    "img-src 'self' data:; object-src 'none'; base-uri 'none'; frame-ancestors 'self'"
)
_RULES_FOR_LESSONS = (
    "default-src 'none'; style-src 'self' 'unsafe-inline'; "
    "img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'self'"
)
"""For all that comes of the course: a drawing opened by itself is a page as well."""
_TURNED_AWAY = {
    HTTPStatus.FORBIDDEN: "预览不认识这个网址。请打开命令行里 cunbo serve 说的网址。",
    HTTPStatus.NOT_FOUND: "这一页不在预览里。",
    HTTPStatus.METHOD_NOT_ALLOWED: "预览只给看，不收东西。",
}
_MEND = "/mend"
"""The one address that takes something: the mark of a mend to write."""
_LONGEST_MARK = 200
_MENDED = "改好了。"
_NOT_FROM_HERE = "只有在这台机器上打开的预览，才能替你改文件。"
_NOT_UNDERSTOOD = "预览看不懂这个请求。请打开命令行里 cunbo serve 说的网址。"
HIGHEST_PORT = 65535
_PORTS_TRIED = 20
_TAKEN = {errno.EADDRINUSE, errno.EACCES}


class Previewed(Protocol):
    """What is served. All of it is asked from several threads at once."""

    @property
    def closed(self) -> bool:
        """Whether there will be no more updates."""

    def newer_than(self, number: int) -> Update | None:
        """The update after `number`; None where it is time for a sign of life."""

    def tell_tab(
        self, update: Update, query: Mapping[str, str], begun: float
    ) -> Iterable[Mapping[str, Json]]:
        """What a tab with this address, which began to wait at `begun`, is told of an update, one
        after the other."""

    def file(self, route: str) -> bytes | None:
        """What stands at a route of the site, None where nothing does."""

    def mend(self, mark: str) -> str:
        """Write the mend that was offered under a mark; why not, if it was not written."""


class PreviewServer(ThreadingHTTPServer):
    """Listens in threads of its own from the moment it is made until `stop`."""

    daemon_threads = True
    allow_reuse_address = os.name != "nt"  # on Windows it would share a port that is in use

    def __init__(
        self, host: str, port: int, preview: Previewed, shell: Mapping[str, bytes]
    ) -> None:
        if ":" in host:
            self.address_family = socket.AF_INET6
        super().__init__((host, port), _Visit)
        self.host, self.preview, self.shell = host, preview, shell
        threading.Thread(target=self.serve_forever, args=(0.1,), daemon=True).start()

    def server_bind(self) -> None:
        """As HTTPServer's, which also asks the network for our name; that can take seconds."""
        socketserver.TCPServer.server_bind(self)
        self.server_name, self.server_port = str(self.server_address[0]), self.server_address[1]

    def handle_error(self, request: object, client_address: object) -> None:
        """A tab that was closed in the middle of an answer is no error."""

    def stop(self) -> None:
        self.shutdown()
        self.server_close()


def open_server(
    host: str, port: int, preview: Previewed, shell: Mapping[str, bytes]
) -> PreviewServer:
    """A server at `port`, or at the next port that is free. Raises OSError if there is none."""
    ports = range(port, min(port + _PORTS_TRIED, HIGHEST_PORT + 1))
    for attempt in ports:
        try:
            return PreviewServer(host, attempt, preview, shell)
        except OSError as error:
            if error.errno not in _TAKEN or attempt == ports[-1]:
                raise
    raise AssertionError("the loop returns or raises")


class _Visit(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: PreviewServer

    def parse_request(self) -> bool:
        """Lets in nothing but GET, and POST where a mend is asked for, under a name of ours."""
        if not super().parse_request():
            return False
        if self.command != "GET" and (self.command, self.path) != ("POST", _MEND):
            return self._turn_away(HTTPStatus.METHOD_NOT_ALLOWED)
        if not _is_ours(self.headers.get("Host", ""), self.server.host):
            return self._turn_away(HTTPStatus.FORBIDDEN)
        return True

    def do_POST(self) -> None:
        """Write a mend, for a tab of ours on this machine."""
        length = self.headers.get("Content-Length", "")
        if not re.fullmatch("[0-9]{1,3}", length) or int(length) > _LONGEST_MARK:
            self.send_error(HTTPStatus.BAD_REQUEST)
            return
        mark = self.rfile.read(int(length)).decode("ascii", "replace")
        if self.headers.get("Origin", "").lower() != f"http://{self.headers['Host']}".lower():
            self.send_error(HTTPStatus.FORBIDDEN)
        elif not self._is_on_this_machine():
            self._say(HTTPStatus.FORBIDDEN, _NOT_FROM_HERE)
        elif refused := self.server.preview.mend(mark):
            self._say(HTTPStatus.CONFLICT, refused)
        else:
            self._say(HTTPStatus.OK, _MENDED)

    def _is_on_this_machine(self) -> bool:
        """Whether whoever asks sits here: others may look, but write nothing."""
        asking = self.client_address[0]
        return bool(asking == self.connection.getsockname()[0])

    def do_GET(self) -> None:
        address = urlsplit(self.path)
        path = unquote(address.path)
        if path == "/events":
            self._tell_news(dict(parse_qsl(address.query)))
        elif path.startswith("/site/"):
            self._answer(path, self.server.preview.file(path.removeprefix("/site/")))
        else:
            path = "/index.html" if path == "/" else path
            self._answer(path, self.server.shell.get(path.removeprefix("/")))

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """As the base class's, with a sentence in Chinese."""
        self.close_connection = True
        told = f"{_TURNED_AWAY.get(HTTPStatus(code), _NOT_UNDERSTOOD)}\n".encode()
        self._send_head(HTTPStatus(code), _PLAIN, _RULES_FOR_LESSONS)
        if code == HTTPStatus.METHOD_NOT_ALLOWED:
            self.send_header("Allow", "GET")
        self.send_header("Connection", "close")
        self.send_header("Content-Length", str(len(told)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(told)

    def log_message(self, *_: object) -> None:
        """Nobody wants to read every request."""

    def _answer(self, path: str, body: bytes | None) -> None:
        if body is None:
            self._send(HTTPStatus.NOT_FOUND, "missing.html", self.server.shell["missing.html"])
        else:
            self._send(HTTPStatus.OK, path, body)

    def _say(self, status: HTTPStatus, told: str) -> None:
        self._send_body(status, _PLAIN, _RULES_FOR_LESSONS, f"{told}\n".encode())

    def _send(self, status: HTTPStatus, path: str, body: bytes) -> None:
        kind = _KINDS.get(PurePosixPath(path).suffix, _PLAIN)
        of_the_course = path.startswith("/site/")
        self._send_body(status, kind, _RULES_FOR_LESSONS if of_the_course else _RULES, body)

    def _send_body(self, status: HTTPStatus, kind: str, rules: str, body: bytes) -> None:
        self._send_head(status, kind, rules)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def _send_head(self, status: HTTPStatus, kind: str, rules: str) -> None:
        """What every answer begins with."""
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Cache-Control", "no-store")
        self.send_header("X-Content-Type-Options", "nosniff")
        self.send_header("Referrer-Policy", "no-referrer")
        self.send_header("Content-Security-Policy", rules)

    def _tell_news(self, query: Mapping[str, str]) -> None:
        """Server-sent events, until the tab or the server goes."""
        self.close_connection = True
        self._send_head(HTTPStatus.OK, _NEWS, _RULES_FOR_LESSONS)
        self.end_headers()
        preview, number, begun = self.server.preview, 0, time.perf_counter()
        while not preview.closed and self._is_there():
            update = preview.newer_than(number)
            if update is not None and self._is_there():
                number = update.number
                for news in preview.tell_tab(update, query, begun):
                    self._send_event(f"data: {json.dumps(news, ensure_ascii=False)}")
            else:
                self._send_event(":")

    def _send_event(self, line: str) -> None:
        self.wfile.write(f"{line}\n\n".encode())

    def _is_there(self) -> bool:
        """Whether the tab still listens: for one that was closed nothing is made."""
        heard, _, _ = select.select([self.connection], [], [], 0)
        return not heard or self.connection.recv(1, socket.MSG_PEEK) != b""

    def _turn_away(self, status: HTTPStatus) -> bool:
        self.send_error(status)
        return False


def _is_ours(named: str, host: str) -> bool:
    """Whether a request's Host is an address or this machine's own name.

    A page elsewhere that had its name point to this machine would come with that name.
    """
    try:
        name = urlsplit(f"//{named}").hostname or ""
        return name in ("localhost", host) or bool(ipaddress.ip_address(name))
    except ValueError:
        return False
