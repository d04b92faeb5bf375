"""Changes the addresses in a page of the finished site."""

import re
from collections.abc import Callable
from functools import partial

from lxml import etree
from lxml.html import HtmlElement

from newsroom.markup.links import change_srcset
from newsroom.markup.tree import set_or_delete

Change = Callable[[HtmlElement, str], str | None]
"""Gets an element and an address in it; returns the new address, or None to remove the attribute."""
_ADDRESS_ATTRIBUTES = ("href", "xlink:href", "src", "poster", "action", "formaction")
_REFRESH = re.compile(r"(\s*[\d.]*\s*[;,]?\s*url\s*=\s*[\"']?)([^\"']+)", re.IGNORECASE)
"""Matches `0; url=https://elm.example/`, not `5`, which reloads the page itself."""


def change_addresses(root: HtmlElement, change: Change) -> None:
    """Change, by ``change``, all addresses that a browser follows, loads or sends data to."""
    for element in root.iter(etree.Element):
        for name in (*_ADDRESS_ATTRIBUTES, *(("data",) if element.tag == "object" else ())):
            if name in element.attrib:
                set_or_delete(element, name, change(element, element.attrib[name]))
        if "srcset" in element.attrib:
            set_or_delete(element, "srcset", change_srcset(element.attrib["srcset"], partial(change, element)))
        if element.tag == "meta" and element.get("http-equiv", "").lower() == "refresh":
            element.set("content", _change_refresh(element, change))


def _change_refresh(meta: HtmlElement, change: Change) -> str:
    value = meta.get("content", "")
    return _REFRESH.sub(lambda found: f"{found[1]}{change(meta, found[2].strip()) or ''}", value)
