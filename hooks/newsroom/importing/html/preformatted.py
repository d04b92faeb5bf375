"""Reads text whose lines and blanks have a meaning: code and poems."""

from xml.etree.ElementTree import Element, SubElement

from newsroom.importing.html.characters import clean_characters
from newsroom.importing.html.elements import tag_of


def code_text(element: Element) -> str:
    """The lines of code in an element, with all their blanks."""
    parts = [element.text or ""]
    for child in element:
        parts += ["\n" if tag_of(child) == "br" else code_text(child), child.tail or ""]
    return clean_characters("".join(parts))


def with_line_breaks(element: Element) -> Element:
    """A copy of an element in which each new line is an element ``br``."""
    made = Element(element.tag, element.attrib)
    _add_lines(made, element.text)
    for child in element:
        made.append(with_line_breaks(child))
        _add_lines(made, child.tail)
    return made


def _add_lines(element: Element, text: str | None) -> None:
    """Add a text at the end of an element, with a ``br`` for each new line."""
    for number, line in enumerate((text or "").split("\n")):
        if number:
            SubElement(element, "br")
        if len(element):
            element[-1].tail = (element[-1].tail or "") + line
        else:
            element.text = (element.text or "") + line
