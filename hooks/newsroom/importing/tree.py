"""What importers share for the tree of a document."""

import re
from collections.abc import Iterable, Iterator
from html import escape

from lxml import etree, html
from lxml.html import HtmlElement

from newsroom.content.formats import PICTURES, file_ending
from newsroom.importing.html.elements import apply_style_sheets
from newsroom.importing.html.styles import declarations, is_invisible
from newsroom.importing.source import NoteLog
from newsroom.markup.tree import replace_with_text

_BLOCKS = ("p", "h1", "h2", "h3", "h4", "h5", "h6", "li", "td", "th", "dt", "dd", "pre", "figcaption", "div")
_CODE = frozenset({"script", "style"})
_DEEP = 200
_EMOJI = frozenset({"emoji", "wp-smiley"})
_SPACES = re.compile(r"\s+")
_WHITE = frozenset({"white", "#fff", "#ffffff", "rgb(255,255,255)"})


def parse_html_file(text: str) -> HtmlElement | None:
    """The tree of a whole HTML file, with its style sheets applied to the elements; None if it is empty."""
    try:
        return html.document_fromstring(apply_style_sheets(text), parser=_parser())
    except etree.ParserError:
        return None


def parse_body(text: str) -> HtmlElement:
    """The tree of a part of HTML, in one ``div``."""
    return html.fragment_fromstring(text, create_parent="div", parser=_parser())


def inner_html(element: HtmlElement) -> str:
    """The HTML in an element."""
    children = (html.tostring(child, encoding="unicode") for child in element)
    return f"{escape(element.text or '')}{''.join(children)}"


def is_nested_deeply(root: HtmlElement) -> bool:
    """Whether elements are so deep in others that a parser leaves out what is in them."""
    return any(sum(1 for _ in element.iterancestors()) > _DEEP for element in root.iter() if not len(element))


def find_by_xpath(root: HtmlElement, xpath: str) -> list[HtmlElement]:
    """The elements that an XPath expression finds."""
    found = root.xpath(xpath)
    return [element for element in found if isinstance(element, HtmlElement)] if isinstance(found, list) else []


def element_text(element: HtmlElement) -> str:
    """The text of an element that readers see, on one line, with a space between its blocks."""
    parts = [element.text or ""]
    for event, inner in etree.iterwalk(element, events=("start", "end")):
        parts.append(" " if inner.tag in (*_BLOCKS, "br") else "")
        if inner is not element:
            is_code = event == "start" and inner.tag in _CODE
            parts.append("" if is_code else (inner.text if event == "start" else inner.tail) or "")
    return _SPACES.sub(" ", "".join(parts)).strip()


def text_blocks(root: HtmlElement) -> Iterator[HtmlElement]:
    """The elements with text that have no such elements in them, in order: paragraphs, headings, items, cells."""
    for element in root.iter(*_BLOCKS):
        has_blocks = any(True for _ in element.iterdescendants(*_BLOCKS))
        if isinstance(element, HtmlElement) and not has_blocks and element_text(element):
            yield element


def drop(element: HtmlElement) -> None:
    """Remove an element with what is in it, and parents that are then empty; the text after it stays."""
    parent = element.getparent()
    element.drop_tree()
    is_empty = parent is not None and not len(parent) and not (parent.text or "").strip()
    if is_empty and parent is not None and parent.getparent() is not None and parent.tag not in ("td", "th", "body"):
        drop(parent)


def drop_picture(image: HtmlElement) -> None:
    """Remove a picture. If it was all that a link had, the link gets its alternative text, or shows its address."""
    link = next(image.iterancestors("a"), None)
    address = "" if link is None else link.get("href", "").strip()
    is_alone = link is not None and not element_text(link) and len(find_by_xpath(link, ".//img")) == 1
    alt = " ".join(image.get("alt", "").split())
    is_of_picture = file_ending(address.partition("?")[0]) in PICTURES
    if is_alone and address and not is_of_picture:
        replace_with_text(image, alt or address)
    else:
        drop(image)


def write_emoji(body: HtmlElement) -> None:
    """Write the emoji that a page or a mail program shows as pictures."""
    for image in find_by_xpath(body, ".//img[@alt and (@class or @data-emoji)]"):
        if image.get("data-emoji") or not _EMOJI.isdisjoint(image.get("class", "").split()):
            replace_with_text(image, image.get("alt", ""))


def drop_all(elements: Iterable[HtmlElement]) -> bool:
    """Remove elements, of which some may be in others. Returns whether they had text."""
    found = list(elements)
    has_text = any(element_text(element) for element in found)
    for element in found:
        if element.getparent() is not None:
            drop(element)
    return has_text


def _parser() -> html.HTMLParser:
    return html.HTMLParser(remove_comments=True, remove_pis=True, huge_tree=True)


def remove_hidden_elements(body: HtmlElement, log: NoteLog) -> None:
    """Remove the elements that readers of the page do not see, and report it."""
    found = find_by_xpath(body, ".//*[@hidden or @popover or @style]")
    if drop_all(element for element in found if is_invisible(element.attrib)):
        log.dropped("Hidden text was left out.")
    white = (element for element in find_by_xpath(body, ".//*[@style]") if _is_white_on_nothing(element))
    if text := next((text for element in white if (text := element_text(element))), ""):
        log.to_do("Some text is white. Check that readers were meant to see it.", text)


def _is_white_on_nothing(element: HtmlElement) -> bool:
    """Whether the text of an element is white, and nothing says what is behind it."""
    colour = declarations(element.get("style", "")).get("color", "").replace(" ", "")
    around = (declarations(each.get("style", "")) for each in (element, *element.iterancestors()))
    return colour in _WHITE and not any(name.startswith("background") for styles in around for name in styles)
