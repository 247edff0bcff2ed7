"""A small editor: it drives the YAML language server that VS Code's extension runs."""

import json
import subprocess
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from judges.programs import NODE

SERVER = NODE / "yaml-language-server" / "bin" / "yaml-language-server"


class Editor:
    """Files open in an editor; `settings` are those of VS Code, by their whole names."""

    def __init__(self, server: subprocess.Popen[bytes], root: Path, settings: Mapping[str, Any]):
        self._server, self._root, self._settings = server, root, settings
        self._asked = 0
        self._told = False
        self.faults: dict[str, list[dict[str, Any]]] = {}
        """What is underlined, by the file's address."""
        self._request("initialize", processId=None, rootUri=root.as_uri(), capabilities=_ABLE)
        self._notify("initialized")
        self._notify("workspace/didChangeConfiguration", settings=self._section(""))
        while not self._told:
            self._take(self._read())

    def open(self, path: Path, text: str | None = None) -> str:
        """Open a file, or a text in its place; its address."""
        address = path.as_uri()
        text = path.read_text(encoding="utf-8") if text is None else text
        self._asked += 1
        self.faults.pop(address, None)
        document = {"uri": address, "languageId": "yaml", "version": self._asked, "text": text}
        self._notify("textDocument/didOpen", textDocument=document)
        return address

    def underlined(self, address: str) -> list[str]:
        """What is underlined in an open file, once the server has looked."""
        while address not in self.faults:
            self._take(self._read())
        return [
            f"{one['range']['start']['line'] + 1}: {one['message']}" for one in self.faults[address]
        ]

    def offered(self, address: str, line: int, column: int) -> dict[str, str]:
        """What completion offers at a place, both counted from 0: labels and their meanings."""
        place = {"line": line, "character": column}
        answer = self._request(
            "textDocument/completion", textDocument={"uri": address}, position=place
        )
        items = answer["items"] if isinstance(answer, dict) else answer or []
        return {
            one["label"]: _plain(one.get("documentation") or one.get("detail") or "")
            for one in items
        }

    def _section(self, name: str) -> dict[str, Any]:
        """Settings below `name` as the nested mapping that the server asks for."""
        whole: dict[str, Any] = {}
        for key, value in self._settings.items():
            *above, last = key.split(".")
            inside = whole
            for part in above:
                inside = inside.setdefault(part, {})
            inside[last] = value
        return whole.get(name, {}) if name else whole

    def _request(self, method: str, **params: Any) -> Any:
        self._asked += 1
        self._write({"id": self._asked, "method": method, "params": params})
        while True:
            message = self._read()
            if message.get("id") == self._asked and "method" not in message:
                assert "error" not in message, message
                return message["result"]
            self._take(message)

    def _notify(self, method: str, **params: Any) -> None:
        self._write({"method": method, "params": params})

    def _take(self, message: Mapping[str, Any]) -> None:
        """What the server says or asks of its own."""
        if message.get("method") == "textDocument/publishDiagnostics":
            self.faults[message["params"]["uri"]] = message["params"]["diagnostics"]
        elif "id" in message and "method" in message:
            wanted = message["params"].get("items", []) if message.get("params") else []
            answer = [self._section(one["section"]) for one in wanted] if wanted else None
            self._write({"id": message["id"], "result": answer})
            self._told = self._told or bool(wanted)

    def _write(self, message: Mapping[str, Any]) -> None:
        data = json.dumps({"jsonrpc": "2.0", **message}).encode()
        assert self._server.stdin
        self._server.stdin.write(b"Content-Length: %d\r\n\r\n%s" % (len(data), data))
        self._server.stdin.flush()

    def _read(self) -> dict[str, Any]:
        assert self._server.stdout
        length = 0
        while line := self._server.stdout.readline().strip():
            name, _, value = line.partition(b": ")
            length = int(value) if name == b"Content-Length" else length
        assert length, "the language server has ended"
        return json.loads(self._server.stdout.read(length))


_ABLE = {
    "workspace": {"configuration": True},
    "textDocument": {"completion": {"completionItem": {"documentationFormat": ["markdown"]}}},
}
"""What this editor is able to do."""


def _plain(said: str | Mapping[str, str]) -> str:
    return said if isinstance(said, str) else said["value"]


@contextmanager
def editor(root: Path, settings: Mapping[str, Any]) -> Iterator[Editor]:
    """An editor with the folder `root` open."""
    with subprocess.Popen(
        ["node", SERVER, "--stdio"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=root
    ) as server:
        try:
            yield Editor(server, root, settings)
        finally:
            server.kill()
