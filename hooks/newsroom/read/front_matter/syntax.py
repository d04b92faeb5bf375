"""Explains front matter that YAML cannot parse, in an editor's terms and at the line of the error."""

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise, takewhile

import yaml

from newsroom.content.local_files import find_local_place
from newsroom.problems import Fault, Problem
from newsroom.read.front_matter.brackets import find_bracket_fault, find_list_fault
from newsroom.read.front_matter.loose_lines import (
    find_field_fault,
    find_group_fault,
    find_indentation_fault,
    find_loose_fault,
    is_loose,
    join_value,
)
from newsroom.read.front_matter.quoting import find_value_fault, split_line
from newsroom.read.front_matter.yaml_nodes import compose_yaml

_NAMED = re.compile(r"[^:]*:([ \t]|$)|[^:]+:.*:([ \t]|$)")
"""Matches "title: The garden", not "title The garden" or "title:The garden"."""
_NOT_A_FIELD = Fault(
    "front-matter-line-invalid",
    "this line is not a field",
    "add a line '---' above it if the text of the page begins here",
)
_BACKSLASH = Fault(
    "front-matter-backslash",
    "a backslash is in quotation marks, where it means something else in YAML",
    "remove it, or write it twice",
)
_UNCLOSED: Mapping[str, Fault] = {
    "quoted scalar": Fault(
        "front-matter-quotation-mark", "a quotation mark is opened and not closed", "add the closing one"
    ),
    "flow sequence": Fault("front-matter-bracket", "a bracket is opened and not closed", "add the closing ']'"),
    "flow mapping": Fault("front-matter-bracket", "a bracket is opened and not closed", "add the closing '}'"),
}
"""By what the parser's message says it was reading."""
_NOT_YAML = Fault("front-matter-line-invalid", "this line is not YAML", "check its quotation marks, colons and spaces")
_FIRST_INDENTED = Fault(
    "front-matter-indentation",
    "the first field is indented and the others are not",
    "remove the spaces before its name",
)


def find_syntax_problems(error: yaml.MarkedYAMLError, lines: list[str], path: str) -> list[Problem]:
    """The errors in front matter: one for each field that cannot be parsed alone, else the one that YAML reported.

    YAML reports an unclosed quotation mark lines later, at a correct field, so each field is also parsed alone.
    ``lines`` are those of the front matter, which begin on line 2 of the file.
    """
    first = next((line for line in lines if line.strip() and not line.startswith("#")), "")
    if first.startswith(" ") and any(_NAMED.match(line) for line in lines if line[:1] not in ("", " ", "#", "-")):
        return [_FIRST_INDENTED.at(path, lines.index(first) + 2)]
    found: list[tuple[int, Fault]] = []
    next_start = 0
    for start, end in _field_ranges(lines):
        if start < next_start:
            continue
        fault = _field_fault(lines[start:end])
        if fault and not is_loose(lines[start]):
            next_start = end + sum(1 for _ in takewhile(is_loose, lines[end:]))
            if fault := _field_fault(lines[start:next_start]):
                found.append((start + fault[0], fault[1]))
        elif fault or not _NAMED.match(lines[start]):
            after_gap = start > 0 and not lines[start - 1].strip()
            found.append((start, _NOT_A_FIELD if after_gap else find_loose_fault(lines, start)))
            break
    return [fault.at(path, index + 2) for index, fault in found or [_yaml_fault(error, lines)]]


def empty_faulty_fields(lines: list[str], problems: Iterable[Problem]) -> list[str]:
    """The lines of front matter, with empty ones in place of the fields that have errors: the others may be parsed."""
    faulty = {problem.line - 2 for problem in problems if problem.line}
    kept = list(lines)
    for start, end in _field_ranges(lines):
        if not faulty.isdisjoint(range(start, end)):
            kept[start:end] = [""] * (end - start)
    return kept


def _field_ranges(lines: list[str]) -> Iterator[tuple[int, int]]:
    """The index of each field's first line, and the index after its last line."""
    starts = [number for number, line in enumerate(lines) if line[:1] not in ("", " ", "#", "-")]
    return pairwise([*starts, len(lines)])


def _field_fault(lines: list[str]) -> tuple[int, Fault] | None:
    """The fault of one field, parsed alone."""
    try:
        compose_yaml("\n".join(lines))
    except yaml.MarkedYAMLError as error:
        return _yaml_fault(error, lines)
    except RecursionError:
        return None
    return None


def _yaml_fault(error: yaml.MarkedYAMLError, lines: list[str]) -> tuple[int, Fault]:
    """The parser's error in an editor's terms, with the index of the line that probably caused it."""
    message = f"{error.context or ''} {error.problem or ''}"
    last = len(lines) - 1
    opened, noticed = (
        min(mark.line, last) if mark else 0
        for mark in (error.context_mark or error.problem_mark, error.problem_mark or error.context_mark)
    )
    if "escape" in message or "hexdecimal" in message:
        return noticed, _backslash_fault(lines[noticed])
    for index in dict.fromkeys((opened, noticed)):
        if found := find_list_fault(lines, index) or _value_fault(lines, index):
            return found
    if "mapping values" in message:
        return find_field_fault(lines, noticed)
    if "could not find expected ':'" in message or "simple key" in message:
        return opened, find_loose_fault(lines, opened)
    for words, fault in _UNCLOSED.items():
        if words in message:
            return opened, fault
    return noticed, find_indentation_fault(lines, noticed) if "block" in message else _NOT_YAML


def _backslash_fault(line: str) -> Fault:
    field = split_line(line)
    place = find_local_place(field.value[1:]) if field else None
    if place is None:
        return _BACKSLASH
    return _BACKSLASH._replace(
        what=f"the field names a file {place}, which readers cannot open",
        fix="put the file into the folder of this page, and write its name",
    )


def _value_fault(lines: list[str], index: int) -> tuple[int, Fault] | None:
    """What is wrong with the value that a line belongs to, and the index of its first line."""
    start, line = join_value(lines, index)
    field = split_line(line)
    if field is None:
        return None
    if is_loose(line) and field.value[0] in "\"'":
        return start, find_loose_fault(lines, start)
    if fault := find_group_fault(lines, start):
        return start, fault
    fault = find_bracket_fault(field) if field.value[0] in "[{" else find_value_fault(line)
    if fault and line != lines[start].rstrip():
        fault = fault._replace(fix=fault.fix.replace(": ", ", and put the value on one line: ", 1))
    return (start, fault) if fault else None
