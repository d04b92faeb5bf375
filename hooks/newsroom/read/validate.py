"""Front matter held to its model; what does not fit, in an editor's words."""

from typing import TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from newsroom.document import KeyPath
from newsroom.model import FrontMatter
from newsroom.problems import Problem, suggest
from newsroom.read.frontmatter import FrontMatterText

FrontT = TypeVar("FrontT", bound=FrontMatter)

_SHOWN = 60


def validate(found: FrontMatterText, model: type[FrontT], path: str) -> FrontT | list[Problem]:
    """The front matter as its model, or everything in it that does not fit."""
    try:
        return model.model_validate(found.values)
    except ValidationError as error:
        return [_problem(details, found, model, path) for details in error.errors(include_url=False)]


def _problem(details: ErrorDetails, found: FrontMatterText, model: type[BaseModel], path: str) -> Problem:
    key: KeyPath = details["loc"]
    name = _name(key)
    if details["type"] == "missing":
        is_empty = key in found.lines
        what = f"`{name}` is empty" if is_empty else f"`{name}` is missing"
        purpose = _fields(model, key[:-1])[str(key[-1])]
        mend = "write it after the colon" if is_empty else f"add a line '{key[-1]}: …'"
        return Problem(path, _line(found, key), what, f"{mend} ({purpose.rstrip('.')})")
    if details["type"] == "extra_forbidden":
        known = _fields(model, key[:-1])
        mend = suggest(str(key[-1]), known, f"the fields here are {', '.join(known)}")
        return Problem(path, _line(found, key), f"`{name}` is not a field of this page", mend)
    what, mend = _explain(details, name)
    return Problem(path, _line(found, key), what, mend)


def _explain(details: ErrorDetails, name: str) -> tuple[str, str]:
    """What is wrong with a value, and how to mend it."""
    value, context = details["input"], details.get("ctx", {})
    shown = f"'{value}'" if len(str(value)) <= _SHOWN else f"'{str(value)[:_SHOWN]}…'"
    match details["type"]:
        case "string_type":
            return f"`{name}` should be text, not a list or a group of fields", "write it on one line after the colon"
        case "string_too_short":
            return f"`{name}` is empty", "write something after the colon, or remove the line"
        case "string_too_long":
            length, limit = len(str(value)), context.get("max_length")
            return f"`{name}` has {length} characters, and inboxes show far fewer", f"use at most {limit}"
        case "tuple_type" if isinstance(value, str):
            return f"`{name}` should be a list", f"write it in square brackets: [{value}]"
        case "tuple_type":
            return f"`{name}` should be a list", "write it in square brackets: [one, two]"
        case "too_short":
            return f"`{name}` is an empty list", "name at least one"
        case "model_type" | "model_attributes_type" | "dict_type":
            return f"`{name}` should be a group of fields", "put each on a line of its own below it, indented by two spaces"
        case "int_parsing" | "int_type" | "int_from_float":
            return f"`{name}` should be a whole number, not {shown}", "write digits only, like 22"
        case "greater_than" | "greater_than_equal":
            return f"`{name}` is {shown}, which is too small", "use 1 or more"
        case "bool_parsing" | "bool_type":
            return f"`{name}` should be true or false, not {shown}", "write true or false"
        case "literal_error":
            known = [word.strip("'") for word in str(context.get("expected", "")).replace(" or ", ", ").split(", ")]
            return f"`{name}` is {shown}", suggest(str(value), known, f"use one of {', '.join(known)}")
        case "date":
            return f"`{name}`: {shown} {details['msg']}", "write the date as 2023-12-05, or 2023-12 or 2023"
        case "string_pattern_mismatch":
            return f"`{name}`: {shown} does not have the right form", _FORMS.get(_field(name), "compare it with another page")
        case _:
            return f"`{name}`: {shown} does not fit ({details['msg']})", "compare it with another page"


_FORMS = {
    "areas": "use the area's file name without .md, like 'south-tyneside'",
    "principles": "use the principle's file name without .md, like 'natural-authority'",
    "link": "write a whole address, from https:// on",
    "isbn": "write ten or thirteen digits, like 978-1-907790-71-3",
    "doi": "write it from '10.' on, like 10.1000/182",
    "redirect_from": "write addresses of this site from the first slash to the last, like /old/name/",
}


def _field(name: str) -> str:
    return name.split(".")[0].split("[")[0]


def _line(found: FrontMatterText, key: KeyPath) -> int:
    """The line of a key; of one that is missing, the line of what it is missing from."""
    while key and key not in found.lines:
        key = key[:-1]
    return found.lines.get(key, 1) if key else 1


def _name(key: KeyPath) -> str:
    """A key's path as editors say it: ("from", 0, "name") is `from[1].name`."""
    name = ""
    for part in key:
        name += f"[{part + 1}]" if isinstance(part, int) else f".{part}" if name else part
    return name


def _fields(model: type[BaseModel], key: KeyPath) -> dict[str, str]:
    """The fields that stand at a place in the front matter, each with what it is for."""
    schema = model.model_json_schema(by_alias=True)
    node = schema
    for part in key:
        node = node["items"] if isinstance(part, int) else node["properties"][part]
        node = next((option for option in node.get("anyOf", [node]) if option.get("type") != "null"), node)
        node = schema["$defs"][node["$ref"].rsplit("/", 1)[1]] if "$ref" in node else node
    return {name: field.get("description", "") for name, field in node["properties"].items()}
