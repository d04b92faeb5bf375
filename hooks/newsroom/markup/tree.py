"""The element tree of a text's HTML: parsed once for each output, changed in place, and serialised once.

What :data:`newsroom.markup.policy.WEB` gives is a balanced tree that html5ever wrote: every element but a void one has
an end tag, and "<", ">" and quotation marks are escaped in attributes, too. With void elements closed it is XML, whose
tree is exactly the one that a browser makes of it, but for line breaks in attributes, which become blanks. lxml's own
HTML parser knows rules of HTML 4, and makes another.
"""

import re
from collections.abc import Iterator

from lxml import etree
from lxml import html as lxml_html
from lxml.html import HtmlElement

_VOID = frozenset({"br", "col", "hr", "img", "input", "source", "track", "wbr"})
_VOID_TAG = re.compile(rf"<((?:{'|'.join(sorted(_VOID))})(?: [^<>]*)?)(?<!/)>")
"""Matches `<br>` and `<img alt="a &lt; b">`, but not `<br/>`."""
_NOT_XML = re.compile("[^\\t\\n\\r\\x20-\\x7e\\x85\\xa0-\\ud7ff\\ue000-\\ufffd\\U00010000-\\U0010ffff]")
"""Characters that no XML document can hold (XML 1.0, section 2.2) or that it discourages."""
HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
TEXT_CONTAINERS = frozenset({"p", "a", "span", "em", "strong", "li", *HEADINGS})
"""Elements in which a link is among words, and can be no paragraph of its own."""


def parse_html(html: str) -> HtmlElement:
    """The tree of HTML that a policy's ``clean`` or :func:`serialise_html` gave: a `<div>` around all of it."""
    text = _VOID_TAG.sub(r"<\1/>", plain_text(html)).replace("&nbsp;", "\u00a0")
    return etree.fromstring(f"<div>{text}</div>", lxml_html.XHTMLParser(huge_tree=True, resolve_entities=False))


def serialise_html(root: HtmlElement) -> str:
    """The HTML inside an element, which is XML, too; lxml's own serialiser of HTML knows the elements of HTML 4."""
    for element in root.iter(etree.Element):
        if element.text is None and not len(element) and element.tag not in _VOID:
            element.text = ""  # so that it gets an end tag
    text = str(etree.tostring(root, encoding="unicode", with_tail=False))
    return text[text.index(">") + 1 : text.rindex("</")]


def plain_text(text: str) -> str:
    """A text without the characters that no XML document can hold (XML 1.0, section 2.2) or that it discourages."""
    return text if text.isascii() and text.isprintable() else _NOT_XML.sub("", text)


def make_element(tag: str, text: str = "", **attributes: str) -> HtmlElement:
    """A new element with words in it."""
    element = lxml_html.Element(tag, **attributes)
    element.text = text or None
    return element


def find_elements(root: HtmlElement, *tags: str) -> list[HtmlElement]:
    """The elements of some names, listed before any of them is changed."""
    return list(root.iter(*tags))


def replace_element(old: HtmlElement, new: HtmlElement) -> None:
    """Put one element in another's place."""
    new.tail, old.tail = old.tail, None
    parent = old.getparent()
    if parent is not None:
        parent.replace(old, new)


def replace_with_text(old: HtmlElement, text: str) -> None:
    """Put words in an element's place."""
    old.tail = f"{text}{old.tail or ''}"
    old.drop_tree()


def ancestors(element: HtmlElement) -> Iterator[str]:
    """The names of the elements around one, from the innermost."""
    return (str(parent.tag) for parent in element.iterancestors())


def is_note_link(element: HtmlElement) -> bool:
    """Whether an element is the number of a footnote, or the sign that leads back from one: no words of the text."""
    return element.tag == "a" and element.get("class") in ("footnote-ref", "footnote-backref")


def is_in_link(element: HtmlElement) -> bool:
    """Whether an element is in a link."""
    return "a" in ancestors(element)


def enclosing_paragraph(element: HtmlElement) -> HtmlElement | None:
    """The paragraph around an element that holds nothing else, and has no attributes."""
    parent = element.getparent()
    if parent is None or parent.tag != "p" or parent.attrib or len(parent) > 1:
        return None
    return None if (parent.text or "").strip() or (element.tail or "").strip() else parent
