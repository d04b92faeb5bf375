"""What is wrong with front matter that YAML cannot read, in an editor's words and on the line where it was written."""

import re
from collections.abc import Iterator
from itertools import pairwise

import yaml

from newsroom.problems import Fault, Problem
from newsroom.read.quoting import find_value_fault

_NAMED = re.compile(r"[^:]*:(\s|$)|[^:]+:.*:(\s|$)")
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
    """The nodes of a text of YAML. Raises YAMLError, or RecursionError where it is nested too deeply."""
    node: yaml.Node | None = yaml.compose(source, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    return node


def find_syntax_problems(error: yaml.MarkedYAMLError, lines: list[str], path: str) -> list[Problem]:
    """Why front matter cannot be read: a problem for each field that is wrong by itself, else what YAML reported.

    A quotation mark that is not closed makes YAML complain lines later, about fields that are right: each field is
    read by itself for that. ``lines`` are those of the front matter, which begin on line 2 of the file.
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
    """The index of each field's first line, and the one behind its last line."""
    starts = [number for number, line in enumerate(lines) if line[:1] not in ("", " ", "#", "-")]
    return pairwise([*starts, len(lines)])


def _field_fault(lines: list[str]) -> tuple[int, Fault] | None:
    """Why one field cannot be read by itself."""
    try:
        compose_yaml("\n".join(lines))
    except yaml.MarkedYAMLError as error:
        return _yaml_fault(error, lines)
    except RecursionError:
        return None
    return None


def _yaml_fault(error: yaml.MarkedYAMLError, lines: list[str]) -> tuple[int, Fault]:
    """The parser's complaint in an editor's words, with the index of the line where the mistake was likely made."""
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
