"""Changes the addresses in a page of the finished site.

The HTML is the site's own and valid, so lxml's fast parser reads it like browsers do.
"""

import re
from collections.abc import Callable

from lxml import etree
from lxml import html as lxml_html
from lxml.html import HtmlElement

Change = Callable[[HtmlElement, str], str | None]
"""Gets an element and an address in it; returns the new address, or None to remove the attribute."""
_ADDRESS_ATTRIBUTES = ("href", "xlink:href", "src", "poster", "action", "formaction")
_REFRESH = re.compile(r"(\s*[\d.]*\s*[;,]?\s*url\s*=\s*[\"']?)([^\"']+)", re.IGNORECASE)
"""Matches `0; url=https://elm.example/`, not `5`, which reloads the page itself."""
_CANDIDATE = re.compile(r"(^\s*|,\s*)([^\s,]\S*?)(?=,?(?:\s|$))")
"""Matches `a.png` and `, b.png` in `a.png 320w, b.png 640w`, not the widths."""


def parse_page(html: str) -> HtmlElement:
    """Return the tree of a whole page."""
    return lxml_html.document_fromstring(html)


def serialise_page(root: HtmlElement) -> str:
    """Return the HTML of a whole page. libxml2 adds end tags to void elements of HTML 5: they are removed."""
    html = str(etree.tostring(root, method="html", encoding="unicode", doctype="<!doctype html>"))
    return html.replace("</source>", "").replace("</track>", "").replace("</wbr>", "")


def change_addresses(root: HtmlElement, change: Change) -> None:
    """Change, by ``change``, all addresses that a browser follows, loads or sends data to."""
    for element in root.iter(etree.Element):
        for name in (*_ADDRESS_ATTRIBUTES, *(("data",) if element.tag == "object" else ())):
            if name in element.attrib:
                _set_attribute(element, name, change(element, element.attrib[name]))
        if "srcset" in element.attrib:
            element.set("srcset", _change_matches(_CANDIDATE, element, element.attrib["srcset"], change))
        if element.tag == "meta" and element.get("http-equiv", "").lower() == "refresh":
            element.set("content", _change_matches(_REFRESH, element, element.get("content", ""), change))


def _change_matches(pattern: re.Pattern[str], element: HtmlElement, value: str, change: Change) -> str:
    return pattern.sub(lambda found: f"{found[1]}{change(element, found[2].strip()) or ''}", value)


def _set_attribute(element: HtmlElement, name: str, value: str | None) -> None:
    if value is None:
        del element.attrib[name]
    else:
        element.set(name, value)
