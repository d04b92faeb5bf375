"""Explains front matter that YAML cannot parse, in an editor's terms and at the line of the error."""

import re
from collections.abc import Iterator
from itertools import pairwise

import yaml

from newsroom.problems import Fault, Problem
from newsroom.read.quoting import find_value_fault

_NAMED = re.compile(r"[^:]*:([ \t]|$)|[^:]+:.*:([ \t]|$)")
"""Matches "title: The garden", not "title The garden" or "title:The garden"."""
_NO_COLON = Fault("front-matter-colon-missing", "a field has no ': ' after its name", "write it as 'name: value'")
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
_INDENTATION = Fault(
    "front-matter-indentation",
    "the indentation does not match the lines above",
    "begin fields at the left edge, and indent what belongs to one by two spaces",
)
_FIRST_INDENTED = Fault(
    "front-matter-indentation",
    "the first field is indented and the others are not",
    "remove the spaces before its name",
)


def compose_yaml(source: str) -> yaml.Node | None:
    """The nodes of a YAML text. Raises YAMLError, or RecursionError if it is nested too deeply."""
    node: yaml.Node | None = yaml.compose(source, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    return node


def find_syntax_problems(error: yaml.MarkedYAMLError, lines: list[str], path: str) -> list[Problem]:
    """The errors in front matter: one for each field that cannot be parsed alone, else the one that YAML reported.

    YAML reports an unclosed quotation mark lines later, at a correct field, so each field is also parsed alone.
    ``lines`` are those of the front matter, which begin on line 2 of the file.
    """
    first = next((line for line in lines if line.strip() and not line.startswith("#")), "")
    if first.startswith(" ") and any(_NAMED.match(line) for line in lines if line[:1] not in ("", " ", "#", "-")):
        return [_FIRST_INDENTED.at(path, lines.index(first) + 2)]
    found: list[tuple[int, Fault]] = []
    for start, end in _field_ranges(lines):
        if fault := _field_fault(lines[start:end]):
            found.append((start + fault[0], fault[1]))
        elif not _NAMED.match(lines[start]):
            after_gap = start > 0 and not lines[start - 1].strip()
            found.append((start, _NOT_A_FIELD if after_gap else _NO_COLON))
            break
    return [fault.at(path, index + 2) for index, fault in found or [_yaml_fault(error, lines)]]


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
        return noticed, _BACKSLASH
    for index in (opened, noticed):
        if fault := find_value_fault(lines[index]):
            return index, fault
    for words, index, fault in (
        ("mapping values are not allowed", noticed, _INDENTATION),
        (
            "quoted scalar",
            opened,
            Fault("front-matter-quotation-mark", "a quotation mark is opened and not closed", "add the closing one"),
        ),
        (
            "flow sequence",
            opened,
            Fault("front-matter-bracket", "a bracket is opened and not closed", "add the closing ']'"),
        ),
        (
            "flow mapping",
            opened,
            Fault("front-matter-bracket", "a bracket is opened and not closed", "add the closing '}'"),
        ),
        ("could not find expected ':'", opened, _NO_COLON),
        ("simple key", opened, _NO_COLON),
        ("block", noticed, _INDENTATION),
    ):
        if words in message:
            return index, fault
    return noticed, Fault(
        "front-matter-line-invalid", "this line is not YAML", "check its quotation marks, colons and spaces"
    )
