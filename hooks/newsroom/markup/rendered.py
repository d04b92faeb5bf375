"""Puts the addresses of links and pictures into a rendered text."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from lxml.html import HtmlElement

from newsroom.content.outline import RenderedText
from newsroom.markup.links import valid_address
from newsroom.markup.policy import TARGET_SCHEME, is_allowed_link
from newsroom.markup.tree import find_elements, parse_html, plain_text

_KEPT_ATTRIBUTES = ("dir", "id", "lang")
"""The attributes that stay on the text of a removed link."""
_ADDRESSES: Mapping[str, str] = MappingProxyType({"a": "href", "img": "src"})


def text_tree(text: RenderedText, address_of: Callable[[str], str | None]) -> HtmlElement:
    """The tree of a text's HTML, with addresses.

    ``address_of`` returns the address for a target, or None if it must not be linked. The text of such a link
    stays.
    """
    root = parse_html(text.marked)
    for element in find_elements(root, *_ADDRESSES):
        name = _ADDRESSES[str(element.tag)]
        address = element.get(name)
        if address is not None:
            page_address = _page_address(text, address, address_of)
            if page_address is not None:
                element.set(name, page_address)
            elif element.tag == "a":
                _remove_link(element)
            else:
                del element.attrib[name]
    return root


def _page_address(text: RenderedText, written: str, address_of: Callable[[str], str | None]) -> str | None:
    scheme, _, number = written.partition(":")
    if scheme != TARGET_SCHEME:
        address: str | None = valid_address(written)
    else:
        is_known = number.isdecimal() and int(number) < len(text.targets)
        address = address_of(text.targets[int(number)]) if is_known else None
    return plain_text(address) if address is not None and is_allowed_link(address) else None


def _remove_link(link: HtmlElement) -> None:
    kept = {name: link.attrib[name] for name in _KEPT_ATTRIBUTES if name in link.attrib}
    if not kept:
        link.drop_tag()
        return
    link.tag = "span"
    link.attrib.clear()
    link.attrib.update(kept)


def mark_target(number: int) -> str:
    """The placeholder for a target's address in the HTML."""
    return f"{TARGET_SCHEME}:{number}"
