"""Explains lines of front matter that are no field or entry, or that are indented wrongly."""

import re
from collections.abc import Sequence
from difflib import get_close_matches
from itertools import takewhile

from newsroom.content.types import FIELD_NAMES, GROUP_FIELDS, LIST_FIELDS
from newsroom.english import in_spaces
from newsroom.problems import Fault, shorten
from newsroom.read.front_matter.quoting import intended_text, quote_value, split_line
from newsroom.read.front_matter.yaml_nodes import is_plain, is_value, is_yaml

_START = re.compile(r" *(?:-(?: |$)|(?:- +)*([\"']?)[A-Za-z_][\w-]*\1:(?:[ \t]|$))")
"""Matches the beginning of "title: x", "  - name: x" and "- x", not of "goes on" or "goes on: x"."""
_BLOCK = re.compile(r".*:[ \t]+[|>][-+0-9]*[ \t]*")
"""Matches "summary: |" and "summary: >-", whose text is on the lines below, not "summary: a | b"."""
_UNMARKED = re.compile(r"(?P<marks>(?:- +)*)(?P<name>[A-Za-z_][\w-]*)[ \t]*(?:[:;=,–—-]+[ \t]*|[ \t])?(?P<value>.*)")
"""Splits "title The garden" and "title = The garden" into "title" and "The garden"."""
_NO_COLON = Fault("front-matter-colon-missing", "a field has no ': ' after its name", "write it as 'name: value'")
_FEW_WORDS = 2
_WHAT = "the indentation does not match the lines above"
_BESIDE_GROUP = Fault(
    "front-matter-indentation",
    "a group of fields has a value beside its name",
    "put it on a line of its own below the name, with two spaces and the name of its field before it",
)
_TRIED = 8
"""How many columns are tried at most. People write three levels."""
_IN_GENERAL = "begin fields at the left edge, and indent what belongs to one by two spaces"


def is_start(line: str) -> bool:
    """Whether a line begins a field or an entry of a list."""
    return bool(_START.match(line))


def is_loose(line: str) -> bool:
    """Whether a line is neither the beginning of a field or an entry, nor empty, nor a comment."""
    return bool(line.strip()) and not line.lstrip().startswith("#") and not is_start(line)


def column_of(line: str) -> int:
    """The number of spaces that a line begins with."""
    return len(line) - len(line.lstrip(" "))


def join_value(lines: Sequence[str], index: int) -> tuple[int, str]:
    """The value that a line belongs to, on one line, and the index of its first line.

    Only values that cannot be parsed without the lines below are joined. What is in quotation marks or brackets may go
    on at the left edge.
    """
    start = index
    while start > 0 and not is_start(lines[start]):
        start -= 1
    field = split_line(lines[start])
    if field is None or is_value(field.value):
        return index, lines[index]
    edge = -1 if field.value[0] in "\"'[{" else column_of(lines[start])
    loose = takewhile(is_loose, lines[start + 1 :])
    below = [line.strip() for line in takewhile(lambda line: column_of(line) > edge, loose)]
    return start, " ".join([lines[start].rstrip(), *below])


def find_loose_fault(lines: Sequence[str], index: int) -> Fault:
    """What is wrong with a loose line, judged by the lines above it."""
    text = lines[index].strip()
    if text[:1] in ('"', "'") and is_start(unquoted := text.strip("\"'")):
        return Fault("front-matter-quotation-mark", "a quotation mark is before a field's name", f"write '{unquoted}'")
    above = next((number for number in range(index - 1, -1, -1) if lines[number].strip()), None)
    if fault := _unmarked_field(text, is_alone=above is None):
        return fault
    if above is None:
        return _NO_COLON
    owner = next((number for number in range(above, -1, -1) if is_start(lines[number])), above)
    if _BLOCK.fullmatch(lines[owner]):
        name = lines[owner].split(":")[0].strip(" -")
        what = f"the text of `{name}` is not indented here"
        fix = f"begin each line of that text with {in_spaces(column_of(lines[owner]) + 2)}"
        return Fault("front-matter-indentation", what, fix)
    if column := column_of(lines[above]) if owner != above else 0:
        what = "this line goes on from the one above, but is not indented like it"
        return Fault("front-matter-indentation", what, f"put {in_spaces(column)} before '{shorten(text, 30)}'")
    if _is_entry_expected(lines[above]) and len(text.split()) <= _FEW_WORDS:
        return Fault("front-matter-hyphen", "an entry of a list has no hyphen", f"write '- {text}'")
    texts = [line.strip() for line in takewhile(is_loose, lines[owner + 1 :])]
    fix = f"if it goes on from the line above, write both as one line: {_joined(lines[owner], ' '.join(texts))}"
    if not any(map(is_start, lines[index:])):
        fix = f"add a line '---' above it if the text of the page begins here; {fix}"
    return Fault("front-matter-line-invalid", "this line is not a field, since it has no name with a colon", fix)


def quote_joined(above: str, text: str) -> str:
    """A field and the line below it as one line, with its value in quotation marks."""
    field = split_line(above)
    before = intended_text(field.value) + " " if field else ""
    start = above.strip()[: -len(field.value)] if field else f"{above.strip()} "
    return f"{start}{quote_value(before + text)}"


def _joined(above: str, text: str) -> str:
    field = split_line(above)
    if field is None or field.value[0] not in "\"'":
        line = f"{above.strip()} {text}"
        value = f"{field.value} {text}" if field else text
        if is_plain(value):
            return line
    return quote_joined(above, text)


def _is_entry_expected(above: str) -> bool:
    """Whether the line above is an entry of a list, or the name of one without a value."""
    field = split_line(above)
    if field is None:
        return above.strip().rstrip(":") in LIST_FIELDS
    return not field.name and above.lstrip().startswith("- ")


def _unmarked_field(text: str, *, is_alone: bool) -> Fault | None:
    """The fault of a line that begins with the name of a field, without a colon."""
    found = _UNMARKED.fullmatch(text)
    if found is None:
        return None
    known = get_close_matches(found["name"].lower(), sorted(FIELD_NAMES), n=1, cutoff=0.8)
    if not known or (found["name"] not in FIELD_NAMES and len(text.split()) > 2 * _FEW_WORDS):
        return None
    code, what, _ = _NO_COLON
    start = f"{found['marks']}{known[0]}:"
    if not found["value"]:
        return Fault(code, what, f"write '{start}' and its value after it")
    value = found["value"] if is_value(found["value"]) else quote_value(found["value"])
    belongs = ", or write it at the end of the line above if it belongs there"
    is_ambiguous = not is_alone and len(found["value"].split()) > _FEW_WORDS
    return Fault(code, what, f"write '{start} {value}'{belongs if is_ambiguous else ''}")


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
