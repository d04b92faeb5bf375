"""Suggests how to write a list that an editor wrote as one text, like ``areas: Derby, Swansea``."""

import re
from collections.abc import Mapping, Sequence
from typing import Any

import yaml

from newsroom.content.several_names import split_names
from newsroom.problems import nearest


def list_fix(text: str, items: Mapping[str, Any], known: Sequence[str] | None) -> str:
    """How to write a text as a list, in a form that the next check accepts.

    Args:
        items: The JSON Schema of the list's entries.
        known: The values that an entry may have; None if it may have others, too.
    """
    if "maxLength" in items:
        return f"write each one on a line of its own below it, like this: {_written([text], is_flow=False)}"
    entries: Sequence[object]
    unknown: list[str] = []
    choices = items.get("enum", known)
    if choices is not None:
        found = _find_choices(text, choices)
        unknown = [f"'{name}'" for name in found if name not in choices]
        entries = [name for name in found if name in choices] or found
    elif "anyOf" in items:
        names = split_names(text)
        entries = names if len(names) > 1 else _split_words(text)
    else:
        entries = [part.strip() for part in re.split("[,;]", text) if part.strip()]
        if fields := items.get("required"):
            entries = [{**dict.fromkeys(fields, "…"), fields[0]: entry} for entry in entries]
    fix = f"write it in square brackets: {_written(entries, is_flow=True)}"
    return f"{fix}; there is no {' or '.join(unknown)}: use only {', '.join(choices)}" if unknown and choices else fix


def _find_choices(text: str, known: Sequence[str]) -> list[str]:
    """The known values that a text names, and its words for others: "derby" and "oz" for "Derby and Oz"."""
    found = (name for part in re.split("[,;/]", text) for name in _choices_in(part, known))
    return list(dict.fromkeys(filter(None, found)))


def _choices_in(part: str, known: Sequence[str]) -> list[str]:
    """The values in a text without commas, which may be one value with an "and" in it: "Kingston and Richmond"."""
    between = re.split(r"[&+]|\band\b", part, flags=re.IGNORECASE)
    for texts in ([part], between, part.split()):
        names = [_slug(text) for text in texts]
        if set(names).issubset(known):
            return names
    return [nearest(name, known) or name for name in map(_slug, between)]


def _slug(text: str) -> str:
    return "-".join(re.findall(r"\w+", text.casefold()))


def _split_words(text: str) -> list[str]:
    """The first names in "Jo, Ada"; the text alone if a part has several words, like "Jo Elm, PhD"."""
    parts = [part.strip() for part in re.split("[,;]", text)]
    return [text] if any(re.search(r"\s", part) for part in parts) else [part for part in parts if part]


def _written(entries: Sequence[object], *, is_flow: bool) -> str:
    """Entries as YAML, with the quotation marks that they need."""
    dumped = yaml.safe_dump(
        list(entries), default_flow_style=is_flow, allow_unicode=True, sort_keys=False, width=float("inf")
    )
    return dumped.strip()
