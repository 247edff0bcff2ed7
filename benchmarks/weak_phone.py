"""A cheap phone at the edge of a cell, played by a browser, and the server that it asks."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import partial
from gzip import compress
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from playwright.sync_api import Browser, CDPSession, Page, sync_playwright

from tests.chromium import CHROMIUM_FLAGS, chromium

SLOWER = 6
SIGNAL = {"downloadThroughput": 50_000, "uploadThroughput": 50_000, "latency": 400}
"""400 kbit/s in bytes a second, and a round trip in milliseconds."""
_PHONE = {"width": 390, "height": 844}
_PACKED = {".html", ".css", ".js", ".json", ".svg", ".txt", ".xml"}


class Server:
    """Sends the files of a folder as web servers do: text compressed. `sent` counts bytes."""

    def __init__(self, site: Path) -> None:
        self.sent = 0
        handler = partial(_Answer, self, directory=str(site))
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
        self.address = f"http://127.0.0.1:{self._server.server_port}"
        threading.Thread(target=self._server.serve_forever, daemon=True).start()

    def stop(self) -> None:
        self._server.shutdown()
        self._server.server_close()


class _Answer(SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def __init__(self, server: Server, *request: object, directory: str) -> None:
        self._counts = server
        super().__init__(*request, directory=directory)  # type: ignore[arg-type]

    def do_GET(self) -> None:
        path = Path(self.translate_path(self.path))
        if not path.is_file():
            self.send_error(404)
            return
        data, packed = path.read_bytes(), path.suffix in _PACKED
        data = compress(data, mtime=0) if packed else data
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(path)))
        if packed:
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        with suppress(ConnectionError):  # the page is shut before the last of it has come
            self.wfile.write(data)
        self._counts.sent += len(data)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@contextmanager
def served(site: Path) -> Iterator[Server]:
    """A server of a folder, as long as it is needed."""
    server = Server(site)
    yield server
    server.stop()


@contextmanager
def opened() -> Iterator[Browser]:
    """A browser, as long as it is needed."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=CHROMIUM_FLAGS)
        yield browser
        browser.close()


@contextmanager
def phone(browser: Browser) -> Iterator[tuple[Page, CDPSession]]:
    """A page with nothing kept from before, and the wires behind it."""
    context = browser.new_context(viewport=_PHONE)
    page = context.new_page()
    yield page, context.new_cdp_session(page)
    context.close()


def slow_down(wires: CDPSession) -> None:
    """Slow down the process that the page is in; a page from elsewhere may get another."""
    wires.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})


def weaken_signal(wires: CDPSession) -> None:
    wires.send("Network.enable")
    wires.send("Network.emulateNetworkConditions", {"offline": False, **SIGNAL})
