"""The model → one JSON Schema for each kind of file, with which an editor helps while typing.

Written for the YAML language server (VS Code and others): besides JSON Schema's own words it uses
that server's `errorMessage`, `patternErrorMessage`, `markdownEnumDescriptions` and
`defaultSnippets`, which other programs skip.
"""

import json
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from pydantic.json_schema import GenerateJsonSchema, JsonSchemaMode, JsonSchemaValue
from pydantic_core import core_schema

from cunbo.authoring.schema_ids import SLOTS, place_of
from cunbo.authoring.snippets import snippets
from cunbo.model.base import Part
from cunbo.model.blocks import Block, block_kinds
from cunbo.model.course import FOLDERS, SINGLE_FILES
from cunbo.model.ids import Reference
from cunbo.model.meanings import MEANINGS, id_form

_DIALECT = "http://json-schema.org/draft-07/schema#"
_TEXT = "这里写一句话。句子里有英文冒号加空格时，改成中文冒号，或给整句加上英文双引号"
_LIST = "这里是一个列表：另起一行，每一项前面写两个空格、一个 - 和一个空格"
_BLOCK = "写成“- 种类: 内容”，一项只写一种。种类有：" + "、".join(
    f"{one.kind}（{one.model_config['title']}）" for one in block_kinds()
)
_IDS_OF = "ids of"
"""Marks where a kind of id is to be chosen from, till Pydantic has resolved its own references."""
_DATE = "日期写成 2026-11-22 这样，而且真有这一天"


def schema_names() -> Mapping[str, str]:
    """Name of each schema → the files it is for, as a glob inside the curriculum folder."""
    folders = {folder.removesuffix("s"): f"{folder}/*.yml" for folder in FOLDERS}
    return MappingProxyType(folders | {stem: f"{stem}.yml" for stem in SINGLE_FILES})


def schema_text(name: str) -> str:
    """The schema called `name` (as in `schema_names`), as the text of its file.

    Raises KeyError where there is no such schema.
    """
    models: dict[str, type[Part]] = {
        folder.removesuffix("s"): part for folder, part in FOLDERS.items()
    }
    models.update(SINGLE_FILES)
    schema = models[name].model_json_schema(schema_generator=_EditorSchema)
    return json.dumps({"$schema": _DIALECT, **schema}, ensure_ascii=False, indent=1) + "\n"


class _EditorSchema(GenerateJsonSchema):
    """What the YAML reader accepts, which is wider than the model (a number is a text, too) and
    narrower (a key with nothing after it), told in the author's words."""

    def generate(self, schema: Any, mode: JsonSchemaMode = "validation") -> JsonSchemaValue:
        made = super().generate(schema, mode)
        for kind in made.get("$defs", {}).values():
            if "enum" in kind:  # its title and description are the class's name and docstring
                del kind["title"], kind["description"]
        _point_to_ids(made)
        return made

    def str_schema(self, schema: core_schema.StringSchema) -> JsonSchemaValue:
        made = super().str_schema(schema)
        message = id_form(str(schema.get("pattern", "")))
        if message:
            return made | {"patternErrorMessage": message, "errorMessage": message}
        return made | {"type": ["string", "number"], "errorMessage": _TEXT}

    def function_after_schema(
        self, schema: core_schema.AfterValidatorFunctionSchema
    ) -> JsonSchemaValue:
        made = super().function_after_schema(schema)
        kind = schema["function"]["function"]
        if isinstance(kind, type) and issubclass(kind, Reference):
            return {"anyOf": [{_IDS_OF: kind.__name__}, made]}
        return made

    def dict_schema(self, schema: core_schema.DictSchema) -> JsonSchemaValue:
        """The only keys that an author thinks of are names of slots."""
        return super().dict_schema(schema) | {"allOf": [{_IDS_OF: SLOTS}]}

    def int_schema(self, schema: core_schema.IntSchema) -> JsonSchemaValue:
        return super().int_schema(schema) | {"errorMessage": "只写半角的整数，不写单位，比如 6"}

    def bool_schema(self, schema: core_schema.BoolSchema) -> JsonSchemaValue:
        return super().bool_schema(schema) | {"errorMessage": "是就写 true，不是就写 false"}

    def date_schema(self, schema: core_schema.DateSchema) -> JsonSchemaValue:
        return super().date_schema(schema) | {"patternErrorMessage": _DATE, "errorMessage": _DATE}

    def tuple_schema(self, schema: core_schema.TupleSchema) -> JsonSchemaValue:
        return super().tuple_schema(schema) | {"errorMessage": _LIST}

    def enum_schema(self, schema: core_schema.EnumSchema) -> JsonSchemaValue:
        meanings = {str(one.value): said for one, said in MEANINGS[schema["cls"]].items()}
        words = "、".join(f"{word}（{said}）" for word, said in meanings.items())
        return {
            "type": "string",
            "enum": list(meanings),
            "markdownEnumDescriptions": list(meanings.values()),
            "errorMessage": f"只能写：{words}",
        }

    def nullable_schema(self, schema: core_schema.NullableSchema) -> JsonSchemaValue:
        return self.generate_inner(schema["schema"])

    def default_schema(self, schema: core_schema.WithDefaultSchema) -> JsonSchemaValue:
        made = super().default_schema(schema)
        if not isinstance(made.get("default"), bool | int | str):
            made.pop("default", None)  # nothing that an author would want inserted
        return made

    def model_schema(self, schema: core_schema.ModelSchema) -> JsonSchemaValue:
        made = super().model_schema(schema)
        made.pop("description", None)  # the class's docstring is for programmers
        part = schema["cls"]
        if issubclass(part, Block):
            made["errorMessage"] = _BLOCK
        return made | {"defaultSnippets": snippets(part)}

    def sort(self, value: JsonSchemaValue, parent_key: str | None = None) -> JsonSchemaValue:
        """Keys keep the model's order, which is the order in which a lesson is written."""
        return value

    def field_title_should_be_set(self, schema: Any) -> bool:
        return False


def _point_to_ids(value: object) -> None:
    """Turn every mark into a reference to the course's own ids, wherever it stands in `value`."""
    if isinstance(value, dict) and _IDS_OF in value:
        value["$ref"] = place_of(value.pop(_IDS_OF))
    inside = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    for one in inside:
        _point_to_ids(one)
