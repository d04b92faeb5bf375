"""A page as text, one element a line: what its template made of it."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from tests.support.html import parse

_SPACES = "  "


def skeleton(html: str, *parts: str) -> str:
    """The elements in these parts of a page, as ``head`` and ``main``, each with its attributes and its words.

    Leaves out what is the theme's, scripts, and what is to be copied.
    """
    root = parse(html)
    return "".join(f"{line}\n" for part in parts for element in root.iter(part) for line in _lines(element, 0))


def _lines(element: Element, depth: int) -> Iterator[str]:
    if _is_the_themes(element):
        return
    name = str(element.tag).rpartition("}")[2]
    is_left_out = name in ("script", "style", "textarea")
    first = "" if is_left_out else " ".join((element.text or "").split())
    attributes = "".join(f' {attribute}="{value}"' for attribute, value in element.items())
    yield f"{_SPACES * depth}{name}{attributes}{first and f' | {first}'}"
    for child in () if is_left_out else element:
        yield from _lines(child, depth + 1)
        if child.tail and child.tail.strip():
            yield f"{_SPACES * (depth + 1)}| {' '.join(child.tail.split())}"


def _is_the_themes(element: Element) -> bool:
    """Whether an element changes with the theme's version, or with a script: a comment, the generator, the policy."""
    is_style = "assets/stylesheets/" in (element.get("href") or "")
    is_told = element.get("name") == "generator" or element.get("http-equiv") is not None
    return not isinstance(element.tag, str) or is_style or is_told
