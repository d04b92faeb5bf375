"""Removes what readers of a page or an email do not see."""

from lxml.html import HtmlElement

from newsroom.importing.html.styles import declarations, is_invisible
from newsroom.importing.source import NoteLog
from newsroom.importing.tree import drop_all, element_text, find_by_xpath

_WHITE = frozenset({"white", "#fff", "#ffffff", "rgb(255,255,255)"})


def remove_hidden_elements(body: HtmlElement, log: NoteLog) -> None:
    """Remove the elements that readers of the page do not see, and report it."""
    found = find_by_xpath(body, ".//*[@hidden or @popover or @style]")
    if drop_all(element for element in found if is_invisible(element.attrib)):
        log.dropped("Hidden text was left out.")
    white = (element for element in find_by_xpath(body, ".//*[@style]") if _is_white_on_nothing(element))
    if text := next((text for element in white if (text := element_text(element))), ""):
        log.to_do("Some text is white. Check that readers were meant to see it.", text)


def _is_white_on_nothing(element: HtmlElement) -> bool:
    """Whether the text of an element is white, and nothing says what is behind it."""
    colour = declarations(element.get("style", "")).get("color", "").replace(" ", "")
    around = (declarations(each.get("style", "")) for each in (element, *element.iterancestors()))
    return colour in _WHITE and not any(name.startswith("background") for styles in around for name in styles)
