"""Changing a tree of HTML: what every step of adapting needs."""

from lxml.html import HtmlElement


def all_of(content: HtmlElement, *tags: str) -> list[HtmlElement]:
    """The elements of some names, listed before any of them is changed."""
    return list(content.iter(*tags))


def replace(old: HtmlElement, new: HtmlElement) -> None:
    """Put one element in another's place."""
    new.tail = old.tail
    parent = old.getparent()
    if parent is not None:
        parent.replace(old, new)


def is_in_link(element: HtmlElement) -> bool:
    """Whether an element stands in a link."""
    return any(parent.tag == "a" for parent in element.iterancestors())
