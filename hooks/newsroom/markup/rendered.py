"""Puts the addresses of links and pictures into a rendered text."""

from collections.abc import Callable, Mapping

from lxml.html import HtmlElement

from newsroom.content.outline import RenderedText
from newsroom.markup.links import valid_address
from newsroom.markup.policy import PLAYERS, TARGET_SCHEME, is_allowed_link
from newsroom.markup.tree import find_elements, parse_html, xml_text

_KEPT_ATTRIBUTES = ("dir", "id", "lang")
"""The attributes that stay on the text of a removed link."""
_CONTAINERS = frozenset({"a", "blockquote", "em", "li", "ol", "p", "strong", "ul"})
ADDRESSES: Mapping[str, str] = {"a": "href", "img": "src"}
"""The elements that Markdown makes of links and pictures, each with the attribute that has its address."""


def text_tree(text: RenderedText, address_of: Callable[[str], str | None]) -> HtmlElement:
    """The tree of a text's HTML, with addresses.

    ``address_of`` returns the address for a target, or None if it must not be there. The text of such a link stays;
    such a picture is removed, with its alternative text and caption.
    """
    root = parse_html(text.marked)
    for element in find_elements(root, *ADDRESSES):
        name = ADDRESSES[str(element.tag)]
        if name in element.attrib:
            address = _page_address(text, element.attrib[name], address_of)
            if address is not None and is_allowed_link(address):
                element.set(name, xml_text(address))
            elif element.tag == "a":
                _remove_link(element)
            elif address is None:
                _remove_with_container(element)
            else:
                del element.attrib[name]
    _remove_hidden_players(root, address_of)
    return root


def _remove_hidden_players(root: HtmlElement, address_of: Callable[[str], str | None]) -> None:
    """Remove players that are written in HTML, whose addresses are not placeholders, and pictures on players."""
    for player in find_elements(root, *PLAYERS):
        if address_of(player.get("poster", "")) is None:
            del player.attrib["poster"]
    parts = find_elements(root, *PLAYERS, "source", "track")
    hidden = [part for part in parts if address_of(part.get("src", "")) is None]
    players = (next(part.iterancestors(*PLAYERS), part) for part in hidden)
    for player in dict.fromkeys(players):
        _remove_with_container(player)


def _page_address(text: RenderedText, written: str, address_of: Callable[[str], str | None]) -> str | None:
    scheme, _, number = written.partition(":")
    if scheme != TARGET_SCHEME:
        return valid_address(written)
    is_known = number.isdecimal() and int(number) < len(text.targets)
    return address_of(text.targets[int(number)]) if is_known else written


def _remove_link(link: HtmlElement) -> None:
    kept = {name: link.attrib[name] for name in _KEPT_ATTRIBUTES if name in link.attrib}
    if not kept:
        link.drop_tag()
        return
    link.tag = "span"
    link.attrib.clear()
    link.attrib.update(kept)


def _remove_with_container(shown: HtmlElement) -> None:
    """Remove a picture or player, and what had nothing else in it: a link, paragraph, quotation or list item."""
    parent = shown.getparent()
    shown.drop_tree()
    while parent is not None and parent.tag in _CONTAINERS and not len(parent) and not (parent.text or "").strip():
        empty, parent = parent, parent.getparent()
        empty.drop_tree()


def mark_target(number: int) -> str:
    """The placeholder for a target's address in the HTML."""
    return f"{TARGET_SCHEME}:{number}"
