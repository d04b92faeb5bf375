"""The widths of an email's column and of what is in it, as in style.css."""

from collections.abc import Mapping

from lxml.html import HtmlElement

from newsroom.publish.email.pictures import CONTENT_WIDTH
from newsroom.publish.text.text_width import BoxWidths

PHONE_WIDTH = 264
"""The width of the text on the narrowest phones, 320 px wide, in inboxes that do not support media queries."""
_BOX_INDENTS: Mapping[str, int] = {"admonition": 36, "note": 36, "card-text": 42}
"""The padding and border of boxes by their class, on both sides together."""
WIDEST_INDENT = max(_BOX_INDENTS.values())
_CELL = 17
"""The padding and border of a table cell, on both sides together."""
BOXES = BoxWidths(
    text=17,
    sizes={"h2": 24, "h3": 20, "h4": 17, "h5": 17, "h6": 17, "pre": 14, "figcaption": 14}
    | dict.fromkeys(("code", "kbd", "samp"), 15),
    indents={"ul": 24, "ol": 24, "dd": 24, "blockquote": 20, "pre": 24},
    cell=_CELL,
)


def available_width(element: HtmlElement, content: HtmlElement, width: int = CONTENT_WIDTH) -> int:
    """The width that an element has inside its containers, in CSS pixels, at least 1.

    Args:
        content: The content of its section.
        width: The width of the section.
    """
    for parent in element.iterancestors():
        if parent is content:
            break
        tag = str(parent.tag)
        width -= BOXES.indents.get(tag, 0)
        if is_box(parent):
            width -= _BOX_INDENTS[parent.get("class", "")]
        elif tag in ("td", "th"):
            width = width // max(len(row), 1) - _CELL if (row := parent.getparent()) is not None else width
    return max(width, 1)


def is_box(element: HtmlElement) -> bool:
    """Whether an element is a note or the text of a card, rather than a cell of a table that somebody wrote."""
    return element.get("class") in _BOX_INDENTS
