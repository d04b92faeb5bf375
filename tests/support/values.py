"""Plain values as lines of text, to compare them with golden files."""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from typing import Any
from urllib.parse import urljoin

_ADDRESSES = frozenset({"href", "url", "feed", "svg", "png", "apple", "previous", "next", "address"})
_LINE = 200
_UP = re.compile(r"(?<=[\" ])(?:\.\./)+(?=\S)")
"""Matches the start of an address in HTML that leads to the root of the site."""


class ValueLines:
    """Makes a line for each text, number and flag in values. What is the same as before has one line."""

    def __init__(self) -> None:
        self._seen: dict[tuple[str, ...], str] = {}

    def lines(self, value: Any, base: str, name: str = "") -> Iterator[str]:  # noqa: ANN401 (any dataclass or JSON)
        """Yield the lines of a value, with the names that lead to each. What is not there has none.

        Args:
            value: Dataclasses, tuples and plain values.
            base: The address of the page. Relative addresses are made absolute with it.
            name: Where the value is in a larger one.
        """
        if isinstance(value, str) and value and name.endswith("structured_data"):
            value = json.loads(value)
        if is_dataclass(value) and not isinstance(value, type):
            yield from self._once({field.name: getattr(value, field.name) for field in fields(value)}, base, name)
        elif isinstance(value, Mapping):
            yield from self._once(value, base, name)
        elif isinstance(value, (tuple, list)) and all(isinstance(part, str) for part in value):
            yield from [f"{name}: {' | '.join(value)}"] if value else []
        elif isinstance(value, (tuple, list)):
            for number, part in enumerate(value, 1):
                yield from self.lines(part, base, f"{name}.{number}")
        elif value not in (None, "", False):
            is_address = name.rpartition(".")[2] in _ADDRESSES and ":" not in str(value)
            yield f"{name}: {urljoin(base, value) if is_address else _UP.sub('~/', str(value))}"

    def _once(self, parts: Mapping[str, Any], base: str, name: str) -> Iterator[str]:
        """Yield the lines of an object: one if all are short, or if they are those of an object before."""
        found = [line for key, part in parts.items() for line in self.lines(part, base, f"{name}.{key}")]
        relative = tuple(line.removeprefix(f"{name}.") for line in found)
        short = " | ".join(relative)
        if len(short) < _LINE and not any(isinstance(part, (tuple, list)) for part in parts.values()):
            yield from [f"{name}: {short}"] if short else []
        elif (first := self._seen.setdefault(relative, f"{base} {name}")) != f"{base} {name}":
            yield f"{name}: as {first}"
        else:
            yield from found
