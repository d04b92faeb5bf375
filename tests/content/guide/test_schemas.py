"""The JSON Schemas of the front matter are current, and accept what the models accept."""

import json
from typing import Any

import pytest
import yaml
from jsonschema import Draft7Validator

from newsroom.content.guide.schemas import front_matter_schemas
from newsroom.content.types import type_for_path
from tests.support import NEWSROOM, ROOT
from tests.support.golden import Golden
from tests.support.items import area, easy, newsletter, page, publication, story

SCHEMAS = {name.removesuffix(".json"): json.loads(text) for name, text in front_matter_schemas().items()}


class Yaml12(yaml.SafeLoader):
    """Reads YAML as editors do: a date is a text (YAML 1.2, chapter 10)."""

    yaml_implicit_resolvers = {  # noqa: RUF012 -- the class of PyYAML has it so
        first: [found for found in resolvers if found[0] != "tag:yaml.org,2002:timestamp"]
        for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
    }


def errors_in(kind: str, text: str) -> list[str]:
    """The errors of a schema in the front matter of a file."""
    values: Any = yaml.load(text.split("---\n")[1], Loader=Yaml12)  # noqa: S506 -- a subclass of SafeLoader
    return [error.message for error in Draft7Validator(SCHEMAS[kind]).iter_errors(values)]


def test_schemas_are_current(golden: Golden) -> None:
    for name, text in front_matter_schemas().items():
        Draft7Validator.check_schema(json.loads(text))
        golden.check(f"../../schemas/{name}", text.encode())
    assert {path.name for path in (ROOT / "schemas").iterdir()} == front_matter_schemas().keys()


def test_frozen_files_are_valid() -> None:
    found: dict[str, list[str]] = {}
    for path in sorted(NEWSROOM.rglob("*.md")):
        relative = path.relative_to(NEWSROOM).as_posix()
        found[relative] = errors_in(type_for_path(relative).name, path.read_text())
    assert {path: errors for path, errors in found.items() if errors} == {}
    assert len(found) > 40


@pytest.mark.parametrize(
    ("kind", "text", "error"),
    [
        ("story", story(), None),
        ("story", "---\ntitle: 2023\ndate: 2023\nsummary: A\nkind: news\n---\n", None),
        ("story", story(kind="tale"), "'tale' is not one of ['story'"),
        ("story", story(sumary="A"), "'sumary' was unexpected"),
        ("story", story(date="3 May"), "'3 May' does not match"),
        ("newsletter", newsletter(), None),
        ("publication", publication(authors=["Ada Elm", {"organisation": "Elm"}]), None),
        ("publication", publication(pages=0), "0 is not valid under any of the given schemas"),
        ("area", area(), None),
        ("area", area(position="53.65°, −1.78°"), None),
        ("area", area(position="53.65 N"), "'53.65 N' is not valid"),
        ("page", page(), None),
        ("easy", easy(), None),
    ],
)
def test_errors_of_editors_are_found(kind: str, text: str, error: str | None) -> None:
    found = errors_in(kind, text)
    assert error in found[0] if error else found == [], found
