"""The fields of a form, from the JSON Schema of a model, as Sveltia CMS reads them.

https://sveltiacms.app/en/docs/fields lists the kinds of fields, which it calls widgets.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from inspect import get_annotations
from typing import Any

from newsroom.content.lengths import LENGTHS
from newsroom.content.model import FrontMatter
from newsroom.content.model.values import ONE_LINE
from newsroom.content.types import AnyType

FormField = dict[str, Any]
"""A field of a form."""
_Schema = Mapping[str, Any]
_TEXT = "text"
_LONG = 100
"""From this number of characters on a field has more than one line to write in."""
_FEW_WORDS = 3
"""A description like "The page's title." says no more than the label."""
_BUTTONS = (
    *("bold", "italic", "strikethrough", "code", "link"),
    *("heading-two", "heading-three", "heading-four", "heading-five", "heading-six"),
    *("quote", "bulleted-list", "numbered-list"),
)
"""The buttons above the text. The editor takes the marks of all others for plain text, and escapes them."""


@dataclass(frozen=True)
class Choices:
    """The values to choose from in fields whose model accepts any text.

    Attributes:
        topics: Maps the name of a field, such as "areas", to the possible values with their labels.
        named: The values that the settings name with their labels, by group, such as "nation".
        label: Returns the label of a value, given the names of its field and of the value.
    """

    topics: Mapping[str, tuple[tuple[str, str], ...]]
    named: Mapping[str, Mapping[str, str]]
    label: Callable[[str, str], str]


@dataclass(frozen=True)
class Format:
    """What the form and the file write differently, by the path of the field, such as "authors" or "image.person".

    Attributes:
        groups: Where the file may have a plain text in place of a group of fields: the field that has the text.
        lists: The lists that the file may write as one item.
        defaults: The values that the file leaves out.
        files: The fields that name a file.
        verse: The kinds whose text keeps its lines.
    """

    groups: dict[str, str] = field(default_factory=dict)
    lists: list[str] = field(default_factory=list)
    defaults: dict[str, bool] = field(default_factory=dict)
    files: list[str] = field(default_factory=list)
    verse: list[str] = field(default_factory=list)


class Form:
    """The form for a content type: its fields in the order in which people write them.

    The title, the date and all other fields that are needed come first, then the text, then the optional fields of the
    type, those that all types share, and at the end those that few items need.
    """

    def __init__(self, content_type: AnyType, choices: Choices) -> None:
        self._choices = choices
        self._type = content_type
        self._schema: _Schema = content_type.model.model_json_schema(by_alias=True)
        self._defaults = frozenset(content_type.file_name.fields(content_type.file_name.example) or ())
        kinds = self._schema["properties"].get("kind", {}).get("enum", ())
        keeps_lines = content_type.text_rules.keeps_lines
        self.format = Format(verse=[kind for kind in kinds if keeps_lines({"kind": kind})])
        self.fields = self._ordered()

    def _ordered(self) -> list[FormField]:
        fields = {found["name"]: found for found in self._fields(self._schema)}
        own_first = list(_names_by_class(self._type.model))
        properties = self._schema["properties"]

        def rank(name: str) -> tuple[bool, bool, int, int]:
            needed = fields[name]["required"]
            first = (self._type.title_field, "date")
            place = first.index(name) if name in first else len(first)
            return name not in first and not needed, properties[name].get("x-rare", False), place, own_first.index(name)

        names = sorted(fields, key=rank)
        before = [name for name in names if not rank(name)[0]]
        body = {
            "name": "body",
            "label": "Text",
            "widget": "richtext",
            "required": False,
            "i18n": True,
            "buttons": list(_BUTTONS),
            "editor_components": ["image", "code-block"],
            "linked_images": False,
        }
        return [*(fields[name] for name in before), body, *(fields[name] for name in names[len(before) :])]

    def _fields(self, group: _Schema, path: tuple[str, ...] = ()) -> Iterator[FormField]:
        needed = frozenset(group.get("required", ()))
        rare_last = sorted(group["properties"].items(), key=lambda item: bool(item[1].get("x-rare")))
        for name, schema in rare_last:
            own = (*path, name)
            is_needed = name in needed and not (own == (name,) and name in self._defaults)
            hint = self._hint(name, schema)
            yield {
                "name": name,
                "label": schema["title"],
                **({"hint": hint} if hint else {}),
                "required": is_needed,
                **self._widget(own, schema),
            }

    def _hint(self, name: str, schema: _Schema) -> str:
        length = LENGTHS.get(name)
        hint = str(schema.get("description", ""))
        repeats_label = hint.removesuffix(".").endswith(f" {name}") and len(hint.split()) <= _FEW_WORDS
        return " ".join(
            filter(None, ("" if repeats_label else hint, f"{length.wanted.capitalize()}." if length else ""))
        )

    def _widget(self, path: tuple[str, ...], schema: _Schema) -> FormField:
        """Return the properties of a field that depend on the kind of its value."""
        kind, is_text_too = self._resolve(schema)
        # Rare fields are about one version, like its old addresses. Those that are true or false are not: `undated`.
        is_about_item = not schema.get("x-rare") or kind.get("type") == "boolean"
        shared = {"i18n": "duplicate" if is_about_item else True}
        if topics := self._choices.topics.get(path[-1]) if len(path) == 1 else None:
            options = [{"value": value, "label": label} for value, label in topics]
            return {**shared, "widget": "select", "multiple": True, "options": options}
        if named := self._choices.named.get(kind.get("x-named", "")):
            options = [{"value": value, "label": label} for value, label in named.items()]
            return {**shared, "widget": "select", "options": options}
        if values := kind.get("enum") or ([kind["const"]] if "const" in kind else []):
            return {**shared, "widget": "select", "options": self._options(path[-1], values)}
        if kind["type"] == "array":
            return {"i18n": True, **self._list(path, kind)}
        if kind["type"] == "object":
            return {"i18n": True, "widget": "object", "fields": self._group(path, kind, is_text_too=is_text_too)}
        if kind["type"] == "boolean":
            self.format.defaults[".".join(path)] = schema["default"]
            return {**shared, "widget": "boolean", "default": schema["default"]}
        if kind["type"] == "integer":
            least = kind.get("minimum", kind.get("exclusiveMinimum", -1) + 1)
            return {**shared, "widget": "number", "value_type": "int", "min": least}
        return {**shared, **self._text(path, kind)}

    def _text(self, path: tuple[str, ...], kind: _Schema) -> FormField:
        if kind.get("format") == "date":
            return {"widget": "datetime", "type": "date", "format": "YYYY-MM-DD"}
        if path in self._type.model.file_keys():
            self.format.files.append(".".join(path))
            is_picture = len(path) > 1
            accepted = {} if is_picture else {"accept": ".pdf"}
            return {"widget": "image" if is_picture else "file", "choose_url": False, **accepted}
        length = LENGTHS.get(path[-1])
        most = length.most if length else kind.get("maxLength", 0)
        found: FormField = {"widget": _TEXT if most >= _LONG else "string"}
        if "maxLength" in kind:
            found["maxlength"] = kind["maxLength"]
        pattern = kind.get("pattern", ONE_LINE)
        if pattern == ONE_LINE:
            return {**found, "i18n": True}
        return {**found, "pattern": [pattern, "Please look at the note below this field: the form is not right."]}

    def _list(self, path: tuple[str, ...], kind: _Schema) -> FormField:
        items, is_text_too = self._resolve(kind["items"])
        limits = {name: kind[key] for name, key in (("min", "minItems"), ("max", "maxItems")) if key in kind}
        if "enum" in items:
            return {"widget": "select", "multiple": True, **limits, "options": self._options(path[-1], items["enum"])}
        if items["type"] != "object":
            # Without rules for an item, the form has one field with an item on each line, in which people write faster.
            item = {"name": "item", "label": "Item", "required": False, "i18n": True, **self._text(path, items)}
            field = {"field": item} if {"maxlength", "pattern"} & item.keys() else {}
            return {"widget": "list", **limits, **field}
        self.format.lists.append(".".join(path))
        fields = self._group(path, items, is_text_too=is_text_too)
        return {"widget": "list", **limits, "fields": fields, "summary": _summary(fields)}

    def _group(self, path: tuple[str, ...], kind: _Schema, *, is_text_too: bool) -> list[FormField]:
        fields = list(self._fields(kind, path))
        if is_text_too:
            needed = [found["name"] for found in fields if found["required"]]
            self.format.groups[".".join(path)] = needed[0] if len(needed) == 1 else _TEXT
            if len(needed) != 1:
                fields.append(dict(_WHOLE))
        return fields

    def _options(self, name: str, values: list[str]) -> list[FormField]:
        return [{"value": value, "label": self._choices.label(name, value)} for value in values]

    def _resolve(self, schema: _Schema) -> tuple[_Schema, bool]:
        """Return the schema of a value that is there, and whether the file may have a text in place of a group."""
        kinds = [kind for kind in schema.get("anyOf", [schema]) if kind.get("type") != "null"]
        first = kinds[0]
        found = self._schema["$defs"][first["$ref"].rsplit("/", 1)[1]] if "$ref" in first else first
        return found, len(kinds) > 1


_WHOLE: Mapping[str, Any] = {
    "name": _TEXT,
    "label": "Or the whole name",
    "hint": "Only if it is not known which parts a name has.",
    "required": False,
    "widget": "string",
    "i18n": True,
}
"""The field for a plain text where the model has a group of fields."""


def _summary(fields: list[FormField]) -> str:
    """Return what a closed item of a list shows."""
    return " ".join(f"{{{{fields.{found['name']}}}}}" for found in fields if found["widget"] == "string")


def _names_by_class(model: type[FrontMatter]) -> Iterator[str]:
    """Yield the names of the fields in the file: those of the model's own class first, then those of its base class."""
    for owner in model.__mro__:
        for name in get_annotations(owner):
            if name in model.model_fields:
                yield model.model_fields[name].alias or name
