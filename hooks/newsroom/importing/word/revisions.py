"""Takes out what was deleted or noted in Word's review, and settles which of two versions counts."""

from collections.abc import Iterator

from newsroom.importing.word.paragraphs import join_to_next
from newsroom.importing.word.xml import Element, child, every, has, is_on, new, q, remove, replace, unwrap

_DELETED = ("w:del", "w:moveFrom", "w:pPrChange", "w:rPrChange", "w:tblPrChange", "w:trPrChange", "w:tcPrChange")
_DELETED_MORE = ("w:sectPrChange", "w:tblGridChange", "w:numberingChange", "w:tblPrExChange")
_INSERTED = ("w:ins", "w:moveTo", "w:smartTag", "w:customXml", "w:sdtContent", "w:dir", "w:bdo")
_LEFT_OUT = (
    *("w:commentRangeStart", "w:commentRangeEnd", "w:commentReference", "w:annotationRef", "w:proofErr", "w:sectPr"),
    *("w:permStart", "w:permEnd", "w:lastRenderedPageBreak", "w:smartTagPr", "w:customXmlPr", "w:sdtEndPr"),
    *("w:moveFromRangeStart", "w:moveFromRangeEnd", "w:moveToRangeStart", "w:moveToRangeEnd", "w:footnoteRef"),
    *("w:endnoteRef", "w:separator", "w:continuationSeparator", "w:pgNum"),
)
_SHOWN = ("w:txbxContent", "w:t", "a:blip", "m:t", "dgm:relIds", "c:chart", "v:imagedata")


def accept_revisions(root: Element) -> bool:
    """Remove deleted text, comments' marks and content controls' placeholders. Returns whether text was deleted."""
    for alternative in every(root, "mc:AlternateContent"):
        _choose(alternative)
    has_deleted = _remove_deleted(root)
    for control in every(root, "w:sdt"):
        placeholder = child(control, "w:sdtPr", "w:showingPlcHdr")
        if placeholder is not None and is_on(placeholder):
            _remove_content(control)
        else:
            for properties in every(control, "w:sdtPr"):
                remove(properties)
            unwrap(control)
    for element in every(root, *_INSERTED):
        unwrap(element)
    for element in every(root, *_LEFT_OUT):
        remove(element)
    return has_deleted


def _choose(alternative: Element) -> None:
    """Keep the first alternative that shows something: Word has each text box twice, for old and new programs.

    Only the new one says that it is hidden.
    """
    options = [*alternative.iterfind(q("mc:Choice")), *alternative.iterfind(q("mc:Fallback"))]
    chosen = next((option for option in options if has(option, *_SHOWN) or _is_hidden(option)), None)
    replace(alternative, [] if chosen is None else list(chosen))


def _is_hidden(option: Element) -> bool:
    return any(drawing.get("hidden") in {"1", "true"} for drawing in every(option, "wp:docPr"))


def _remove_deleted(root: Element) -> bool:
    has_deleted = False
    for element in list(_marked_as_deleted(root)):
        remove(element)
        has_deleted = True
    for cell in every(root, "w:tc"):
        if child(cell, "w:tcPr", "w:cellDel") is not None:
            _remove_content(cell)
            has_deleted = True
    for mark in ("w:del", "w:moveFrom"):
        for paragraph in every(root, "w:p"):
            if child(paragraph, "w:pPr", "w:rPr", mark) is not None:
                join_to_next(paragraph)
    for element in every(root, "w:del", "w:moveFrom"):
        has_deleted = has_deleted or has(element, "w:t", "w:delText", "a:blip")
    for element in every(root, *_DELETED, *_DELETED_MORE):
        remove(element)
    return has_deleted


def _marked_as_deleted(root: Element) -> Iterator[Element]:
    """Rows and parts of equations whose properties say that they are deleted."""
    for name, properties in (("w:tr", "w:trPr"), ("w:r", "w:rPr"), ("m:r", "w:rPr")):
        yield from (element for element in every(root, name) if child(element, properties, "w:del") is not None)


def _remove_content(element: Element) -> None:
    """Remove what is in a cell or content control, but leave a paragraph, which a cell must have."""
    if element.tag == q("w:tc"):
        properties = element.findall(q("w:tcPr"))
        element[:] = [*properties, new("w:p")]
    else:
        content = child(element, "w:sdtContent")
        cells = [] if content is None else content.findall(q("w:tc"))
        replace(element, [new("w:tc", new("w:p")) for _ in cells])
