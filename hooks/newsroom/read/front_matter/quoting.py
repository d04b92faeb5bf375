"""Finds values that YAML misreads, and suggests the value in quotation marks.

Each function takes one line of front matter, like ``title: @home`` or ``  - name: "We" and more``.
"""

import re
from collections.abc import Mapping
from typing import NamedTuple

from newsroom.problems import Fault

_LINE = re.compile(r"(?P<start>[ ]*(?:-[ ]+)*(?:(?P<name>[A-Za-z_][\w-]*):[ ]+)?)(?P<value>\S.*?)[ \t]*")
"""Splits "  - name: Ada" into "  - name: " and "Ada"; does not match an empty line."""
_OPENER = re.compile(r"[A-Za-z_][\w-]*:")
"""Matches "title:", whose value may be on the lines below."""
_SPECIAL = re.compile(r"[@`%&*!,\]}]|[-?:](?=[ \t]|$)|[|>](?![-+0-9]*$)")
"""Matches the beginning of "@home" and "- a dash", not of "-5" or of ">-", whose text is on the lines below."""
_UNCLOSED = "front-matter-quotation-mark"
_QUOTES = "\"'"
CURLY_MARKS: Mapping[str, str] = {'"': "”“‟″＂", "'": "’‘‛′"}
"""What phones and word processors write for the straight mark."""
_CLOSED = re.compile(r"\"(?:[^\"\\]|\\.)*\"|'(?:[^']|'')*'")
"""A quoted value up to its closing mark: all of "a \\"b\\" c", and the beginning of 'Maggie's story'."""


class Field(NamedTuple):
    """A parsed line: the field's name ("" in a list) and its value as it is written."""

    name: str
    value: str


def split_line(line: str) -> Field | None:
    """The field on a line; None if the line has no value."""
    found = _LINE.fullmatch(line)
    if found is None or (not found["name"] and _OPENER.fullmatch(found["value"])):
        return None
    return Field(found["name"] or "", found["value"])


def quote_value(text: str) -> str:
    """A text as a double-quoted value of YAML: ``"We" and more`` becomes ``"\\"We\\" and more"``."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def suggested_line(field: Field) -> str:
    """The line as the editor should write it: ``title: "We are #1"``."""
    return _line(field.name, quote_value(intended_text(field.value)))


def _line(name: str, value: str) -> str:
    return f"{name}: {value}" if name else f"- {value}"


def find_comment_fault(line: str, column: int) -> Fault | None:
    """The fault that YAML treats the rest of the line, after an unquoted value, as a comment; None if it does not.

    ``column`` is where that value ends.
    """
    if not re.match(r"[ \t]+#", line[column:]):
        return None
    field = split_line(line)
    is_whole = field is not None and (field.name or line.lstrip().startswith("- "))
    example = f": {suggested_line(field)}" if field and is_whole and field.value[0] not in "[{|>" else ""
    comment = ", or move the comment to a line of its own" if re.match(r"[ \t]+#(\s|$)", line[column:]) else ""
    return Fault(
        "front-matter-value-cut",
        "everything after ' #' would be lost",
        f"put the value in quotation marks{example}{comment}",
    )


def find_value_fault(line: str) -> Fault | None:
    """What is wrong with the value on a line that YAML cannot parse; None if the value is not the cause."""
    field = split_line(line)
    if field is None:
        return None
    value = field.value
    fix = f"put the whole value in double quotation marks: {suggested_line(field)}"
    if value[0] in _QUOTES:
        return _quotation_fault(field, fix)
    if _SPECIAL.match(value):
        what = f"the value begins with '{value[0]}', which means something else in YAML"
        return Fault("front-matter-quotes-needed", what, fix)
    if field.name and re.search(r":([ \t]|$)", value):
        return Fault("front-matter-quotes-needed", "there is a second ': ' on the line", fix)
    return None


def _quotation_fault(field: Field, fix: str) -> Fault | None:
    value, mark = field.value, field.value[0]
    closed = _CLOSED.match(value)
    rest = value[closed.end() :] if closed else ""
    if closed and (not rest or re.match(r"[ \t]+#", rest)):
        return None
    if closed and rest.strip() in (",", ";"):
        what = f"there is '{rest.strip()}' after the closing quotation mark"
        return Fault("front-matter-quotes-needed", what, f"remove it: {_line(field.name, closed[0])}")
    if curly := _curly_end(value):
        what = f"the value begins with a straight quotation mark and ends with the curly {curly}"
        return Fault(_UNCLOSED, what, f"write a straight one there too: {suggested_line(field)}")
    if mark in value[1:]:
        return Fault("front-matter-quotes-needed", "the value goes on after its closing quotation mark", fix)
    if mark == '"':
        return Fault(
            _UNCLOSED, "a quotation mark is opened and not closed", f"add the closing one: {suggested_line(field)}"
        )
    what = "the value begins with a single quotation mark that is not closed"
    return Fault(_UNCLOSED, what, f"{fix}, without the ' if it is not an apostrophe")


def intended_text(value: str) -> str:
    """The text that the editor meant: without quotation marks around it, and without an unclosed one.

    In ``'Maggie's story'`` and ``"The "Elm" garden"`` the outer marks are removed; in ``"We" and "they"`` all stay.
    """
    mark = value[0]
    if _curly_end(value):
        return value[1:-1]
    if mark == '"' and mark not in value[1:]:
        return value[1:]
    if (
        mark not in _QUOTES
        or len(value) < 2
        or value[-1] != mark
        or re.match(rf"{mark}[^{mark}]*[^{mark}\s]{mark}\W", value)
    ):
        return value
    return value[1:-1].replace("''", "'") if mark == "'" else value[1:-1].replace('\\"', '"')


def _curly_end(value: str) -> str:
    """The curly mark that was meant to close a value, as in `"The garden”`; not that in `"The “Elm”`."""
    end = value[-1]
    is_meant = len(value) > 1 and end in CURLY_MARKS.get(value[0], "")
    return end if is_meant and (end != "”" or value.count("”") > value.count("“")) else ""
