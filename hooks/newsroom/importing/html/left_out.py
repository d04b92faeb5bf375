"""Decides what is not part of a text: hidden elements, forms, scripts and what a browser does not show."""

from xml.etree.ElementTree import Element

from newsroom.importing.html.elements import find_all, tag_of, text_of
from newsroom.importing.html.styles import is_invisible
from newsroom.importing.notes import NoteLog

_SILENT = frozenset(
    (
        *("area", "base", "col", "colgroup", "datalist", "head", "link", "map", "meta", "noscript", "param", "script"),
        *("source", "style", "template", "title", "track", "wbr", "xml"),
    )
)
_FIELDS = frozenset({"button", "input", "label", "meter", "optgroup", "option", "progress", "select", "textarea"})
_TEXT_IN_FORM = ("article", "h1", "h2", "h3", "main", "section")


def is_left_out(element: Element, log: NoteLog) -> bool:
    """Whether an element is left out with its content; reported, unless it has nothing for readers."""
    tag = tag_of(element)
    if tag in _SILENT:
        return True
    if is_invisible(element.attrib):
        if text_of(element) or find_all(element, "img", "iframe", "video", "audio"):
            log.dropped("Hidden text or a hidden picture was left out.")
        return True
    if tag in ("svg", "canvas"):
        if words := text_of(element) or element.get("aria-label"):
            log.dropped("A drawing was left out: save it as a picture and add it by hand.", words)
        return True
    if tag == "math":
        log.dropped("A formula was left out: write it in words, or add it as a picture.", text_of(element))
        return True
    if (tag == "form" and not find_all(element, *_TEXT_IN_FORM)) or (tag in _FIELDS and tag != "label"):
        if tag != "input":
            log.dropped("A form was left out: link to the page that has it.", text_of(element))
        elif (element.get("type") or "text").lower() not in ("checkbox", "hidden"):
            log.dropped("A field of a form was left out.", element.get("placeholder") or element.get("value") or "")
        return True
    return False
