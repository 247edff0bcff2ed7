"""What one module asks of another and does not find is told in a sentence that names both."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from all_there import import_all

FILES = {
    "asks_for_a_name": ("from {package}.kinds import Recipe", "kinds.py has no `Recipe`"),
    "asks_for_a_trait": (
        "from {package} import kinds\n\nRECIPE = kinds.Recipe",
        "kinds.py has no `Recipe`",
    ),
    "asks_for_a_file": ("from {package}.recipes import Recipe", "recipes.py is missing"),
    "asks_through_another": (
        "from {package}.telling import RECIPE\n",
        "kinds.py has no `Recipe`",
    ),
}


@pytest.fixture
def house(tmp_path, monkeypatch) -> Iterator[Path]:
    """An empty package that can be imported, under a name of its own."""
    folder = tmp_path / f"house_{tmp_path.name}"
    folder.mkdir()
    (folder / "__init__.py").touch()
    monkeypatch.syspath_prepend(tmp_path)
    yield folder
    for module in [one for one in sys.modules if one.partition(".")[0] == folder.name]:
        del sys.modules[module]


@pytest.mark.parametrize("name", FILES)
def test_what_a_module_lacks_is_told_with_the_file_and_who_needs_it(house, name):
    asks, lacks = FILES[name]
    (house / "kinds.py").write_text("class Text: ...\n")
    (house / "asking.py").write_text(asks.format(package=house.name))
    needs = "asking.py, line "
    if name == "asks_through_another":
        (house / "telling.py").write_text(f"\nfrom {house.name}.kinds import Recipe as RECIPE\n")
        needs = "telling.py, line 2,"
    with pytest.raises(ImportError) as caught:
        import_all([str(house)], house.name)
    assert str(caught.value).startswith(f"{house.name}/{lacks}: {house.name}/{needs}")


@pytest.mark.parametrize("broken", ["import no_such_library", "None.letters"])
def test_what_is_no_fault_of_the_house_is_left_as_it_is(house, broken):
    (house / "asking.py").write_text(broken)
    with pytest.raises((ImportError, AttributeError), match=r"no_such_library'$|NoneType"):
        import_all([str(house)], house.name)
