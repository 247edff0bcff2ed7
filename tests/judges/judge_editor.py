"""What VS Code's YAML extension offers an author and underlines, asked of its own server."""

import json
from pathlib import Path
from typing import Any
from zlib import crc32

import pytest
from conftest import ROOT

from cunbo.authoring.schema import schema_names
from cunbo.authoring.schema_ids import FILE, SLOTS, keep_ids
from cunbo.making.project import Project
from cunbo.reading.curriculum import read_curriculum
from judges.language_server import Editor, editor
from judges.programs import listed

LESSONS = ROOT / "curriculum" / "lessons"
WRITTEN = (LESSONS / "S1-07.yml").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def vs_code():
    """An editor with this repository open, as VS Code opens it."""
    keep_ids(Project(ROOT), read_curriculum(ROOT / "curriculum"))
    settings = json.loads((ROOT / ".vscode" / "settings.json").read_text(encoding="utf-8"))
    with editor(ROOT, settings) as opened:
        yield opened


def offered(vs_code: Editor, path: Path, text: str) -> dict[str, str]:
    """What is offered at the end of a text that an author is typing into the file `path`."""
    address = vs_code.open(path, text)
    vs_code.underlined(address)  # by then the server has read the schema
    *before, last = text.split("\n")
    return vs_code.offered(address, len(before), len(last))


def known() -> dict[str, Any]:
    """What `cunbo check` has written for editors."""
    text = (ROOT / "schemas" / FILE).read_text(encoding="utf-8")
    return json.loads(text)["definitions"]


def ids(kind: str) -> dict[str, str]:
    """Every id of a kind, with its meaning."""
    one = known()[kind]
    return dict(zip(one["enum"], one["markdownEnumDescriptions"], strict=True))


@pytest.mark.parametrize(
    ("typed", "kind"),
    [
        ("facts:\n  - ", "ToFact"),
        ("facts: [l", "ToFact"),
        ("facts: [live-price-mark, ", "ToFact"),
        ("requires:\n  - ", "ToLesson"),
        ("requires: [S", "ToLesson"),
        ("consumes:\n  - S1-01\n  - ", "ToLesson"),
        ("derives_from:\n  - ", "ToFinding"),
        ("derives_from: [w", "ToFinding"),
        ("deliverable:\n  name: 一张卡\n  form: ", "ToForm"),
        ("quiz:\n  - ask: 问\n    checks: ", "ToObjective"),
        ("rubric:\n  - look_for: 看\n    checks: ", "ToObjective"),
        ("steps:\n  - kind: practice\n    practises: [s", "ToObjective"),
    ],
)
def test_an_id_is_offered_with_its_meaning(vs_code, typed, kind):
    path = LESSONS / f"new-{crc32(typed.encode())}.yml"  # what was typed before is not remembered
    said = offered(vs_code, path, f"id: S1-99\n{typed}")
    assert ids(kind).items() <= said.items()


@pytest.mark.parametrize(
    ("file", "typed", "kind"),
    [
        ("course.yml", "village: ", "ToVillage"),
        ("paths/Z.yml", "electives:\n  - ", "ToLesson"),
        ("practices.yml", "practices:\n  - id: G99\n    derives_from:\n      - ", "ToFinding"),
        ("forms/new.yml", "blocks:\n  - warning:\n      text: 小心\n      fact: ", "ToFact"),
    ],
)
def test_so_it_is_in_every_kind_of_file(vs_code, file, typed, kind):
    assert ids(kind).items() <= offered(vs_code, ROOT / "curriculum" / file, typed).items()


def test_the_slots_of_a_village_are_offered_with_their_meaning(vs_code):
    said = offered(vs_code, ROOT / "curriculum" / "villages" / "new.yml", "id: new\nslots:\n  ")
    slots = known()[SLOTS]["properties"]
    assert {name: one["description"] for name, one in slots.items()}.items() <= said.items()


def test_nothing_is_underlined_in_the_whole_curriculum(vs_code):
    course = ROOT / "curriculum"
    paths = [path for glob in schema_names().values() for path in sorted(course.glob(glob))]
    assert len(paths) > 90
    opened = {path.relative_to(course): vs_code.open(path) for path in paths}
    faults = {path: vs_code.underlined(address) for path, address in opened.items()}
    assert listed(f"{path}:{one}" for path, found in faults.items() for one in found) == ""


def test_what_is_wrong_is_underlined_in_chinese(vs_code):
    wrong = WRITTEN.replace("facts:", "facts: [新的]\nfactz:", 1)
    said = listed(vs_code.underlined(vs_code.open(LESSONS / "S1-98.yml", wrong)))
    assert "只用小写英文字母" in said
    assert "factz" in said
