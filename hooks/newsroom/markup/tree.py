"""The element tree of a text's HTML, which all outputs use, and the trees of finished pages and emails.

:data:`newsroom.markup.policy.WEB` returns balanced HTML from html5ever: every element except void ones has an end tag,
and "<", ">" and quotation marks are escaped in attributes too. With void elements closed it is XML, and its tree is the
one that browsers build, except that line breaks in attributes become spaces. lxml's HTML parser follows HTML 4, and
builds another tree.
"""

import re
from collections.abc import Iterator
from typing import cast

from lxml import etree
from lxml import html as lxml_html
from lxml.html import HtmlElement

VOID = frozenset(
    (
        *("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track"),
        "wbr",
    )
)
"""Elements without content and end tag (https://html.spec.whatwg.org/#void-elements)."""
_VOID_TAG = re.compile(rf"<((?:{'|'.join(sorted(VOID))})(?: [^<>]*)?)(?<!/)>")
"""Matches `<br>` and `<img alt="a &lt; b">`, but not `<br/>`."""
_NOT_XML = re.compile("[^\\t\\n\\r\\x20-\\x7e\\x85\\xa0-\\ud7ff\\ue000-\\ufffd\\U00010000-\\U0010ffff]")
"""Characters that XML forbids or discourages (https://www.w3.org/TR/xml/#charsets)."""
_EMPTY_ELEMENTS = etree.XPath("descendant-or-self::*[not(node())]")
HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
TEXT_CONTAINERS = frozenset({"p", "a", "span", "em", "strong", "li", *HEADINGS})
"""Elements in which a link is part of a text, and cannot be a paragraph."""


def parse_html(html: str) -> HtmlElement:
    """Parse HTML from a policy's ``clean`` or :func:`serialise_html`. Returns a `<div>` around it."""
    text = _VOID_TAG.sub(r"<\1/>", xml_text(html)).replace("&nbsp;", "\u00a0")
    return etree.fromstring(f"<div>{text}</div>", lxml_html.XHTMLParser(huge_tree=True, resolve_entities=False))


def serialise_html(root: HtmlElement) -> str:
    """The HTML inside an element, which is also XML. lxml's HTML serialiser knows only HTML 4."""
    for element in cast("list[HtmlElement]", _EMPTY_ELEMENTS(root)):
        if element.tag not in VOID:
            element.text = ""  # so that it gets an end tag
    text = str(etree.tostring(root, encoding="unicode", with_tail=False))
    return text[text.index(">") + 1 : text.rindex("</")]


def parse_document(html: str) -> HtmlElement:
    """Parse a finished page or email of ours. It is valid, so that lxml's fast parser reads it as browsers do."""
    return lxml_html.document_fromstring(html)


def serialise_document(root: HtmlElement) -> str:
    """The HTML of a finished page or email, with its doctype, or of an element in it.

    libxml2 adds end tags to void elements that are new in HTML 5: they are removed.
    """
    doctype = "<!doctype html>\n" if root.getparent() is None else ""
    html = str(lxml_html.tostring(root, encoding="unicode", with_tail=False))
    return doctype + html.replace("</source>", "").replace("</track>", "").replace("</wbr>", "")


def xml_text(text: str) -> str:
    """A text without the characters that XML forbids or discourages."""
    return text if text.isascii() and text.isprintable() else _NOT_XML.sub("", text)


def make_element(tag: str, text: str | None = "", **attributes: str) -> HtmlElement:
    """A new element with a text."""
    element = lxml_html.Element(tag, **attributes)
    element.text = text or None
    return element


def set_or_delete(element: HtmlElement, name: str, value: str | None) -> None:
    """Set an attribute of an element, or delete it if the value is None."""
    if value is None:
        del element.attrib[name]
    else:
        element.set(name, value)


def find_elements(root: HtmlElement, *tags: str) -> list[HtmlElement]:
    """All elements with one of the tags, as a list, so that the tree can be changed."""
    return list(root.iter(*tags))


def replace_element(old: HtmlElement, new: HtmlElement) -> None:
    """Replace one element with another."""
    new.tail, old.tail = old.tail, None
    parent = old.getparent()
    if parent is not None:
        parent.replace(old, new)


def remove_element(node: etree._Element) -> None:
    """Remove a node of any XML with what is in it; the text after it stays. For HTML lxml has ``drop_tree``."""
    parent, before = node.getparent(), node.getprevious()
    if parent is None:
        return
    if before is not None:
        before.tail = (before.tail or "") + (node.tail or "")
    else:
        parent.text = (parent.text or "") + (node.tail or "")
    parent.remove(node)


def replace_with_text(old: HtmlElement, text: str) -> None:
    """Replace an element with a text."""
    old.tail = f"{text}{old.tail or ''}"
    old.drop_tree()


def ancestors(element: HtmlElement) -> Iterator[str]:
    """The tags of the elements around an element, innermost first."""
    return (str(parent.tag) for parent in element.iterancestors())


def is_note_link(element: HtmlElement) -> bool:
    """Whether an element is a footnote's number or the link back from it, which are not part of the text."""
    return element.tag == "a" and element.get("class") in ("footnote-ref", "footnote-backref")


def is_in_link(element: HtmlElement) -> bool:
    """Whether an element is inside a link."""
    return "a" in ancestors(element)
