"""Small changes of the inline HTML in a paragraph."""

from newsroom.importing.word.xml import Element

LINES = ("br",)


def text_of(element: Element) -> str:
    """The words in an element, with single spaces."""
    return " ".join(_text(element).split())


def _text(element: Element) -> str:
    return "".join(str(text) for text in element.itertext())


def remove_empty(element: Element) -> None:
    """Remove an element that has no content; the text after it stays."""
    _keep_text(element, element.tail or "")
    parent = element.getparent()
    if parent is not None:
        element.tail = None
        parent.remove(element)


def unwrap(element: Element) -> None:
    """Put an element's content in its place."""
    parent = element.getparent()
    if parent is None:
        return
    _keep_text(element, element.text or "")
    children = list(element)
    if children:
        children[-1].tail = (children[-1].tail or "") + (element.tail or "")
    else:
        _keep_text(element, element.tail or "")
    element.tail = None
    at = parent.index(element)
    parent[at : at + 1] = children


def _keep_text(element: Element, text: str) -> None:
    """Add text before an element."""
    parent, before = element.getparent(), element.getprevious()
    if before is not None:
        before.tail = (before.tail or "") + text
    elif parent is not None:
        parent.text = (parent.text or "") + text


def move_content(source: Element, target: Element) -> None:
    """Move all content of one element to the end of another, empty one."""
    target.text, source.text = source.text, None
    target.extend(list(source))


def tidy_lines(paragraph: Element) -> None:
    """Remove breaks and space at the start and end of a paragraph, and emphasis without words."""
    for emphasis in list(paragraph.iter("strong", "em", "del", "sup", "sub", "a")):
        if not _text(emphasis).strip() and emphasis.find(".//img") is None and not emphasis.get("id"):
            unwrap(emphasis)
    while len(paragraph) and paragraph[0].tag == "br" and not (paragraph.text or "").strip():
        remove_empty(paragraph[0])
    while len(paragraph) and paragraph[-1].tag == "br" and not (paragraph[-1].tail or "").strip():
        paragraph[-1].tail = None
        remove_empty(paragraph[-1])
    paragraph.text = (paragraph.text or "").lstrip() or None
    if len(paragraph):
        paragraph[-1].tail = (paragraph[-1].tail or "").rstrip() or None
    elif paragraph.text:
        paragraph.text = paragraph.text.rstrip()


def cut_start(element: Element, count: int) -> None:
    """Remove so many characters from the start of an element's text."""
    for part in element.iter():
        for attribute in ("text", "tail"):
            if count <= 0:
                return
            if attribute == "tail" and part is element:
                continue
            text = getattr(part, attribute) or ""
            setattr(part, attribute, text[count:] or None)
            count -= len(text)
