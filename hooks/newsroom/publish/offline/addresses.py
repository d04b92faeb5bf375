"""The addresses in a page, each of them exchanged where that is asked for, with every other byte as it was."""

import re
from collections.abc import Callable
from html import escape

from newsroom.tags import Attribute, Tag, find_tags

Change = Callable[[Tag, str], str | None]
"""Takes a tag and an address in it; gives the new address, or None where the attribute is to be removed."""
_NAMES = frozenset({"href", "xlink:href", "src", "poster", "action", "formaction"})
_REFRESH = re.compile(r"(\s*[\d.]*\s*[;,]?\s*url\s*=\s*[\"']?)([^\"']+)", re.IGNORECASE)
"""Matches `0; url=https://elm.example/`, not `5`, which reloads the page itself."""
_CANDIDATE = re.compile(r"(^\s*|,\s*)([^\s,]\S*?)(?=,?(?:\s|$))")
"""In `a.png 320w, b.png 640w` it matches `a.png` and `, b.png`, not the widths."""


def change_addresses(html: str, change: Change) -> str:
    """The HTML with the addresses that a browser follows, loads or sends to exchanged by ``change``."""
    return change_attributes(html, lambda tag, attribute: _changed(tag, attribute, change))


def change_attributes(html: str, change: Callable[[Tag, Attribute], str | None]) -> str:
    """The HTML with the value of each attribute exchanged by ``change``; None removes the attribute."""
    parts: list[str] = []
    position = 0
    for tag in find_tags(html):
        for attribute in tag.attributes:
            value = change(tag, attribute)
            if value != attribute.value:
                parts.append(html[position : attribute.start])
                parts.append("" if value is None else f' {attribute.name}="{escape(value)}"')
                position = attribute.end
    return "".join([*parts, html[position:]])


def _changed(tag: Tag, attribute: Attribute, change: Change) -> str | None:
    value = attribute.value
    if attribute.name in _NAMES or (tag.name, attribute.name) == ("object", "data"):
        return change(tag, value)
    if attribute.name == "srcset":
        return _CANDIDATE.sub(lambda found: f"{found[1]}{change(tag, found[2]) or ''}", value)
    if tag.name == "meta" and attribute.name == "content" and (tag.get("http-equiv") or "").lower() == "refresh":
        return _REFRESH.sub(lambda found: f"{found[1]}{change(tag, found[2].strip()) or ''}", value)
    return value
