"""Converts a text to HTML with mammoth, once all that mammoth does not support has been removed."""

import zipfile
from collections.abc import Mapping, Sequence
from io import BytesIO

import mammoth
from lxml import etree
from lxml.html import HtmlElement, XHTMLParser

from newsroom.importing.source import ImportRefusedError
from newsroom.importing.word.xml import Element, every, new, q, remove, unwrap

PARAGRAPH_MARK = "paragraph-"
PICTURE_MARK = "picture-"
_KNOWN = frozenset(
    q(f"w:{name}")
    for name in (
        *("body", "footnotes", "footnote", "endnotes", "endnote", "tbl", "tr", "tc", "p", "r", "hyperlink"),
        *("t", "tab", "br", "footnoteReference", "endnoteReference", "bookmarkStart"),
    )
)
_PROPERTIES = frozenset(q(f"w:{name}") for name in ("tblPr", "trPr", "tcPr", "pPr", "rPr"))
_STYLE_MAP = "strike => del"


def mark(name: str) -> Element:
    """An empty element that becomes ``<a id="name">`` in the HTML."""
    return new("w:bookmarkStart", name=name)


def mark_paragraph(paragraph: Element, index: int) -> None:
    """Give a paragraph its number, and take away how it looks."""
    for properties in paragraph.findall(q("w:pPr")):
        paragraph.remove(properties)
    paragraph.insert(0, mark(f"{PARAGRAPH_MARK}{index}"))


def convert_to_html(body: Element, notes: Mapping[str, Element]) -> HtmlElement:
    """The HTML of the body, then of the footnotes that it refers to, in one element.

    Args:
        body: ``w:body``.
        notes: The roots of the parts "footnotes" and "endnotes".

    Raises:
        ImportRefusedError: The text is nested too deeply.
    """
    _drop_lost_references(body, notes)
    for root in (body, *notes.values()):
        _keep_known(root)
    file = BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("word/document.xml", etree.tostring(new("w:document", body)))
        for name, root in notes.items():
            archive.writestr(f"word/{name}.xml", etree.tostring(root))
    try:
        html = mammoth.convert_to_html(file, style_map=_STYLE_MAP, include_default_style_map=False).value
    except RecursionError as error:
        raise ImportRefusedError(
            "The text of the Word file is nested too deeply. Copy it into a new Word document, and import that."
        ) from error
    tree: HtmlElement = etree.fromstring(f"<div>{html}</div>", XHTMLParser(huge_tree=True, resolve_entities=False))
    _drop_repeated_notes(tree)
    return tree


def _drop_repeated_notes(tree: HtmlElement) -> None:
    """Leave each note once: mammoth writes it again for each further reference to it."""
    found: set[str] = set()
    for note in tree.findall("ol/li[@id]"):
        if note.get("id", "") in found:
            note.drop_tree()
        found.add(note.get("id", ""))


def _keep_known(element: Element) -> None:
    """Leave only elements that are expected here. The content of others takes their place."""
    for part in list(element):
        if part.tag in _PROPERTIES:
            continue
        _keep_known(part)
        if part.tag not in _KNOWN:
            unwrap(part)


def _drop_lost_references(body: Element, notes: Mapping[str, Element]) -> None:
    for name, element_name in (("footnotes", "w:footnote"), ("endnotes", "w:endnote")):
        root = notes.get(name)
        for note in [] if root is None else every(root, element_name):
            if note.get(q("w:id")) is None or note.get(q("w:type"), "normal") != "normal":
                remove(note)
        known: Sequence[str | None] = (
            [] if root is None else [note.get(q("w:id")) for note in every(root, element_name)]
        )
        for tree in (body, *notes.values()):
            for reference in every(tree, f"{element_name}Reference"):
                if tree is not body or reference.get(q("w:id")) not in known:
                    remove(reference)
