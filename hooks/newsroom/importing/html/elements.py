"""HTML as a tree of elements, parsed as browsers do."""

from collections.abc import Iterator
from contextlib import suppress
from xml.etree.ElementTree import Element

import html5lib
from css_inline import CSSInliner, InlineError  # noqa: TID251 (it is configured to load nothing)

BLOCKS = frozenset(
    (
        *("address", "article", "aside", "blockquote", "body", "center", "dd", "details", "dialog", "dir", "div", "dl"),
        *("dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header"),
        *("hgroup", "hr", "li", "main", "menu", "nav", "ol", "p", "pre", "section", "summary", "table", "ul"),
    )
)
"""The elements before and after which browsers end a line."""


def apply_style_sheets(html: str) -> str:
    """The HTML of a text or page whose elements have all styles in their attributes."""
    if "<style" in html.lower():
        with suppress(InlineError):  # the text can be read without a style sheet that cannot
            return CSSInliner(load_remote_stylesheets=False, keep_style_tags=False).inline(html)
    return html


def parse_styled_html(html: str) -> Element:
    """The body of a text or page. Its style sheets are applied."""
    root: Element = html5lib.parse(apply_style_sheets(html), namespaceHTMLElements=False)
    body = root.find("body")
    return root if body is None else body


def tag_of(element: Element) -> str:
    """The name of an element without its namespace; empty for a comment."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def text_of(element: Element) -> str:
    """The text in an element, with single spaces."""
    return " ".join("".join(_texts(element)).split())


def _texts(element: Element) -> Iterator[str]:
    if tag_of(element) not in ("", "script", "style", "template"):
        yield element.text or ""
        for child in element:
            gap = " " if tag_of(child) in BLOCKS | {"br", "td", "th", "option"} else ""
            yield gap
            yield from _texts(child)
            yield f"{gap}{child.tail or ''}"


def find_all(element: Element, *tags: str) -> list[Element]:
    """All elements below an element that have one of the tags."""
    return [found for found in element.iter() if found is not element and tag_of(found) in tags]


def names_of(element: Element) -> frozenset[str]:
    """The names of the places in an element and at it, to which links can lead."""
    return frozenset(name for part in element.iter() for key in ("id", "name") if (name := part.get(key)))


def classes(element: Element) -> frozenset[str]:
    """The classes of an element."""
    return frozenset((element.get("class") or "").split())
