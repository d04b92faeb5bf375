"""Explains a field that YAML reads as a part of the lines above it: it is indented wrongly, or they are not fields."""

from collections.abc import Sequence

from newsroom.content.types import GROUP_FIELDS
from newsroom.english import in_spaces
from newsroom.problems import Fault, shorten
from newsroom.read.front_matter.loose_lines import column_of, find_loose_fault, is_loose, is_start, quote_joined
from newsroom.read.front_matter.quoting import split_line
from newsroom.read.front_matter.yaml_nodes import is_yaml

_WHAT = "the indentation does not match the lines above"
_BESIDE_GROUP = Fault(
    "front-matter-indentation",
    "a group of fields has a value beside its name",
    "put it on a line of its own below the name, with two spaces and the name of its field before it",
)
_TRIED = 8
"""How many columns are tried at most. People write three levels."""
_IN_GENERAL = "begin fields at the left edge, and indent what belongs to one by two spaces"


def find_field_fault(lines: Sequence[str], index: int) -> tuple[int, Fault]:
    """Why a line is not read as a field, and the index of the line to change, which may be one above it."""
    first = index
    while first > 0 and is_loose(lines[first - 1]) and column_of(lines[first - 1]) == column_of(lines[index]):
        first -= 1
    if first < index:
        return first, find_loose_fault(lines, first)
    above = lines[index - 1] if index else ""
    field = split_line(above)
    is_plain_entry = field is not None and not field.name and above.lstrip().startswith("- ")
    if is_plain_entry and _text_column(above) == column_of(lines[index]):
        return index - 1, find_loose_fault(lines, index - 1)
    if field and field.name in GROUP_FIELDS and column_of(above) < column_of(lines[index]):
        return index - 1, _BESIDE_GROUP
    if field and not is_start(lines[index]) and is_start(above):
        fix = f"write all of it on one line, in double quotation marks: {quote_joined(above, lines[index].strip())}"
        return index, Fault("front-matter-quotes-needed", "there is a ': ' in the value", fix)
    return index, find_indentation_fault(lines, index)


def find_group_fault(lines: Sequence[str], index: int) -> Fault | None:
    """The fault of a group whose first field is beside its name: "image: src: a.jpg"."""
    field, below = split_line(lines[index]), lines[index + 1] if index + 1 < len(lines) else ""
    if field is None or field.name not in GROUP_FIELDS or not is_start(field.value) or field.value.startswith("-"):
        return None
    column = column_of(below) if column_of(below) > column_of(lines[index]) else 2
    code, what, _ = _BESIDE_GROUP
    return Fault(code, what, f"put it on the next line, after {in_spaces(column)}: '{' ' * column}{field.value}'")


def find_indentation_fault(lines: Sequence[str], index: int) -> Fault:
    """How a line has to be indented."""
    text, indent = lines[index].strip(), column_of(lines[index])
    above = [line for line in lines[:index] if is_start(line)]
    columns = {0, *map(column_of, [*above, *lines[index - 1 : index]]), *map(_text_column, above)} - {indent}
    for column in sorted(columns, key=lambda column: (abs(column - indent), -column))[:_TRIED]:
        if is_yaml("\n".join([*lines[:index], " " * column + text])):
            start = shorten(text.split(" ")[0], 30)
            fix = (
                f"begin it with {in_spaces(column)}: '{' ' * column}{start}'"
                if column
                else f"remove the spaces before '{start}'"
            )
            return Fault("front-matter-indentation", _WHAT, fix)
    return Fault("front-matter-indentation", _WHAT, _IN_GENERAL)


def _text_column(line: str) -> int:
    """Where the name or the value on a line begins, after its hyphens."""
    return len(line) - len(line.lstrip(" -"))
