"""Finds definitions of addresses, ``[report]: report.pdf``, that no link uses or that repeat a label."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore

from newsroom.content.outline import Unshown, UnshownKind

_KEY = "references"
"""markdown-it's key in its environment for definitions, by label."""
_REPEATED_KEY = "duplicate_refs"
_NO_ADDRESSES = frozenset({"", "#"})
"""The addresses in ``[//]: # (ask Jo)`` and ``[comment]: <> (ask Jo)``, which are notes for editors."""


def definitions_plugin(reader: MarkdownIt) -> None:
    """Have a reader note which definitions its text uses."""
    reader.core.ruler.after("block", "definition_uses", _note_uses)


def find_unshown_definitions(environment: Mapping[str, Any], lines: Sequence[str]) -> Iterator[Unshown]:
    """The definitions that nothing uses, and those of a name that has another address already.

    ``environment`` is markdown-it's, after it has read a text with these ``lines``.
    """
    definitions = environment.get(_KEY, {})
    for label, definition in definitions.items():
        if label not in definitions.used and definition["href"] not in _NO_ADDRESSES:
            yield _unshown(UnshownKind.DEFINITION, definition, lines)
    for repeated in environment.get(_REPEATED_KEY, ()):
        first = definitions[repeated["label"]]
        if repeated["label"] not in definitions.used:
            if repeated["href"] not in _NO_ADDRESSES:
                yield _unshown(UnshownKind.DEFINITION, repeated, lines)
        elif repeated["href"] != first["href"]:
            yield _unshown(UnshownKind.REPEATED_DEFINITION, repeated, lines, first["map"][0] + 1)


class _Definitions(dict[str, Any]):
    """Definitions by label. ``used`` are the labels of those that a link or a picture names."""

    def __init__(self, definitions: Mapping[str, Any]) -> None:
        super().__init__(definitions)
        self.used: set[str] = set()

    def get(self, label: str, default: Any = None) -> Any:  # noqa: ANN401
        """The definition, as markdown-it's rules for links and pictures look it up."""
        self.used.add(label)
        return super().get(label, default)


def _note_uses(state: StateCore) -> None:
    if _KEY in state.env:
        state.env[_KEY] = _Definitions(state.env[_KEY])


def _unshown(kind: UnshownKind, definition: Mapping[str, Any], lines: Sequence[str], shown_line: int = 0) -> Unshown:
    first = definition["map"][0]
    line = lines[first] if first < len(lines) else ""
    return Unshown(kind, line[max(line.find("["), 0) :].strip(), first + 1, shown_line)
