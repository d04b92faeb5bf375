"""Makes the HTML of an entry from its page: safe for feed readers, and with absolute addresses."""

import re
from copy import deepcopy
from urllib.parse import unquote, urljoin, urlsplit

from lxml.html import HtmlElement

from newsroom.markup.policy import FEED, LINK_SCHEMES
from newsroom.markup.tree import find_elements, replace_with_text, serialise_html
from newsroom.publish.pictures.markup import make_figure
from newsroom.publish.pictures.svg import is_drawing, png_path
from newsroom.publish.task_boxes import replace_task_boxes

_ADDRESSES = ("cite", "href", "poster", "src")
# Matches "a.png 2x" and "b.png" in "a.png 2x, b.png". Does not match commas or white space alone.
_CANDIDATE = re.compile(r"[\s,]*([^\s,]\S*[^\s,]|[^\s,])\s*([\d.]+[wxh])?\s*(?:,|$)")


def page_content(body: HtmlElement, page_url: str, lead: HtmlElement | None = None) -> str:
    """Make HTML for feed readers from the body of a page.

    Pictures with a title become figures, and drawings become PNG, because many readers do not show SVG. Classes and ids
    are removed, except ids that the HTML links to, as for footnotes. Such a link leads to the page; some readers find
    its target in the entry.

    Args:
        body: The prepared tree of the page's body. It is not changed.
        page_url: The absolute address of the page.
        lead: An element to show above the body.
    """
    root = deepcopy(body)
    if lead is not None:
        root.text, lead.tail = None, f"\n{root.text or ''}"
        root.insert(0, lead)
    replace_task_boxes(root)
    linked = {unquote(link.get("href", "").removeprefix("#")) for link in root.iter("a")}
    for image in find_elements(root, "img"):
        if is_drawing(image.get("src", "")):
            image.set("src", png_path(image.get("src", "")))
        make_figure(image)
    for element in root.iter():
        if element.get("id") not in linked:
            element.attrib.pop("id", None)
        _make_addresses_absolute(element, page_url)
    for image in find_elements(root, "img"):
        if "src" not in image.attrib and "srcset" not in image.attrib:
            replace_with_text(image, image.get("alt") or "")
    return FEED.clean(serialise_html(root))


def _make_addresses_absolute(element: HtmlElement, page_url: str) -> None:
    for name in _ADDRESSES:
        if name in element.attrib:
            _set_or_delete(element, name, _absolute_url(element.attrib[name], page_url))
    if "srcset" in element.attrib:
        _set_or_delete(element, "srcset", _absolute_srcset(element.attrib["srcset"], page_url))


def _set_or_delete(element: HtmlElement, name: str, value: str | None) -> None:
    if value is None:
        del element.attrib[name]
    else:
        element.set(name, value)


def _absolute_url(address: str, page_url: str) -> str | None:
    """Resolve an address on a page. Returns None if it is invalid or its scheme is not allowed."""
    try:
        absolute = urljoin(page_url, address.strip())
        return absolute if urlsplit(absolute).scheme in LINK_SCHEMES else None
    except ValueError:
        return None


def _absolute_srcset(srcset: str, page_url: str) -> str | None:
    """Resolve the addresses in ``srcset`` (WHATWG HTML, 4.8.4.2.1). Returns None if none is valid."""
    found = ((_absolute_url(address, page_url), size) for address, size in _CANDIDATE.findall(srcset))
    return ", ".join(f"{address} {size}".rstrip() for address, size in found if address) or None
