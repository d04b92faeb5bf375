"""The names in Word's XML (ECMA-376), and safe reading of it."""

from collections.abc import Mapping

from lxml import etree

from newsroom.importing.source import ImportRefusedError

Element = etree._Element

NAMESPACES: Mapping[str, str] = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
    "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
    "dgm": "http://schemas.openxmlformats.org/drawingml/2006/diagram",
    "c": "http://schemas.openxmlformats.org/drawingml/2006/chart",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "v": "urn:schemas-microsoft-com:vml",
    "o": "urn:schemas-microsoft-com:office:office",
    "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
    "w14": "http://schemas.microsoft.com/office/word/2010/wordml",
    "adec": "http://schemas.microsoft.com/office/drawing/2017/decorative",
    "rel": "http://schemas.openxmlformats.org/package/2006/relationships",
    "ct": "http://schemas.openxmlformats.org/package/2006/content-types",
}
_STRICT_NAMESPACES: Mapping[bytes, bytes] = {
    b"http://purl.oclc.org/ooxml/wordprocessingml/main": NAMESPACES["w"].encode(),
    b"http://purl.oclc.org/ooxml/officeDocument/relationships": NAMESPACES["r"].encode(),
    b"http://purl.oclc.org/ooxml/officeDocument/math": NAMESPACES["m"].encode(),
    b"http://purl.oclc.org/ooxml/drawingml/": b"http://schemas.openxmlformats.org/drawingml/2006/",
}
"""The names of "Strict Open XML Document" (ECMA-376 Part 1), and those that Word writes otherwise (Part 4)."""
_SHOWN = frozenset(f"{{{NAMESPACES['w']}}}{name}" for name in ("t", "tab", "br"))
_MAX_DEPTH = 120
"""Word writes about 40 levels of elements. mammoth needs several calls of Python for each."""


def q(name: str) -> str:
    """The name of an element or attribute as lxml has it: "w:p" → "{http://…}p"."""
    prefix, _, local = name.partition(":")
    return f"{{{NAMESPACES[prefix]}}}{local}"


def parse(data: bytes, part: str) -> Element:
    """Parse one part of a Word file. Raises ImportRefusedError if it is broken, or made to use up the memory."""
    for strict, usual in _STRICT_NAMESPACES.items():
        data = data.replace(strict, usual)
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise ImportRefusedError(
            f"The Word file is damaged: its part {part} cannot be read. Open it in Word, save it under a new name as "
            "a Word document (.docx), and import that file."
        ) from error
    if root.getroottree().docinfo.internalDTD is not None or _is_deep(root):
        raise ImportRefusedError(
            f"The Word file was not imported: its part {part} has a structure that Word does not write. "
            "Copy the text into a new Word document, save it as .docx, and import that file."
        )
    return root


def _is_deep(root: Element) -> bool:
    depth = 0
    for event, _ in etree.iterwalk(root, events=("start", "end")):
        depth += 1 if event == "start" else -1
        if depth > _MAX_DEPTH:
            return True
    return False


def child(element: Element | None, *names: str) -> Element | None:
    """The first child with this name, the first of its children with the next name, and so on; or None."""
    for name in names:
        if element is None:
            return None
        full_name = q(name)
        # Properties come first. To find them by name, lxml goes through all children, to look for a second match.
        first = next(iter(element), None)
        element = first if first is not None and first.tag == full_name else element.find(full_name)
    return element


def value(element: Element | None, *names: str) -> str | None:
    """The attribute ``w:val`` of the child that ``child`` finds."""
    found = child(element, *names)
    return None if found is None else found.get(q("w:val"))


def number(text: str | None) -> int | None:
    """A number in an attribute; None if it is missing, or is not a number."""
    try:
        return int(float(text)) if text else None
    except (ValueError, OverflowError):
        return None


def is_on(element: Element) -> bool:
    """Whether a switch such as ``<w:b/>`` is on."""
    return element.get(q("w:val"), "1") not in {"0", "false", "off"}


def remove(element: Element) -> None:
    """Remove an element with all that is in it. Word has no text between elements."""
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def unwrap(element: Element) -> None:
    """Put an element's children in its place."""
    replace(element, list(element))


def replace(element: Element, others: list[Element]) -> None:
    """Put other elements in an element's place."""
    parent = element.getparent()
    if parent is not None:
        at = parent.index(element)
        parent[at : at + 1] = others


def every(root: Element, *names: str) -> list[Element]:
    """All descendants with one of these names in the document's order, as a list, so that they can be removed."""
    return list(root.iter(*(q(name) for name in names)))


def has(root: Element, *names: str) -> bool:
    """Whether there is a descendant with one of these names."""
    return next(root.iter(*(q(name) for name in names)), None) is not None


def new(tag: str, /, *children: Element, text: str | None = None, **attributes: str) -> Element:
    """A new element; attributes are of the namespace ``w``."""
    element = etree.Element(q(tag), {q(f"w:{key}"): val for key, val in attributes.items()})
    element.text = text
    element.extend(children)
    return element


def text_run(text: str) -> Element:
    """A run with this text."""
    return new("w:r", new("w:t", text=text))


def visible_text(element: Element) -> str:
    """The words in an element, with a space for each tab and line break."""
    parts = (part for run in every(element, "w:r") for part in run)
    shown = (part.text or "" if part.tag == q("w:t") else " " for part in parts if part.tag in _SHOWN)
    return "".join(shown)
