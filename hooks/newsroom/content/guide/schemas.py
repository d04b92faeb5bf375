"""JSON Schemas of the front matter, for editors that check it while somebody writes, made from the models."""

import json
from collections.abc import Mapping
from typing import Any, cast

from newsroom.content.types import TYPES, AnyType

_DRAFT = "http://json-schema.org/draft-07/schema#"
"""The version that the plugin of remark understands, which checks Markdown files in VS Code."""


def front_matter_schemas() -> Mapping[str, str]:
    """The schema of each type's front matter, as the text of a file, by the file's name."""
    return {f"{found.name}.json": _schema_text(found) for found in TYPES}


def _schema_text(content_type: AnyType) -> str:
    schema = content_type.model.model_json_schema(by_alias=True)
    named = content_type.file_name.fields(content_type.file_name.example) or {}
    schema["required"] = [name for name in schema["required"] if name not in named]
    schema = {"$schema": _DRAFT, **_for_yaml(schema), "title": content_type.name.capitalize()}
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"


def _for_yaml(schema: Any) -> Any:  # noqa: ANN401 -- JSON
    """A schema in which each text may be a number: our parser reads `date: 2023` as text, and YAML's as a number."""
    if isinstance(schema, list):
        return [_for_yaml(part) for part in schema]
    if not isinstance(schema, dict):
        return schema
    parts = {key: _for_yaml(part) for key, part in cast("dict[str, Any]", schema).items() if key != "x-rare"}
    if parts.get("default", 0) is None:
        del parts["default"]
    if parts.get("type") == "string" and "enum" not in parts and "const" not in parts:
        parts["type"] = ["string", "number"]
    return parts
