"""The forms of the browser editor come from the models alone."""

import json
from typing import Annotated, Any, Literal

import pytest
from jsonschema import Draft7Validator
from pydantic import Field

from newsroom.content.model import Dated, FrontMatterModel
from newsroom.content.model.base import rare
from newsroom.content.model.parts import Author, Image
from newsroom.content.model.values import Line, NamedInSettings, OneDay
from newsroom.content.types import TYPES
from newsroom.content.types.base import ContentType, slug_file_name
from newsroom.publish.editor import PACKAGES, Configuration, editor_forms
from newsroom.publish.editor.collections import repository_name
from newsroom.site_settings import site_settings
from newsroom.translations import Translations
from tests.support import ROOT, SETTINGS, frozen_library

SCHEMA = ROOT / PACKAGES / "@sveltia/cms/schema/sveltia-cms.json"


class Oven(FrontMatterModel):
    heat: int = Field(gt=0, description="How hot it is.")
    fan: bool = Field(False, description="Whether it has a fan.")


class Cake(Dated):
    kind: Literal["plain", "fruit-cake"] = Field(description="What it is like.")
    eaten: OneDay | None = Field(None, description="The day on which it was eaten.", json_schema_extra=rare)
    nation: Annotated[Line, NamedInSettings("nation")] = Field(description="Where it is from.")
    motto: Annotated[str, Field(pattern="^[A-Z]+$")] | None = Field(None, description="What is written on it.")
    toppings: tuple[Literal["cream", "nuts"], ...] = Field((), min_length=1, description="What is on it.")
    bakers: tuple[Author, ...] = Field((), title="Who baked it", description="Everyone.")
    names: tuple[Line, ...] = Field((), max_length=3, description="Other names.")
    reviews: tuple[Annotated[Line, Field(max_length=240)], ...] = Field((), description="What people said.")
    search: Literal["low", "none"] = Field("low", description="Whether the search finds it.")
    language: Literal["en"] | None = Field(None, description="The language of the recipe.")
    oven: Oven | None = Field(None, description="Where it was baked.")
    photo: Image | None = Field(None, description="How it looked.")


CAKE = ContentType(
    name="cake", plural="cakes", position=99, folder="cakes", model=Cake, file_name=slug_file_name("lemon-cake")
)
EXPECTED: dict[str, dict[str, object]] = {
    "kind": {"widget": "select", "required": True, "options": [("plain", "Plain"), ("fruit-cake", "Fruit cake")]},
    "eaten": {"widget": "datetime", "type": "date", "format": "YYYY-MM-DD", "required": False, "label": "Eaten"},
    "nation": {"widget": "select", "options": [("Alba", "Alba"), ("Wales", "Cymru")]},
    "motto": {"widget": "string", "hint": "What is written on it."},
    "toppings": {"widget": "select", "multiple": True, "min": 1, "options": [("cream", "Cream"), ("nuts", "Nuts")]},
    "bakers": {"widget": "list", "label": "Who baked it"},
    "names": {"widget": "list", "required": False, "max": 3},
    "reviews": {"widget": "list", "required": False},
    "search": {"widget": "select", "options": [("low", "Low"), ("none", "None")]},
    "language": {"widget": "select", "required": False, "options": [("en", "En")]},
    "oven": {"widget": "object", "required": False},
    "photo": {"widget": "object", "required": False},
    "title": {"widget": "string", "required": True, "i18n": True},
    "date": {"i18n": "duplicate"},
    "undated": {"widget": "boolean", "i18n": "duplicate"},
    "updated": {"widget": "string", "i18n": True},
    "summary": {"widget": "text", "required": True},
    "draft": {"widget": "boolean", "default": False},
}


def with_plain_options(field: dict[str, Any]) -> dict[str, Any]:
    """A field whose options are pairs of value and label."""
    options = field.get("options")
    plain = [(option["value"], option["label"]) for option in options] if isinstance(options, list) else None
    return {**field, "options": plain}


def test_new_field_of_a_model_is_in_its_form() -> None:
    t = Translations("en", {"nation": {"Alba": "Alba", "Wales": "Cymru"}})
    form = editor_forms(frozen_library(), t, (CAKE,))["cake"]
    fields = {field["name"]: with_plain_options(field) for field in form.fields}
    assert {name: {key: fields[name][key] for key in wanted} for name, wanted in EXPECTED.items()} == EXPECTED
    assert fields["motto"]["pattern"][0] == "^[A-Z]+$"
    assert fields["reviews"]["field"].items() >= {"widget": "text", "maxlength": 240}.items()
    assert fields["redirect_from"]["field"]["pattern"][0] == "^/"
    assert fields["redirect_from"]["field"]["i18n"]
    assert "field" not in fields["names"]
    assert fields["summary"]["hint"].endswith(" 50 to 200 characters.")
    assert [field["name"] for field in fields["bakers"]["fields"]] == ["name", "role", "organisation"]
    assert [(field["name"], field["widget"]) for field in fields["oven"]["fields"]] == [
        ("heat", "number"),
        ("fan", "boolean"),
    ]
    assert fields["photo"]["fields"][0] | {"widget": "image", "choose_url": False} == fields["photo"]["fields"][0]
    rules = form.format
    assert (rules.groups, sorted(rules.files)) == ({"bakers": "name"}, ["image.src", "photo.src"])
    assert rules.defaults.items() >= {"oven.fan": False, "draft": False}.items()


def test_what_every_item_needs_comes_first_and_what_few_need_last() -> None:
    forms = editor_forms(frozen_library(), Translations("en"), (*TYPES, CAKE))
    names = {name: [field["name"] for field in form.fields] for name, form in forms.items()}
    assert names["cake"][:6] == ["title", "date", "kind", "nation", "summary", "body"]
    assert names["cake"].index("draft") < names["cake"].index("eaten")
    for content_type in (*TYPES, CAKE):
        assert sorted(names[content_type.name]) == sorted([*content_type.fields, "body"])
        assert names[content_type.name][0] == content_type.title_field


def configuration(**changes: object) -> Configuration:
    """The editor's configuration for the frozen newsroom."""
    forms = editor_forms(frozen_library(), Translations("en"))
    return Configuration(frozen_library(), site_settings({**SETTINGS, "editor": True, **changes}), forms)


def test_configuration_is_valid_by_the_schema_of_sveltia_cms() -> None:
    validator = Draft7Validator(json.loads(SCHEMA.read_text("utf-8")))
    config = configuration(repository_url="https://github.com/elm/site").config
    # All forms are made in the same way, and each takes half a second.
    config["collections"] = [entry for entry in config["collections"] if entry["name"] in ("publications", "areas")]
    assert [error.message for error in validator.iter_errors(config)] == []
    config["collections"] = [{**config["collections"][1], "folder": 1}]
    assert not validator.is_valid(config)


def test_all_content_has_a_form_and_topics_are_chosen_by_name() -> None:
    found = configuration()
    collections = {entry["folder"]: entry for entry in found.config["collections"]}
    folders = {document.path.rpartition("/")[0] for document in frozen_library().documents}
    assert folders <= collections.keys()
    assert {file["file"] for file in found.config["singletons"]} == {"docs/accessibility.{{locale}}.md"}
    areas = next(field for field in collections["stories"]["fields"] if field["name"] == "areas")
    assert {"value": "derby", "label": "Derby"} in areas["options"]
    formats = {entry["format"] for entry in (*collections.values(), *found.config["singletons"])}
    assert formats | {entry["index_file"]["format"] for entry in collections.values() if "index_file" in entry} == (
        found.formats.keys()
    )


@pytest.mark.parametrize(
    ("url", "name"),
    [
        ("https://github.com/elm/site", "elm/site"),
        ("https://github.com/elm/my.site.git", "elm/my.site"),
        ("https://github.com/elm/site/", "elm/site"),
        ("https://github.com/elm", None),
        ("https://git.example/elm/site", None),
        ("", None),
        (None, None),
    ],
)
def test_repository_is_recognised(url: str | None, name: str | None) -> None:
    assert repository_name(url) == name
