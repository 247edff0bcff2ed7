"""The house rules that a machine can hold."""

import ast
from functools import cache
from pathlib import Path

import pytest

HOUSE = Path(__file__).parent.parent / "cunbo"
ROOMS = [
    "problems", "model", "reading", "checks", "telling", "pages", "handouts", "documents",
    "making", "authoring", "preview", "cli", "__main__",
]  # fmt: skip
WINGS = {"pages", "handouts", "documents"}
MODULES = sorted(HOUSE.rglob("*.py"))
LONGEST_CHAIN = 12
"""Links of the longest chain of imports: so many rooms away may the cause of a change lie."""


def imported_names(code: str, package: str) -> list[str]:
    """Full names of what the code of a module in `package` imports, relative imports resolved.

    Of `from a import b` both `a` and `a.b` are named: `b` may be a module.
    """
    found = []
    for node in ast.walk(ast.parse(code)):
        if isinstance(node, ast.ImportFrom):
            above = package.split(".")[: len(package.split(".")) - node.level + 1]
            start = ".".join([*(above if node.level else []), *filter(None, [node.module])])
            found += [start, *(f"{start}.{alias.name}" for alias in node.names)]
        elif isinstance(node, ast.Import):
            found += [alias.name for alias in node.names]
    return found


@cache
def imports_of(path: Path) -> list[str]:
    package = ".".join(path.relative_to(HOUSE.parent).parent.parts)
    return imported_names(path.read_text(encoding="utf-8"), package)


def rooms_entered(names: list[str]) -> list[str]:
    """The rooms of the house among imported names; `cunbo.__version__` is none."""
    ours = [name.split(".")[1] for name in names if name.startswith("cunbo.")]
    return [room for room in ours if (HOUSE / room).is_dir() or (HOUSE / f"{room}.py").is_file()]


def forbidden(own: str, room: str) -> bool:
    """Whether a module of room `own` must not import from `room`."""
    if room in ("__init__", own):
        return False
    return ROOMS.index(room) > ROOMS.index(own) or {own, room} <= WINGS


def own_room(path: Path) -> str:
    first = path.relative_to(HOUSE).parts[0]
    return first.removesuffix(".py")


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(HOUSE).as_posix())
def test_a_room_imports_only_from_rooms_above_it(path):
    own = own_room(path)
    assert own in [*ROOMS, "__init__"], f"{own} has no place in the house yet"
    trespassed = [room for room in rooms_entered(imports_of(path)) if forbidden(own, room)]
    assert trespassed == [], f"{own} must not import from {trespassed}"


@pytest.mark.parametrize(
    "code",
    [
        "from cunbo.pages.page_setter import PageSetter",
        "from cunbo.pages import press",
        "from cunbo import pages",
        "from cunbo import __version__, pages",
        "import cunbo.pages.page_setter as p",
        "from ..pages.page_setter import PageSetter",
        "from ..pages import press",
        "from .. import pages",
        "def late():\n    from ..pages import press",
        "if TYPE_CHECKING:\n    from cunbo import pages",
    ],
)
def test_no_way_of_writing_an_import_leads_past_the_rule(code):
    assert rooms_entered(imported_names(code, "cunbo.handouts")).count("pages") >= 1
    assert forbidden("handouts", "pages")
    assert forbidden("checks", "pages")
    assert not forbidden("handouts", "model")


@pytest.mark.parametrize(
    ("code", "rooms"),
    [
        ("from .data import sheet_data", {"handouts"}),
        ("from . import data", {"handouts"}),
        ("from cunbo import __version__", set()),
        ("from pages import press", set()),
        ("import typst", set()),
    ],
)
def test_what_stays_in_its_room_or_comes_from_outside_is_no_trespass(code, rooms):
    assert set(rooms_entered(imported_names(code, "cunbo.handouts"))) == rooms


def module_name(path: Path) -> str:
    return ".".join(path.relative_to(HOUSE.parent).with_suffix("").parts).removesuffix(".__init__")


def import_graph() -> dict[str, set[str]]:
    """Every module of the house, and those modules of the house that it imports.

    The house's own `__init__`, which holds the version, is no knowledge of anything.
    """
    names = {path: module_name(path) for path in MODULES}
    known = {*names.values()} - {HOUSE.name}
    return {names[path]: known.intersection(imports_of(path)) for path in MODULES}


def longest_chain(graph: dict[str, set[str]]) -> list[str]:
    """The longest chain of imports. Fails where modules import one another."""
    chains: dict[str, list[str]] = {}

    def chain_from(module: str, above: tuple[str, ...]) -> list[str]:
        if module in above:
            circle = [*above[above.index(module) :], module]
            pytest.fail("modules import one another: " + " → ".join(circle))
        if module not in chains:
            below = [chain_from(one, (*above, module)) for one in sorted(graph[module])]
            chains[module] = [module, *max(below, key=len, default=[])]
        return chains[module]

    return max((chain_from(module, ()) for module in sorted(graph)), key=len)


def test_no_chain_of_imports_is_long():
    chain = longest_chain(import_graph())
    links = len(chain) - 1
    assert len(chain) > 5
    assert links <= LONGEST_CHAIN, f"{links} links: " + " → ".join(chain)


def test_a_circle_of_imports_is_named():
    graph = {"a": {"b"}, "b": {"c"}, "c": {"d", "b"}, "d": set()}
    with pytest.raises(pytest.fail.Exception, match=r"one another: b → c → b$"):
        longest_chain(graph)
    assert longest_chain(graph | {"c": {"d"}}) == ["a", "b", "c", "d"]


def test_every_class_has_a_name_of_its_own():
    """Whoever meets a name must not have to ask which of two things it is."""
    homes: dict[str, list[str]] = {}
    for path in MODULES:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ClassDef):
                homes.setdefault(node.name.lstrip("_"), []).append(module_name(path))
    assert len(homes) > 50
    assert {name: where for name, where in homes.items() if len(where) > 1} == {}


def test_the_wings_each_have_one_module_that_knows_its_tool():
    knowing = {"mkdocs": set(), "typst": set(), "docx": set(), "pptx": set(), "xlsxwriter": set()}
    for path in MODULES:
        for tool in {name.split(".")[0] for name in imports_of(path)} & knowing.keys():
            knowing[tool].add(path.relative_to(HOUSE).as_posix())
    assert {tool: len(where) for tool, where in knowing.items()} == dict.fromkeys(knowing, 1)


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
