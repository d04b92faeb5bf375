"""Validates front matter with its model, and explains the errors in an editor's terms."""

import re
from collections.abc import Mapping
from typing import Any, TypeVar

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from newsroom.content.dates import suggest_date
from newsroom.content.document import KeyPath, Source
from newsroom.content.model import FrontMatterModel
from newsroom.content.model.values import EMAIL_PATTERN, LINK, NO_NAMED_VALUES, PHONE, NamedValues
from newsroom.english import field_name
from newsroom.problems import Fault, Problem, nearest, shorten, suggest
from newsroom.read.front_matter.lists import list_fix
from newsroom.read.front_matter.quoting import quote_value

_ModelT = TypeVar("_ModelT", bound=FrontMatterModel)
_Schema = Mapping[str, Any]
"""The JSON Schema of a model."""

_SHOWN_LENGTH = 60


def validate_front_matter(
    source: Source, model: type[_ModelT], named: NamedValues = NO_NAMED_VALUES
) -> _ModelT | list[Problem]:
    """The front matter as its model, or all errors in it.

    Args:
        named: The values that the settings and files name, by group or field. Groups accept only these; for fields,
            a message suggests them.
    """
    try:
        return model.model_validate(source.values, context=named)
    except ValidationError as error:
        schema = model.model_json_schema(by_alias=True)  # once: it takes milliseconds
        errors = _without_consequences(error.errors(include_url=False), source, schema)
        return [_find_fault(each, source, schema, named).at(source.path, source.line(*each["loc"])) for each in errors]


def _without_consequences(errors: list[ErrorDetails], source: Source, schema: _Schema) -> list[ErrorDetails]:
    """The errors without consequences of others: a field that is missing because its name is misspelt, a group that is
    empty because its fields are not indented, or a list that is too short because its items are not valid."""
    places = [error["loc"] for error in errors]
    misspelt = [error["loc"] for error in errors if error["type"] == "extra_forbidden"]
    groups = {_find_group(schema, key, source) for key in misspelt}

    def is_consequence(error: ErrorDetails) -> bool:
        key = error["loc"]
        if error["type"] == "missing":
            return key[0] in groups or any(
                key[:-1] == wrong[:-1] and nearest(str(wrong[-1]), [str(key[-1])]) for wrong in misspelt
            )
        return error["type"] == "too_short" and any(
            len(place) > len(key) and place[: len(key)] == key for place in places
        )

    return [error for error in errors if not is_consequence(error)]


def _find_fault(details: ErrorDetails, source: Source, schema: _Schema, named: NamedValues) -> Fault:
    """What is wrong with a field, and how to fix it."""
    key: KeyPath = details["loc"]
    kind, value, name = details["type"], details["input"], field_name(key)
    if kind == "missing":
        return _missing_fault(key, source, schema)
    if kind == "extra_forbidden":
        return _unknown_fault(key, source, schema)
    if kind == "model_type" and isinstance(value, list) and f"{key[0]}s" in _fields_at(schema, ()):
        shown = ", ".join(str(item) for item in value if isinstance(item, str)) or "Ada, Bo"
        return Fault("field-type-invalid", f"{name} is for one person, but it is a list", f"write {key[0]}s: [{shown}]")
    if kind == "string_type" and (text := _quoted_list(key, source)):
        what = f"{name} begins with '[', which makes it a list"
        fix = f"put the whole value in double quotation marks: {key[-1]}: {text}"
        return Fault("front-matter-quotes-needed", what, fix)
    if kind == "model_type" and (first := _first_word(value)) in _fields_at(schema, key):
        return Fault("front-matter-colon-missing", f"in {name}, '{first}' has no ': ' after it", f"write '{first}: …'")
    if kind == "tuple_type" and (form := _list_form(schema, key, value, named)):
        return Fault("field-type-invalid", f"{name} should be a list", form)
    fault = value_fault(details)
    return fault._replace(fix=_group_form(schema, key, value)) if kind == "model_type" else fault


def _missing_fault(key: KeyPath, source: Source, schema: _Schema) -> Fault:
    purpose = _fields_at(schema, key[:-1])[str(key[-1])].rstrip(".")
    if key in source.lines:
        return Fault("field-empty", f"{field_name(key)} is empty", f"write it after the colon ({purpose})")
    return Fault("field-missing", f"{field_name(key)} is missing", f"add a line '{key[-1]}: …' ({purpose})")


def _unknown_fault(key: KeyPath, source: Source, schema: _Schema) -> Fault:
    if removed := source.type.text_rules.removed_fields.get(str(key[0])) if len(key) == 1 else None:
        return Fault("field-removed", f"{field_name(key)} is not a field any more", removed)
    known = _fields_at(schema, key[:-1])
    if group := _find_group(schema, key, source):
        fix = _indented(group, source)
    else:
        meant = _OTHER_NAMES.get(str(key[-1]).lower())
        written = meant if meant in known else str(key[-1])
        fix = suggest(written, known, f"the fields here are {', '.join(known)}")
    return Fault("field-unknown", f"{field_name(key)} is not a field of this page", fix)


def _group_form(schema: _Schema, key: KeyPath, value: object) -> str:
    """How to write a group of fields: the required ones, or else all."""
    node = _node_at(schema, key)
    names = node.get("required") or list(_fields_at(schema, key))
    if isinstance(key[-1], int) and isinstance(value, str):
        written = f"- {names[0]}: {shorten(value, _SHOWN_LENGTH)}"
        return f"write it with the name of its field, on a line of its own: '{written}'"
    listed = ", ".join(f"'{name}: …'" for name in names)
    return f"write its fields below it, each on a line of its own, indented by two spaces: {listed}"


def _list_form(schema: _Schema, key: KeyPath, value: object, named: NamedValues) -> str | None:
    """How to write a list that is a text or one group of fields; None for other values."""
    if isinstance(value, str) and value.strip():
        items = _node_at(schema, key)["items"]
        items = items if "anyOf" in items else _node_at(schema, (*key, 0))
        return list_fix(value, items, named.get(str(key[0])))
    if isinstance(value, dict) and (first := next(iter(value), None)) in _fields_at(schema, (*key, 0)):
        return f"begin each entry with a hyphen: '- {first}: …', and indent the fields below it by two more spaces"
    return None


def _first_word(value: object) -> str:
    """The word that a text begins with: "src" in "src a.jpg"."""
    found = re.match(r"\w+(?=[\s:;=])", value) if isinstance(value, str) else None
    return found[0] if found else ""


def _quoted_list(key: KeyPath, source: Source) -> str | None:
    """A text that YAML parses as a list, like "[draft]", in quotation marks; None for other values."""
    value: object = source.values
    for part in key:
        value = value[part] if isinstance(value, dict | list) else None  # type: ignore[index]
    if not isinstance(value, list) or source.line(*key) != source.line(*key, 0) or isinstance(key[-1], int):
        return None
    items = [item for item in value if isinstance(item, str)]
    return quote_value(f"[{', '.join(items)}]") if items and len(items) == len(value) else None


def value_fault(details: ErrorDetails) -> Fault:
    """What is wrong with a value, and how to fix it."""
    key, value, context = details["loc"], details["input"], details.get("ctx", {})
    name = field_name(key)
    shown = f"'{shorten(str(value), _SHOWN_LENGTH)}'"
    if key == _PRIVATE:
        what = f"{name} is not a key of the register"
        return Fault("consent-ref-invalid", what, "write only the key, like S-012; never a name or a telephone number")
    if isinstance(value, str) and not value.strip() and details["type"] not in _LISTING:
        return _FAULTS["string_too_short"].filled(name=name)
    if details["type"] == "literal_error":
        known = re.findall(r"'([^']*)'", str(context.get("expected", "")))
        fix = suggest(str(value), known, f"use one of {', '.join(known)}")
        return Fault("field-choice-unknown", f"{name} cannot be {shown}", fix)
    if details["type"] == "string_pattern_mismatch" and "\n" in str(value).strip():
        return Fault("field-multiline", f"{name} runs over more than one line", "write it on one line")
    if details["type"] == "date" and not isinstance(value, str):
        return Fault("field-date-invalid", f"{name} is not a date", "write it as 2023-12-05, or 2023-12 or 2023")
    date = suggest_date(value) if details["type"] in ("date", "day") and isinstance(value, str) else None
    if date and date != str(value).strip() and (details["type"] == "date" or date.count("-") == 2):
        return Fault("field-date-invalid", f"{name}: {shown} {context['why']}", f"write {date}")
    form = context.get("form") or _FORMS_OF_PATTERNS.get(context.get("pattern", ""))
    form = form or _FORMS.get(str(key[-1])) or _FORMS.get(str(key[0]), _COMPARE)
    placeholders = {"name": name, "shown": shown, "message": details["msg"], "length": len(str(value)), **context}
    return _FAULTS.get(details["type"], _OTHER).filled(**{**placeholders, "form": form})


_OTHER_NAMES: Mapping[str, str] = {
    **dict.fromkeys(("location", "venue", "where"), "place"),
    **dict.fromkeys(("time", "when", "begins"), "starts"),
    **dict.fromkeys(("url", "website"), "link"),
    "deadline": "closes",
    "finish": "ends",
    "name": "title",
    "price": "cost",
    "title": "name",
}
"""What people call fields that have another name here."""
_LISTING = frozenset({"literal_error", "bool_parsing"})
"""Kinds of errors whose message lists the values that a field can have."""
_PRIVATE: KeyPath = ("consent", "ref")
"""The field whose value is never quoted in messages, because it may be a person's name."""
_COMPARE = "compare it with another page"
_OTHER = Fault("field-format-invalid", "{name}: {shown} does not fit ({message})", _COMPARE)
_FAULTS: Mapping[str, Fault] = {
    "string_type": Fault(
        "field-type-invalid",
        "{name} should be text, not a list or a group of fields",
        "write it on one line after the colon",
    ),
    "string_too_short": Fault("field-empty", "{name} is empty", "write something after the colon, or remove the line"),
    "string_too_long": Fault(
        "field-too-long",
        "{name} has {length} characters, more than readers would see of it",
        "use at most {max_length}",
    ),
    "too_long": Fault(
        "field-too-long", "{name} has {actual_length} entries, which are too many", "keep at most {max_length}"
    ),
    "tuple_type": Fault("field-type-invalid", "{name} should be a list", "write it in square brackets: [one, two]"),
    "too_short": Fault("field-empty", "{name} is an empty list", "name at least one"),
    "model_type": Fault(
        "field-type-invalid",
        "{name} should be a group of fields",
        "put each on a line of its own below it, indented by two spaces",
    ),
    "int_parsing": Fault(
        "field-number-invalid", "{name} should be a whole number, not {shown}", "write digits only, like 22"
    ),
    "int_type": Fault(
        "field-type-invalid",
        "{name} should be a whole number, not a list or a group",
        "write digits only, like 22",
    ),
    "greater_than": Fault("field-number-invalid", "{name} is {shown}, which is too small", "use 1 or more"),
    "greater_than_equal": Fault("field-number-invalid", "{name} is {shown}, which is too small", "use 1 or more"),
    "bool_parsing": Fault("field-choice-unknown", "{name} should be true or false, not {shown}", "write true or false"),
    "bool_type": Fault(
        "field-type-invalid", "{name} should be true or false, not a list or a group", "write true or false"
    ),
    "date": Fault("field-date-invalid", "{name}: {shown} {why}", "write the date as 2023-12-05, or 2023-12 or 2023"),
    "address": Fault("field-format-invalid", "{name}: {shown} {why}", "{form}"),
    "position": Fault("position-invalid", "{name} {why}", "{form}"),
    "day": Fault("field-date-invalid", "{name}: {shown} {why}", "write the date as 2023-12-05"),
    "moment": Fault("field-date-invalid", "{name}: {shown} {why}", "{form}"),
    "string_pattern_mismatch": Fault("field-format-invalid", "{name}: {shown} does not have the right form", "{form}"),
    "creator": Fault(
        "author-name-incomplete",
        "{name} is not a whole name",
        "write a person as {{given: Ada, family: Elm}}, an organisation as {{organisation: Elm Trust}}",
    ),
}
_FORMS_OF_PATTERNS: Mapping[str, str] = {
    EMAIL_PATTERN: "write the address alone, like hello@elm.example",
    LINK: "write a whole address, from https:// on",
    PHONE: "write the number alone, like 01632 960000",
}
_FORMS: Mapping[str, str] = {
    "allow": "write a reason of at least three words, like: our public number",
    "id": "write it as it was in the feed, like tag:elm.example,2026:story/the-garden",
    "isbn": "write ten or thirteen digits, like 978-1-907790-71-3",
    "doi": "write it from '10.' on, like 10.1000/182",
    "redirect_from": "write addresses from their first slash on, like /old/name/, /old/report.pdf or /?p=123",
}


def _indented(group: str, source: Source) -> str:
    """How to indent a field so that it belongs to a group, or to the last entry of a list of groups."""
    if isinstance(source.values.get(group), list):
        return f"indent it by two spaces, so that it belongs to the entry of `{group}` above it"
    return f"write it below `{group}:`, indented by two spaces"


def _find_group(schema: _Schema, key: KeyPath, source: Source) -> str | None:
    """The group to which a field outside the groups belongs: the last one above it, or the only one."""
    if len(key) > 1:
        return None
    groups = [name for name in _fields_at(schema, ()) if str(key[0]) in _group_fields(schema, name)]
    line = source.line(*key)
    above = [name for name in groups if (name,) in source.lines and source.line(name) < line]
    return max(above, key=source.line) if above else groups[0] if len(groups) == 1 else None


def _group_fields(schema: _Schema, name: str) -> dict[str, str]:
    """The fields of a group, or of the groups in a list."""
    return _fields_at(schema, (name,)) or _fields_at(schema, (name, 0))


def _fields_at(schema: _Schema, key: KeyPath) -> dict[str, str]:
    """The fields at a path of keys in the front matter, each with its description."""
    return {name: field.get("description", "") for name, field in _node_at(schema, key).get("properties", {}).items()}


def _node_at(schema: _Schema, key: KeyPath) -> _Schema:
    """The JSON Schema of what is at a path of keys."""
    node = schema
    for part in key:
        node = node.get("items", {}) if isinstance(part, int) else node["properties"][part]
        node = next((option for option in node.get("anyOf", [node]) if option.get("type") != "null"), node)
        node = schema["$defs"][node["$ref"].rsplit("/", 1)[1]] if "$ref" in node else node
    return node
