"""The schemas that editors use: current, in Chinese, and of one mind with `check`."""

import json
import re
from functools import cache

import pytest
import yaml
from casebook import SMALL, small_course
from conftest import ROOT
from jsonschema import Draft7Validator, FormatChecker
from referencing import Registry, Resource

from cunbo.authoring.schema import schema_names, schema_text
from cunbo.authoring.schema_ids import ids_text
from cunbo.model.blocks import block_kinds

NAMES = sorted(schema_names())
HAN = re.compile(r"[\u4e00-\u9fff]")
FILES = [
    pytest.param(name, path, id=path.relative_to(ROOT).as_posix())
    for folder in (ROOT / "curriculum", SMALL)
    for name, glob in schema_names().items()
    for path in sorted(folder.glob(glob))
]
IDS = json.loads(ids_text(small_course()))
BESIDE = Registry().with_resource("ids.json", Resource.from_contents(IDS))
"""What the schemas point at: the ids of some course."""


class EditorLoader(yaml.CSafeLoader):
    """Reads YAML 1.2 as editors do: dates, `no` and `1:30` are texts, numbers are numbers."""

    yaml_implicit_resolvers = {}  # noqa: RUF012


EditorLoader.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile("^(true|false)$"), "tf")
EditorLoader.add_implicit_resolver(
    "tag:yaml.org,2002:null", re.compile("^(null|~|)$"), ["n", "~", ""]
)
EditorLoader.add_implicit_resolver(
    "tag:yaml.org,2002:int", re.compile(r"^[-+]?\d+$"), list("-+0123456789")
)
EditorLoader.add_implicit_resolver(
    "tag:yaml.org,2002:float", re.compile(r"^[-+]?\d+\.\d+$"), list("-+0123456789")
)


@cache
def judge(name: str) -> Draft7Validator:
    schema = json.loads(schema_text(name))
    return Draft7Validator(schema, format_checker=FormatChecker(), registry=BESIDE)


def faults(name: str, text: str) -> list[str]:
    """What an editor that knows the schema would underline, as `key/key/…`."""
    found = judge(name).iter_errors(yaml.load(text, EditorLoader))
    return sorted("/".join(map(str, one.absolute_path)) for one in found)


def parts_of(schema: dict) -> list[dict]:
    """The schema of the file and of every part inside it."""
    return [schema, *schema.get("$defs", {}).values()]


@pytest.mark.parametrize("name", NAMES)
def test_the_committed_schema_is_current(name, golden):
    golden(ROOT / "schemas" / f"{name}.json", schema_text(name))


def test_there_is_no_schema_too_many():
    there = {path.stem for path in (ROOT / "schemas").iterdir()}
    assert sorted(there - {"ids"}) == NAMES  # which is this course's own, and not committed


@pytest.mark.parametrize("name", NAMES)
def test_a_schema_is_a_schema(name):
    Draft7Validator.check_schema(json.loads(schema_text(name)))


@pytest.mark.parametrize(("name", "path"), FILES)
def test_every_file_of_both_courses_has_nothing_underlined(name, path):
    assert faults(name, path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize("name", NAMES)
def test_every_key_and_part_is_explained_in_chinese(name):
    for part in parts_of(json.loads(schema_text(name))):
        if "enum" in part:
            assert len(part["markdownEnumDescriptions"]) == len(part["enum"])
            assert all(HAN.search(said) for said in part["markdownEnumDescriptions"])
            continue
        assert HAN.search(part["title"])
        assert part["additionalProperties"] is False
        for key, value in part["properties"].items():
            assert HAN.search(value["description"]), key


@pytest.mark.parametrize("name", ["lesson", "form"])
def test_a_block_is_told_by_its_only_key(name):
    parts = json.loads(schema_text(name))["$defs"]
    owner = parts["Appendix"] if name == "lesson" else json.loads(schema_text(name))
    kinds = [
        parts[one["$ref"].split("/")[-1]] for one in owner["properties"]["blocks"]["items"]["oneOf"]
    ]
    keys = [next(iter(kind["properties"])) for kind in kinds]
    assert keys == [kind.kind for kind in block_kinds()]
    for kind, key in zip(kinds, keys, strict=True):
        assert kind["required"] == list(kind["properties"]) == [key]
        assert key in kind["errorMessage"]


def lesson(old: str, new: str) -> str:
    text = (SMALL / "lessons" / "S1-01.yml").read_text(encoding="utf-8")
    assert old in text
    return text.replace(old, new, 1)


@pytest.mark.parametrize(
    ("old", "new", "place"),
    [
        ("track: skills", "trakc: skills", ""),
        ("track: skills", "track: skill", "track"),
        ("hours: 1", "hours: 9", "hours"),
        ("hours: 1", "hours: 一", "hours"),
        ("2026-11-01", "2026年11月", "reviewed"),
        ("id: S1-01", "id: s1-01", "id"),
        ("bring: [纸, 笔]", "bring: 纸", "bring"),
        ("homework: 念给家里人听。", "homework: [念]", "after/homework"),
        ("- note: 没人举手", "- nota: 没人举手", "steps/0/trainer/1"),
        ("- say: 你是", "- 你是", "steps/0/trainer/0"),
        ("pass: 三个字都有", "passes: 三个字都有", "rubric/0"),
        ("scene: 第一次开口，【产品】怎么来的，一句也没说。", "scene:", "scene"),
    ],
)
def test_a_mistake_is_underlined_where_it_stands(old, new, place):
    assert set(faults("lesson", lesson(old, new))) == {place}


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("title: 说一句话：用自己的话", "title: 2026"),
        ("look_for: 说清了", "look_for: 3.5"),
        ("rows: [[一份【价格】, '']]", "rows: [[1, 25]]"),
    ],
)
def test_a_number_may_stand_where_text_belongs(old, new):
    assert faults("lesson", lesson(old, new)) == []


def test_a_snippet_has_a_gap_for_every_key_that_must_be_there():
    schema = json.loads(schema_text("lesson"))
    shown = [part for part in parts_of(schema) if part.get("defaultSnippets")]
    assert len(shown) > 10
    for part in shown:
        snippet = part["defaultSnippets"][0]
        assert HAN.search(snippet["label"])
        assert set(part.get("required", [])) <= set(snippet["body"])
        gaps = re.findall(r"\$\{(\d+)", json.dumps(snippet["body"]))
        assert sorted(map(int, gaps)) == list(range(1, len(gaps) + 1))


def test_vs_code_knows_the_schema_of_every_file():
    settings = json.loads((ROOT / ".vscode" / "settings.json").read_text(encoding="utf-8"))
    wanted = {f"schemas/{name}.json": f"curriculum/{glob}" for name, glob in schema_names().items()}
    assert settings["yaml.schemas"] == wanted
    covered = {path for glob in wanted.values() for path in ROOT.glob(glob)}
    assert covered == set((ROOT / "curriculum").rglob("*.yml"))


def test_vs_code_writes_files_that_check_can_read():
    settings = json.loads((ROOT / ".vscode" / "settings.json").read_text(encoding="utf-8"))
    assert settings["files.encoding"] == "utf8"
    assert settings["[yaml]"]["editor.insertSpaces"] is True
    assert settings["yaml.format.enable"] is False
    extensions = json.loads((ROOT / ".vscode" / "extensions.json").read_text(encoding="utf-8"))
    assert "redhat.vscode-yaml" in extensions["recommendations"]
