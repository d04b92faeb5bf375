"""Reading HTML as browsers do."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

import html5lib


def parse(html: str) -> Element:
    """The tree of a whole page, or of a fragment's body."""
    root = html5lib.parse(html, namespaceHTMLElements=False)
    assert isinstance(root, Element)
    return root


def parse_errors(html: str) -> list[str]:
    """The parse errors of a whole page."""
    parser = html5lib.HTMLParser()
    parser.parse(html)
    return [f"{place}: {code}" for place, code, _ in parser.errors]


def texts(element: Element) -> Iterator[str]:
    """Every text node inside an element, in order, without the blank ones and without style sheets."""
    if element.tag == "style" or not isinstance(element.tag, str):
        return
    for text in (element.text, *(part for child in element for part in (*texts(child), child.tail))):
        if text and text.strip():
            yield text


def text_of(html: str) -> str:
    """The visible text of a fragment, with single spaces."""
    body = parse(html).find("body")
    return "" if body is None else " ".join("".join(body.itertext()).split())


def addresses(html: str) -> list[str]:
    """Every address that a page or fragment links to or shows a picture from, in order."""
    return [value for element in parse(html).iter() for name, value in element.items() if name in ("href", "src")]
