"""A host of the site that can be cut off in the middle, and versions of a site to tell apart."""

import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from mimetypes import guess_type
from pathlib import Path
from urllib.parse import unquote, urlsplit

from conftest import ROOT
from playwright.sync_api import Page

from cunbo.making.files import read_folder
from cunbo.making.mark import listed
from cunbo.pages.offline import FOR_SERVERS, SIZES, WORKER, worker_files

FOLDER = "/cun/"
MARK = "%%version "
ALL_SAY = """async names => {
  const said = await Promise.all(names.map(async name =>
    (await (await fetch(name)).text()).split('%%version ')[1]))
  return Array.from(new Set(said))
}"""
"""JavaScript: which versions the files of the site are of, as this page is given them."""
UPDATE = """async () => {
  const ours = await navigator.serviceWorker.getRegistration()
  await ours.update()
  const worker = ours.installing || ours.waiting
  if (!worker) return 'redundant'
  return new Promise(tell => {
    const look = () => { if (/installed|redundant/.test(worker.state)) tell(worker.state) }
    worker.addEventListener('statechange', look)
    look()
  })
}"""
"""JavaScript: look for a newer version, as browsers do now and then, and what became of it."""


_OF_BUILD = (WORKER, SIZES, ".cunbo.json")
_COMMENTS = {".html": "<!-- {} -->", ".css": "/* {} */", ".js": "/* {} */", ".svg": "<!-- {} -->"}


class Host:
    """Serves files from memory below `FOLDER`. `asked` has the names asked for.

    After `left` more files of the site it does what `then` says: "cut" gives no answer, "half" half
    of one, "other" that of another file, "hold" none until `going` is set. None: it never ends.
    """

    def __init__(self) -> None:
        self.files: Mapping[str, bytes] = {}
        self.asked: list[str] = []
        self.left: int | None = None
        self.then = "cut"
        self.going = threading.Event()
        self.address = ""
        self._lock = threading.Lock()

    def serve(self, files: Mapping[str, bytes], left: int | None = None, then: str = "cut") -> None:
        self.files, self.left, self.then = files, left, then
        self.asked.clear()

    def stop(self) -> None:
        """No network any more."""
        self.serve({}, 0)

    def turn(self, name: str) -> str:
        """What to do about a request."""
        with self._lock:
            self.asked.append(name)
            if self.left is None or (name in (WORKER, SIZES) and self.files):
                return "serve"
            self.left -= 1
            return "serve" if self.left >= 0 else self.then


class _Handler(BaseHTTPRequestHandler):
    def __init__(self, host: Host, *more: object) -> None:
        self._host = host
        super().__init__(*more)  # type: ignore[arg-type]

    def do_GET(self) -> None:
        name = unquote(urlsplit(self.path).path).removeprefix(FOLDER) or "index.html"
        turn = self._host.turn(name)
        data = self._host.files.get(name + "index.html" if name.endswith("/") else name)
        self.close_connection = True
        if turn == "hold":
            self._host.going.wait(20)
        if turn == "cut":
            return
        whole = b"something else" if turn == "other" else data or b""
        self.send_response(404 if data is None else 200)
        self.send_header("Content-Type", guess_type(name)[0] or "text/html")
        self.send_header("Content-Length", str(len(whole)))
        self.end_headers()
        self.wfile.write(whole[: len(whole) // 2] if turn == "half" else whole)

    def log_request(self, code: object = "-", size: object = "-") -> None:
        """Say nothing."""


@contextmanager
def hosting() -> Iterator[Host]:
    host = Host()
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(_Handler, host)) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        host.address = f"http://127.0.0.1:{server.server_port}{FOLDER}"
        yield host
        host.going.set()
        server.shutdown()


def version(site: Path, name: str, wanted: bool = True) -> dict[str, bytes]:
    """A site of which every file says its version, with the worker that belongs to it."""
    site_files = read_folder(site)
    files = {one: _marked(one, site_files[one], name) for one in site_files if one not in _OF_BUILD}
    return with_worker(files, wanted)


def with_worker(files: Mapping[str, bytes], wanted: bool = True) -> dict[str, bytes]:
    """The files of a site with the worker that belongs to them."""
    return {**files, **worker_files(ROOT / "templates", files, listed(files), wanted)}


def _marked(file: str, data: bytes, name: str) -> bytes:
    comment = _COMMENTS.get(Path(file).suffix, "{}").format(f"{MARK}{name}{MARK}").encode()
    return data.replace(b"</body>", comment + b"</body>") if b"</body>" in data else data + comment


def kept(files: Mapping[str, bytes], sheets: bool = False) -> list[str]:
    """The names of what a device keeps."""
    names = (name for name in files if name not in FOR_SERVERS)
    return sorted(
        name
        for name in names
        if sheets or not (name.endswith((".pdf", ".png")) or name.startswith("share/"))
    )


def save(page: Page, host: Host, button: str = "只存网页") -> None:
    """Tap, and wait till it is told that all is there."""
    page.goto(f"{host.address}offline.html")
    page.get_by_role("button", name=button).click()
    page.get_by_text("存好了").wait_for()


def all_say(page: Page, host: Host, files: Mapping[str, bytes]) -> list[str]:
    """The versions that the kept files of the site are of, for a page that is under the worker."""
    said = page.evaluate(ALL_SAY, [host.address + name for name in kept(files)])
    return sorted(said)
