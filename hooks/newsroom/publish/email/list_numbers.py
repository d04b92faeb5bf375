"""The numbers of ordered lists, which mail programs and plain text have to show as a browser does."""

import re
from collections.abc import Iterator

from lxml.html import HtmlElement

_INTEGER = re.compile(r"\s*([+-]?[0-9]{1,9})")
"""Matches the beginning of "7" and " -3 items", as HTML's rules for parsing integers do."""


def numbered_items(listed: HtmlElement) -> Iterator[tuple[int, HtmlElement]]:
    """Yield the items of an ordered list with their numbers.

    See https://html.spec.whatwg.org/#ordinal-value.
    """
    items = list(listed.iterchildren("li"))
    step = -1 if listed.get("reversed") is not None else 1
    number = _integer(listed.get("start"), len(items) if step < 0 else 1)
    for item in items:
        number = _integer(item.get("value"), number)
        yield number, item
        number += step


def item_numbers(element: HtmlElement) -> dict[HtmlElement, str]:
    """The numbers of the items of an ordered list, like "1." and "2.". Other elements have none."""
    return {item: f"{number}." for number, item in numbered_items(element)} if element.tag == "ol" else {}


def number_backwards(content: HtmlElement) -> None:
    """Give each item of a reversed list its number, because not all mail programs support ``reversed``."""
    for listed in content.iter("ol"):
        if listed.get("reversed") is not None:
            for number, item in numbered_items(listed):
                item.set("value", str(number))
            del listed.attrib["reversed"]


def _integer(text: str | None, default: int) -> int:
    found = _INTEGER.match(text or "")
    return int(found[1]) if found else default
