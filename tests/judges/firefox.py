"""Debian's Firefox, driven over WebDriver BiDi, which it speaks itself."""

import json
import re
import subprocess
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from chromium import with_chinese_font
from websockets.sync.client import ClientConnection, connect

_LISTENS = re.compile(rb"WebDriver BiDi listening on (ws://\S+)")
_AT_PEACE = """\
user_pref("services.settings.server", "data:,");
user_pref("datareporting.policy.dataSubmissionEnabled", false);
user_pref("app.normandy.enabled", false);
"""
"""It asks nobody for news while it is looked at."""


class Firefox:
    """One window. `troubles` has what went wrong on the page, as its console shows it."""

    def __init__(self, connection: ClientConnection) -> None:
        self._connection = connection
        self._asked = 0
        self.troubles: list[str] = []
        self._ask("session.new", capabilities={})
        self._ask("session.subscribe", events=["log.entryAdded"])
        self._window = self._ask("browsingContext.getTree")["contexts"][0]["context"]

    def open(self, address: str) -> None:
        """Go to a page and wait till all of it is there. What went wrong before is forgotten."""
        self.troubles.clear()
        self._ask("browsingContext.navigate", context=self._window, url=address, wait="complete")

    def resize(self, size: Mapping[str, int]) -> None:
        self._ask("browsingContext.setViewport", context=self._window, viewport=size)

    def evaluate(self, function: str) -> Any:
        """What a function of JavaScript without arguments returns, if JSON can hold it."""
        answer = self._ask(
            "script.evaluate",
            expression=f"JSON.stringify(({function})())",
            target={"context": self._window},
            awaitPromise=False,
        )
        assert answer["type"] == "success", answer
        return json.loads(answer["result"]["value"])

    def picture(self) -> str:
        """The window as a PNG, in base 64."""
        return str(self._ask("browsingContext.captureScreenshot", context=self._window)["data"])

    def _ask(self, method: str, **params: Any) -> dict[str, Any]:
        self._asked += 1
        self._connection.send(json.dumps({"id": self._asked, "method": method, "params": params}))
        while True:
            message = json.loads(self._connection.recv(timeout=60))
            if message.get("method") == "log.entryAdded":
                entry = message["params"]
                self.troubles += [entry["text"]] if entry["level"] in ("error", "warn") else []
            if message.get("id") == self._asked:
                assert message["type"] == "success", message
                return dict(message["result"])


@contextmanager
def firefox(folder: Path) -> Iterator[Firefox]:
    """A Firefox that keeps what it writes in `folder`, which is empty."""
    (folder / "user.js").write_text(_AT_PEACE, encoding="utf-8")
    command = ["firefox-esr", "--headless", "--no-remote", "--remote-debugging-port", "0"]
    with subprocess.Popen(
        [*command, "--profile", folder, "about:blank"],
        stderr=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        env={**with_chinese_font(folder), "HOME": str(folder)},
    ) as process:
        assert process.stderr
        try:
            found = None
            while found is None and (line := process.stderr.readline()):
                found = _LISTENS.search(line)
            assert found, "Firefox did not start"
            with connect(f"{found[1].decode()}/session", max_size=None) as connection:
                yield Firefox(connection)
        finally:
            process.kill()
