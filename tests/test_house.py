"""The house rules that a machine can hold."""

import ast
from pathlib import Path

import pytest

HOUSE = Path(__file__).parent.parent / "cunbo"
ROOMS = [
    "plain_errors", "problems",
    "source_causes", "source_flow", "source_repair", "source_tree", "source",
    "text", "model", "model_paths", "explanations", "validation", "curriculum",
    "skeleton", "schema", "checks",
    "edition", "audience", "printables", "pages", "handouts", "stats", "folder", "swap", "project",
    "freshness", "build",
    "report", "help", "verdict", "draft_ids", "drafts", "drafts_command", "preview",
    "check_command", "build_command", "cli", "__main__",
]  # fmt: skip
WINGS = {"pages", "handouts"}
MODULES = sorted(HOUSE.rglob("*.py"))


def room_of(module: str) -> str:
    return module.split(".")[1] if "." in module else "__init__"


def imports_of(path: Path) -> list[str]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    found = []
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module:
            found.append(node.module)
        elif isinstance(node, ast.Import):
            found += [alias.name for alias in node.names]
    return [name for name in found if name.split(".")[0] == "cunbo"]


def own_room(path: Path) -> str:
    first = path.relative_to(HOUSE).parts[0]
    return first.removesuffix(".py")


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(HOUSE).as_posix())
def test_a_room_imports_only_from_rooms_above_it(path):
    own = own_room(path)
    assert own in [*ROOMS, "__init__"], f"{own} has no place in the house yet"
    for name in imports_of(path):
        room = room_of(name)
        if room in ("__init__", own):
            continue
        assert ROOMS.index(room) < ROOMS.index(own), f"{own} must not import {name}"
        assert not {own, room} <= WINGS, "the wings do not know each other"


def test_the_wings_each_have_one_module_that_knows_its_tool():
    knowing = {"mkdocs": set(), "typst": set()}
    for path in MODULES:
        tree = ast.parse(path.read_text(encoding="utf-8"))
        for node in ast.walk(tree):
            names = [node.module or ""] if isinstance(node, ast.ImportFrom) else []
            names += [one.name for one in node.names] if isinstance(node, ast.Import) else []
            for tool in knowing:
                if any(name.split(".")[0] == tool for name in names):
                    knowing[tool].add(path.relative_to(HOUSE).as_posix())
    assert {tool: len(modules) for tool, modules in knowing.items()} == {"mkdocs": 1, "typst": 1}


def test_there_is_no_drawer_for_odds_and_ends():
    drawers = {"utils", "util", "helpers", "misc", "common"}
    assert [path.name for path in MODULES if path.stem in drawers] == []


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(HOUSE).as_posix())
def test_files_and_functions_stay_small(path):
    text = path.read_text(encoding="utf-8")
    assert text.count("\n") <= 320
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef):
            assert (node.end_lineno or 0) - node.lineno < 50, node.name
