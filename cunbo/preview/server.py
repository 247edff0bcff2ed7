"""The preview over HTTP, by the standard library.

What is asked for is looked up in mappings, never on the disk, so no address can lead elsewhere.
"""

import errno
import ipaddress
import json
import os
import select
import socket
import socketserver
import threading
import time
from collections.abc import Mapping
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import PurePosixPath
from urllib.parse import parse_qsl, unquote, urlsplit

from cunbo.preview.preview import Preview

_KINDS = {
    ".html": "text/html; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".svg": "image/svg+xml",
    ".png": "image/png",
    ".pdf": "application/pdf",
}
_RULES = {
    "Content-Security-Policy": "default-src 'self'; style-src 'self' 'unsafe-inline'; "
    "img-src 'self' data:; object-src 'none'; base-uri 'none'; frame-ancestors 'self'",
}
_RULES_FOR_LESSONS = {
    "Content-Security-Policy": "default-src 'none'; style-src 'self' 'unsafe-inline'; "
    "img-src 'self' data:; base-uri 'none'; frame-ancestors 'self'",
}
_PORTS_TRIED = 20
_TAKEN = {errno.EADDRINUSE, errno.EACCES}


class PreviewServer(ThreadingHTTPServer):
    """Listens in threads of its own from the moment it is made until `stop`."""

    daemon_threads = True
    allow_reuse_address = os.name != "nt"  # on Windows it would share a port that is in use

    def __init__(self, host: str, port: int, preview: Preview, shell: Mapping[str, bytes]) -> None:
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
    host: str, port: int, preview: Preview, shell: Mapping[str, bytes]
) -> PreviewServer:
    """A server at `port`, or at the next port that is free. Raises OSError if there is none."""
    for attempt in range(port, port + _PORTS_TRIED):
        try:
            return PreviewServer(host, attempt, preview, shell)
        except OSError as error:
            if error.errno not in _TAKEN or attempt == port + _PORTS_TRIED - 1:
                raise
    raise AssertionError("the loop returns or raises")


class _Visit(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: PreviewServer

    def parse_request(self) -> bool:
        """Lets in nothing but GET, and only under a name that can be ours."""
        if not super().parse_request():
            return False
        if self.command != "GET":
            return self._turn_away(HTTPStatus.METHOD_NOT_ALLOWED)
        if not _is_ours(self.headers.get("Host", ""), self.server.host):
            return self._turn_away(HTTPStatus.FORBIDDEN)
        return True

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

    def log_message(self, *_: object) -> None:
        """Nobody wants to read every request."""

    def _answer(self, path: str, body: bytes | None) -> None:
        if body is None:
            self._send(HTTPStatus.NOT_FOUND, "missing.html", self.server.shell["missing.html"])
        else:
            self._send(HTTPStatus.OK, path, body)

    def _send(self, status: HTTPStatus, path: str, body: bytes) -> None:
        self.send_response(status)
        self.send_header("Content-Type", _KINDS.get(PurePosixPath(path).suffix, "text/plain"))
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", "no-store")
        self.send_header("X-Content-Type-Options", "nosniff")
        self.send_header("Referrer-Policy", "no-referrer")
        if path.endswith(".html"):
            in_frame = path.startswith("/site/")
            for name, value in (_RULES_FOR_LESSONS if in_frame else _RULES).items():
                self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def _tell_news(self, query: Mapping[str, str]) -> None:
        """Server-sent events, until the tab or the server goes."""
        self.close_connection = True
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "text/event-stream; charset=utf-8")
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        preview, number, begun = self.server.preview, 0, time.perf_counter()
        while not preview.closed and self._is_there():
            posting = preview.newer_than(number)
            line = ":"
            if posting is not None and self._is_there():
                number = posting.number
                news = preview.tell_tab(posting, query, begun)
                line = f"data: {json.dumps(news, ensure_ascii=False)}"
            self.wfile.write(f"{line}\n\n".encode())

    def _is_there(self) -> bool:
        """Whether the tab still listens: for one that was closed nothing is made."""
        heard, _, _ = select.select([self.connection], [], [], 0)
        return not heard or self.connection.recv(1, socket.MSG_PEEK) != b""

    def _turn_away(self, status: HTTPStatus) -> bool:
        self.close_connection = True
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
