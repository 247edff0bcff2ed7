"""The ids that editors complete: every kind, with its meaning, up to date, and never in the way."""

import json

import pytest
from conftest import ROOT
from test_schema import faults, lesson

from cunbo.authoring.schema import schema_names, schema_text
from cunbo.authoring.schema_ids import FILE, SLOTS, SNIPPETS, keep_ids
from cunbo.cli.main import main
from cunbo.model.ids import Reference
from cunbo.preview.snapshots import Snapshots
from cunbo.reading.curriculum import read_curriculum


def written(project) -> dict:
    return json.loads((project.schemas / FILE).read_text(encoding="utf-8"))["definitions"]


def check(project, *options: str) -> int:
    return main(["--course", str(project.root), "check", *options])


@pytest.fixture
def with_schemas(small):
    small.schemas.mkdir()
    small.vs_code.mkdir()
    return small


def test_the_ids_are_a_file_of_the_machine_and_not_of_the_course():
    """Whoever changes a word of a fact would change it too, and two who do so would collide."""
    ignored = (ROOT / ".gitignore").read_text(encoding="utf-8").splitlines()
    assert {f"/schemas/{FILE}", f"/.vscode/{SNIPPETS}"} <= set(ignored)


def test_every_kind_of_reference_and_the_slots_are_there(with_schemas):
    check(with_schemas)
    kinds = written(with_schemas)
    assert set(kinds) == {kind.__name__ for kind in Reference.__subclasses__()} | {SLOTS}
    for kind in kinds.keys() - {SLOTS}:
        assert len(kinds[kind]["enum"]) == len(kinds[kind]["markdownEnumDescriptions"]) > 0


@pytest.mark.parametrize("kind", Reference.__subclasses__())
def test_what_a_schema_lets_choose_is_there_to_choose_from(kind):
    place = f'"ids.json#/definitions/{kind.__name__}"'
    assert any(place in schema_text(name) for name in schema_names())


def test_an_id_stands_with_its_meaning(with_schemas):
    check(with_schemas)
    kinds = written(with_schemas)
    meanings = {
        kind: dict(zip(one["enum"], one["markdownEnumDescriptions"], strict=True))
        for kind, one in kinds.items()
        if kind != SLOTS
    }
    course = read_curriculum(with_schemas.curriculum).course
    first = course.lessons["S1-01"]
    paper = next(iter(course.papers.values()))
    finding = paper.proposals[0]
    objective = first.objectives[0]
    assert meanings["ToLesson"]["S1-01"] == first.title
    assert meanings["ToFinding"][finding.id] == f"{finding.says}（{paper.cite}）"
    assert f"S1-01：{objective.can}" in meanings["ToObjective"][objective.id].split("\n\n")
    for folder, kind in (("facts", "ToFact"), ("forms", "ToForm"), ("villages", "ToVillage")):
        assert meanings[kind] == {name: one.in_short for name, one in course.folder(folder).items()}
    slots = {name: one["description"] for name, one in kinds[SLOTS]["properties"].items()}
    assert slots == {slot.name: slot.meaning for slot in course.slots}


def test_a_slot_in_a_sentence_is_a_snippet_with_its_meaning(with_schemas):
    slots = with_schemas.curriculum / "slots.yml"
    text = slots.read_text(encoding="utf-8")
    slots.write_text(text + "  - {name: 价$1, meaning: 奇怪的名字}\n", encoding="utf-8")
    check(with_schemas)
    found = json.loads((with_schemas.vs_code / SNIPPETS).read_text(encoding="utf-8"))
    course = read_curriculum(with_schemas.curriculum).course
    assert list(found) == [f"【{slot.name}】" for slot in course.slots]
    assert [one["description"] for one in found.values()] == [one.meaning for one in course.slots]
    assert {one["scope"] for one in found.values()} == {"yaml"}
    assert found["【价$1】"]["body"] == r"【价\$1】"


def test_an_id_nobody_has_yet_is_not_underlined_and_one_of_a_wrong_form_is():
    assert faults("lesson", lesson("[ad-words]", "[brand-new]")) == []
    assert faults("lesson", lesson("[ad-words]", "[新的]")) == ["facts/0"]


def test_a_new_id_is_known_after_a_check_and_while_the_preview_runs(with_schemas):
    old = with_schemas.curriculum / "slots.yml"
    text = old.read_text(encoding="utf-8")
    old.write_text(text + "  - {name: 山歌, meaning: 村里唱什么}\n", encoding="utf-8")
    check(with_schemas)
    assert written(with_schemas)[SLOTS]["properties"]["山歌"] == {"description": "村里唱什么"}
    old.write_text(text, encoding="utf-8")
    Snapshots(with_schemas, None).take()
    assert "山歌" not in written(with_schemas)[SLOTS]["properties"]


def test_a_file_that_is_right_is_not_touched(with_schemas):
    check(with_schemas)
    before = (with_schemas.schemas / FILE).stat()
    check(with_schemas)
    after = (with_schemas.schemas / FILE).stat()
    assert (before.st_ino, before.st_mtime_ns) == (after.st_ino, after.st_mtime_ns)


def test_while_a_file_is_broken_its_ids_stay(with_schemas):
    check(with_schemas)
    before = written(with_schemas)
    (with_schemas.curriculum / "lessons" / "S1-01.yml").write_text("id: [", encoding="utf-8")
    assert check(with_schemas) == 1
    assert written(with_schemas) == before
    (with_schemas.schemas / FILE).unlink()
    check(with_schemas)
    assert set(before["ToLesson"]["enum"]) - set(written(with_schemas)["ToLesson"]["enum"]) == {
        "S1-01"
    }


def test_answers_for_programs_write_nothing(with_schemas):
    check(with_schemas, "--format", "json")
    assert list(with_schemas.schemas.iterdir()) == []


def test_a_course_that_cannot_be_read_leaves_no_editor_without_the_file(with_schemas):
    slots = with_schemas.curriculum / "slots.yml"
    whole = slots.read_text(encoding="utf-8")
    slots.write_text("slots: {", encoding="utf-8")
    assert check(with_schemas) == 1
    ids = with_schemas.schemas / FILE
    empty = json.loads(ids.read_text(encoding="utf-8"))["definitions"]
    assert not any(empty.values())
    slots.write_text(whole, encoding="utf-8")
    assert check(with_schemas) == 0
    known = json.loads(ids.read_text(encoding="utf-8"))["definitions"]
    assert known.keys() == empty.keys()
    assert all(known.values())
    slots.unlink()
    assert check(with_schemas) == 1
    assert json.loads(ids.read_text(encoding="utf-8"))["definitions"] == known


def test_without_schemas_or_where_they_are_elsewhere_nothing_is_written(small, tmp_path):
    reading = read_curriculum(small.curriculum)
    keep_ids(small, reading)
    assert not small.schemas.exists()
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    small.schemas.symlink_to(elsewhere)
    keep_ids(small, reading)
    assert list(elsewhere.iterdir()) == []


def test_a_file_that_cannot_be_written_stops_no_check(with_schemas):
    (with_schemas.schemas / FILE).mkdir()
    assert check(with_schemas) == 0
