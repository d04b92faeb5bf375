"""Sets the direction of right-to-left text."""

import re
import unicodedata

from lxml.html import HtmlElement

from newsroom.markup.tree import HEADINGS, find_elements

_DIRECTED = (
    *("p", "ul", "ol", "li", "dl", "dt", "dd", "th", "td", "blockquote", "figcaption", "caption"),
    *HEADINGS,
)
_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]")


def set_directions(content: HtmlElement) -> None:
    """Set ``dir="rtl"`` on blocks that begin in a right-to-left script, such as Hebrew or Arabic."""
    if not _RIGHT_TO_LEFT.search(content.text_content()):
        return
    for block in find_elements(content, *_DIRECTED):
        if not block.get("dir") and first_direction(block.text_content()) == "rtl":
            block.set("dir", "rtl")


def first_direction(text: str) -> str | None:
    """Get the direction of the first character that has one (Unicode bidirectional algorithm, rule P2)."""
    for character in text:
        direction = unicodedata.bidirectional(character)
        if direction in ("L", "R", "AL"):
            return "ltr" if direction == "L" else "rtl"
    return None
