"""Finds what is wrong with a list or a group in brackets, and suggests the whole line."""

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile
from typing import NamedTuple

from newsroom.content.types import LIST_FIELDS
from newsroom.problems import Fault
from newsroom.read.front_matter.quoting import CURLY_MARKS, Field, quote_value, split_line, suggested_line
from newsroom.read.front_matter.yaml_nodes import is_plain, is_value

_COMMENT = re.compile(r"[ \t]#")
_BRACKET = "front-matter-bracket"
_QUOTATION_MARK = "front-matter-quotation-mark"
_ITEM = re.compile(r"\s*(\"(?:[^\"\\]|\\.)*\"|'(?:[^']|'')*')\s*(?=,|$)|([^,]+)")
"""Matches each item of a list: "Elm, Ada" in quotation marks, or what is between two commas."""

_ENTRY = re.compile(r" *-[ \t]+[^:\s]+(?:[ \t]+[^:\s]+)*[ \t]*")
"""Matches "- elmham", not "- name: Ada"."""


class _Attempt(NamedTuple):
    """A value that may be what was meant, with what is wrong if it is."""

    code: str
    what: str
    fix: str
    value: str


def find_bracket_fault(field: Field) -> Fault | None:
    """What is wrong with a value that begins with a bracket; None if it can be parsed."""
    value = field.value
    if is_value(value):
        return None
    closing = "]" if value[0] == "[" else "}"
    if _COMMENT.search(value):
        what = "everything after ' #' would be lost"
        return Fault("front-matter-value-cut", what, "put each value that has a '#' in it in quotation marks")
    if field.name not in LIST_FIELDS and not (closing == "}" and ": " in value):
        what = f"the value begins with '{value[0]}', which means something else in YAML"
        fix = f"put the whole value in double quotation marks: {suggested_line(field)}"
        return Fault("front-matter-quotes-needed", what, fix)
    for attempt in _attempts(value, closing):
        if is_value(attempt.value):
            line = f"{field.name}: {attempt.value}" if field.name else f"- {attempt.value}"
            return Fault(attempt.code, attempt.what, f"{attempt.fix}: {line}")
    what = "the brackets, commas and quotation marks in the value do not match"
    return Fault(
        _BRACKET, what, f"write one pair of brackets around all of it, '{value[0]}{closing}', and commas between"
    )


def find_list_fault(lines: Sequence[str], index: int) -> tuple[int, Fault] | None:
    """The fault of a list whose first entry is beside the field's name, and the index of that line.

    ``index`` is the line of one of its entries.
    """
    start = index
    while start > 0 and _ENTRY.fullmatch(lines[start]):
        start -= 1
    field = split_line(lines[start])
    below = [line.strip(" \t-") for line in takewhile(_ENTRY.fullmatch, lines[start + 1 :])]
    if (
        field is None
        or field.name not in LIST_FIELDS
        or field.value[0] in "[{|>&*!"
        or not (below or field.value[0] == "-")
    ):
        return None
    items = ", ".join(_written(item) for item in (field.value.removeprefix("- "), *below))
    what = "the first entry of the list is beside the field's name"
    return start, Fault(
        "front-matter-hyphen", what, f"write the list on one line, in brackets: {field.name}: [{items}]"
    )


def _attempts(value: str, closing: str) -> Iterator[_Attempt]:
    """What may have been meant, the most probable first."""
    is_closed = value[-1] in "]}"
    body = value[:-1].rstrip() if is_closed else value
    if not is_closed:
        yield _Attempt(_BRACKET, "a bracket is opened and not closed", f"add the closing '{closing}'", body + closing)
    elif value[-1] != closing:
        what = f"the bracket '{value[0]}' is closed with '{value[-1]}'"
        yield _Attempt(_BRACKET, what, f"write '{closing}' there", body + closing)
    for mark in "\"'":
        if body[-1] in CURLY_MARKS[mark]:
            what = f"a quotation mark is closed with the curly {body[-1]}"
            yield _Attempt(_QUOTATION_MARK, what, "write a straight one there", f"{body[:-1]}{mark}{closing}")
        what = "a quotation mark is opened and not closed"
        yield _Attempt(_QUOTATION_MARK, what, "add the closing one", f"{body}{mark}{closing}")
    if closing == "}":
        yield _Attempt(_BRACKET, "a bracket is opened and not closed", "add the closing ']'", f"{body}]{closing}")
    with_commas = re.sub(r"([\"'])\s+(?=[\"'])", r"\1, ", value)
    yield _Attempt(_BRACKET, "a comma is missing between two values", "add it", with_commas)
    first, _, rest = value.partition(closing)
    if rest.lstrip().startswith(","):
        what = "the value goes on after its closing bracket"
        fix = f"move '{closing}' to the end"
        yield _Attempt(_BRACKET, what, fix, first + rest.rstrip(f"{closing} ") + closing)
    if rest:
        what, fix = "the value goes on after its closing bracket", f"remove what follows '{closing}'"
        yield _Attempt(_BRACKET, what, fix, first + closing)
    if closing == "]":
        fix = "close it or remove it"
        items = [_written(found[1] or found[2]) for found in _ITEM.finditer(body[1:]) if found[0].strip(" \"'")]
        if items:
            what = "a quotation mark is opened and not closed"
            yield _Attempt(_QUOTATION_MARK, what, fix, f"[{', '.join(items)}]")


def _written(item: str) -> str:
    """An item of a list with quotation marks around it only if they are needed."""
    marks = "".join(CURLY_MARKS.values()) + "\"'"
    text = item.strip().strip(marks).strip()
    return text if is_plain(text) and "," not in text else quote_value(text)
